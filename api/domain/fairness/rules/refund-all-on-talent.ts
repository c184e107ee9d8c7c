import type { Rule } from '../rule.ts';

/** 退货全由主播承担: price or freight of returned goods, or a whole month, is charged to the anchor. */
export const refundAllOnTalent: Rule = {
  type: 'REFUND_ALL_ON_TALENT',
  negotiability: 'should',
  matcher: {
    signals: [
      {
        when: [
          '(?:退货|退款|拒收|退回|退换)[^;。]{0,60}(?:由Ⓐ|Ⓐ(?:须|应|以|个人|全额|自行)?[^,;。]{0,10}(?:承担|赔付|负担|补足|买断|支付)|从Ⓐ[^,;。]{0,8}(?:扣|中)|计入Ⓐ|扣Ⓐ|全额承担|Ⓐ全额)',
          '(?:货款|运费|快递费|货损|成本|金额|损失|折价|实付|商品|扣款|负担|差额)',
        ],
      },
      {
        when: [
          '(?:退货|退款)率?[^;。]{0,30}(?:超过|高于|达到|高|超出)[^;。]{0,30}(?:不(?:予)?(?:结算|发放|计发|支付)|全部不|取消|清零|扣除全部|扣|不得|没收)',
        ],
      },
      {
        when: [
          'Ⓐ[^;。]{0,30}(?:按|以)?[^;。]{0,8}(?:退货|退款)[^;。]{0,14}(?:\\d+%|全额|货款|损失)[^;。]{0,16}(?:支付|赔偿|扣|承担|损失费)?',
        ],
      },
      {
        when: [
          '(?:refund|return)(?:s|ed)?\\b[^.;]{0,160}(?:deducted from|borne by|charged to|forfeit|reimburse|shipping)',
          'Ⓐ',
        ],
      },
      {
        when: [
          'Ⓐ[^.;]{0,80}(?:reimburse|pay|bear|refund)[^.;]{0,80}(?:refunded|returned) (?:goods|items|products)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:退货|退款|退一单|退1单|退了|退回|拒收|退单)',
          'Ⓐ?就?赔|从Ⓐ[^;。]{0,10}(?:扣|抵|减)|减除|欠款|抵减|等值款项|货钱|一分没有|贴快递|－|补偿额|由Ⓐ(?:负担|承担)|收取等值|扣除全部',
          '商品(?:售价|价款)|货款|货钱|实付|吊牌价|运费|售价|快递费|提成|价款|损耗',
        ],
        unless: ['对应(?:的)?佣金|佣金(?:冲回|不计)|商家(?:承担|负担)'],
      },
    ],
    fair: [
      '(?:退货|退款)订单(?:对应)?的?佣金|对应(?:的)?佣金|(?:佣金)(?:不计|冲回|冲减|予以剔除)|不计算佣金|商家承担|由商家|Ⓐ不(?:承担|负担)|Ⓐ无需|不超过\\d+元|净(?:成交|销售)额|净成交|明细|共同分析',
      '质量|行政处罚',
      'commission (?:on|of) (?:the )?(?:refunded|returned)|reversed|not (?:bear|liable)',
    ],
  },
  reason: {
    zh: '退货的货款、运费或整月佣金由你承担。合理的做法是只冲回退货订单的佣金。',
    en: 'Price, freight or the whole month’s commission of returns is on you. Fair is to take back the commission of the returned order only.',
  },
  suggestion: {
    zh: '退货订单对应的佣金不计提，已发放的在下期等额冲回；货款和运费不由乙方承担。',
    en: 'Commission of a refunded order is not earned or is reversed next period; price and freight are not the anchor’s.',
  },
  question: {
    zh: '能否只冲回退货订单的佣金？',
    en: 'Can only the commission of the refunded order be reversed?',
  },
};
