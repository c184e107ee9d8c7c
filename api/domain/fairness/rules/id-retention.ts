import type { Rule } from '../rule.ts';

const PAPER =
  '(?:身份证(?!复印)|护照|银行卡|工资卡|毕业证|学历证|学位证|驾驶证|证件|手机卡|(?:个人|常用|本人)手机|(?<!工作|拍摄)手机(?!号|定位|内容|软件|端)|户口本|U盾|u盾|社保卡|房产证|港澳通行证|手机)';
const KEEP =
  '(?:保管|代管|保存|代为保存|押在|押于|(?<!抵)押(?=[身证护])|须押|扣押|扣留|留存|收存|上交|交由|交给|提交[^,;。]{0,12}原件|存放|持有|掌握|统一管理|代持|收缴|暂扣|留置|作为(?:履约)?担保|不得取回|抵押|暂存)';

/** 扣留证件: papers, bank cards or phones stay with the company. */
export const idRetention: Rule = {
  type: 'ID_RETENTION',
  negotiability: 'must',
  matcher: {
    signals: [
      { when: [`${PAPER}[^;。]{0,40}${KEEP}|${KEEP}[^;。]{0,30}${PAPER}`, 'Ⓐ|Ⓒ|入职|签约|报到'] },
      {
        when: [
          '(?:passport|id card|identity (?:card|document)|bank card|phone|diploma|certificate|driving licen[cs]e)s?[^.;]{0,100}(?:held|kept|retain|deposit|security|hand(?:ed)? over|surrender|custody)',
        ],
        unless: ['password|location|track'],
      },
      {
        when: [
          '(?:keep|retain|hold|deposit|surrender|hand over|take custody of)s?\\b[^.;]{0,60}(?:passport|id card|identity|bank card|phone|diploma|driving licen[cs]e)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:身份证[^;。]{0,4}(?:先)?放(?!心)|sim卡[^;。]{0,24}(?:不保留|Ⓒ|置于)|工资卡[^;。]{0,24}(?:财务|Ⓒ|老板)|(?:证书|驾驶证|身份证|护照)[^;。]{0,20}原件[^;。]{0,20}(?:归还|退还|返还)|卡和密码|(?:身份证|护照|证件|手机)[^;。]{0,14}(?:押|收走|收上来|放(?:在)?(?:Ⓒ|我|行政|财务)|统一收|锁)|(?:先)?押[^,;。]{0,6}(?:身份证|证件|手机|护照))',
          'Ⓐ|Ⓒ|财务|我这|行政|签约|入职|个人',
        ],
        unless: ['复印|查验|当场|Ⓐ(?:本人)?(?:自行)?保管'],
      },
    ],
    fair: [
      '复印件|(?:Ⓒ)?(?:不得|禁止|无权)[^,;。]{0,8}(?:扣押|扣留|保管|收取|留存|持有)|当场(?:归还|返还)|查验|核对|(?:由|归)?本?Ⓐ(?:自行|本人)?(?:妥善)?(?:自行)?保管|Ⓐ应(?:当)?(?:自行|妥善)保管|工作手机|公章',
      '扫描件|登记后归还|核验后(?:即时|立即)?(?:归还|退还)',
      'copy|returns? (?:it|them) immediately|shall not (?:keep|retain|hold)|checks? Ⓐ|may not (?:keep|retain)',
    ],
  },
  reason: {
    zh: '身份证件、银行卡或手机被公司拿走。任何组织或者个人不得扣押居民身份证。',
    en: 'Papers, bank card or phone are taken. Nobody may hold another person’s identity card.',
  },
  suggestion: {
    zh: '甲方仅查验身份证原件并留存标注用途的复印件，乙方证件、银行卡和手机由本人保管。',
    en: 'The company checks the original and keeps a copy marked with its use; papers, card and phone stay with the anchor.',
  },
  question: {
    zh: '为什么不能只看原件、留复印件？',
    en: 'Why is a copy not enough?',
  },
};
