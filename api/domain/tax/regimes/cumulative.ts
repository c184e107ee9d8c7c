import { addFen, type Fen } from '../../money.ts';
import { addMonths, type Month } from '../../month.ts';
import {
  type AfterGap,
  type CumulativeMonth,
  type CumulativeTable,
  type CumulativeWithholding,
  withholdCumulative,
} from '../cumulative.ts';
import { plainYuanOrZero } from '../exact.ts';
import { complain, type TaxInputs } from '../inputs.ts';
import type { RegimeAnswer, RegimeName } from '../regime.ts';
import { tableOn } from '../table.ts';
import { tellTable } from '../working.ts';

const MONTHS_OF_YEAR = 12;

/** Refuses more months than a year has, and months beyond the year they begin in: a cumulation ends with its year. */
export function checkWithinYear(field: string, months: number, firstMonth: Month | null): void {
  const first = firstMonth === null ? 1 : Number(firstMonth.slice(5));
  const room = MONTHS_OF_YEAR - first + 1;
  if (months <= room) return;
  const from = firstMonth === null ? '' : ` from ${firstMonth} on`;
  throw complain(
    field,
    `${months} months, but the year has ${room}${from}: a cumulation ends with its year, ask again for the next`,
  );
}

export interface CumulativeQuestion {
  name: RegimeName;
  tables: readonly CumulativeTable[];
  firstMonth: Month | null;
  incomesFen: readonly Fen[];
  deductedFen: readonly Fen[];
  afterGap: AfterGap;
}

/** Runs the months of one year by the table of their first day. */
export function runCumulative(question: CumulativeQuestion): {
  months: CumulativeWithholding[];
  table: CumulativeTable;
} {
  const { name, tables, firstMonth, incomesFen, deductedFen, afterGap } = question;
  const day = firstMonth === null ? null : `${firstMonth}-01`;
  const table = tableOn(tables, day, name, 'firstMonth');
  const months: CumulativeMonth[] = incomesFen.map((incomeFen, index) => ({
    label: firstMonth === null ? String(index + 1) : addMonths(firstMonth, index),
    incomeFen,
    deductedFen: deductedFen[index]!,
    withheldFen: null,
  }));
  return { months: withholdCumulative(months, table, afterGap), table };
}

/** `withheldEachMonth` and `total` with the whole working. */
export function answerCumulative(question: CumulativeQuestion): RegimeAnswer {
  const { months, table } = runCumulative(question);
  const day = question.firstMonth === null ? null : `${question.firstMonth}-01`;
  return {
    outputs: {
      withheldEachMonth: months.map(({ withheldFen }) => plainYuanOrZero(withheldFen)),
      total: plainYuanOrZero(addFen(...months.map(({ withheldFen }) => withheldFen))),
    },
    tables: [table],
    steps: [...months.flatMap(({ steps }) => steps), ...tellTable(table, day)],
  };
}

/** Sums of several named deductions, month by month. */
export function addPerMonth(inputs: TaxInputs, months: number, names: readonly string[]): Fen[] {
  const lists = names.map((name) => inputs.yuanPerMonth(name, months, 'optional'));
  return Array.from({ length: months }, (_, index) => addFen(...lists.map((list) => list[index]!)));
}
