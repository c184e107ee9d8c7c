import type { Profile } from './profile.ts';

/**
 * 快手 结算(gmv). Every row with 实际结算时间 is settled; 分账基数 is the base its commission was taken from, after
 * refunds, and 达人佣金 what was paid. 实际结算金额 is the merchant's own receipt and not used.
 */
export const kuaishouSettlement: Profile = {
  id: 'kuaishou-settlement',
  title: { zh: '快手 · 结算明细', en: 'Kuaishou settlement' },
  platform: 'kuaishou',
  required: ['订单号', '商品ID', '订单实付(元)', '达人ID', '达人佣金(元)', '分账基数', '实际结算时间'],
  aliases: { 达人ID: ['达人id', 'CPS达人ID'], 团长id: ['团长ID'] },
  fields: {
    orderNo: { column: '订单号' },
    productExtId: { column: '商品ID' },
    productName: { column: '商品名称' },
    anchorExtId: { column: '达人ID' },
    quantity: { column: '商品数量' },
    paidFen: { column: '订单实付(元)' },
    refundFen: { column: '订单退款(元)' },
    settledFen: { column: '分账基数' },
    commissionFen: { column: '达人佣金(元)' },
    serviceFen: { column: '团长佣金(元)' },
    techFeeFen: { column: '技术服务费(元)' },
    status: { from: 'settlement' },
    orderedAt: { column: '订单创建时间' },
    settledAt: { column: '实际结算时间' },
    remark: { column: '备注' },
  },
  amounts: 'net',
};
