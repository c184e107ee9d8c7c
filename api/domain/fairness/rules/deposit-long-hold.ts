import { longestDays, quantitiesOf } from '../frame/judges.ts';
import type { Reading } from '../frame/reading.ts';
import type { Rule } from '../rule.ts';

const HOLD =
  '(?:保证金|押金|风险准备金|质保金|留存金|稳定金|备用金|准备金|预留|提留|扣留|暂扣|暂存|留存|预扣|代管)';

/** 保证金长期扣押: more than ten per cent kept back, or kept more than thirty days after the end, or used at will. */
export const depositLongHold: Rule = {
  type: 'DEPOSIT_LONG_HOLD',
  negotiability: 'should',
  matcher: {
    signals: [
      {
        when: [
          `${HOLD}`,
          'Ⓐ|Ⓒ|收入|收益|佣金|分成|结算',
          '\\d+%|\\d+(?:年|个月|日|天)|随时|任何费用|自行|由Ⓒ决定|没收|一年|抵扣',
        ],
        judge: isHeldLong,
        unless: ['签约(?:须|时|前|当日)[^;。]{0,8}(?:缴|交)'],
      },
      {
        when: [
          `Ⓒ[^;。]{0,20}(?:随时|自行|任意)[^;。]{0,10}(?:使用|支配|动用|抵扣)[^;。]{0,14}(?:保证金|押金|预留|质保金|准备金)`,
        ],
      },
      { when: ['尾款[^;。]{0,40}\\d+(?:个月|年|日|天)[^;。]{0,20}(?:支付|返还|结清)'], judge: isHeldLong },
      {
        when: [
          '(?:withh(?:eld|old)|holds? back|retain|deposit|bond|reserve|security)[^.;]{0,160}(?:\\d+%|\\d+ (?:years?|months|days) after|half|any purpose)|\\d+%[^.;]{0,60}(?:withh(?:eld|old)|deposit|reserve|security)',
        ],
        judge: isHeldLong,
        unless: ['passport|id card|diploma'],
      },
      {
        wide: true,
        when: [
          '(?:风险准备金|储备账户|保证金|押(?:Ⓐ|款|\\d)|压(?:Ⓐ|\\d)|尾款|稳定基金|先扣\\d+%|放Ⓒ|履约担保|留存|提存|押金|暂扣|保留金|冻结|准备金|(?:每笔|每期|每月|每次|每个月)[^;。]{0,14}(?:提取|提存|扣留|留存|划入|先扣|压|押|扣)\\D{0,10}\\d+%)',
          '\\d+%|\\d+(?:个月|年|日|天)|由Ⓒ|自主',
          '后|由Ⓒ|自主|再说|再给|返还|退|用途|解冻|支取|无息',
        ],
        unless: ['签约|入职|想签|先交', '品牌|商家', '保底|体重'],
        judge: isHeldLong,
      },
    ],
    fair: [
      '不(?:收取|设|预留)[^,;。]{0,8}(?:保证金|押金)|须提供凭证|凭证并提前|设备当日|商家保证金|平台收取|品牌方尾款|Ⓒ向平台|提存',
      '保密|竞业|肖像|违约金',
      'documented',
    ],
  },
  reason: {
    zh: '从你的收入里扣的钱比例太高、时间太久，或者公司可以随便用。',
    en: 'Too much of your income is kept, for too long, or used at will.',
  },
  suggestion: {
    zh: '保证金不超过月分成的百分之五，仅用于有凭证的赔付，终止后三十日返还并附清单。',
    en: 'At most five per cent of the month’s share, for documented claims only, returned within thirty days of the end with a list.',
  },
  question: {
    zh: '为什么扣这么多？用在哪里？终止后几天退？',
    en: 'Why so much, for what, and when is it returned?',
  },
};

/** A share above ten per cent, a return later than thirty days, or use at will; a rolling 15 % for 45 days is disputed. */
function isHeldLong(reading: Reading): boolean {
  const { text } = reading;
  if (
    /(?:随时|自行|任意)[^,;。]{0,10}(?:使用|支配|动用|抵扣)|支付任何费用|由Ⓒ(?:单方)?决定|(?:全额)?没收|any purpose|\bhalf\b/.test(
      text,
    )
  )
    return true;
  const back = /(?:返还|退还|退回|结清|支付|释放|归还|release|return)/.test(text);
  const share = Math.max(
    0,
    ...quantitiesOf(text.replaceAll(/退货率[^,;。]*/g, ''), 'percent').map(({ value }) => value),
  );
  const days = longestDays(text);
  if (share > 15 || (share > 10 && days > 45)) return true;
  if (share > 10 && days === 0 && !/不超过/.test(text)) return true;
  return back && days > 45 && /(?:终止|届满|期满|结束|解除|合同|termination|expiry|end)/.test(text);
}
