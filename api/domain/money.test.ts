import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFen, bps, fen, formatRate, formatYuan, mulDivHalfUp, shareOf } from './money.ts';
import { splitBase } from './settlement.ts';

// Numbers of the vectors published with moneyphp/money (MIT): value, rounded half up (away from zero).
const HALF_UP: [string, number][] = [
  ['2.2', 2],
  ['2.5', 3],
  ['2', 2],
  ['-2.5', -3],
  ['-2', -2],
  ['-1.5', -2],
  ['-8328.578947368', -8329],
  ['-8328.5', -8329],
];

// The same source: amount, ratios, largest-remainder parts.
const ALLOCATED: [number, number[], number[]][] = [
  [100, [1, 1, 1], [34, 33, 33]],
  [101, [1, 1, 1], [34, 34, 33]],
  [5, [3, 7], [2, 3]],
  [5, [7, 3], [4, 1]],
  [5, [7, 3, 0], [4, 1, 0]],
  [-5, [7, 3], [-3, -2]],
  [5, [0, 7, 3], [0, 4, 1]],
  [5, [0, 0, 1], [0, 0, 5]],
  [0, [0, 0, 1], [0, 0, 0]],
  [2, [1, 1, 1], [1, 1, 0]],
  [1, [1, 1], [1, 0]],
  [101, [3, 7], [30, 71]],
  [101, [7, 3], [71, 30]],
];

describe('rounding', () => {
  it.each(HALF_UP)('of %s half away from zero gives %i', (value, expected) => {
    const [whole = '0', part = ''] = value.split('.');
    expect(mulDivHalfUp(fen(Number(`${whole}${part}`)), 1, 10 ** part.length)).toBe(expected);
  });

  it('agrees with exact integer arithmetic for any factors', () => {
    const whole = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (a, b, c) => {
          const rounded = BigInt(mulDivHalfUp(fen(a), b, c));
          const twice = 2n * BigInt(a) * BigInt(b);
          // |2ab - 2c·rounded| ≤ c: no whole number is nearer
          const gap = twice - 2n * BigInt(c) * rounded;
          expect((gap < 0n ? -gap : gap) <= BigInt(c)).toBe(true);
        },
      ),
    );
  });

  it('of a share cuts toward zero: 45 % of 100.01 is 45.00, of -100.01 it is -45.00', () => {
    expect(shareOf(fen(10_001), bps(4500))).toBe(4500);
    expect(shareOf(fen(-10_001), bps(4500))).toBe(-4500);
  });
});

describe('dividing, held against largest-remainder vectors', () => {
  // Decision 0003: the odd fen goes to the party the contract names, not to the largest remainder.
  it.each(ALLOCATED)(
    '%i over %j: the same sum, the named party off by the odd fen alone',
    (amount, ratios, published) => {
      const total = ratios.reduce((sum, ratio) => sum + ratio, 0);
      const named = ratios.findIndex((ratio) => ratio > 0);
      const parts = splitBase(
        fen(amount),
        ratios.map((ratio, i) => ({
          partyId: i,
          takesFrom: 'base',
          rateBps: i === named ? null : bps(Math.floor((ratio * 10_000) / total)),
        })),
      );
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      parts.forEach((part, i) => {
        expect(Math.abs(part - published[i]!)).toBeLessThanOrEqual(i === named ? ratios.length - 1 : 1);
      });
      const mirrored = splitBase(
        fen(-amount),
        ratios.map((ratio, i) => ({
          partyId: i,
          takesFrom: 'base',
          rateBps: i === named ? null : bps(Math.floor((ratio * 10_000) / total)),
        })),
      );
      expect(mirrored.map((part) => -part + 0)).toEqual(parts.map((part) => part + 0));
    },
  );
});

describe('fen', () => {
  it('are whole and safe, or refused', () => {
    expect(() => fen(0.5)).toThrow(RangeError);
    expect(() => fen(2 ** 53)).toThrow(RangeError);
    expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow(RangeError);
    expect(Object.is(fen(-0), 0)).toBe(true);
  });

  it('read as yuan and rates as percent', () => {
    expect([0, 5, -5, 123_456_789, -100].map(formatYuan)).toEqual([
      '0.00',
      '0.05',
      '-0.05',
      '1,234,567.89',
      '-1.00',
    ]);
    expect([0, 5, 3250, 10_000].map(formatRate)).toEqual(['0.00%', '0.05%', '32.50%', '100.00%']);
  });
});
