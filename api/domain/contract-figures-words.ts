import type { Figure, FigureBasis, Income, Missing, MissingFigure } from './contract-figures-shape.ts';
import { type Fen, formatYuan, mulDivHalfUp } from './money.ts';

/** What is said when a figure cannot be had. */
const MISSING: Record<Missing, [zh: string, en: string]> = {
  no_settled_months: ['本合同下尚无已结算月份', 'no month has been settled under this contract'],
  no_income: ['已结算月份的净收入合计不为正', 'the settled months add up to no net income'],
  no_penalty_said: ['未读到可计算的违约金金额或倍数', 'no penalty amount or multiple was read'],
  no_loss_shown: ['对方尚未说明损失数额', 'the other side has not shown its loss'],
  no_settled_lines: ['没有可供重算的结算明细', 'there are no settled lines to replay'],
  no_rules: ['本合同尚无已确认的分成规则', 'the contract has no confirmed share rule'],
  no_fair_term: ['尚未填写参照条款', 'no fair term was given'],
  no_counter_offer: ['对方尚未提出新方案', 'the other side has made no offer'],
  no_days_said: ['条款未写明每月天数', 'the clause names no days a month'],
  no_hours_said: ['条款未写明时长', 'the clause names no hours'],
  no_hours_streamed: ['没有直播时长记录', 'no hours live are on record'],
  no_fines_recorded: ['没有罚款记录可供合计', 'no fines are on record to add up'],
};

type Words = { values: Record<string, string>; text: string; textEn: string };
type More = { bases?: readonly FigureBasis[]; beside: readonly string[] };

export function figure(
  key: string,
  words: Words,
  more: More & { amountFen?: Fen; hundredths?: number },
): Figure {
  return { key, ...words, bases: [], ...more };
}

/** `what`: the name of the figure that cannot be had; `also`: what can be said all the same. */
export function missingFigure(
  key: string,
  missing: Missing,
  what: { zh: string; en: string },
  more: More & { also?: Words },
): MissingFigure {
  const [zh, en] = MISSING[missing];
  const { also, ...rest } = more;
  return {
    key,
    missing,
    values: also?.values ?? {},
    text: `${what.zh}：${zh}，不作推算。${also?.text ?? ''}`,
    textEn: `${what.en}: ${en}; nothing is guessed.${also ? ` ${also.textEn}` : ''}`,
    bases: [],
    ...rest,
  };
}

/** `a ÷ b` in hundredths, to the nearest. */
export const divideToHundredths = (a: Fen, b: Fen): number => mulDivHalfUp(a, 100, b);

/** `2500` hundredths → `25.00` */
export const formatHundredths = (hundredths: number): string => formatYuan(hundredths);

/** `2026-01 至 2026-05，共 5 个月` */
export function sayMonths({ months, firstMonth, lastMonth }: Omit<Income, 'earnedFen' | 'averageFen'>): {
  zh: string;
  en: string;
} {
  if (months === 1) return { zh: `${firstMonth}，1 个月`, en: `${firstMonth}, 1 month` };
  return {
    zh: `${firstMonth} 至 ${lastMonth}，共 ${months} 个月`,
    en: `${firstMonth} to ${lastMonth}, ${months} months`,
  };
}
