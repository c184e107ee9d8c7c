import { describe, expect, it } from 'vitest';
import { waterfallOf } from './waterfall.ts';

const sums = (openingFen: number, earnedFen: number, reversedFen: number) => {
  const closingFen = openingFen + earnedFen + reversedFen;
  const payableFen = Math.max(0, closingFen);
  return { openingFen, earnedFen, reversedFen, closingFen, payableFen, carriedFen: Math.min(0, closingFen) };
};

// the brands of fen are the API's; here they are plain numbers
const bars = (...given: [number, number, number]) =>
  waterfallOf(sums(...given) as Parameters<typeof waterfallOf>[0]);

describe('the waterfall of a statement', () => {
  it('starts every change where the bar before it ended, and ends on the closing level', () => {
    const [opening, earned, reversed, closing] = bars(-5_000, 120_000, -3_000);
    expect(earned!.fromFen).toBe(opening!.toFen);
    expect(reversed!.fromFen).toBe(earned!.toFen);
    expect(reversed!.toFen).toBe(closing!.toFen);
    expect(closing!.amountFen).toBe(112_000);
  });

  it('ends with what is paid when the month closes above zero', () => {
    expect(bars(0, 900, -100).at(-1)).toEqual({
      key: 'payable',
      kind: 'level',
      fromFen: 0,
      toFen: 800,
      amountFen: 800,
    });
  });

  it('ends with what is carried when the month closes below zero, and pays nothing', () => {
    const drawn = bars(0, 900, -1_500);
    expect(drawn.map((bar) => bar.key)).toEqual(['opening', 'earned', 'reversed', 'closing', 'carried']);
    expect(drawn.at(-1)!.amountFen).toBe(-600);
  });

  it('shows a month of zeros as five empty bars, not as nothing', () => {
    expect(bars(0, 0, 0).map((bar) => bar.amountFen)).toEqual([0, 0, 0, 0, 0]);
  });
});
