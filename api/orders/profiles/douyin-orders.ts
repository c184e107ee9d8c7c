import type { Profile } from './profile.ts';

/**
 * 抖音 达人订单明细. 实付金额 and 预估佣金 are before refunds, so a settled line's net is derived from 退款金额.
 * 结算时间 is the evidence of settlement: a 部分退款 line is settled when it has one.
 */
export const douyinOrders: Profile = {
  id: 'douyin-orders',
  title: { zh: '抖音达人订单明细', en: 'Douyin creator order lines' },
  platform: 'douyin',
  required: [
    '订单号',
    '子订单行号',
    '商品ID',
    '达人ID',
    '实付金额(元)',
    '佣金率',
    '预估佣金(元)',
    '订单状态',
    '支付时间',
    '结算时间',
    '退款金额(元)',
  ],
  aliases: {},
  fields: {
    orderNo: { column: '订单号' },
    lineNo: { column: '子订单行号' },
    productExtId: { column: '商品ID' },
    productName: { column: '商品名称' },
    spec: { column: '规格' },
    shopName: { column: '店铺名称' },
    anchorExtId: { column: '达人ID' },
    anchorName: { column: '达人昵称' },
    roomExtId: { column: '直播间ID' },
    quantity: { column: '数量' },
    unitPriceFen: { column: '单价(元)' },
    paidFen: { column: '实付金额(元)' },
    refundFen: { column: '退款金额(元)' },
    commissionRateBps: { column: '佣金率' },
    commissionEstFen: { column: '预估佣金(元)' },
    settledFen: { column: '实付金额(元)' },
    commissionFen: { column: '预估佣金(元)' },
    serviceRateBps: { column: '平台服务费率' },
    status: {
      column: '订单状态',
      values: { 已结算: 'settled', 已支付: 'paid', 已收货: 'received', 已退款: 'refunded', 部分退款: 'paid' },
    },
    orderedAt: { column: '下单时间' },
    paidAt: { column: '支付时间' },
    settledAt: { column: '结算时间' },
    remark: { column: '备注' },
  },
  amounts: 'gross',
};
