import { fen } from './money.ts';
import type { ReadTerm, SaidPenalty } from './read-terms-shape.ts';
import { exactBps } from './read-terms-shares.ts';
import { bearerOf, type TermSentence } from './read-terms-text.ts';

const WORD =
  /违约金|赔偿金|违约赔偿|一次性(?:向[ⒸⒶ])?赔偿|赔偿[ⒸⒶ]?(?:经济损失)?(?:人民币)?\d|liquidated damages|penalty|termination fee/;
const HIGHER = /较高者|孰高|取高|其高|高者为准|高为准|whichever is (?:the )?(?:higher|greater)/;

/** What a breach is said to cost: sums, multiples, rates a day, formulas; each with who would owe it. */
export function readPenalties(sentence: TermSentence): ReadTerm[] {
  const { text, context, quantities } = sentence;
  const isHere = WORD.test(text);
  if (!isHere && !WORD.test(context.slice(context.lastIndexOf('。') + 1))) return [];
  const about = isHere ? text : `${context.slice(context.lastIndexOf('。') + 1)}${text}`;
  const penalties = quantities.flatMap((quantity): SaidPenalty[] => {
    const before = text.slice(0, quantity.at);
    const own = lastPieceOf(before);
    if (quantity.kind === 'money')
      return isSubjectMoney(own) ? [] : [{ kind: 'amount', amountFen: fen(quantity.amountFen) }];
    if (quantity.kind === 'times') {
      const timesBps = Math.round(quantity.value * 10_000);
      return isCap(own) ? [] : [{ kind: 'multiple', timesBps, of: multipleOf(own, text.slice(quantity.at)) }];
    }
    if (quantity.kind !== 'percent' || !/每[日天]|按日|逾期1?[日天]|per day|daily/.test(own)) return [];
    const rateBps = exactBps(quantity.value);
    return rateBps === undefined ? [] : [{ kind: 'daily', rateBps }];
  });
  const isFormula =
    /剩余(?:合同)?(?:期限|月|未履行)[^。;]{0,30}[×x乘]|[×x乘以][^。;]{0,12}剩余|remaining (?:months|term)[^.]{0,40}(?:times|multipl)/.test(
      text,
    );
  const said: SaidPenalty[] = isFormula ? [...penalties, { kind: 'formula' }] : penalties;
  const isMutual = /同等|同样标准|相同标准|the same (?:sum|amount|standard)/.test(text);
  const bearer = isMutual ? 'both' : bearerOf(about);
  const isHigherOf = HIGHER.test(text) && said.length > 1;
  return said.map((penalty) => ({
    value: { field: 'penalty', bearer, penalty, isHigherOf },
    confidence:
      !isHere || bearer === 'unsaid'
        ? 'low'
        : penalty.kind === 'multiple' && penalty.of === 'unsaid'
          ? 'medium'
          : 'high',
  }));
}

function multipleOf(before: string, after: string): Extract<SaidPenalty, { kind: 'multiple' }>['of'] {
  const words = `${before}${/^[^,;。]{0,40}/.exec(after)?.[0].replace(/^\S*?倍/, '') ?? ''}`;
  if (/月均|平均月|月平均|每月平均|月度|average monthly|monthly/.test(words)) return 'monthly';
  if (
    /投入|成本|培训费|推广费|费用|invest|costs?\b|expenses/.test(words) &&
    !/收[入益]|佣金|报酬/.test(before)
  )
    return 'invested';
  return /收[入益]|佣金|分成|报酬|所得|income|earning|commission|remuneration/.test(words)
    ? 'earned'
    : 'unsaid';
}

/** Money that names a case and not its price: 造成损失超过10万元的. */
const isSubjectMoney = (own: string): boolean =>
  /(?:损失|销售额|收入|投入)[^,;。]{0,8}(?:超过|达到|不低于|低于)(?:人民币)?$/.test(own);

/** 不超过实际损失的1.3倍 limits a penalty; it is none. */
const isCap = (own: string): boolean =>
  /(?:不超过|以内|不得超过|上限为?|not exceed|capped at)[^,;。]{0,16}$/.test(own);

const lastPieceOf = (before: string): string => /[^;。]*$/.exec(before)![0];
