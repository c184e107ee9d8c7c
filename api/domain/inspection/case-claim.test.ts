import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '../money.ts';
import { type ClaimLine, computeBrandClaim } from './case-claim.ts';

const line = (
  orderNo: string,
  paid: number,
  more: Partial<Record<'refunded' | 'commission', number>> = {},
): ClaimLine => ({
  orderNo,
  paidFen: fen(paid),
  refundedFen: fen(more.refunded ?? 0),
  commissionFen: fen(more.commission ?? 0),
});

describe('the claim against the brand', () => {
  it('adds commission, refunds still due and the estimate, and keeps the estimate apart', () => {
    const claim = computeBrandClaim(
      [line('A1', 29_900, { commission: 5_980 }), line('A2', 9_900, { commission: 1_980, refunded: 9_900 })],
      'fraud',
    );
    expect(claim).toEqual({
      commissionFen: 7_960,
      refundFen: 29_900,
      compensation: {
        law: '消费者权益保护法',
        article: '55',
        times: 3,
        floorFen: 50_000,
        condition: 'fraud_shown',
        isEstimate: true,
        orders: [
          { orderNo: 'A1', paidFen: 29_900, compensationFen: 89_700, isFloor: false },
          { orderNo: 'A2', paidFen: 9_900, compensationFen: 50_000, isFloor: true },
        ],
        totalFen: 139_700,
      },
      withoutEstimateFen: 37_860,
      totalFen: 177_560,
    });
  });

  it('counts the floor of 500 yuan once for an order, however many lines it has', () => {
    const { compensation } = computeBrandClaim([line('A1', 5_000), line('A1', 6_000)], 'fraud');
    expect(compensation.orders).toEqual([
      { orderNo: 'A1', paidFen: 11_000, compensationFen: 50_000, isFloor: true },
    ]);
  });

  it('stands at the multiple from where it reaches the floor', () => {
    const of = (paid: number) => computeBrandClaim([line('A', paid)], 'fraud').compensation.orders[0];
    expect(of(16_666)).toMatchObject({ compensationFen: 50_000, isFloor: true });
    expect(of(16_667)).toMatchObject({ compensationFen: 50_001, isFloor: false });
    const food = computeBrandClaim([line('A', 10_000)], 'unsafe_food').compensation.orders[0];
    expect(food).toMatchObject({ compensationFen: 100_000, isFloor: false });
  });

  it('multiplies nothing where nothing was paid', () => {
    expect(computeBrandClaim([line('gift', 0)], 'fraud')).toMatchObject({ totalFen: 0 });
    expect(computeBrandClaim([], 'fraud').totalFen).toBe(0);
  });

  it('for food that breaks a standard is ten times, at least 1,000 yuan', () => {
    expect(computeBrandClaim([line('A', 9_000)], 'unsafe_food').compensation).toMatchObject({
      law: '食品安全法',
      article: '148',
      totalFen: 100_000,
      condition: 'standard_broken',
    });
  });

  it('refuses a line that cannot be, and names it', () => {
    for (const wrong of [line('B', 100, { refunded: 101 }), line('B', -1), line('', 100)])
      expect(() => computeBrandClaim([line('A', 100), wrong], 'fraud')).toThrow(
        expect.objectContaining({ code: 'bad_claim_line', message: expect.stringContaining('line 2') }),
      );
  });

  it('is the sum of its parts, in any order of lines', () => {
    const lines = fc.array(
      fc
        .record({
          order: fc.constantFrom('A', 'B', 'C', 'D'),
          paid: fc.nat(500_000),
          refundedShare: fc.nat(100),
          commission: fc.nat(100_000),
        })
        .map(({ order, paid, refundedShare, commission }) =>
          line(order, paid, { commission, refunded: Math.floor((paid * refundedShare) / 100) }),
        ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, (list) => {
        const claim = computeBrandClaim(list, 'fraud');
        expect(claim.totalFen).toBe(claim.commissionFen + claim.refundFen + claim.compensation.totalFen);
        expect(claim.withoutEstimateFen).toBe(claim.commissionFen + claim.refundFen);
        expect(computeBrandClaim(list.toReversed(), 'fraud').totalFen).toBe(claim.totalFen);
        const paid = list.reduce((sum, { paidFen }) => sum + paidFen, 0);
        expect(claim.compensation.totalFen).toBeGreaterThanOrEqual(3 * paid);
      }),
    );
  });
});
