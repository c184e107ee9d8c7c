import type { Profile } from './profile.ts';

/**
 * 微信小店 订单. 订单完成结算时间 is the evidence of settlement; a settled line's base is the goods' real price less
 * 商品已退款金额 and its commission 带货费用 in the same proportion, since the file gives both before refunds.
 * One order has a row per product and no line number, so the line is named by the product's code.
 */
export const wechatOrders: Profile = {
  id: 'wechat-orders',
  title: { zh: '微信小店 · 订单', en: 'WeChat shop orders' },
  platform: 'wechat',
  required: [
    '订单号',
    '订单状态',
    '支付时间',
    '订单完成结算时间',
    '商品编码(平台)',
    '商品实际价格(总共)',
    '带货账号昵称',
    '带货费用',
    '商品已退款金额',
  ],
  aliases: {},
  fields: {
    orderNo: { column: '订单号' },
    lineNo: { ordinalWithin: ['订单号', '商品编码(平台)'] },
    productExtId: { column: '商品编码(平台)' },
    productName: { column: '商品名称' },
    spec: { column: '商品属性' },
    anchorExtId: { column: '带货账号昵称' },
    anchorName: { column: '带货账号昵称' },
    media: { column: '带货方式', values: { 直播: 'live', 短视频: 'video', 橱窗: 'shop' } },
    quantity: { column: '商品数量' },
    unitPriceFen: { column: '商品实际价格(单件)' },
    paidFen: { column: '商品实际价格(总共)' },
    refundFen: { column: '商品已退款金额' },
    commissionRateBps: { column: '带货佣金率' },
    commissionEstFen: { column: '带货费用' },
    settledFen: { column: '商品实际价格(总共)' },
    commissionFen: { column: '带货费用' },
    status: {
      column: '订单状态',
      values: {
        待付款: 'unpaid',
        待收礼: 'paid',
        待使用: 'paid',
        待发货: 'paid',
        部分发货: 'paid',
        待收货: 'paid',
        已发货: 'paid',
        完成: 'received',
        已完成: 'received',
        全部售后取消: 'refunded',
        售后取消: 'refunded',
        未付款取消: 'closed',
        已取消: 'closed',
      },
    },
    orderedAt: { column: '订单下单时间' },
    paidAt: { column: '支付时间' },
    receivedAt: { column: '订单确认收货时间' },
    settledAt: { column: '订单完成结算时间' },
  },
  amounts: 'gross',
};
