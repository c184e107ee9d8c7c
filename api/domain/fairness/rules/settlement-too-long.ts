import { longestDays } from '../frame/judges.ts';
import type { Reading } from '../frame/reading.ts';
import type { Rule } from '../rule.ts';

/** 结算周期过长: paid more than sixty days after the money came in, or when the company pleases. */
export const settlementTooLong: Rule = {
  type: 'SETTLEMENT_TOO_LONG',
  negotiability: 'should',
  matcher: {
    signals: [
      {
        when: [
          '(?:支付|付款|结算|结清|结付|发放|付清|分成)[^;。]{0,40}\\d+(?:个?工作日|日|天|个月|年|个季度)|\\d+(?:个?工作日|日|天|个月|年|个季度)[^;。]{0,24}(?:支付|付款|结算|结清|发放|付清)|第\\d+日',
          'Ⓐ|收益|分成|佣金|推广费|款项|付款周期|收入',
          '(?:收到|到账|结算|后|满|周期|每)',
        ],
        judge: isSlow,
      },
      {
        when: [
          '(?:每满?1?年|每(?:一)?年度|按年度?|年终|每6个月|每年\\d+月\\d+日|每12个月)[^;。]{0,16}(?:结算|支付|结付)|每(?:满)?\\d+年[^;。]{0,6}(?:统一)?结算',
        ],
        unless: ['复盘|奖金|查账|审计|评估'],
      },
      {
        when: [
          '(?:合同|合作)?(?:期满|届满|终止)(?:后|时)?[^;。]{0,10}一次性(?:支付|结算|发放|付清)',
          '分成|收益|佣金|款',
        ],
      },
      {
        when: [
          '(?:结算|支付|付款)[^;。]{0,10}(?:时间|日期|周期)?[^;。]{0,6}(?:由Ⓒ|视Ⓒ)[^;。]{0,24}(?:安排|决定|确定|情况|状况)|(?:资金紧张|资金状况)[^;。]{0,16}(?:顺延|延期|安排|推迟)',
        ],
      },
      {
        when: [
          '(?:全部|所有)[^;。]{0,10}(?:应收|款项|账款)[^;。]{0,10}(?:回收|收回|到账)[^;。]{0,6}(?:后|才)[^;。]{0,10}(?:支付|结算)|累计(?:达到|满)\\d+元[^;。]{0,6}(?:方可|才|后)[^;。]{0,10}(?:提现|结算|支付)',
        ],
        judge: (reading) => !/Ⓑ协商/.test(reading.text),
      },
      {
        when: [
          '(?:pay|paid|settle|payment|payable|share)[^.;]{0,100}\\d+ (?:days|months|business days|working days)|(?:settle|paid|pay)[^.;]{0,40}(?:once a year|annually|every year|per year)',
        ],
        judge: isSlow,
        unless: [
          'shall be paid within (?:[1-5]?\\d) days',
          'fee|deposit|reserve|bond|penalty|non-compet|release',
        ],
      },
      {
        when: [
          '(?:pay|settle)[^.;]{0,60}(?:when (?:its )?cash|cash position|when funds|as (?:and when )?it sees fit|when it (?:chooses|can))',
        ],
      },
      {
        wide: true,
        when: [
          '(?:压(?:着)?(?:6个月|\\d+个月)|6个月(?:的)?账|6个月(?:一|1)结|播1压[2-9]|6个月发(?:一|1)?次|年末结|年度终了|年底(?:一起)?(?:结|发)|次年\\d+月(?:份)?结|每2个季度|第[3-9]个月|满1年方可|再过2个月|账上紧|\\d+个季度结束后|审计[^;。]{0,8}齐备)',
          '收益|分成|佣金|钱|账|结算|报酬|款|提现|兑换|现金',
        ],
        unless: ['保证金|押金|尾款|离开|解约|保密'],
      },
    ],
    fair: [
      '逾期(?:支付)?超过|Ⓐ有权|复盘|奖金|保存|保证金|预留|押金|质保金|风险准备金|留存金|尾款|查账|异议|提醒|违约金[^,;。]{0,10}倍|竞业|独家费|签约费|分期|暂扣|保底|解约|解除|稳定金|提前\\d+|归还|赔偿',
      'may terminate|deposit|audit|object|interest for late',
    ],
  },
  reason: {
    zh: '你的钱要等很久才能拿到，或者何时付由公司说了算。',
    en: 'Your money comes late, or when the company pleases.',
  },
  suggestion: {
    zh: '按月结算：平台到账后十五日内支付，最迟不超过自然月结束后三十日；逾期按日万分之五支付违约金。',
    en: 'Monthly: within fifteen days of the platform’s payment, at the latest thirty days after month end; 0.05 % a day if late.',
  },
  question: {
    zh: '平台到账后几天付给我？能否改为月结？',
    en: 'How many days after the platform pays do I get paid; can it be monthly?',
  },
};

/** More than sixty days from the platform's payment or from the end of the period. */
function isSlow(reading: Reading, match: RegExpExecArray): boolean {
  if (/once a year|annually|every year|per year/.test(match[0])) return true;
  const around = reading.text.slice(Math.max(0, match.index - 24), match.index + match[0].length + 12);
  const nth = /第(\d+)[日天]/.exec(around);
  return longestDays(around) > 60 || (nth !== null && Number(nth[1]) > 60);
}
