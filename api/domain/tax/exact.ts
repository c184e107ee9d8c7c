import { type Bps, type Fen, fen } from '../money.ts';

/** An exact amount in 1/10,000 fen, so that a share in basis points is whole and nothing rounds before the last step. */
export type Parts = bigint;

const PER_FEN = 10_000n;
const DECIMALS_OF_YUAN = 6;

export const toParts = (amount: Fen): Parts => BigInt(amount) * PER_FEN;

/** `amount × rate`, exact. */
export const partsOf = (amount: Fen, rate: Bps): Parts => BigInt(amount) * BigInt(rate);

/** Nothing is taxed below zero: a taxable amount under zero counts as none. */
export const atLeastZero = (parts: Parts): Parts => (parts > 0n ? parts : 0n);

/**
 * `numerator / denominator` in whole fen, half a fen up, for amounts from zero.
 * Tax returns state yuan down to the fen (列至角分); that the half goes up is the house's choice (decision 0013).
 */
export function roundToFen(numerator: bigint, denominator: bigint): Fen {
  if (numerator < 0n) throw new RangeError('tax is not rounded below zero');
  return fen((2n * numerator + denominator) / (2n * denominator));
}

export const roundPartsToFen = (parts: Parts): Fen => roundToFen(parts, PER_FEN);

/** `1280` fen over 100 as plain text without separators: `12.80`. The form of the vectors. */
export function plainYuan(amount: Fen): string {
  const digits = String(amount).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Cumulative regimes write nothing withheld as `0`. */
export const plainYuanOrZero = (amount: Fen): string => (amount === 0 ? '0' : plainYuan(amount));

/** An exact amount as plain yuan with so many decimals; RangeError when they would cut something off. */
export function exactYuan(parts: Parts, decimals: number): string {
  const unit = 10n ** BigInt(DECIMALS_OF_YUAN - decimals);
  if (parts % unit !== 0n) throw new RangeError(`${decimals} decimals do not hold ${parts} parts`);
  const digits = String(parts / unit).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** What the answers call taxable: exact with its decimals, and `0` when there is nothing. */
export const taxableYuan = (taxable: Parts, decimals: number): string =>
  taxable === 0n ? '0' : exactYuan(taxable, decimals);

/** For sentences: `6,400.00`, with more decimals only where they say something. */
export function readableYuan(parts: Parts): string {
  if (parts < 0n) return `-${readableYuan(-parts)}`;
  const [whole, rest] = exactYuan(parts, DECIMALS_OF_YUAN).split('.') as [string, string];
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest.slice(0, 2)}${rest.slice(2).replace(/0+$/, '')}`;
}
