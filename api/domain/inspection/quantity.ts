/** Millionths of g, ml, mm, mm², or pieces: whole numbers, so that 0.1 + 0.2 is no question. */
export interface Quantity {
  dimension: Dimension;
  /** Of one piece. */
  millionths: number;
  /** `2 × 15 ml` has 2. */
  pieces: number;
}

export type Dimension = 'mass' | 'volume' | 'length' | 'area' | 'count' | 'plain';

/** Millionths of the base unit that one of it is. */
const UNITS = new Map<string, readonly [Dimension, number]>();
const name = (dimension: Dimension, millionths: number, ...names: string[]): void => {
  for (const one of names) UNITS.set(one, [dimension, millionths]);
};
name('mass', 1_000, 'mg', '毫克');
name('mass', 1_000_000, 'g', '克');
name('mass', 500_000_000, '斤');
name('mass', 1_000_000_000, 'kg', '千克', '公斤');
name('mass', 200_000, 'ct', '克拉', 'carat');
name('volume', 1_000_000, 'ml', '毫升', 'cc');
name('volume', 10_000_000, 'cl', '厘升');
name('volume', 1_000_000_000, 'l', '升');
name('length', 1_000_000, 'mm', '毫米');
name('length', 10_000_000, 'cm', '厘米', '公分');
name('length', 1_000_000_000, 'm', '米');
name('area', 100_000_000, 'cm2', '平方厘米');
name('area', 1_000_000_000_000, 'm2', '平方米');
name('count', 1_000_000, 'pcs', 'pc', ...'片粒颗支件只个包袋枚抽张块贴对双');
name('plain', 1_000_000, '');
name('plain', 10_000, '%');

const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,6}))?`;
const BEFORE_IT = String.raw`^(?:约|净含量:?|规格:?|net(?: ?wt| ?content)?\.?:?|℮)?\s*`;
// The unit ends where a count of pieces begins (`15mlx2`), or where nothing more of a word follows.
const UNIT = String.raw`\s*([a-z%\u4e00-\u9fff]*?2?)(?=\s*[x*]\s*\d|(?!\s*[a-z0-9%\u4e00-\u9fff]))`;
const ONE = new RegExp(BEFORE_IT + NUMBER + UNIT);
const TIMES_AFTER = /^\s*[x*]\s*(\d{1,4})\s*(?:[\u4e00-\u9fff]|pcs)?/;
const TIMES_BEFORE = new RegExp(
  String.raw`^(\d{1,4})\s*(?:[\u4e00-\u9fff]|pcs)?\s*[x*]\s*(?=${NUMBER}\s*[a-z\u4e00-\u9fff])`,
);

/**
 * Reads a quantity as labels write it, from a normalised text: `30ml`, `1.5 kg`, `15ml×2`, `2x15 ml`, `10片`, `30`.
 * What follows the first quantity (`30 ml / 1.0 fl.oz`) is not read. Undefined where there is none, or a unit
 * nobody knows: guessing would compare 1 oz with 1 g.
 */
export function readQuantity(text: string): Quantity | undefined {
  const before = TIMES_BEFORE.exec(text);
  // `2瓶×15ml` counts first, `10片×3盒` counts last: only a unit that is known tells which.
  const counted = before && readOne(text.slice(before[0].length));
  if (counted) return inPieces(counted.millionths, counted.dimension, Number(before[1]));
  const one = readOne(text);
  if (!one) return undefined;
  const after = TIMES_AFTER.exec(one.rest);
  return inPieces(one.millionths, one.dimension, Number(after?.[1] ?? 1));
}

function readOne(text: string): { dimension: Dimension; millionths: number; rest: string } | undefined {
  const one = ONE.exec(text);
  if (!one) return undefined;
  const [whole, integer, decimals = '', unit = ''] = one;
  const rest = text.slice(whole.length);
  const known = UNITS.get(unit.replace(/(?:[盒瓶袋罐]?装|入)$/, ''));
  // `1,5 l` is no 1: a comma before digits that is no thousands' comma is left to a person.
  if (!known || /^[.,]\d/.test(rest)) return undefined;
  const [dimension, millionthsEach] = known;
  // The decimals are counted apart: digits stay whole numbers all the way.
  const scaled = Number(integer!.replaceAll(',', '')) * 1_000_000 + Number(decimals.padEnd(6, '0'));
  const millionths = Number.isSafeInteger(scaled) ? multiplyExactly(scaled, millionthsEach) : undefined;
  return millionths === undefined ? undefined : { dimension, millionths, rest };
}

const inPieces = (millionths: number, dimension: Dimension, pieces: number): Quantity | undefined =>
  pieces >= 1 && Number.isSafeInteger(millionths * pieces) ? { dimension, millionths, pieces } : undefined;

/** All pieces together. */
export const totalMillionths = ({ millionths, pieces }: Quantity): number => millionths * pieces;

const BASE_UNITS: Record<Dimension, string> = {
  mass: 'g',
  volume: 'ml',
  length: 'mm',
  area: 'mm²',
  count: '',
  plain: '',
};

/** `13.6 ml` */
export function sayMillionths(millionths: number, dimension: Dimension): string {
  const sign = millionths < 0 ? '-' : '';
  const digits = String(Math.abs(millionths)).padStart(7, '0');
  const decimals = digits.slice(-6).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -6)}${decimals ? `.${decimals}` : ''} ${BASE_UNITS[dimension]}`.trim();
}

function multiplyExactly(scaled: number, millionthsEach: number): number | undefined {
  const product = BigInt(scaled) * BigInt(millionthsEach);
  if (product % 1_000_000n !== 0n) return undefined;
  const millionths = product / 1_000_000n;
  return millionths <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(millionths) : undefined;
}
