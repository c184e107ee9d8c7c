import type { Profile } from './profile.ts';

/**
 * 天猫 店铺订单. 买家实际支付金额 already has refunds taken off (a full refund leaves 0), so a refund above it is no
 * mistake. The file has no settlement evidence at all: nothing of it settles.
 */
export const tmallOrders: Profile = {
  id: 'tmall-orders',
  title: { zh: '天猫 · 店铺订单', en: 'Tmall shop orders' },
  platform: 'tmall',
  required: ['订单编号', '总金额', '买家实际支付金额', '订单创建时间', '订单付款时间', '退款金额'],
  aliases: {},
  fields: {
    orderNo: { column: '订单编号' },
    totalFen: { column: '总金额' },
    paidFen: { column: '买家实际支付金额' },
    refundFen: { column: '退款金额' },
    status: { from: 'payment' },
    orderedAt: { column: '订单创建时间' },
    paidAt: { column: '订单付款时间' },
  },
  amounts: 'net',
};
