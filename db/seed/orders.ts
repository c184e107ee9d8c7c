import { ANCHORS } from './anchors.ts';
import { BRANDS } from './brands.ts';
import { diceOf, laterBy } from './dice.ts';
import { listingIdOf, PRODUCTS } from './products.ts';
import { STREAMS } from './streams.ts';

export type FilePlatform = 'douyin' | 'kuaishou' | 'taobao';

/** The life of one order; times are China's, and null where it never happened. Amounts in fen. */
export interface DemoOrder {
  platform: FilePlatform;
  orderNo: string;
  anchorExtId: string;
  anchorName: string;
  productExtId: string;
  productName: string;
  shopName: string;
  quantity: number;
  unitPriceFen: number;
  rateBps: number;
  orderedAt: string;
  paidAt: string | null;
  receivedAt: string | null;
  settledAt: string | null;
  refundedAt: string | null;
  refundFen: number;
  media: string;
}

const DAY = 24 * 60;
const BUSINESS_DAYS = { douyin: 11, kuaishou: 8, taobao: 12 } as const;

/** Every order of the demo, by the time it was placed. */
export function tellOrders(): DemoOrder[] {
  const fromStreams = STREAMS.flatMap((stream) => {
    const dice = diceOf(stream.key);
    return Array.from({ length: stream.orders }, () => {
      const productKey = stream.productKeys[Math.floor(dice() ** 1.6 * stream.productKeys.length)]!;
      const orderedAt = laterBy(`${stream.startsAt}:00`, dice() * stream.hours * 60);
      return orderOf({
        dice,
        platform: stream.platform,
        anchorKey: stream.anchorKey,
        productKey,
        orderedAt,
        media: '直播',
      });
    });
  });
  return [...fromStreams, ...tellShelfOrders(), ...SPECIAL]
    .sort((a, b) => (a.orderedAt < b.orderedAt ? -1 : a.orderedAt > b.orderedAt ? 1 : 0))
    .map((order, index) => ({ ...order, orderNo: orderNoOf(order, index) }));
}

/** What sells between the streams, from the anchors' shop windows. */
const SHELVES: readonly [
  anchorKey: string,
  platform: FilePlatform,
  productKey: string,
  times: readonly string[],
][] = [
  ['linxiaoman', 'douyin', 'mianmo', ['2026-05-11', '2026-05-14', '2026-05-20', '2026-06-01', '2026-06-03']],
  ['zhouyihe', 'douyin', 'maojin', ['2026-04-05', '2026-05-13', '2026-05-15', '2026-06-02', '2026-06-09']],
  ['zhouyihe', 'taobao', 'zhentou', ['2026-04-03', '2026-05-21', '2026-06-04', '2026-06-08']],
  ['ayou', 'kuaishou', 'yupian', ['2026-05-06', '2026-05-12', '2026-06-05', '2026-06-11']],
  ['ayou', 'douyin', 'yangshenghu', ['2026-05-10', '2026-06-02', '2026-06-14']],
  ['laochen', 'taobao', 'baimudan', ['2026-04-04', '2026-05-06', '2026-06-03', '2026-06-10', '2026-06-16']],
  ['laochen', 'taobao', 'rougui', ['2026-05-09', '2026-06-07', '2026-06-13']],
  ['xiaolu', 'douyin', 'xiabei', ['2026-05-07', '2026-05-16', '2026-06-05']],
  ['beichuan', 'douyin', 'caidao', ['2026-05-08', '2026-05-19', '2026-06-04', '2026-06-12']],
  ['beichuan', 'douyin', 'dunguo', ['2026-06-06', '2026-06-09']],
];

function tellShelfOrders(): DemoOrder[] {
  return SHELVES.flatMap(([anchorKey, platform, productKey, days]) =>
    days.map((day) => {
      const dice = diceOf(`${anchorKey}${productKey}${day}`);
      const orderedAt = laterBy(`${day} 09:00:00`, dice() * 12 * 60);
      return orderOf({ dice, platform, anchorKey, productKey, orderedAt, media: '橱窗' });
    }),
  );
}

interface Telling {
  dice: () => number;
  platform: FilePlatform;
  anchorKey: string;
  productKey: string;
  orderedAt: string;
  media: string;
}

/** One order in sixteen is never paid or cancelled at once, one in nine goes back before settlement, one in twelve in part. */
function orderOf({ dice, platform, anchorKey, productKey, orderedAt, media }: Telling): DemoOrder {
  const product = PRODUCTS.find(({ key }) => key === productKey)!;
  const quantity = 1 + Math.floor(dice() ** 3 * 4);
  const isPaid = dice() > 1 / 16;
  const paidAt = isPaid ? laterBy(orderedAt, 0.2 + dice() * 4) : null;
  const fate = dice();
  const receivedAt = isPaid ? laterBy(orderedAt, (2 + dice() * 3) * DAY) : null;
  const goesBack = isPaid && fate < 1 / 9;
  const isPartial = isPaid && fate > 0.92;
  const settledAt =
    isPaid && !goesBack ? laterBy(orderedAt, (BUSINESS_DAYS[platform] + dice() * 3) * DAY) : null;
  return {
    platform,
    orderNo: '',
    ...namesOf(platform, anchorKey, productKey),
    quantity,
    unitPriceFen: product.livePriceFen,
    rateBps: product.commissionRateBps,
    orderedAt,
    paidAt,
    receivedAt: goesBack ? null : receivedAt,
    settledAt,
    refundedAt: goesBack || isPartial ? laterBy(orderedAt, (3 + dice() * 4) * DAY) : null,
    refundFen: goesBack
      ? product.livePriceFen * quantity
      : isPartial
        ? Math.floor(product.livePriceFen * quantity * 0.3)
        : 0,
    media,
  };
}

function namesOf(platform: FilePlatform, anchorKey: string, productKey: string) {
  const anchor = ANCHORS.find(({ key }) => key === anchorKey)!;
  const account = anchor.accounts.find((each) => each.platform === platform);
  const product = PRODUCTS.find(({ key }) => key === productKey)!;
  if (!account) throw new Error(`${anchorKey} has no account on ${platform}`);
  return {
    anchorExtId: account.externalId,
    anchorName: account.nickname,
    productExtId: listingIdOf(platform, productKey),
    productName: `【直播专享】${product.name} ${product.spec}`,
    shopName: `${BRANDS.find(({ key }) => key === product.brandKey)!.name}示例旗舰店`,
  };
}

/** Ids in the length the platform writes them: Douyin's nineteen digits do not fit a spreadsheet's number. */
function orderNoOf({ platform, orderedAt }: DemoOrder, index: number): string {
  const no = String(index + 1).padStart(5, '0');
  const day = orderedAt.slice(2, 10).replaceAll('-', '');
  return { douyin: `69${day}30085${no}1`, kuaishou: `26${day}0077${no}`, taobao: `41${day}6620${no}09` }[
    platform
  ];
}

const douyinOrder = (
  anchorKey: string,
  productKey: string,
  quantity: number,
  orderedAt: string,
): DemoOrder => ({
  ...orderOf({ dice: () => 0.5, platform: 'douyin', anchorKey, productKey, orderedAt, media: '直播' }),
  quantity,
});
const goesBackOn = (order: DemoOrder, refundedAt: string): DemoOrder => ({
  ...order,
  refundedAt,
  refundFen: order.unitPriceFen * order.quantity,
});

/**
 * The orders with a story: two that go back after they were settled (one makes its anchor's month negative, the other
 * moves an anchor's month to a lower tier), one of goods nobody has listed yet, one of an account nobody knows.
 */
const SPECIAL: readonly DemoOrder[] = [
  goesBackOn(douyinOrder('beichuan', 'dunguo', 60, '2026-04-14 21:12:07'), '2026-05-12 10:05:00'),
  goesBackOn(douyinOrder('xiaolu', 'xiabei', 6, '2026-04-12 20:03:30'), '2026-05-14 16:40:00'),
  goesBackOn(douyinOrder('xiaolu', 'zhentou', 8, '2026-05-16 12:00:00'), '2026-06-20 11:00:00'),
  {
    ...douyinOrder('ayou', 'caidao', 2, '2026-05-17 20:30:00'),
    productExtId: '3715902846100709901',
    productName: '【直播专享】不粘煎锅 28cm',
  },
  {
    ...douyinOrder('linxiaoman', 'mianmo', 1, '2026-06-28 20:10:00'),
    anchorExtId: 'xiaoman_two',
    anchorName: '林小满小号',
  },
];
