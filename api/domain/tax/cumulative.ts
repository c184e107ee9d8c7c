import { addFen, type Bps, bps, type Fen, fen, formatRate, formatYuan, ZERO } from '../money.ts';
import { type Bracket, type BracketTax, taxByBrackets } from './brackets.ts';
import { atLeastZero, type Parts, partsOf, readableYuan, toParts } from './exact.ts';
import type { DatedTable } from './table.ts';
import { type TaxStep, tellBracket } from './working.ts';

export interface CumulativeTable extends DatedTable {
  /** Share of the income taken off as cost: 20 % of labour remuneration, nothing of wages. */
  costBps: Bps;
  monthlyDeductionFen: Fen;
  brackets: readonly Bracket[];
}

export interface CumulativeMonth {
  /** How the working calls it: `2026-03`, or `3` when no months were named. */
  label: string;
  incomeFen: Fen;
  /** Everything else the law takes off: social insurance, special additional, tax-free, other. */
  deductedFen: Fen;
  /** What a month already paid withheld, whatever was right then; null: to be reckoned. */
  withheldFen: Fen | null;
}

/**
 * What a month without income does. `count_on`: it counts like any other (wages: months employed). `restart`: the months
 * are no longer consecutive and the cumulation begins anew (one reading of Announcement 2025 No. 16, not verified).
 */
export type AfterGap = 'count_on' | 'restart';

export interface CumulativeWithholding {
  label: string;
  /** Months whose deduction counts, this one included; 0 in a gap. */
  months: number;
  taxable: Parts;
  /** Tax of the cumulation so far. */
  dueFen: Fen;
  withheldFen: Fen;
  steps: TaxStep[];
}

/**
 * Withholds month by month: tax of the sums so far less what those months withheld; below zero nothing is withheld and
 * nothing paid back within the year. Months are consecutive and of one calendar year: checked by the caller.
 */
export function withholdCumulative(
  months: readonly CumulativeMonth[],
  table: CumulativeTable,
  afterGap: AfterGap,
): CumulativeWithholding[] {
  let sums = { months: 0, incomeFen: ZERO, deductedFen: ZERO, heldFen: ZERO };
  return months.map((month) => {
    if (month.incomeFen === 0 && afterGap === 'restart') {
      const steps = sums.months === 0 ? [] : [tellGap(month.label)];
      sums = { months: 0, incomeFen: ZERO, deductedFen: ZERO, heldFen: ZERO };
      return { label: month.label, months: 0, taxable: 0n, dueFen: ZERO, withheldFen: ZERO, steps };
    }
    sums = {
      months: sums.months + 1,
      incomeFen: addFen(sums.incomeFen, month.incomeFen),
      deductedFen: addFen(sums.deductedFen, month.deductedFen),
      heldFen: sums.heldFen,
    };
    const rest = restOf(sums, table);
    const taxable = atLeastZero(rest);
    const tax = taxByBrackets(table.brackets, taxable);
    const withheldFen = month.withheldFen ?? fen(Math.max(0, tax.taxFen - sums.heldFen));
    const steps = [
      tellSums(month.label, sums, rest, table),
      tellBracket(taxable, tax),
      tellMonth(month.label, tax, sums.heldFen, withheldFen),
    ];
    sums.heldFen = addFen(sums.heldFen, withheldFen);
    return { label: month.label, months: sums.months, taxable, dueFen: tax.taxFen, withheldFen, steps };
  });
}

interface Sums {
  months: number;
  incomeFen: Fen;
  deductedFen: Fen;
  heldFen: Fen;
}

const restOf = ({ months, incomeFen, deductedFen }: Sums, table: CumulativeTable): Parts =>
  partsOf(incomeFen, bps(10_000 - table.costBps)) -
  toParts(deductedFen) -
  toParts(table.monthlyDeductionFen) * BigInt(months);

function tellSums(label: string, sums: Sums, rest: Parts, table: CumulativeTable): TaxStep {
  const values = {
    month: label,
    income: formatYuan(sums.incomeFen),
    cost: readableYuan(partsOf(sums.incomeFen, table.costBps)),
    costRate: formatRate(table.costBps),
    deducted: formatYuan(sums.deductedFen),
    months: String(sums.months),
    monthly: formatYuan(table.monthlyDeductionFen),
    rest: readableYuan(rest),
  };
  const below = rest < 0n ? { zh: '（为负，按零）', en: ' (below zero: nothing)' } : { zh: '', en: '' };
  const cost =
    table.costBps === 0
      ? { zh: '', en: '' }
      : {
          zh: ` − 费用 ${values.cost}（${values.costRate}）`,
          en: ` − cost ${values.cost} (${values.costRate})`,
        };
  return {
    key: 'deduction',
    values,
    text: `${label} 月：累计收入 ${values.income}${cost.zh} − 其他扣除 ${values.deducted} − ${values.monthly} × ${sums.months} 个月 = 累计应纳税所得额 ${values.rest} 元${below.zh}。`,
    textEn: `Month ${label}: income so far ${values.income}${cost.en} − other deductions ${values.deducted} − ${values.monthly} × ${sums.months} = taxable so far ${values.rest}${below.en}.`,
  };
}

function tellMonth(label: string, { taxFen }: BracketTax, heldFen: Fen, withheldFen: Fen): TaxStep {
  const values = {
    month: label,
    due: formatYuan(taxFen),
    before: formatYuan(heldFen),
    withheld: formatYuan(withheldFen),
  };
  const below = taxFen < heldFen;
  return {
    key: 'month',
    values,
    text: `${label} 月：累计应预扣 ${values.due} − 此前已预扣 ${values.before}，本月预扣 ${values.withheld} 元${below ? '（余额为负，暂不退税，年度汇算多退少补）' : ''}。`,
    textEn: `Month ${label}: owed so far ${values.due} − withheld before ${values.before}, withheld now ${values.withheld}${below ? ' (below zero: nothing is paid back until the annual settlement)' : ''}.`,
  };
}

const tellGap = (label: string): TaxStep => ({
  key: 'gap',
  values: { month: label, status: 'V2' },
  text: `${label} 月无收入，连续月份中断，此后重新起算（对“连续月份”的一种理解，未经核实，请向主管税务机关确认）。`,
  textEn: `Month ${label} has no income: the months are no longer consecutive and the cumulation begins anew (one reading, not verified; ask the tax office).`,
});
