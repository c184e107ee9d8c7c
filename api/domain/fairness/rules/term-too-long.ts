import { quantitiesOf } from '../frame/judges.ts';
import type { Reading } from '../frame/reading.ts';
import type { Rule } from '../rule.ts';

const TERM =
  '(?:合作|合同|合约|协议|签约|经纪|代理|独家|服务|委托|履约|初始)[^,;。]{0,6}(?:期限?|年限|有效期|期间)|有效期|聘期|服务期|本(?:合同|协议)';
const EXTEND = '(?:延长|续展|续期|延展|顺延|展期|加计|延续|补足|扩展)';
const MAX_DAYS = 5 * 365 + 2;

/** 期限过长: more than five years, open-ended, or stretched by the company alone. */
export const termTooLong: Rule = {
  type: 'TERM_TOO_LONG',
  negotiability: 'should',
  matcher: {
    signals: [
      {
        when: [
          '(?:合同|合作|终期|期限|服务期)[^;。]{0,16}(?:收回|回本|盈利)[^;。]{0,10}(?:为准|为止|之日|才)|Ⓐ不再(?:从事|做)[^;。]{0,12}(?:时止|为止|之日)|(?:演艺|职业)生涯|以累计[^;。]{0,20}为准[^;。]{0,10}(?:不满|未满)不|没写到哪年',
        ],
        unless: ['Ⓑ|保密|Ⓐ可'],
      },
      {
        when: [
          '(?:runs?|continues?|lasts?)[^.;]{0,30}until (?:recoup|Ⓒ (?:has )?(?:recover|recoup|decid|declar))',
        ],
      },
      {
        when: [
          `(?:${TERM})[^;。]{0,20}?\\d+(?:年|个月)|\\d{4}年\\d{1,2}月\\d{1,2}日[至到-]\\d{4}年`,
          '期|合同|协议',
        ],
        judge: isLongTerm,
      },
      {
        when: [
          '(?:合同|协议|合作|签约|经纪|代理|期限)[^;。]{0,14}(?:长期有效|永久有效|无固定期限|无期限|不设期限|不定期|终身|一直有效)',
        ],
      },
      {
        when: ['(?:合同|合作|协议)[^;。]{0,6}(?:期限?)[^;。]{0,10}至[^;。]{0,30}(?:为止|之日止)'],
        unless: ['\\d{4}年|\\d+月\\d+日|年[^,;。]{0,4}月[^,;。]{0,4}日'],
      },
      {
        when: [
          `Ⓒ[^,;。]{0,24}(?:有权|可以?|享有|单方|自行|选择权)[^,;。]{0,24}(?:${EXTEND}|延长)[^,;。]{0,16}(?:年|月|期|合同|协议|权)?`,
          '合同|合作|协议|期限|经纪',
        ],
      },
      { when: ['(?:延长|续期|续展)[^,;。]{0,12}(?:次数|时长|期限)?[^,;。]{0,6}由Ⓒ(?:单方)?(?:决定|确定)'] },
      {
        when: [
          `(?:停播|休假|请假|生病|患病|怀孕|生育|产假|孕|未直播|中断|缺勤|未完成)[^;。]{0,40}(?:自动|相应|顺延|加计|延长|不计入|补足)[^;。]{0,30}`,
          '合同|合作|协议|期',
          `${EXTEND}|不计入`,
          '上限|自动|顺延|延长|加计',
        ],
        unless: [
          '(?<!没有|不设|无|不设累计)(?:不超过|最长不|最多|上限为)',
          '协商|Ⓑ(?:书面)?确认|补播|暂停计算|不影响',
        ],
      },
      {
        when: ['(?:term|agreement|duration|engagement|force)[^.;]{0,50}\\b\\d+ (?:years|months)'],
        judge: isLongTerm,
        unless: ['confidential|retain|records|trademark|post-term|after termination|non-compet'],
      },
      { when: ['Ⓒ[^.;]{0,60}(?:option|right|may|entitled|discretion)[^.;]{0,40}(?:extend|renew|prolong)'] },
      {
        when: [
          '(?:agreement|term)[^.;]{0,50}(?:without (?:a )?fixed (?:end|term)|indefinite|no (?:fixed )?end|perpetual|until Ⓒ (?:decides|elects|chooses|releases))',
        ],
      },
      {
        when: [
          '(?:不设|未约定|不约定|没有|没写到?|不以)[^,;。]{0,6}(?:终止日|截止日|结束日|终止日期|哪年|年月计|到期日)',
          '合同|协议|合作|合约|为止|期限|播',
        ],
        unless: ['保密|义务'],
      },
      {
        when: [
          '(?:直至|直到|至|俟|待|终点为|存续)[^;。]{0,30}(?:退出[^;。]{0,6}行业|宣布|出具|收回[^;。]{0,6}投入|累计[^;。]{0,10}(?:达到|满)[^;。]{0,4}\\d{5,}|公告)[^;。]{0,16}(?:为止|时止|之日|止|方告|结束|届满)',
          '期|合同|协议|合约|合作',
        ],
        unless: ['保密|肖像'],
      },
      {
        when: [
          'Ⓒ[^;。]{0,34}(?:单方|选择权|认为|认定|通知|自己|独自|决定)[^;。]{0,30}(?:延展|再延|展期|续展|再加|延长|附加期|启动)|(?:启动|延展|延长|续展|展期)[^;。]{0,10}概?由Ⓒ[^;。]{0,14}(?:决定|通知)',
          '年|月|期',
        ],
        unless: ['要约|Ⓐ(?:可|同意|有权)[^;。]{0,10}(?:接受|拒绝|选择)|不(?:发生|得)|无权'],
      },
      {
        when: [
          '(?:休假|请假|生病|停播|未履行|患病|坐月子|产假|未达到|缺勤)[^;。]{0,40}(?:附加|往后补|往后推|加到|加计|顺延|不计入|补足)',
          '(?:不(?:受|设|作)[^;。]{0,4}(?:限制|上限)|没个头|无论何因|补到补完|无上限|不作限制)',
        ],
      },
      {
        when: ['(?:至|到)Ⓐ(?:年)?满\\d+周?岁'],
        judge: (reading) => {
          const until = Number(/满(\d+)周?岁/.exec(reading.text)?.[1] ?? 0);
          const now = /(?:现年|年)(\d+)/.exec(reading.text.replace(/满\d+周?岁/, ''))?.[1];
          return until - (now ? Number(now) : 18) > 5;
        },
      },
      {
        when: [
          '(?:未来|为期|合作|授予Ⓒ[^;。]{0,6}代理|签|合同|合约)[^;。]{0,6}?(?<!\\d)(?:[6-9]|[1-9]\\d)年',
          '独家|专属|不得|不许|Ⓐ|合作',
        ],
        judge: isLongTerm,
        unless: ['后\\d+年|\\d+年内|每\\d+年|满\\d+年|退还|纪念|租约|保存|登录记录'],
      },
      {
        when: [
          '(?:runs?|continues?|lasts?|period|term|bound|leave|stay|sign(?:s|ed)?)[^.;]{0,24}(?:for|of) \\d+ (?:years|months)|for a period of \\d+ (?:years|months)',
        ],
        judge: isLongTerm,
        unless: [
          'confidential|secret|retain|records|trade ?mark|post-term|after|following|non-compet|likeness|portrait',
        ],
      },
      {
        when: [
          '(?:until|ends? only when) Ⓒ(?: |[^.;]{0,12})(?:declares?|has recouped|decides?|is satisfied|chooses?|says)[^.;]{0,40}|(?:sick|illness|leave|days off)[^.;]{0,60}(?:tacked|added)[^.;]{0,60}(?:no (?:upper )?limit|every day|without limit|term|end of)|may add \\d+ (?:more )?years?',
          'contract|agreement|term|engagement|end|years?',
        ],
      },
      {
        wide: true,
        when: [
          '(?:签(?:就是|约)?|合作|合同|本约|约定期间|合作年限|期限|为期|起步)[^;。]{0,14}?(\\d+)(?:年|个月)|签\\d+年',
          '签|合作|合同|期|约',
        ],
        unless: [
          '提前声明|保密|肖像',
          '每\\d+年|\\d+年一?(?:评|结|次)',
          '后\\d+年|\\d+年内|满\\d+年后|解约|离职|不得|退还',
        ],
        judge: isLongTerm,
      },
      {
        wide: true,
        when: [
          '(?:没有截止日期|什么时候Ⓒ觉得|往后补|一直顺延|\\d+周岁之日|再加\\d+(?:个月|年)|享有单方[^;。]{0,8}续|做不满就)',
          '合同|约|签|期|请假|停播',
        ],
      },
    ],
    fair: [
      'Ⓒ(?:不得|无权)|可以选择是否|不延长|仍计入|审计权|租约|荣誉|不定期合作|结算期|除写明|滚动|自动续|素材|对外谈论|保密|商标|保存|存档|档案|著作权保护|质保|经验|竞业|肖像|保修|许可证',
      '(?:经|须|应|由)Ⓑ[^,;。]{0,12}(?:协商|书面|签署|确认|同意)|Ⓑ[^,;。]{0,6}(?:协商|签署)[^,;。]{0,10}(?:可|后|续)',
      'rolls? forward|written agreement of both|Ⓑ agree|signed by Ⓑ|only by (?:mutual|written)|confidential',
    ],
  },
  reason: {
    zh: '期限超过五年、没有尽头，或由公司单方延长。年轻主播的职业黄金期会被锁住；常见期限是一至三年。',
    en: 'Longer than five years, without an end, or stretched by the company alone. One to three years is common.',
  },
  suggestion: {
    zh: '合作期限二年，期满双方协商续约；因个人原因停播的，经双方书面确认可顺延，累计不超过三个月。',
    en: 'Two years, renewal by agreement; time off is added only if both confirm in writing, three months in all at most.',
  },
  question: {
    zh: '为什么需要这么长的期限？期限能否缩短到两三年？',
    en: 'Why so long? Could it be two or three years?',
  },
};

function isLongTerm(reading: Reading, match: RegExpExecArray): boolean {
  const span = /(\d{4})年(\d{1,2})?月?(\d{1,2})?日?(?:起)?[至到-](\d{4})年(\d{1,2})?/.exec(reading.text);
  if (span)
    return Number(span[4]) * 12 + Number(span[5] ?? 12) - (Number(span[1]) * 12 + Number(span[2] ?? 1)) > 60;
  return quantitiesOf(match[0], 'duration').some(({ days }) => days > MAX_DAYS && days < 100 * 365);
}
