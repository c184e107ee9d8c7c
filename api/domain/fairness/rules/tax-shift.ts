import type { Rule } from '../rule.ts';

/** 税费转嫁与假工作室: the company’s tax, or the duty to withhold it, is moved to the anchor. */
export const taxShift: Rule = {
  type: 'TAX_SHIFT',
  negotiability: 'should',
  matcher: {
    signals: [
      {
        when: [
          'Ⓒ[^,;。]{0,6}(?:不|无需|无须|概不|没有)(?:再)?(?:履行|承担|负责?|办理)?[^,;。]{0,6}(?:代扣代缴|代扣|扣缴|预扣)',
          'Ⓐ|税',
        ],
      },
      {
        when: [
          '(?:税|个税|税款|税费|税负|税务)[^;。]{0,50}Ⓒ[^;。]{0,10}(?:不(?:代扣|负|承担|扣缴|出具|申报)|无(?:代扣|扣缴))|Ⓒ[^;。]{0,10}(?:不代扣|无代扣代缴|不负代扣)[^;。]{0,14}',
        ],
      },
      {
        when: [
          '(?:Ⓒ)[^;。]{0,14}(?:应缴纳?的?|企业所得税|增值税)[^;。]{0,16}(?:由Ⓐ|从Ⓐ)[^;。]{0,10}(?:承担|扣)|(?:一切|所有|全部)[^;。]{0,8}(?:税负|税费|税款)[^;。]{0,30}(?:由Ⓐ|从Ⓐ|Ⓐ(?:自行)?(?:承担|缴纳|负担))',
        ],
      },
      {
        when: [
          'Ⓐ[^;。]{0,30}(?:须|应|需|配合|同意|指定)[^;。]{0,30}(?:设立|注册|成立)[^;。]{0,20}(?:个体户|个体工商户|工作室|个人独资)',
        ],
      },
      { when: ['Ⓐ[^;。]{0,24}(?:发票)[^;。]{0,24}(?:抵账|扣除|等额|否则)'] },
      {
        when: [
          '(?:分拆|拆分|现金|私人转账|报销款|咨询费|家属名义|阴阳)[^;。]{0,40}(?:发放|税|报酬|个税|收入)|(?:报酬|收入|劳务报酬)[^;。]{0,14}以[^;。]{0,14}(?:报销|咨询费|现金|家属)[^;。]{0,10}名义?',
        ],
        unless: ['不得'],
      },
      { when: ['(?:补税|追缴|滞纳金|被查处|税务风险|税务机关)[^;。]{0,40}(?:由Ⓐ|Ⓐ(?:赔偿|负担|承担|自负))'] },
      {
        when: [
          "(?:tax)[^.;]{0,160}(?:borne by Ⓐ|will not withhold|not withhold|Ⓒ(?:'s)? own|at (?:her|his|their|its) own cost)|Ⓐ[^.;]{0,60}(?:indemnif|bears?)[^.;]{0,60}(?:tax)",
        ],
      },
      {
        when: [
          'Ⓐ[^.;]{0,40}(?:set up|register|establish)[^.;]{0,60}(?:sole proprietor|studio|company)[^.;]{0,100}(?:tax|cost)?',
        ],
      },
      {
        wide: true,
        when: [
          '(?:税|个体户|个人独资|走账|报销)',
          '不报|自己补|洼地|注册个|开个|走账|不[^,;。]{0,10}申报|全?算Ⓐ|不代扣|Ⓐ扛|自己搞定|私人账户|法人(?:就)?写Ⓐ|掌管|票据领取|一概不替|现金',
        ],
        unless: ['依法(?:申报|代扣|扣缴)|自愿|各自', 'Ⓒ(?:应|负责|须)[^;。]{0,8}(?:申报|代扣|扣缴)'],
      },
    ],
    fair: [
      'Ⓒ[^;。]{0,14}(?:依法)?(?:代扣代缴|预扣预缴|扣缴)(?!义务)|各自承担|自愿(?:设立|决定)|不得[^;。]{0,20}(?:虚开|分拆|拆分)|由Ⓒ承担|税前金额',
      'each party bears|voluntar|withholds (?:income )?tax',
    ],
  },
  reason: {
    zh: '公司把自己的税或代扣义务推给你，或要你设立空壳开票。支付所得的单位是扣缴义务人。',
    en: 'The company’s tax or its duty to withhold is put on you, or you set up a shell to invoice. Whoever pays income withholds the tax.',
  },
  suggestion: {
    zh: '甲方依法预扣预缴并按月提供扣缴凭证，税费明细列入结算单；双方各自承担依法应缴的税费。',
    en: 'The company withholds by law and gives the certificate monthly; each side bears its own taxes.',
  },
  question: {
    zh: '谁来扣缴个税？能给我完税凭证吗？',
    en: 'Who withholds my income tax, and do I get the certificate?',
  },
};
