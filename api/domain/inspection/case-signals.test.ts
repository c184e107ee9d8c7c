import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  judgeComplaints,
  judgeGtin,
  judgePrice,
  judgeReturns,
  type OrderHistory,
  upperTail,
} from './case-signals.ts';

const history = (changes: Partial<OrderHistory>): OrderHistory => ({
  ...{ sales: 0, returns: 0, complaints: 0, priceFen: null, priceSpreadFen: null },
  ...changes,
});

describe('the upper tail of the binomial', () => {
  it('is what the terms come to, by hand', () => {
    expect(upperTail(2, 3, 0.5)).toBeCloseTo(0.5, 12);
    expect(upperTail(1, 10, 0.1)).toBeCloseTo(1 - 0.9 ** 10, 12);
    expect(upperTail(0, 5, 0.3)).toBe(1);
    expect(upperTail(6, 5, 0.3)).toBe(0);
  });

  it('never grows with more to reach, and stays a probability', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0.001, max: 0.6, noNaN: true }),
        (n, rate) => {
          const tails = Array.from({ length: n + 1 }, (_, k) => upperTail(k, n, rate));
          return tails.every((p, k) => p >= 0 && p <= 1 && (k === 0 || p <= tails[k - 1]! + 1e-9));
        },
      ),
    );
  });
});

describe('returns', () => {
  it('are judged by the anchor’s own history of the product where it is long enough', () => {
    const own = history({ sales: 200, returns: 4 });
    const signal = judgeReturns(
      history({ sales: 60, returns: 12 }),
      own,
      history({ sales: 5000, returns: 2500 }),
    );
    expect(signal).toMatchObject({ kind: 'quality_return', expected: { from: 'anchor_product', bps: 248 } });
    expect(judgeReturns(history({ sales: 60, returns: 3 }), own, own)).toBeUndefined();
  });

  it('are judged by the product’s, then by the house’s rate, which is marked', () => {
    const now = history({ sales: 60, returns: 20 });
    const short = history({ sales: 10, returns: 0 });
    expect(judgeReturns(now, short, history({ sales: 500, returns: 10 }))!.expected.from).toBe('product');
    expect(judgeReturns(now, short, short)).toMatchObject({
      expected: { from: 'house', bps: 800 },
      threshold: { isHouse: true },
    });
  });

  it('that were always many are no signal', () => {
    const own = history({ sales: 1000, returns: 400 });
    expect(judgeReturns(history({ sales: 100, returns: 42 }), own, own)).toBeUndefined();
  });
});

describe('the other signals', () => {
  it('take words of complaint from three on', () => {
    const own = history({ sales: 800, complaints: 0 });
    expect(judgeComplaints(history({ sales: 50, complaints: 2 }), own, own)).toBeUndefined();
    expect(judgeComplaints(history({ sales: 50, complaints: 3 }), own, own)!.words.zh).toContain(
      '3 笔备注含投诉词',
    );
  });

  it('take a price only where it left both its own spread and the house’s share', () => {
    const own = history({ sales: 100, priceFen: 10_000, priceSpreadFen: 100 });
    const at = (priceFen: number) => judgePrice(history({ sales: 10, priceFen, priceSpreadFen: 0 }), own);
    expect(at(11_000)).toBeUndefined();
    expect(at(5_000)).toMatchObject({ kind: 'price_change', expected: { fen: 10_000 } });
    const loose = history({ sales: 100, priceFen: 10_000, priceSpreadFen: 2_000 });
    expect(judgePrice(history({ sales: 10, priceFen: 5_000 }), loose)).toBeUndefined();
  });

  it('take any order that names another barcode', () => {
    expect(judgeGtin({ others: [], lines: 0, of: 9 }, '6901234567892')).toBeUndefined();
    expect(judgeGtin({ others: ['6909999999995'], lines: 1, of: 9 }, '6901234567892')!.words.en).toContain(
      '6909999999995',
    );
  });
});
