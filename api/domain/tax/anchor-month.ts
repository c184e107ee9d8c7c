import { DomainError } from '../error.ts';
import { addFen, type Fen, fen, formatYuan } from '../money.ts';
import { addMonths, type Month } from '../month.ts';
import { withholdCumulative } from './cumulative.ts';
import { PAYEE_REGIMES, taxPayout } from './payout-tax.ts';
import type { TaxSettings } from './settings.ts';
import { type DatedTable, tableOn } from './table.ts';
import { STUDIO_TABLES } from './tables/business.ts';
import { WAGE_TABLES } from './tables/wages.ts';
import { type TaxStep, tellSources } from './working.ts';

/** The regimes an anchor's profile may name: those of payouts, and wages for who is employed. */
export const ANCHOR_REGIMES = [...PAYEE_REGIMES, 'wages_cumulative'] as const;
export type AnchorRegime = (typeof ANCHOR_REGIMES)[number];

/** A month of the same year that was withheld under the same regime. */
export interface WithheldMonth {
  month: Month;
  grossFen: Fen;
  taxFen: Fen;
  /** What the month took off besides the standard deduction; wages only. */
  deductedFen: Fen;
}

export interface AnchorMonthQuestion {
  regime: AnchorRegime;
  settings: TaxSettings;
  anchorName: string;
  month: Month;
  /** Above zero. */
  grossFen: Fen;
  earlier: readonly WithheldMonth[];
  /** Social insurance, special additional and other deductions of the month; wages only. */
  deductedFen: Fen;
}

export interface AnchorMonthTax {
  taxFen: Fen;
  /** Always nothing: the switch for natural persons' VAT blocks, and a studio declares its own. */
  vatFen: Fen;
  netFen: Fen;
  /** First day of the table that was used. */
  tableVersion: string;
  steps: TaxStep[];
}

/**
 * What one anchor's month withholds. The month of the statement stands for the month of payment: its last day chooses
 * the table. Throws DomainError: a setting that is off or blocks, a day no table covers, a later month withheld already.
 */
export function taxAnchorMonth(question: AnchorMonthQuestion): AnchorMonthTax {
  const { regime, grossFen } = question;
  const { taxFen, steps } = reckon(question);
  const tableVersion = steps.find(({ key }) => key === 'source')?.values.from;
  if (tableVersion === undefined) throw new RangeError(`the working of ${regime} names no table`);
  return { taxFen, vatFen: fen(0), netFen: fen(grossFen - taxFen), tableVersion, steps };
}

/** `2026-02` → `2026-02-28`. */
export function lastDay(month: Month): string {
  const next = Date.UTC(Number(addMonths(month, 1).slice(0, 4)), Number(addMonths(month, 1).slice(5)) - 1, 1);
  return new Date(next - 86_400_000).toISOString().slice(0, 10);
}

interface Reckoned {
  taxFen: Fen;
  steps: TaxStep[];
}

function reckon(question: AnchorMonthQuestion): Reckoned {
  const { regime, settings, anchorName, month, grossFen, earlier } = question;
  if (regime === 'wages_cumulative') return reckonWages(question);
  const paidOn = lastDay(month);
  if (regime === 'studio_invoice')
    return reckonStudio(grossFen, tableOn(STUDIO_TABLES, paidOn, regime, 'month'));
  const { withheldFen, steps } = taxPayout({
    regime,
    settings,
    payee: anchorName,
    paidOn,
    grossFen,
    earlier: earlier.map((made) => ({
      paidOn: lastDay(made.month),
      grossFen: made.grossFen,
      withheldFen: made.taxFen,
    })),
    invoices: [],
  });
  return { taxFen: withheldFen, steps };
}

/** Every month from the first one paid in the year counts, whether it was paid or not: employment went on. */
function reckonWages({ month, grossFen, earlier, deductedFen }: AnchorMonthQuestion): Reckoned {
  const ofYear = earlier.filter((made) => made.month.slice(0, 4) === month.slice(0, 4));
  if (ofYear.some((made) => made.month >= month))
    throw new DomainError('conflict', 'later_month_withheld', `${month}: this or a later month was withheld`);
  const table = tableOn(WAGE_TABLES, lastDay(month), 'wages_cumulative', 'month');
  const months = [];
  const first = ofYear.map((made) => made.month).toSorted()[0] ?? month;
  for (let label = first; label < month; label = addMonths(label, 1)) {
    const made = ofYear.filter((one) => one.month === label);
    months.push({
      label,
      incomeFen: addFen(...made.map((one) => one.grossFen)),
      deductedFen: addFen(...made.map((one) => one.deductedFen)),
      withheldFen: addFen(...made.map((one) => one.taxFen)),
    });
  }
  months.push({ label: month, incomeFen: grossFen, deductedFen, withheldFen: null });
  const run = withholdCumulative(months, table, 'count_on');
  const owedFen = run.at(-1)!.withheldFen;
  return {
    taxFen: owedFen > grossFen ? grossFen : owedFen,
    steps: [...run.flatMap(({ steps }) => steps), ...tellSources(table)],
  };
}

/** The statement comes before the invoice: nothing is withheld here, and the payout waits for invoices that cover it. */
function reckonStudio(grossFen: Fen, table: DatedTable): Reckoned {
  const payable = formatYuan(grossFen);
  const step: TaxStep = {
    key: 'invoice',
    values: { payable },
    text: `收款方为工作室 / 个体户，凭票付款 ${payable} 元：按经营所得由其自行申报，本机构不代扣；付款前须收到覆盖该金额的发票。`,
    textEn: `The payee is a studio or 个体户, paid ${payable} against invoice: it files business income itself and nothing is withheld; invoices that cover the amount must be there before it is paid.`,
  };
  return { taxFen: fen(0), steps: [step, ...tellSources(table)] };
}
