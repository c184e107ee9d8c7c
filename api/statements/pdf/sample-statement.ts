import { addFen, bps, type Fen, fen, shareOf } from '../../domain/money.ts';
import type {
  StatementDocument,
  StatementProduct,
  StatementReversal,
  StatementStream,
} from '../../domain/statement.ts';

export interface SampleSize {
  rows: number;
  reversals: number;
  openingFen: number;
}

/** An invented statement that adds up, the same for the same seed; for tests, the bench and looking at pictures. */
export function sampleStatement(seed: number, size: SampleSize): StatementDocument {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[random(items.length)]!;
  const streams: StatementStream[] = [];
  for (let left = size.rows; left > 0; ) {
    const count = Math.min(left, 4 + random(9));
    streams.push(sampleStream(random, pick, streams.length, count));
    left -= count;
  }
  const reversals = Array.from({ length: size.reversals }, () => sampleReversal(random, pick));
  const products = streams.flatMap((stream) => stream.products);
  const openingFen = fen(size.openingFen);
  const earnedFen = addFen(...streams.map((stream) => stream.amountFen));
  const reversedFen = addFen(...reversals.map((reversal) => reversal.amountFen));
  const closingFen = addFen(openingFen, earnedFen, reversedFen);
  return {
    version: 1,
    no: `FC-202605-${String(seed).padStart(5, '0')}`,
    month: '2026-05',
    issuedOn: '2026-06-05',
    agency: { name: '杭州明播文化传媒有限公司', creditCode: '91330106MA2C12347K' },
    anchor: {
      name: `主播${pick(SURNAMES)}${pick(GIVEN)}${pick(GIVEN)}`,
      realName: `${pick(SURNAMES)}${pick(GIVEN)}`,
      payee: `${pick(SURNAMES)}${pick(GIVEN)}个人工作室`,
      accountTail: String(1000 + random(9000)),
    },
    contracts: [{ no: 'MCN-2026-003', title: '主播独家经纪合同', versionNo: 2 }],
    summary: {
      salesFen: addFen(...products.map((product) => product.salesFen)),
      baseFen: addFen(...products.map((product) => product.baseFen)),
      earnedFen,
      reversedFen,
      openingFen,
      closingFen,
      payableFen: closingFen > 0 ? closingFen : fen(0),
      carriedFen: closingFen < 0 ? closingFen : fen(0),
      orderLines: products.reduce((sum, product) => sum + product.orderLines, 0),
    },
    streams,
    reversals,
  };
}

type Random = (below: number) => number;
type Pick = <T>(items: readonly T[]) => T;

function sampleStream(random: Random, pick: Pick, index: number, count: number): StatementStream {
  const products = Array.from({ length: count }, () => sampleProduct(random, pick));
  const day = String(1 + (index % 28)).padStart(2, '0');
  return {
    title: `${pick(THEMES)}第${index + 1}场`,
    startedAt: `2026-05-${day}T20:00:00+08:00`,
    amountFen: addFen(...products.map((product) => product.amountFen)),
    products,
  };
}

function sampleProduct(random: Random, pick: Pick): StatementProduct {
  const orderLines = 1 + random(400);
  const salesFen: Fen = fen(orderLines * (990 + random(60_000)));
  const baseFen = shareOf(salesFen, bps(2000));
  const rateBps = pick([bps(2500), bps(3250), bps(4500)]);
  return {
    name: `${pick(GOODS)}${pick(KINDS)}${1 + random(99)}号`,
    orderLines,
    quantity: orderLines + random(20),
    salesFen,
    baseFen,
    rateBps,
    rateOf: 'base',
    amountFen: shareOf(baseFen, rateBps),
    clause: `MCN-2026-003 v2 §4.${1 + random(3)}`,
  };
}

function sampleReversal(random: Random, pick: Pick): StatementReversal {
  const baseFen = fen(-(500 + random(20_000)));
  return {
    orderNo: `69${String(random(1e9)).padStart(9, '0')}${String(random(1e8)).padStart(8, '0')}`,
    lineNo: String(1 + random(3)),
    product: `${pick(GOODS)}${pick(KINDS)}${1 + random(99)}号`,
    settledIn: pick(['2026-03', '2026-04']),
    reason: pick(['refund', 'refund', 'tier']),
    baseFen,
    amountFen: shareOf(baseFen, bps(3250)),
    clause: 'MCN-2026-003 v2 §4.1',
  };
}

/** xorshift32 */
function createRandom(seed: number): Random {
  let state = (seed * 2654435761 + 97) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

const SURNAMES = Array.from('王李张刘陈杨赵黄周吴徐孙');
const GIVEN = Array.from('伟芳娜敏静丽强磊军洋喆堃龘雨欣子轩梓涵');
const THEMES = ['夏日美妆专场', '零食大赏', '618 预热混场', '家清好物夜', '母婴精选'];
const GOODS = [
  '蜜粉空气定妆散粉',
  '智能手机',
  '茶点心意卡',
  '麻辣小龙虾',
  '隐形剃须刀',
  '家用投影仪',
  '洗衣凝珠',
  '录音笔',
  '轻薄笔记本',
  '纯甄酸奶',
  '坚果礼盒',
  '纯棉毛巾',
  '保湿精华水',
  '儿童防晒霜',
];
const KINDS = ['礼盒', '套装', '限定', '直播专享', '旗舰款', '加量装'];
