import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '../money.ts';
import { type Bracket, taxByBrackets } from './brackets.ts';
import { toParts } from './exact.ts';
import { BUSINESS_TABLES } from './tables/business.ts';
import { COMPREHENSIVE_BRACKETS } from './tables/comprehensive.ts';
import { LABOUR_TABLES } from './tables/labour.ts';
import { NON_RESIDENT_TABLES } from './tables/non-resident.ts';

const TABLES: [string, readonly Bracket[]][] = [
  ['table 1 (cumulative)', COMPREHENSIVE_BRACKETS],
  ['table 2 (labour)', LABOUR_TABLES[0]!.brackets],
  ['table 3 (non-resident)', NON_RESIDENT_TABLES[0]!.brackets],
  ['business income', BUSINESS_TABLES[0]!.brackets],
];
const parts = fc.bigInt({ min: 0n, max: 10n ** 14n });

/** The tax as the law means it: each slice at its own rate. In 1/100,000,000 fen. */
function sumSlices(brackets: readonly Bracket[], taxable: bigint): bigint {
  let [tax, from] = [0n, 0n];
  for (const { upToFen, rateBps } of brackets) {
    const to = upToFen === null || taxable < toParts(upToFen) ? taxable : toParts(upToFen);
    if (to > from) tax += (to - from) * BigInt(rateBps);
    from = to;
  }
  return tax;
}

describe.each(TABLES)('%s', (_, brackets) => {
  it('with its quick deductions gives the sum of the slices, rounded once', () => {
    fc.assert(
      fc.property(parts, (taxable) => {
        const exact = sumSlices(brackets, taxable);
        const rounded = BigInt(taxByBrackets(brackets, taxable).taxFen) * 100_000_000n;
        expect(rounded - exact <= 50_000_000n && rounded - exact > -50_000_000n).toBe(true);
      }),
    );
  });

  it('never takes less of more', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(taxByBrackets(brackets, low).taxFen).toBeLessThanOrEqual(taxByBrackets(brackets, high).taxFen);
      }),
    );
  });

  it('counts a bound to the level below and the next fen to the one above, without a jump', () => {
    for (const [index, { upToFen }] of brackets.entries()) {
      if (upToFen === null) continue;
      const at = taxByBrackets(brackets, toParts(upToFen));
      const above = taxByBrackets(brackets, toParts(fen(upToFen + 1)));
      expect([at.level, above.level]).toEqual([index + 1, index + 2]);
      expect(above.taxFen - at.taxFen).toBeLessThanOrEqual(1);
    }
  });
});
