import { type Fen, fen } from '../money.ts';

/** `a × b / c` cut toward zero, as shares are (decision 0003): a month of negative facts mirrors the same month of positive ones. */
export const mulDivCut = (a: Fen, b: number, c: number): Fen => fen((BigInt(a) * BigInt(b)) / BigInt(c));

/** Exact, and over any number of items. */
export function sumFen<T>(list: readonly T[], amountOf: (item: T) => Fen): Fen {
  let total = 0n;
  for (const item of list) total += BigInt(amountOf(item));
  return fen(total);
}

/** The smallest of the amounts; null is no bound. */
export const leastFen = (...amounts: readonly (Fen | null)[]): Fen =>
  amounts.reduce<Fen | null>(
    (least, next) => (least === null || (next !== null && next < least) ? next : least),
    null,
  ) ?? fen(0);

export const positiveFen = (amount: Fen): Fen => (amount > 0 ? amount : fen(0));
