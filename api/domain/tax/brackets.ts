import { type Bps, bps, type Fen, fen } from '../money.ts';
import { type Parts, roundToFen, toParts } from './exact.ts';

/** One step of a progressive table: the rate up to and including a bound, and the quick deduction (速算扣除数). */
export interface Bracket {
  /** Inclusive; null: no bound. */
  upToFen: Fen | null;
  rateBps: Bps;
  quickFen: Fen;
}

export interface BracketTax {
  /** From 1, as the official tables count. */
  level: number;
  bracket: Bracket;
  taxFen: Fen;
}

/** A table written as the law prints it: `[upper bound in yuan or null, rate in basis points, quick deduction in yuan]`. */
export const bracketsOfYuan = (
  rows: readonly (readonly [upToYuan: number | null, rateBps: number, quickYuan: number])[],
): readonly Bracket[] =>
  rows.map(([upToYuan, rateBps, quickYuan]) => ({
    upToFen: upToYuan === null ? null : fen(upToYuan * 100),
    rateBps: bps(rateBps),
    quickFen: fen(quickYuan * 100),
  }));

/** `taxable × rate − quick deduction`, exact until the one rounding to the fen at the end. */
export function taxByBrackets(brackets: readonly Bracket[], taxable: Parts): BracketTax {
  const index = brackets.findIndex(({ upToFen }) => upToFen === null || taxable <= toParts(upToFen));
  const bracket = brackets[index];
  if (!bracket) throw new RangeError('a table of brackets ends without a bound');
  const scaled = taxable * BigInt(bracket.rateBps) - toParts(bracket.quickFen) * 10_000n;
  return { level: index + 1, bracket, taxFen: roundToFen(scaled, 100_000_000n) };
}
