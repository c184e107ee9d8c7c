import { longestDays } from '../frame/judges.ts';
import type { Reading } from '../frame/reading.ts';
import type { Rule } from '../rule.ts';

const PAID =
  '支付|付款|结算|结清|结付|发放|付清|提现|打款|拨付|汇付|领取|请领|转入|付给|出账|结佣|给Ⓐ|打给|付酬|结账|提取|释放';
const INCOME = '收益|分成|佣金|款|报酬|酬金|收入|钱|提成|账|净酬|音浪|打赏|支付日|当期';

/** 结算周期过长: paid more than sixty days after the money came in, or when the company pleases. */
export const settlementTooLong: Rule = {
  type: 'SETTLEMENT_TOO_LONG',
  negotiability: 'should',
  matcher: {
    signals: [
      {
        when: [
          '什么时候[^;。]{0,10}(?:给清|回款|打款|给钱|给)[^;。]{0,12}(?:什么时候|就什么时候)[^;。]{0,6}(?:给Ⓐ|结|发)|结算日[^;。]{0,8}(?:由|依)[^;。]{0,10}(?:现金流|择定)|Ⓒ[^;。]{0,10}(?:择期付款|择定付款)',
        ],
      },
      {
        when: [
          "\\b(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:'s)? (?:money|pay|income|commission|earnings)\\b[^;]{0,40}?\\b(?:in|at|by|until|of) (?:january|february|march|april|may|june|july|august|september|october|november|december)",
        ],
        judge: (reading) => lagOfEnglishMonths(reading.text) > 2,
      },
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
        when: [
          `(?:${PAID})[^;。]{0,24}(?:第\\d+|\\d+)个?(?:自然|工作)?(?:日|天|月)|(?:第\\d+|\\d+)个?(?:自然|工作)?(?:日|天|月)[^;。]{0,24}(?:${PAID})`,
          INCOME,
        ],
        judge: isSlow,
      },
      {
        when: [
          `(?:次年|翌年|第2年|下1?年度?|来年)[^;。]{0,20}(?:${PAID}|结|给)|(?:${PAID}|结|账)[^;。]{0,16}(?:次年|翌年|来年)`,
          INCOME,
        ],
        unless: ['汇算|税|审计报告|任务|目标|续'],
      },
      {
        when: [
          '(?:(?<!\\d)(?:[4-9]|1[0-2])个月(?:度)?|上半年|1年|年底|年末|年终|年关|过年前?|腊月|每年[^;。]{0,10})[^;。]{0,8}(?:(?:核算|结算|结付|发放|支付|领|付|结|发|排)(?:1次|一次|1回|一回)?(?=[,;。]|$)|一结|一把结|(?:结|发|付|排)(?:1|一)(?:次|回)|发1回|结付)',
          INCOME,
        ],
        unless: ['零头|奖金|税|报表|汇总表|账单仅|供参考|体检|查'],
      },
      {
        when: [
          '(?:累计|累积|存够|攒够|余额满|达到?|满)[^;。]{0,14}\\d{4,}元[^;。]{0,16}(?:方|才|始|给|予|可)[^;。]{0,10}(?:提|付|结|支付|兑)',
        ],
        unless: ['不(?:影响|设)'],
      },
      {
        when: ['(?:\\d+)月(?:份)?的?(?:钱|收入|收益|佣金|账|分成)[^;。]{0,8}\\d+月|q\\d收入于\\d+月'],
        judge: (reading) => lagOfMonths(reading.text) > 2,
      },
      {
        when: [
          '(?:资金|现金流|预算|排账|清仓|卖完|对账|审计|验收|回款|把[^;。]{0,10}款)[^;。]{0,40}',
          '(?:不设|无时间|不另行约定|不限|什么时候|要不回来就|视[^;。]{0,14}(?:情况|状况)|安排)',
          `(?:${PAID}|结给|给Ⓐ|结)`,
          INCOME,
        ],
        unless: ['Ⓒ(?:先行|应先|负责|先)垫|不影响|不得以|与Ⓐ无涉'],
      },
      {
        when: [
          '(?:paid|pay|payment|remitted|settled?|falls? due|matures?|due)[^.;]{0,60}\\d+ (?:days|months|business days|working days) (?:after|following|from|of)',
        ],
        judge: isSlow,
        unless: ['deposit|reserve|bond|fund|guarantee|release|tax|non-?compet'],
      },
      {
        when: [
          '(?:settle(?:s|d)? up|paid|pays?|settlement|accounts?)[^.;]{0,30}(?:once (?:a|per) year|every (?:half-?year|6 months|12 months)|at year-?end|annually)|(?:balances?|amounts?) (?:below|under|less than) (?:rmb |cny |usd )?\\d{4,}[^.;]{0,40}(?:stay|carry|remain|roll|held)|paid (?:when|as)[^.;]{0,30}cash',
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
      '终止之日起满|(?:离会|离任|离开|终止)后\\d+(?:个月|年)内?|(?:离会|离任|离约|期满|合作(?:全部)?结束)后(?:第?\\d+)|发还|忠诚金|学费|储备|竞品|孵化期|宽限期|承担保|履约担保|稳定基金|账期[^,;。]{0,10}(?:由Ⓒ|与Ⓐ无涉)|按月(?:支付|结付|给付)|首[\\d]+个月|丧失领取|每少履行|逾期(?:支付)?超过|Ⓐ有权|复盘|奖金|保存|保证金|预留|押金|质保金|风险准备金|留存金|尾款|查账|异议|提醒|违约金[^,;。]{0,10}倍|竞业|独家费|签约费|分期|暂扣|保底|解约|解除|稳定金|提前\\d+|归还|赔偿',
      'may terminate|deposit|audit|accountant|inspect|records|proven loss|old rate|good-conduct|of every payout|object|interest for late',
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

/** Months between the month earned and the month paid, the longest named; 0 when none is. */
function lagOfMonths(text: string): number {
  const lags = [...text.matchAll(/(\d+)月(?:份)?的?(?:钱|收入|收益|佣金|账|分成)[^;。]{0,8}?(\d+)月/g)].map(
    ([, earned, paid]) => (Number(paid) - Number(earned) + 12) % 12,
  );
  const quarters = [...text.matchAll(/q(\d)收入于(\d+)月/g)].map(
    ([, quarter, paid]) => (Number(paid) - Number(quarter) * 3 + 12) % 12,
  );
  return Math.max(0, ...lags, ...quarters);
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** The same in English: `January's money in June` is five. */
function lagOfEnglishMonths(text: string): number {
  const named = [...text.matchAll(new RegExp(`\\b(${MONTHS.join('|')})`, 'g'))].map(([, name]) =>
    MONTHS.indexOf(name!),
  );
  return named.length < 2 ? 0 : (named[1]! - named[0]! + 12) % 12;
}

/** More than sixty days from the platform's payment or from the end of the period. */
function isSlow(reading: Reading, match: RegExpExecArray): boolean {
  if (/once a year|annually|every year|per year/.test(match[0])) return true;
  const around = reading.text.slice(Math.max(0, match.index - 24), match.index + match[0].length + 12);
  const nth = /第(\d+)个?(自然月|月|日|天|工作日)/.exec(around);
  const nthDays = nth ? Number(nth[1]) * (nth[2]!.endsWith('月') ? 30 : 1) : 0;
  return longestDays(around) > 60 || nthDays > 62;
}
