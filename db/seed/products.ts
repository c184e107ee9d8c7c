import { gtinCheckDigit } from '../../api/domain/gtin.ts';

export interface DemoProduct {
  key: string;
  brandKey: string;
  name: string;
  /** 69码 without its check digit, which `gtinOf` adds. */
  gtinStem: string;
  spec: string;
  ingredients: string | null;
  licenceNo: string | null;
  origin: string;
  shelfLifeDays: number | null;
  livePriceFen: number;
  listPriceFen: number;
  commissionRateBps: number;
}

type Row = readonly [
  key: string,
  brandKey: string,
  name: string,
  spec: string,
  ingredients: string | null,
  licenceNo: string | null,
  origin: string,
  shelfLifeDays: number | null,
  livePriceFen: number,
  listPriceFen: number,
  commissionRateBps: number,
];

const TEA = 'SC11435078200000';
const FOOD = 'SC12233090000000';
const COSMETIC = '粤G妆网备字2026000000';

const ROWS: readonly Row[] = [
  [
    'rougui',
    'muyan',
    '武夷岩茶 肉桂 礼盒装',
    '8g×16泡',
    '乌龙茶（武夷岩茶）',
    `${TEA}11`,
    '福建武夷山',
    540,
    26_800,
    39_800,
    3000,
  ],
  [
    'shuixian',
    'muyan',
    '武夷岩茶 水仙 罐装',
    '125g/罐',
    '乌龙茶（武夷岩茶）',
    `${TEA}11`,
    '福建武夷山',
    540,
    12_800,
    19_800,
    3000,
  ],
  [
    'baimudan',
    'muyan',
    '福鼎白茶 白牡丹 饼茶',
    '350g/饼',
    '白茶',
    `${TEA}12`,
    '福建福鼎',
    1825,
    18_900,
    29_900,
    2800,
  ],
  ['gaiwan', 'muyan', '手绘盖碗三件套', '150ml', null, null, '福建德化', null, 8_900, 15_900, 2500],
  [
    'xiapi',
    'heyu',
    '即食虾皮 淡干',
    '100g×3袋',
    '毛虾、食用盐',
    `${FOOD}21`,
    '浙江舟山',
    270,
    4_990,
    7_990,
    2000,
  ],
  [
    'yupian',
    'heyu',
    '香烤鳕鱼片',
    '80g×4袋',
    '鳕鱼、白砂糖、食用盐',
    `${FOOD}22`,
    '浙江舟山',
    240,
    5_990,
    9_900,
    2200,
  ],
  [
    'haitai',
    'heyu',
    '夹心海苔 芝麻味',
    '32g×6罐',
    '海苔、芝麻、麦芽糖',
    `${FOOD}23`,
    '浙江舟山',
    270,
    3_990,
    5_990,
    2500,
  ],
  [
    'yuwan',
    'heyu',
    '手打墨鱼丸',
    '500g×2袋',
    '墨鱼、马蹄、淀粉',
    `${FOOD}24`,
    '浙江舟山',
    180,
    6_980,
    10_800,
    1800,
  ],
  [
    'sijian',
    'xubai',
    '60支长绒棉四件套 1.8m床',
    '被套220×240cm',
    '100%棉',
    null,
    '江苏南通',
    null,
    29_900,
    59_900,
    2000,
  ],
  [
    'xiabei',
    'xubai',
    '天丝夏凉被',
    '200×230cm',
    '面料：莱赛尔纤维；填充：聚酯纤维',
    null,
    '江苏南通',
    null,
    15_900,
    29_900,
    2200,
  ],
  ['maojin', 'xubai', '纯棉毛巾 家庭装', '6条/盒', '100%棉', null, '江苏南通', null, 5_900, 9_900, 2500],
  [
    'zhentou',
    'xubai',
    '护颈乳胶枕',
    '60×40cm',
    '天然乳胶 ≥93%',
    null,
    '江苏南通',
    null,
    13_900,
    26_900,
    2400,
  ],
  [
    'jingzhi',
    'qingyu',
    '积雪草舒缓精华液',
    '30ml',
    '水、积雪草提取物、烟酰胺',
    `${COSMETIC}1`,
    '广东广州',
    1095,
    16_800,
    29_800,
    3500,
  ],
  [
    'mianmo',
    'qingyu',
    '玻色因保湿面膜',
    '25ml×10片',
    '水、甘油、羟丙基四氢吡喃三醇',
    `${COSMETIC}2`,
    '广东广州',
    1095,
    9_900,
    19_900,
    4000,
  ],
  [
    'fangshai',
    'qingyu',
    '轻透防晒乳 SPF50',
    '50ml',
    '二氧化钛、氧化锌',
    '国妆特字20260000',
    '广东广州',
    1095,
    11_900,
    18_900,
    3200,
  ],
  [
    'jiemian',
    'qingyu',
    '氨基酸洁面乳',
    '120g',
    '水、椰油酰甘氨酸钾',
    `${COSMETIC}3`,
    '广东广州',
    1095,
    7_900,
    12_900,
    3500,
  ],
  [
    'yangshenghu',
    'chengchu',
    '玻璃养生壶',
    '1.5L',
    null,
    '3C 2026010717000000',
    '浙江宁波',
    null,
    12_900,
    21_900,
    1500,
  ],
  [
    'dunguo',
    'chengchu',
    '隔水电炖锅',
    '2L',
    null,
    '3C 2026010717000001',
    '浙江宁波',
    null,
    19_900,
    32_900,
    1500,
  ],
  [
    'kongqizha',
    'chengchu',
    '可视空气炸锅',
    '5.5L',
    null,
    '3C 2026010717000002',
    '浙江宁波',
    null,
    25_900,
    45_900,
    1200,
  ],
  ['caidao', 'chengchu', '熟铁锻打菜刀', '刃长 19cm', null, null, '浙江宁波', null, 9_900, 16_900, 1800],
];

/** Twenty goods nobody sells. 699 is China's but hardly given out. */
export const PRODUCTS: readonly DemoProduct[] = ROWS.map(
  ([key, brandKey, name, spec, ingredients, licenceNo, origin, shelfLifeDays, live, list, rate], index) => ({
    key,
    brandKey,
    name,
    gtinStem: `6999${String(10_260_000 + (index + 1) * 17)}`,
    spec,
    ingredients,
    licenceNo,
    origin,
    shelfLifeDays,
    livePriceFen: live,
    listPriceFen: list,
    commissionRateBps: rate,
  }),
);

export const gtinOf = ({ gtinStem }: DemoProduct): string => `${gtinStem}${gtinCheckDigit(gtinStem)}`;

/** Under which id a platform's files name a product. */
export function listingIdOf(platform: 'douyin' | 'kuaishou' | 'taobao', productKey: string): string {
  const index = PRODUCTS.findIndex((product) => product.key === productKey) + 1;
  if (index === 0) throw new Error(`the demo has no product ${productKey}`);
  const no = String(index).padStart(4, '0');
  return { douyin: `371590284610070${no}`, kuaishou: `2218065${no}417`, taobao: `68391${no}255` }[platform];
}
