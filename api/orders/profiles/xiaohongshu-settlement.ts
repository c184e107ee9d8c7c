import type { Profile } from './profile.ts';

/**
 * 小红书 商品结算明细. Every row is settled: 结算入账 is a sale, 退款 a refund line of its own under its 售后单号.
 * The file writes expenses with either sign; ours follow the row's kind. 计佣基数 and 分销佣金 are taken as they are.
 */
export const xiaohongshuSettlement: Profile = {
  id: 'xiaohongshu-settlement',
  title: { zh: '小红书 · 商品结算明细', en: 'Xiaohongshu goods settlement' },
  platform: 'xiaohongshu',
  required: ['订单号', '售后单号', '结算时间', '交易类型', '计佣基数', '商品实付/实退', '分销佣金'],
  aliases: {},
  fields: {
    orderNo: { column: '订单号' },
    lineNo: { column: '售后单号' },
    paidFen: { column: '商品实付/实退' },
    settledFen: { column: '计佣基数' },
    commissionFen: { column: '分销佣金' },
    status: { column: '交易类型', values: { 结算入账: 'settled', 退款: 'settled' } },
    orderedAt: { column: '下单时间' },
    settledAt: { column: '结算时间' },
    remark: { column: '备注' },
    refundWhen: { column: '交易类型', equals: ['退款'] },
  },
  amounts: 'net',
  signByKind: true,
};
