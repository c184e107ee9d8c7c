import { formatYuan } from '../money.ts';
import type { Month } from '../month.ts';
import type { PayEntryWords } from '../pay-entry.ts';

export interface HeldGroup {
  caseNo: string;
  productName: string;
  /** Sums of the lines moved, whole fen: what was given for sales, and what refunds took off again (≤ 0). */
  givenFen: number;
  takenFen: number;
  orders: number;
  concernsMonth: Month;
  /** Where it is posted. Later than `concernsMonth` when the statement of that month was issued already. */
  month: Month;
}

/** Why a share is held, as its party reads it: it is kept aside, not taken. */
export function sayHold(group: HeldGroup): PayEntryWords {
  const { caseNo, productName, concernsMonth, month } = group;
  const isLate = month !== concernsMonth;
  return {
    zh: `「${productName}」正在核查（${caseNo}），相关订单的分成暂时冻结，未被扣除，核查结束后按结果处理${isLate ? `；${concernsMonth} 已出账，记入 ${month}` : ''}`,
    en: `"${productName}" is being looked into (${caseNo}): the shares of its orders are held, not taken, until that ends${isLate ? `; the statement of ${concernsMonth} was issued, so it stands in ${month}` : ''}`,
    working: workingOf(group),
  };
}

/** Given back: the case ended, or this party does not bear it. */
export function sayRelease(group: HeldGroup): PayEntryWords {
  const { caseNo, productName } = group;
  return {
    zh: `「${productName}」核查（${caseNo}）冻结的分成已解冻`,
    en: `The shares held for "${productName}" (${caseNo}) are released`,
    working: workingOf(group),
  };
}

/** Taken away by a decision that this party bears the substitution. */
export function sayClawback(group: HeldGroup): PayEntryWords {
  const { caseNo, productName } = group;
  return {
    zh: `「${productName}」案件（${caseNo}）决定由您承担，冻结的分成不再退回`,
    en: `By the decision on "${productName}" (${caseNo}), which you bear, the shares held are not given back`,
    working: workingOf(group),
  };
}

function workingOf({ orders, givenFen, takenFen, concernsMonth }: HeldGroup): PayEntryWords['working'] {
  const total = formatYuan(givenFen + takenFen);
  return [
    {
      zh: `${concernsMonth} 结算，${orders} 笔订单`,
      en: `Settled in ${concernsMonth}, ${orders} order${orders === 1 ? '' : 's'}`,
    },
    takenFen === 0
      ? { zh: `分成合计 ${total} 元`, en: `Shares of CNY ${total} in all` }
      : {
          zh: `分成 ${formatYuan(givenFen)} 元，退款冲回 ${formatYuan(takenFen)} 元，合计 ${total} 元`,
          en: `Shares of CNY ${formatYuan(givenFen)}, refunds CNY ${formatYuan(takenFen)}, CNY ${total} in all`,
        },
  ];
}
