/** What orders say of one product (of one anchor, or of all) in a window and in the time before it. */
export interface OrderHistory {
  sales: number;
  /** Refunded, and not for a reason of the buyer's own. */
  returns: number;
  /** Lines whose remarks hold a word of complaint. */
  complaints: number;
  /** Median of what one piece cost, fen, and the median distance from it; null without a sale. */
  priceFen: number | null;
  priceSpreadFen: number | null;
}

export type SignalKind = 'quality_return' | 'complaint_words' | 'price_change' | 'gtin_change';

export interface Signal {
  kind: SignalKind;
  observed: { count: number; of: number };
  expected: { bps: number | null; fen: number | null; from: 'anchor_product' | 'product' | 'house' };
  threshold: { name: string; value: string; isHouse: true };
  /** How likely so many would be if nothing had changed; null where no such figure is reckoned. */
  pBelow: number | null;
  words: { zh: string; en: string };
}

/** The window and what it is held against: house rules, marked so wherever they are shown. */
export const SIGNAL_DAYS = 14;
export const HISTORY_DAYS = 180;
export const HOUSE = {
  /** Fewer are chance, whatever their rate. */
  leastReturns: 5,
  leastComplaints: 3,
  leastHistory: 50,
  /** Where there is no history: of a hundred sales so many come back or are complained about. */
  returnBps: 800,
  complaintBps: 50,
  /** One false alarm in a thousand looks, each product looked at anew. */
  tail: 0.001,
  priceShiftBps: 1500,
  priceSpreads: 5,
  leastPrices: 20,
} as const;

/** Words of complaint about the goods, as people write them; a word is a hint and opens nothing by itself. */
export const COMPLAINT_WORDS = [
  ...['货不对板', '与描述不符', '描述不符', '不是正品', '假货', '仿品', '调包', '偷换'],
  ...['包装不一样', '成分不一样', '味道不一样', '颜色不一样', '过期', '少量', '缩水', '质量问题'],
] as const;
/** Reasons that speak of the buyer, not of the goods. */
export const BUYER_REASONS = [
  '七天无理由',
  '7天无理由',
  '不想要',
  '拍错',
  '多拍',
  '地址',
  '未发货',
  '缺货',
] as const;

/** Whether more goods came back than this product's own history explains. */
export function judgeReturns(
  now: OrderHistory,
  own: OrderHistory,
  product: OrderHistory,
): Signal | undefined {
  return judgeRate('quality_return', { count: now.returns, of: now.sales }, [
    { count: own.returns, of: own.sales },
    { count: product.returns, of: product.sales },
  ]);
}

/** Whether more orders carry words of complaint than before. */
export function judgeComplaints(
  now: OrderHistory,
  own: OrderHistory,
  product: OrderHistory,
): Signal | undefined {
  return judgeRate('complaint_words', { count: now.complaints, of: now.sales }, [
    { count: own.complaints, of: own.sales },
    { count: product.complaints, of: product.sales },
  ]);
}

/** Whether a piece costs something else now: far from the old median by its own spread, and by the house's share. */
export function judgePrice(now: OrderHistory, own: OrderHistory): Signal | undefined {
  if (now.priceFen === null || own.priceFen === null || own.priceFen === 0) return undefined;
  if (now.sales < HOUSE.leastReturns || own.sales < HOUSE.leastPrices) return undefined;
  const shift = Math.abs(now.priceFen - own.priceFen);
  // 1.4826 makes the median distance comparable with a standard deviation.
  const spread = 1.4826 * (own.priceSpreadFen ?? 0) * HOUSE.priceSpreads;
  if (shift <= spread || shift * 10_000 <= own.priceFen * HOUSE.priceShiftBps) return undefined;
  return {
    kind: 'price_change',
    observed: { count: now.priceFen, of: now.sales },
    expected: { bps: null, fen: own.priceFen, from: 'anchor_product' },
    threshold: { name: 'price_shift', value: `${HOUSE.priceShiftBps / 100}%`, isHouse: true },
    pBelow: null,
    words: {
      zh: `单件实付中位数由 ${yuan(own.priceFen)} 元变为 ${yuan(now.priceFen)} 元`,
      en: `the median price of a piece was CNY ${yuan(own.priceFen)} and is ${yuan(now.priceFen)}`,
    },
  };
}

/** Orders that name another barcode than the product's. */
export function judgeGtin(
  named: { others: readonly string[]; lines: number; of: number },
  gtin: string,
): Signal | undefined {
  if (named.lines === 0) return undefined;
  const others = named.others.slice(0, 3).join('、');
  return {
    kind: 'gtin_change',
    observed: { count: named.lines, of: named.of },
    expected: { bps: 0, fen: null, from: 'product' },
    threshold: { name: 'other_gtin', value: '1', isHouse: true },
    pBelow: null,
    words: {
      zh: `订单中出现条码 ${others}，档案为 ${gtin}`,
      en: `orders name the barcode ${others.replaceAll('、', ', ')}, the product has ${gtin}`,
    },
  };
}

interface Counted {
  count: number;
  of: number;
}

/** The first history that is long enough speaks; else the house's rate. Add one to each side: never seen is not never. */
function judgeRate(
  kind: 'quality_return' | 'complaint_words',
  now: Counted,
  histories: readonly [own: Counted, product: Counted],
): Signal | undefined {
  const isReturn = kind === 'quality_return';
  const least = isReturn ? HOUSE.leastReturns : HOUSE.leastComplaints;
  if (now.count < least || now.of === 0) return undefined;
  const at = histories.findIndex(({ of }) => of >= HOUSE.leastHistory);
  const known = histories[at];
  const houseBps = isReturn ? HOUSE.returnBps : HOUSE.complaintBps;
  const rate = known ? (known.count + 1) / (known.of + 2) : houseBps / 10_000;
  const p = upperTail(now.count, now.of, rate);
  if (p >= HOUSE.tail) return undefined;
  const shareNow = ((now.count / now.of) * 100).toFixed(1);
  const shareThen = (rate * 100).toFixed(1);
  return {
    kind,
    observed: now,
    expected: {
      bps: Math.round(rate * 10_000),
      fen: null,
      from: known ? (at === 0 ? 'anchor_product' : 'product') : 'house',
    },
    threshold: { name: 'binomial_tail', value: String(HOUSE.tail), isHouse: true },
    pBelow: p,
    words: isReturn
      ? {
          zh: `${now.of} 笔中 ${now.count} 笔退货（${shareNow}%），平时约 ${shareThen}%`,
          en: `${now.count} of ${now.of} came back (${shareNow}%), usually about ${shareThen}%`,
        }
      : {
          zh: `${now.of} 笔中 ${now.count} 笔备注含投诉词（${shareNow}%），平时约 ${shareThen}%`,
          en: `${now.count} of ${now.of} carry words of complaint (${shareNow}%), usually about ${shareThen}%`,
        },
  };
}

/** The chance of `k` or more in `n` at this rate: exact terms, summed from the largest logarithm down. */
export function upperTail(k: number, n: number, rate: number): number {
  if (k <= 0) return 1;
  if (k > n || rate <= 0) return 0;
  if (rate >= 1) return 1;
  let log = k * Math.log(rate) + (n - k) * Math.log1p(-rate);
  for (let i = 1; i <= k; i++) log += Math.log(n - k + i) - Math.log(i);
  let term = Math.exp(log);
  let sum = term;
  for (let i = k + 1; i <= n; i++) {
    term *= ((n - i + 1) / i) * (rate / (1 - rate));
    sum += term;
    // Beyond the mode the terms only fall; what is left changes no digit anybody reads.
    if (i > n * rate && term < sum * 1e-12) break;
  }
  return Math.min(1, sum);
}

const yuan = (amountFen: number): string => (amountFen / 100).toFixed(2);
