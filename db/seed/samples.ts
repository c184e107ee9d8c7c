/** The serum of the demo: as it was sealed, and as it came in a box nobody knew to be a test. */
export const SERUM_KEY = 'jingzhi';

const COMMON = {
  name: '积雪草舒缓精华液',
  brand: '清屿素',
  shelfLife: '36个月',
  filingNumber: '粤G妆网备字20260000001',
  licenceNumber: '粤妆20260001',
  maker: '广州清屿素示例化妆品有限公司',
  origin: '广东广州',
};

export const SEALED = {
  purpose: '首发前封样',
  requestedOn: '2026-03-05',
  receivedOn: '2026-03-09',
  sealedOn: '2026-03-10',
  sealNumber: 'FY-2026-0001',
  batch: 'QY260301A',
  carrier: '顺丰速运',
  trackingNo: 'SF1390000000001',
  attributes: { ...COMMON, netContent: '30ml', ingredients: '水、积雪草提取物、烟酰胺', spec: '30ml/瓶' },
};

/** What came: half the content, one ingredient gone, another batch. */
export const SHIPPED = {
  batch: 'QY260328C',
  producedOn: '2026-03-28',
  inspectedOn: '2026-05-07',
  attributes: { ...COMMON, netContent: '15ml', ingredients: '水、积雪草提取物', spec: '15ml/瓶' },
};

export const MYSTERY = {
  orderNo: '6927050415330000001',
  platform: 'douyin',
  boughtBy: '郑悦',
  boughtAt: '2026-05-04T20:31:00+08:00',
  receivedAt: '2026-05-07T11:05:00+08:00',
  paidFen: 50_400,
  note: '直播间下单三瓶，未说明身份。',
  custody: [
    {
      step: 'received',
      at: '2026-05-07T11:05:00+08:00',
      place: '杭州 余杭仓前菜鸟驿站',
      holder: '郑悦',
      note: '外箱完好，封签未动',
    },
    {
      step: 'handed_over',
      at: '2026-05-07T15:20:00+08:00',
      place: '公司三楼质检室',
      holder: '赵蕾',
      note: '未拆封交接',
    },
    { step: 'opened', at: '2026-05-07T15:26:00+08:00', place: '公司三楼质检室', holder: '赵蕾', note: null },
  ],
} as const;

/** Lots of the serum before its first stream on 6 April, as they ended: nothing clean was found after the last one. */
export const LOTS = [
  { lotNo: 'QY-0318', inspectedOn: '2026-03-18', isGood: true },
  { lotNo: 'QY-0325', inspectedOn: '2026-03-25', isGood: false },
  { lotNo: 'QY-0405', inspectedOn: '2026-04-05', isGood: true },
] as const;
