import type { Profile } from './profile.ts';

/**
 * 淘宝联盟 订单明细 (推广者). 结算预估收入 = 结算金额 × 提成 and exists from settlement on; both are after refunds.
 * The promoter's place (推广位) is what tells anchors of one account apart.
 */
export const taobaoAlliance: Profile = {
  id: 'taobao-alliance',
  title: { zh: '淘宝联盟 · 订单明细', en: 'Taobao alliance order lines' },
  platform: 'taobao',
  required: [
    '淘宝订单编号',
    '淘宝子订单号',
    '商品ID',
    '付款金额',
    '订单状态',
    '结算金额',
    '结算时间',
    '付款预估收入',
    '结算预估收入',
  ],
  aliases: { 淘宝子订单号: ['淘宝子订单编号'], 商品ID: ['商品id'] },
  fields: {
    orderNo: { column: '淘宝订单编号' },
    lineNo: { column: '淘宝子订单号' },
    productExtId: { column: '商品ID' },
    productName: { column: '商品标题' },
    shopName: { column: '店铺名称' },
    anchorExtId: { column: '推广位名称' },
    anchorName: { column: '媒体名称' },
    quantity: { column: '商品数量' },
    unitPriceFen: { column: '商品单价' },
    paidFen: { column: '付款金额' },
    commissionRateBps: { column: '提成' },
    commissionEstFen: { column: '付款预估收入' },
    settledFen: { column: '结算金额' },
    commissionFen: { column: '结算预估收入' },
    techFeeFen: { column: '技术服务费' },
    status: {
      column: '订单状态',
      values: {
        订单付款: 'paid',
        已付款: 'paid',
        '12': 'paid',
        订单成功: 'received',
        已收货: 'received',
        '14': 'received',
        订单结算: 'settled',
        已结算: 'settled',
        '3': 'settled',
        订单失效: 'closed',
        已失效: 'closed',
        '13': 'closed',
      },
    },
    orderedAt: { column: '创建时间' },
    paidAt: { column: '付款时间' },
    settledAt: { column: '结算时间' },
    remark: { column: '维权标签' },
  },
  amounts: 'net',
};
