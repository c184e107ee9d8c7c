import { addFen, bps, type Fen, fen, formatRate, formatYuan, ZERO } from '../money.ts';
import { taxByBrackets } from './brackets.ts';
import { atLeastZero, type Parts, partsOf, readableYuan, toParts } from './exact.ts';
import type { LabourTable } from './tables/labour.ts';
import { type TaxStep, tellBracket, tellIncome } from './working.ts';

/** Something paid to a person within one month, or paid back by them. */
export interface LabourEntry {
  paidOn: string;
  kind: 'paid' | 'repaid';
  /** Above zero in both kinds. */
  amountFen: Fen;
  /** What a payment already made withheld, whatever was right then; null: to be reckoned. */
  withheldFen: Fen | null;
}

export interface LabourMonth {
  /** Paid less repaid. */
  incomeFen: Fen;
  taxable: Parts;
  /** What the month's sum owes. */
  taxFen: Fen;
  /** What each entry withholds, in the order given; a repayment withholds nothing. */
  withheldFen: Fen[];
  /** Withheld before a repayment lowered the month: corrected in the month's return or the annual settlement. */
  overWithheldFen: Fen;
  steps: TaxStep[];
}

/** What is left after the deduction: 800 up to 4,000, 20 % above. Exact, never below zero. */
export function deductFromIncome(
  incomeFen: Fen,
  table: Pick<LabourTable, 'smallIncomeFen' | 'fixedDeductionFen' | 'deductionBps'>,
): Parts {
  if (incomeFen <= table.smallIncomeFen)
    return atLeastZero(toParts(incomeFen) - toParts(table.fixedDeductionFen));
  return partsOf(incomeFen, bps(10_000 - table.deductionBps));
}

/** Decimals an exact taxable amount needs: a share of 80 % one more than the income was written with, 800 off none. */
export const decimalsAfterDeduction = (
  income: { fen: Fen; decimals: number },
  table: Pick<LabourTable, 'smallIncomeFen'>,
): number => income.decimals + (income.fen > table.smallIncomeFen ? 1 : 0);

/** The tax of one month's (or one single) labour income. */
export function taxLabour(incomeFen: Fen, table: LabourTable): { taxable: Parts; taxFen: Fen } {
  const taxable = deductFromIncome(incomeFen, table);
  return { taxable, taxFen: taxByBrackets(table.brackets, taxable).taxFen };
}

/**
 * Withholds a month's payments to one person: each payment withholds the tax of the month's sum so far, less what the
 * month has withheld. So the month withholds the tax of its sum, whatever the order (Implementing Regulations 14(1)).
 * Payments that were made come first, with what they withheld: nothing recorded is reckoned anew. Entries must lie in one month, and no more may be repaid than was paid: checked by the caller.
 */
export function withholdLabourMonth(entries: readonly LabourEntry[], table: LabourTable): LabourMonth {
  const withheldFen: Fen[] = entries.map(() => ZERO);
  const steps: TaxStep[] = [];
  let [sumFen, heldFen] = [ZERO, ZERO];
  for (const { entry, index } of inOrderOfPayment(entries)) {
    sumFen = entry.kind === 'paid' ? addFen(sumFen, entry.amountFen) : fen(sumFen - entry.amountFen);
    const dueFen = taxLabour(fen(Math.max(0, sumFen)), table).taxFen;
    const reckonedFen = fen(entry.kind === 'paid' ? Math.max(0, dueFen - heldFen) : 0);
    const nowFen = entry.withheldFen ?? reckonedFen;
    heldFen = addFen(heldFen, nowFen);
    withheldFen[index] = nowFen;
    steps.push(tellEntry(entry, sumFen, dueFen, nowFen));
  }
  const { taxable, taxFen } = taxLabour(sumFen, table);
  const overWithheldFen = fen(Math.max(0, heldFen - taxFen));
  if (overWithheldFen > 0) steps.push(tellOverWithheld(overWithheldFen));
  return {
    incomeFen: sumFen,
    taxable,
    taxFen,
    withheldFen,
    overWithheldFen,
    steps: [...tellLabour(sumFen, table), ...steps],
  };
}

function inOrderOfPayment(entries: readonly LabourEntry[]): { entry: LabourEntry; index: number }[] {
  const key = ({ withheldFen, paidOn }: LabourEntry) => `${withheldFen === null ? 1 : 0} ${paidOn}`;
  return entries
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => (key(a.entry) < key(b.entry) ? -1 : key(a.entry) > key(b.entry) ? 1 : 0));
}

/** Income, deduction and bracket of one sum, as a clerk writes them. */
export function tellLabour(incomeFen: Fen, table: LabourTable): TaxStep[] {
  const taxable = deductFromIncome(incomeFen, table);
  return [
    tellIncome(incomeFen, { zh: '本次（月）劳务报酬收入', en: 'Labour remuneration of the time (month)' }),
    tellDeduction(incomeFen, table),
    tellBracket(taxable, taxByBrackets(table.brackets, taxable)),
  ];
}

export function tellDeduction(
  incomeFen: Fen,
  table: Pick<LabourTable, 'smallIncomeFen' | 'fixedDeductionFen' | 'deductionBps'>,
): TaxStep {
  const income = formatYuan(incomeFen);
  const bound = formatYuan(table.smallIncomeFen);
  const taxable = readableYuan(deductFromIncome(incomeFen, table));
  if (incomeFen <= table.smallIncomeFen) {
    const deduction = formatYuan(table.fixedDeductionFen);
    const below =
      incomeFen < table.fixedDeductionFen
        ? { zh: '（不足减除，按零）', en: ' (the deduction is larger)' }
        : { zh: '', en: '' };
    return {
      key: 'deduction',
      values: { income, bound, deduction, taxable },
      text: `收入不超过 ${bound} 元，减除费用 ${deduction} 元：应纳税所得额 ${taxable} 元${below.zh}。`,
      textEn: `Not above ${bound}: less ${deduction}, taxable ${taxable}${below.en}.`,
    };
  }
  const rate = formatRate(table.deductionBps);
  const deduction = readableYuan(partsOf(incomeFen, table.deductionBps));
  return {
    key: 'deduction',
    values: { income, bound, rate, deduction, taxable },
    text: `收入超过 ${bound} 元，减除 ${rate} 费用：${income} − ${deduction} = ${taxable} 元。`,
    textEn: `Above ${bound}: less ${rate}, ${income} − ${deduction} = ${taxable}.`,
  };
}

function tellEntry({ paidOn, kind, amountFen }: LabourEntry, sumFen: Fen, dueFen: Fen, nowFen: Fen): TaxStep {
  const values = {
    paidOn,
    amount: formatYuan(amountFen),
    sum: formatYuan(sumFen),
    due: formatYuan(dueFen),
    withheld: formatYuan(nowFen),
  };
  if (kind === 'repaid')
    return {
      key: 'repayment',
      values,
      text: `${paidOn} 退回 ${values.amount} 元：当月累计 ${values.sum} 元，应预扣合计 ${values.due} 元。`,
      textEn: `${paidOn} repaid ${values.amount}: the month stands at ${values.sum} and owes ${values.due}.`,
    };
  return {
    key: 'payment',
    values,
    text: `${paidOn} 支付 ${values.amount} 元：当月累计 ${values.sum} 元，应预扣合计 ${values.due} 元，本笔预扣 ${values.withheld} 元。`,
    textEn: `${paidOn} paid ${values.amount}: the month stands at ${values.sum} and owes ${values.due}; this payment withholds ${values.withheld}.`,
  };
}

function tellOverWithheld(overFen: Fen): TaxStep {
  const amount = formatYuan(overFen);
  return {
    key: 'over_withheld',
    values: { amount },
    text: `退回后多预扣 ${amount} 元：当月申报前更正，已申报的在更正申报或年度汇算中退还；不从其他人或其他月份的税款中抵减。`,
    textEn: `${amount} too much was withheld before the repayment: correct it in the month’s return, or by an amended return or the annual settlement; it is not set off against another person or month.`,
  };
}
