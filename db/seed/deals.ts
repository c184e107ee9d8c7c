export interface DemoDeal {
  brandKey: string;
  title: string;
  status: 'draft' | 'agreed' | 'running' | 'ended';
  startsOn: string;
  endsOn: string;
  ownerKey: string;
  note: string;
  lines: readonly DemoOffer[];
}

export interface DemoOffer {
  productKey: string;
  couponFen?: number;
  gifts?: string;
  serviceRateBps: number;
  slotFeeFen?: number;
  pricePromise?: string;
  exclusive?: boolean;
}

/** What was agreed with the brands; live price, list price and commission are the product's own. */
export const DEALS: readonly DemoDeal[] = [
  {
    brandKey: 'muyan',
    title: '沐砚堂 春茶专场',
    status: 'ended',
    startsOn: '2026-04-01',
    endsOn: '2026-05-31',
    ownerKey: 'agent',
    note: '服务费底线 8%，已拿到 9.5%。',
    lines: [
      {
        productKey: 'rougui',
        gifts: '加赠随手泡 2 泡',
        serviceRateBps: 950,
        slotFeeFen: 500_000,
        pricePromise: '直播后 30 天内同店不低于直播价',
      },
      { productKey: 'shuixian', couponFen: 1000, serviceRateBps: 950 },
      { productKey: 'baimudan', serviceRateBps: 950, exclusive: true },
      { productKey: 'gaiwan', serviceRateBps: 500 },
    ],
  },
  {
    brandKey: 'heyu',
    title: '禾屿记 海味零食季',
    status: 'running',
    startsOn: '2026-04-01',
    endsOn: '2026-07-31',
    ownerKey: 'operator',
    note: '返单佣金可再谈 2 个点。',
    lines: [
      { productKey: 'xiapi', serviceRateBps: 300 },
      { productKey: 'yupian', gifts: '买二送一（同款 80g）', serviceRateBps: 300, slotFeeFen: 200_000 },
      { productKey: 'haitai', couponFen: 500, serviceRateBps: 300 },
      { productKey: 'yuwan', serviceRateBps: 200 },
    ],
  },
  {
    brandKey: 'xubai',
    title: '絮白 夏日换新',
    status: 'running',
    startsOn: '2026-04-15',
    endsOn: '2026-07-15',
    ownerKey: 'operator',
    note: '',
    lines: [
      {
        productKey: 'sijian',
        couponFen: 3000,
        gifts: '同款枕套一对',
        serviceRateBps: 400,
        slotFeeFen: 800_000,
      },
      { productKey: 'xiabei', couponFen: 2000, serviceRateBps: 400, pricePromise: '618 期间全渠道同价' },
      { productKey: 'maojin', serviceRateBps: 300 },
      { productKey: 'zhentou', serviceRateBps: 400 },
    ],
  },
  {
    brandKey: 'qingyu',
    title: '清屿素 新品首发',
    status: 'running',
    startsOn: '2026-04-01',
    endsOn: '2026-06-30',
    ownerKey: 'operator',
    note: '首发期独家，价格不得低于官方旗舰店。',
    lines: [
      {
        productKey: 'jingzhi',
        gifts: '正装送 10ml 小样',
        serviceRateBps: 600,
        slotFeeFen: 1_200_000,
        exclusive: true,
      },
      { productKey: 'mianmo', couponFen: 1000, serviceRateBps: 600 },
      { productKey: 'fangshai', serviceRateBps: 500 },
      { productKey: 'jiemian', serviceRateBps: 500 },
    ],
  },
  {
    brandKey: 'chengchu',
    title: '澄厨 厨房焕新',
    status: 'running',
    startsOn: '2026-04-01',
    endsOn: '2026-08-31',
    ownerKey: 'agent',
    note: '',
    lines: [
      { productKey: 'yangshenghu', couponFen: 1000, serviceRateBps: 200 },
      { productKey: 'dunguo', serviceRateBps: 200, slotFeeFen: 300_000 },
      { productKey: 'kongqizha', couponFen: 2000, gifts: '烘焙纸 50 张', serviceRateBps: 200 },
      { productKey: 'caidao', serviceRateBps: 200 },
    ],
  },
  {
    brandKey: 'qingyu',
    title: '清屿素 暑期防晒（洽谈中）',
    status: 'draft',
    startsOn: '2026-07-01',
    endsOn: '2026-08-31',
    ownerKey: 'operator',
    note: '等品牌方确认赠品库存。',
    lines: [{ productKey: 'fangshai', couponFen: 1500, serviceRateBps: 600, slotFeeFen: 600_000 }],
  },
];
