import type { Rule } from '../rule.ts';

const FEE =
  '(?:培训费|课程费|学费|保证金|押金|诚意金|孵化费|入会费|管理费|建档费|报名费|服装费|道具费|设备(?:套餐|款|费)|包装费|考核费|入职费|加盟费|签约保证|履约金|课程费用|培养费|拍摄费|推广服务费|内部培训|岗前培训)';

/** 收费培训或入职押金: the anchor pays to get in. */
export const paidTraining: Rule = {
  type: 'PAID_TRAINING',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          '(?:缴纳|交纳|缴存|付清|支付|认购|预缴|购买|自费|自付|自负|负担|先交|要交|交|补交|压在|承担|自己掏)[^;。]{0,34}(?:学费|培训费|课程(?:费|包)?|研修费|孵化(?:服务|套餐|课程)?(?:费|款)?|席位费|入门|入伙费|入营费|诚意金|集训|模卡|企划费|成长礼包|打造费|上岗证|使用费|速成班|入会费|(?:设备|服装|上岗)?押金|保留金)|(?:学费|培训费|课程费|研修费|孵化费|集训费|企划费|速成班|服务费|诚意金)[^;。]{0,20}(?:由Ⓐ|Ⓐ)[^;。]{0,10}(?:负担|交|缴|付|承担|自)',
          '\\d+(?:块|元)|自费|指定|方(?:可|得|予|为)|才|条件|上岗|签约|入营|入职|新|付清',
        ],
        unless: [
          'Ⓒ(?:支付|承担|负担|列支)|无须|不收|免费|不(?:得)?(?:收取|作为)|退还全部|自愿(?:选购|报名)|Ⓐ无须',
        ],
      },
      {
        when: [
          '(?:pays?|payable|purchase|buy|put down|due from Ⓐ)[^.;]{0,60}(?:course|academy|joining fee|incubation|package|training|deposit|fee)[^.;]{0,80}',
          'non-?refundable|not refundable|condition|to join|to get signed|up front|on joining|upon signing|before the first|star course',
        ],
        unless: ['no joining|free|Ⓒ (?:shall )?pays?'],
      },
      {
        when: [
          `Ⓐ[^;。]{0,50}(?:须|应|需|必须|先|支付|缴纳|交纳|交付|承担|补缴|购买|偿还|自理|自行承担)[^;。]{0,30}${FEE}`,
        ],
        unless: ['解约|解除(?!.{0,10}退)|收益(?:的)?\\d|每月(?:收益|收入)|分成的'],
      },
      {
        when: [
          `(?:入职|签约|加入|试播合格|开播|录用|入驻)[^;。]{0,20}(?:须|应|需|前)[^;。]{0,14}(?:缴|交|支付|付)[^;。]{0,12}(?:\\d+元[^,;。]{0,6})?${FEE}`,
        ],
      },
      { when: [`${FEE}[^;。]{0,30}(?:概不退|不退|不予退|自理|由Ⓐ(?:承担|在|偿还)|Ⓐ承担)`] },
      { when: ['Ⓐ[^;。]{0,16}(?:须|应|需|必须)[^;。]{0,6}购买[^;。]{0,8}Ⓒ(?:指定|推荐)'] },
      {
        when: [
          'Ⓐ[^.;]{0,60}(?:pay|bear|place|deposit|reimburse|purchase|buy)s?\\b[^.;]{0,80}(?:training|course|deposit|entry fee|registration fee|incubation|equipment package)',
        ],
      },
      {
        when: [
          '(?:training|course|entry|registration) (?:fee|cost)s?[^.;]{0,60}(?:non-refundable|borne by Ⓐ|payable by Ⓐ)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:支付|缴纳|缴|先交|交(?=\\d)|购买|收取|须买|扫码)',
          '(?:孵化|打造|资料|启动|会籍|辅导|席位|课程|培训|声卡|补光灯|套餐|押金|报名|造星|入会|学|道具|服装|设备)[^,;。]{0,6}(?:费|款|金|套装|套餐|元)|押金',
          'Ⓐ|新人|签约|入会|学员|报名',
          '不退|退还|不予排班|开通|元|照收|概不',
        ],
        unless: [
          'Ⓒ[^,;。]{0,6}(?:向Ⓐ(?!.*收)|承担|出资|缴纳|支付)|免费|不收',
          '分成的|收益的|每期|提成',
          '归还[^,;。]{0,6}(?:设备|当日)|租金|平台[^,;。]{0,4}收取',
          '\\b罚|违约金',
        ],
      },
    ],
    fair: [
      '免费|不(?:向Ⓐ)?收取|无需(?:支付|缴纳)|不(?:得|予|会)(?:向Ⓐ)?(?:收取|要求)|Ⓒ(?:承担|出资|支付|向Ⓐ(?:支付|发放))|自愿',
      '(?:按|依)[^;。]{0,12}(?:剩余|未履行)[^;。]{0,10}(?:比例|分摊|返还)|分摊|Ⓒ[^,;。]{0,10}(?:为Ⓐ支付|出资)',
      '(?:品牌方|商家|供货商|平台)[^,;。]{0,8}(?:应|须)?(?:向|支付|缴纳|收取)|Ⓒ向平台',
      '归还设备(?:当日|后|时)?[^,;。]{0,6}退还|不设保证金|分成的\\d|收益的?\\d|收入(?:中)?(?:的|预留)\\d|每场佣金|佣金的',
      '贷款|分期|小贷|白条|借款|借条',
      'free of charge|Ⓒ (?:pays|bears|provides)|no (?:fee|deposit)|voluntar|withheld|earnings|loan|instal',
    ],
  },
  reason: {
    zh: '要你先交钱才能签约或开播。用工不得以担保或者其他名义向劳动者收取财物；正规机构的岗前培训由机构承担。',
    en: 'You pay to get in. An employer may not collect money or property from workers; proper agencies bear training themselves.',
  },
  suggestion: {
    zh: '岗前培训由甲方免费提供；甲方为乙方支付有凭证的外部专项培训费的，服务期一年，提前离职按未履行月数分摊返还。',
    en: 'Training before the start is free; documented external training paid by the company is repaid pro rata for the unserved months of one year.',
  },
  question: {
    zh: '为什么要我先交钱？能否免收，或写明何时、如何全额退还？',
    en: 'Why do I pay first, and can it be waived or its full return be fixed?',
  },
};
