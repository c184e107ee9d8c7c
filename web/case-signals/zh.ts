export const zh = {
  'case-signals': {
    name: '信号 |||| 信号',
    fields: { key: '编号', kind: '种类', title: '标题', reason: '为什么立案' },
    values: {
      kind: {
        quality_return: '质量退货增多',
        complaint_words: '投诉词增多',
        price_change: '单价变了',
        gtin_change: '条码变了',
      },
    },
    title: '订单里的信号',
    about:
      '最近 %{days} 天的订单，与这位主播、这个商品自己此前 %{history} 天的情况相比；历史不够时用商品的，再不够用内部规则。信号只是提示，不会自动立案；阈值是内部规则，不是法律标准。',
    empty: '没有信号：最近的退货、投诉、价格和条码都在平常范围内。',
    noneOfKind: '没有这一种信号。',
    all: '全部',
    failed: '信号没有读出来，请稍后再试。',
    window: '%{from} 至 %{to}',
    stop: '；',
    from: {
      anchor_product: '平常（这位主播卖这个商品）：%{usual}',
      product: '平常（这个商品，所有主播）：%{usual}',
      house: '没有足够的历史，按内部规则：%{usual}',
    },
    threshold: {
      binomial_tail: '内部阈值：若一切照旧，出现这么多的可能性低于 %{value}',
      price_shift: '内部阈值：偏离超过 %{value}，且超出平时波动的 5 倍',
      other_gtin: '内部阈值：出现 %{value} 行别的条码就提示',
    },
    chance: '这次的可能性约 %{p}',
    lines: '背后的 %{count} 行',
    linesName: '信号背后的订单行',
    line: {
      order: '订单',
      paidAt: '付款时间',
      paid: '实付',
      refund: '退款',
      price: '单价',
      text: '原因或备注',
    },
    open: '立案',
    toCase: '看案件',
    openText: '背后的 %{count} 行会成为证据；商品立即停售。',
    hold: '同时冻结 %{name} 自 %{from} 起这个商品的分成（新订单也冻结）',
    holdNotYours: '冻结款项由合规决定，立案后他们可以随时冻结。',
  },
};
