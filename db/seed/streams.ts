export interface DemoStream {
  key: string;
  anchorKey: string;
  platform: 'douyin' | 'kuaishou' | 'taobao';
  title: string;
  /** China's time. */
  startsAt: string;
  hours: number;
  /** In the order they are shown; the first draws people in, the second is the hero. */
  productKeys: readonly string[];
  /** How many orders it brought. */
  orders: number;
  note: string | null;
}

/** Twelve evenings between April and June. */
export const STREAMS: readonly DemoStream[] = [
  {
    key: 's01',
    anchorKey: 'linxiaoman',
    platform: 'douyin',
    title: '春日焕肤专场',
    startsAt: '2026-04-06 19:00',
    hours: 5,
    productKeys: ['mianmo', 'jingzhi', 'jiemian', 'fangshai', 'maojin'],
    orders: 46,
    note: '投流 1.2 万，前半小时憋单被平台提醒。',
  },
  {
    key: 's02',
    anchorKey: 'ayou',
    platform: 'kuaishou',
    title: '阿柚的海味厨房',
    startsAt: '2026-04-08 19:30',
    hours: 4,
    productKeys: ['haitai', 'yupian', 'xiapi', 'yuwan', 'caidao'],
    orders: 34,
    note: null,
  },
  {
    key: 's03',
    anchorKey: 'laochen',
    platform: 'taobao',
    title: '沐砚堂春茶专场',
    startsAt: '2026-04-11 20:00',
    hours: 4,
    productKeys: ['gaiwan', 'rougui', 'shuixian', 'baimudan'],
    orders: 30,
    note: '小鹿任副播。',
  },
  {
    key: 's04',
    anchorKey: 'xiaolu',
    platform: 'douyin',
    title: '小鹿的宿舍好物',
    startsAt: '2026-04-12 20:00',
    hours: 3,
    productKeys: ['maojin', 'xiabei', 'mianmo', 'haitai'],
    orders: 22,
    note: null,
  },
  {
    key: 's05',
    anchorKey: 'beichuan',
    platform: 'douyin',
    title: '北川家居夜话',
    startsAt: '2026-04-14 20:00',
    hours: 3,
    productKeys: ['caidao', 'dunguo', 'yangshenghu', 'zhentou'],
    orders: 20,
    note: '含一笔企业团购。',
  },
  {
    key: 's06',
    anchorKey: 'zhouyihe',
    platform: 'douyin',
    title: '一禾四月生活节',
    startsAt: '2026-04-22 19:00',
    hours: 6,
    productKeys: ['maojin', 'sijian', 'zhentou', 'kongqizha', 'yuwan'],
    orders: 38,
    note: '经纪人顾南到场。',
  },
  {
    key: 's07',
    anchorKey: 'linxiaoman',
    platform: 'kuaishou',
    title: '林小满快手首秀',
    startsAt: '2026-05-02 19:00',
    hours: 4,
    productKeys: ['haitai', 'mianmo', 'fangshai', 'yupian'],
    orders: 32,
    note: null,
  },
  {
    key: 's08',
    anchorKey: 'zhouyihe',
    platform: 'taobao',
    title: '絮白家纺超级日',
    startsAt: '2026-05-08 20:00',
    hours: 5,
    productKeys: ['maojin', 'sijian', 'xiabei', 'zhentou'],
    orders: 30,
    note: null,
  },
  {
    key: 's09',
    anchorKey: 'ayou',
    platform: 'douyin',
    title: '阿柚厨房焕新',
    startsAt: '2026-05-17 19:30',
    hours: 4,
    productKeys: ['caidao', 'kongqizha', 'yangshenghu', 'xiapi'],
    orders: 34,
    note: '新合同首场。',
  },
  {
    key: 's10',
    anchorKey: 'laochen',
    platform: 'taobao',
    title: '老陈的白茶课',
    startsAt: '2026-05-19 20:00',
    hours: 3,
    productKeys: ['gaiwan', 'baimudan', 'shuixian', 'yangshenghu'],
    orders: 26,
    note: null,
  },
  {
    key: 's11',
    anchorKey: 'linxiaoman',
    platform: 'douyin',
    title: '618 清屿素返场',
    startsAt: '2026-06-06 19:00',
    hours: 6,
    productKeys: ['jiemian', 'jingzhi', 'fangshai', 'mianmo', 'xiabei'],
    orders: 44,
    note: '坑位费含一次返场。',
  },
  {
    key: 's12',
    anchorKey: 'xiaolu',
    platform: 'douyin',
    title: '小鹿毕业季',
    startsAt: '2026-06-12 20:00',
    hours: 3,
    productKeys: ['haitai', 'xiabei', 'maojin', 'zhentou'],
    orders: 24,
    note: null,
  },
];
