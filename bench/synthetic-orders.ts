import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** The header of 抖音达人订单明细, which the synthetic files imitate. */
const HEADER =
  '订单号,子订单行号,商品ID,商品名称,规格,店铺名称,达人ID,达人昵称,直播间ID,数量,单价(元),实付金额(元),佣金率,预估佣金(元),平台服务费率,订单状态,下单时间,支付时间,结算时间,退款金额(元),备注';
const GOODS = [
  '丝绒蜜粉',
  '智能手机',
  '果茶礼盒',
  '麻辣小龙虾',
  '电动剃须刀',
  '家用投影仪',
  '洗衣凝珠',
  '录音笔',
];
const SURNAMES = ['罗', '辛', '薇', '李', '王'];
const RATES_BPS = [1000, 1500, 2000, 2500, 3000];
const ANCHORS = 200;
const PRODUCTS = 600;
const SECONDS_PER_EVENING = 10_800;

export interface SyntheticOptions {
  lines: number;
  /** One settled line in so many was refunded afterwards, in full or in part: a later export of the same orders. */
  refundEvery?: number;
}

/** The anchors named in the file: external id and nickname. */
export function syntheticAnchors(): { externalId: string; nickname: string }[] {
  return Array.from({ length: ANCHORS }, (_, i) => ({
    externalId: `MS4w${7_000_000 + i}`,
    nickname: `主播${SURNAMES[i % SURNAMES.length]}${i}`,
  }));
}

/** The products named in the file. */
export function syntheticProducts(): {
  externalId: string;
  title: string;
  priceFen: number;
  rateBps: number;
}[] {
  const random = randomFrom(777);
  return Array.from({ length: PRODUCTS }, (_, i) => ({
    externalId: `36${100_000_000_000 + i * 7919}`,
    title: `【直播专享】${GOODS[i % GOODS.length]} ${i}号链接${i % 50 === 0 ? ',"限量"款' : ''}`,
    priceFen: 990 + Math.floor(random() * 50_000),
    rateBps: RATES_BPS[i % RATES_BPS.length]!,
  }));
}

/** Writes the same file every time: order lines of six months, newest ids last, in UTF-8 with a byte-order mark. */
export async function writeSyntheticOrders(path: string, options: SyntheticOptions): Promise<void> {
  const out = createWriteStream(path);
  const line = makeLines(options);
  let text = `\ufeff${HEADER}\r\n`;
  for (let i = 0; i < options.lines; i++) {
    text += line(i);
    if (text.length < 1 << 19) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await finished(out);
}

function makeLines({ lines, refundEvery = 0 }: SyntheticOptions): (i: number) => string {
  const random = randomFrom(12_345);
  const anchors = syntheticAnchors();
  const products = syntheticProducts();
  const perMonth = lines / 6 + 1;
  return (i) => {
    // squares: a few anchors and products sell most
    const product = products[Math.floor(random() * random() * PRODUCTS)]!;
    const anchor = anchors[Math.floor(random() * random() * ANCHORS)]!;
    const quantity = 1 + Math.floor(random() * random() * 3);
    const paid = product.priceFen * quantity - (random() < 0.3 ? 500 : 0);
    const luck = random();
    const part = random();
    const isLate = refundEvery > 0 && luck < 0.8 && i % refundEvery === 0;
    const isPartly = isLate ? part < 0.5 : luck >= 0.97;
    const isFully = isLate ? !isPartly : luck >= 0.9 && luck < 0.97;
    const status = isPartly ? '部分退款' : isFully ? '已退款' : luck < 0.8 ? '已结算' : '已支付';
    const refund = isFully ? paid : isPartly ? Math.floor(paid * part) : 0;
    const evening = i % SECONDS_PER_EVENING;
    const day = `2026-${two(1 + Math.floor(i / perMonth))}-${two(1 + (i % 28))}`;
    const paidAt = `${day} ${two(20 + Math.floor(evening / 3600))}:${two(Math.floor(evening / 60) % 60)}:${two(evening % 60)}`;
    // half of the partly refunded lines were settled first
    const isSettled = luck < 0.8 || luck >= 0.985;
    const commission = Math.floor((paid * product.rateBps + 5000) / 10_000);
    return `69${String(20_260_000_000_000_000 + i * 37).slice(0, 17)},${1 + (i % 2)},${product.externalId},${quote(product.title)},默认规格;1件装,旗舰店${i % 300},${anchor.externalId},${anchor.nickname},7361${100_000 + (i % 97)},${quantity},${yuan(product.priceFen)},${yuan(paid)},${yuan(product.rateBps)}%,${yuan(commission)},10.00%,${status},${paidAt},${paidAt},${isSettled ? paidAt : ''},${yuan(refund)},${i % 40 === 0 ? '"请尽快发货, 谢谢"' : ''}\r\n`;
  };
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
const yuan = (fen: number): string => (fen / 100).toFixed(2);
const quote = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A small generator of the same numbers everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
