/** Money is whole fen (1/100 yuan), safe-integer checked where it enters; a rate is whole basis points (1/10,000). */
declare const fenBrand: unique symbol;
declare const bpsBrand: unique symbol;
export type Fen = number & { readonly [fenBrand]: true };
export type Bps = number & { readonly [bpsBrand]: true };

/** Brands a whole number as fen; throws RangeError on a fraction or beyond 2^53-1. */
export function fen(value: number | bigint): Fen {
  const n = Number(value);
  if (!Number.isSafeInteger(n)) throw new RangeError(`not whole fen: ${value}`);
  return (n === 0 ? 0 : n) as Fen;
}

/** Brands a whole number as basis points; throws RangeError on a fraction. */
export function bps(value: number): Bps {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole basis points: ${value}`);
  return value as Bps;
}

export const ZERO = 0 as Fen;

/** Sum in exact integers; throws RangeError when it leaves the safe range. */
export function addFen(...amounts: readonly Fen[]): Fen {
  let total = 0n;
  for (const amount of amounts) total += BigInt(amount);
  return fen(total);
}

export const negateFen = (amount: Fen): Fen => fen(-amount);

/**
 * A share of an amount: `amount × rate / 10,000`, cut toward zero.
 * Toward zero (not down) so that a full refund under the same rule is the exact mirror of the sale.
 */
export function shareOf(amount: Fen, rate: Bps): Fen {
  return fen((BigInt(amount) * BigInt(rate)) / 10_000n);
}

/** `a × b / c` rounded half away from zero, exact. Used where a platform gives no net figure and one must be derived. */
export function mulDivHalfUp(a: Fen, b: number, c: number): Fen {
  if (c === 0) throw new RangeError('division by zero');
  const product = BigInt(a) * BigInt(b);
  const divisor = BigInt(c);
  const negative = product < 0n !== divisor < 0n;
  const p = product < 0n ? -product : product;
  const d = divisor < 0n ? -divisor : divisor;
  const rounded = (2n * p + d) / (2n * d);
  return fen(negative ? -rounded : rounded);
}

/** `1234567` fen → `12,345.67`. */
export function formatYuan(amount: Fen | number): string {
  const sign = amount < 0 ? '-' : '';
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)}`;
}

/** `3250` bps → `32.50%`. */
export function formatRate(rate: Bps | number): string {
  const sign = rate < 0 ? '-' : '';
  const digits = String(Math.abs(rate)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}%`;
}
