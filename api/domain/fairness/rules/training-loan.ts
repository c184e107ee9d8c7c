import type { Rule } from '../rule.ts';

const LOAN =
  '(?:贷款|网贷|小贷|消费贷|信用贷|分期(?!支付独家|支付签约)|借款|借条|白条|花呗|征信|贷(?=平台|公司)|年利率|信贷)';

/** 培训贷、整容贷: borrowing steered by the company. */
export const trainingLoan: Rule = {
  type: 'TRAINING_LOAN',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          `Ⓐ[^;。]{0,60}(?:须|应|需|必须|由|配合|同意|可由|签署|以|通过|开通|办理|申请)?[^;。]{0,30}${LOAN}`,
          'Ⓒ|指定|合作(?:金融|贷款)|推荐|代为|包装|形象|培训|医美|设备|课程|投流|直播|造型|装备',
          '办理|申请|贷|借|开通|归还|分期|签署',
        ],
      },
      { when: [`Ⓒ[^;。]{0,30}(?:代|协助|指定|推荐|提供|以其名义|垫付)[^;。]{0,30}${LOAN}`] },
      {
        when: [
          `(?:垫付|代付|预付|先行支付)[^;。]{0,24}(?:费|款)[^;。]{0,14}(?:作为|视为|转为)[^;。]{0,10}(?:借款|贷款|债务)`,
        ],
      },
      {
        when: [
          '(?:loan|credit|borrow|financ|instal)[^.;]{0,160}(?:training|styling|course|cosmetic|equipment|partner lender|Ⓒ)|(?:training|styling|course|cosmetic|equipment)[^.;]{0,100}(?:loan|credit|borrow|instal)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:分期平台|贷款|信用付|举债|先学后付|信用分期|月供|网贷|办个贷|借款|分期)',
          '课程|包装|训练营|双眼皮|形象|Ⓒ|运营|学|孵化|培训|直播|提成|底薪',
          '办|申请|带Ⓐ|开通|用那个|举债|刷个脸|发链接|还|填',
        ],
        unless: [
          '不(?:得|向|会)[^;。]{0,14}(?:介绍|推荐|引导)|购房|房贷|公积金|无需|商品|消费者',
          '款项分期|分期支付(?:给|予)?Ⓐ',
        ],
      },
    ],
    fair: [
      '余款分|首付款|合同总(?:金额|价)',
      'Ⓒ(?:不得|不|无权)[^;。]{0,24}(?:贷|借|金融)|不构成[^,;。]{0,8}借款|不介绍|不推荐|不(?:得)?引导|不收取利息|Ⓒ承担|消费者|与(?:签约|本合同)无关|房贷|车贷',
      '(?:独家费|签约费|签约金|款项|服务费)分期(?:支付|付款)|分期付款',
      'shall not arrange|not (?:arrange|recommend)|no loan|customers?',
    ],
  },
  reason: {
    zh: '公司引导你借钱做培训、医美或包装，债务留给你个人。这类做法常与骗局有关。',
    en: 'The company steers you into debt for training, cosmetic work or styling; the debt is yours. It is a common pattern of fraud.',
  },
  suggestion: {
    zh: '造型、培训和设备费用由甲方承担；甲方不得引导、介绍或代办任何贷款。',
    en: 'Styling, training and equipment are at the company’s cost; it arranges, recommends and handles no loan.',
  },
  question: {
    zh: '这笔费用为什么要我借款？能否由公司承担？',
    en: 'Why should I borrow for this instead of the company paying?',
  },
};
