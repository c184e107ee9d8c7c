import { DOUYIN_STATUSES, MEDIA_WORDS, type Profile } from './profile.ts';

/**
 * 抖音 精选联盟 团长服务费. Names the same orders as the commission file and adds the service fee to them.
 * 结算金额 and 实际服务费收入 are what the platform settled, after refunds.
 */
export const douyinLeader: Profile = {
  id: 'douyin-leader',
  title: { zh: '抖音精选联盟 · 团长服务费', en: 'Douyin alliance, leader service fee' },
  platform: 'douyin',
  required: [
    '订单id',
    '商品id',
    '订单状态',
    '出单机构',
    '支付金额',
    '服务费率',
    '预估服务费收入',
    '结算金额',
    '实际服务费收入',
    '结算时间',
  ],
  aliases: {
    订单id: ['订单ID', '订单编号'],
    商品id: ['商品ID'],
    结算时间: ['订单结算时间'],
    '订单来源(直播/视频)': ['订单来源:直播'],
    '订单来源(抖音)': ['订单来源:抖音'],
  },
  fields: {
    orderNo: { column: '订单id' },
    productExtId: { column: '商品id' },
    productName: { column: '商品名称' },
    shopName: { column: '店铺名称' },
    quantity: { column: '商品数量' },
    paidFen: { column: '支付金额' },
    serviceRateBps: { column: '服务费率' },
    serviceEstFen: { column: '预估服务费收入' },
    settledFen: { column: '结算金额' },
    serviceFen: { column: '实际服务费收入' },
    status: { column: '订单状态', values: DOUYIN_STATUSES },
    unsettledReason: { column: '超时未结算原因' },
    paidAt: { column: '付款时间' },
    receivedAt: { column: '收货时间' },
    settledAt: { column: '结算时间' },
    media: { column: '订单来源(直播/视频)', values: MEDIA_WORDS },
  },
  amounts: 'net',
};
