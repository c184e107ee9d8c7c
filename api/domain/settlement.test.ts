import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bps, fen } from './money.ts';
import {
  chooseRule,
  type SettleableLine,
  type SharePart,
  type ShareRule,
  settleMonth,
  splitBase,
} from './settlement.ts';

const part = (partyId: number, rateBps: number | null, takesFrom: 'base' | 'rest' = 'base'): SharePart => ({
  partyId,
  takesFrom,
  rateBps: rateBps === null ? null : bps(rateBps),
});

const rule = (over: Partial<ShareRule>): ShareRule => ({
  id: 1,
  anchorId: 7,
  platform: null,
  brandId: null,
  productId: null,
  streamId: null,
  base: 'commission',
  tierOnRefund: 'frozen',
  effectiveFrom: 0,
  effectiveTo: null,
  tiers: [{ id: 11, fromFen: fen(0), toFen: null, parts: [part(1, null), part(2, 4500)] }],
  ...over,
});

const line = (over: Partial<SettleableLine>): SettleableLine => ({
  lineId: 1,
  anchorId: 7,
  platform: 'douyin',
  brandId: 3,
  productId: 5,
  streamId: null,
  ruleAt: 100,
  settledAt: 200,
  salesFen: fen(10_000),
  commissionFen: fen(2_000),
  ...over,
});

const partsOf = fc
  .tuple(fc.array(fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.boolean()), { maxLength: 15 }), fc.nat())
  .map(([rates, at]) => {
    let left = 10_000;
    const parts = rates.map(([rate, rest], i) => {
      const cut = Math.min(rate, left);
      if (!rest) left -= cut;
      return part(i + 1, rest ? Math.floor(rate / 20) : cut, rest ? 'rest' : 'base');
    });
    parts.splice(at % (parts.length + 1), 0, part(99, null));
    return parts;
  });

describe('splitting a base among the parties', () => {
  it('gives 45 % of 100.01 yuan to the anchor and every other fen to the agency the contract names', () => {
    expect(splitBase(fen(10_001), [part(1, null), part(2, 4500)])).toEqual([5501, 4500]);
  });

  it('takes the platform fee first and the anchor’s share from what is left', () => {
    // 100.00: platform 10 % = 10.00; anchor 60 % of 90.00 = 54.00; agency the rest = 36.00
    expect(splitBase(fen(10_000), [part(1, 1000), part(2, 6000, 'rest'), part(3, null)])).toEqual([
      1000, 5400, 3600,
    ]);
  });

  it('gives the published five-party split of a 10 yuan service fee: 4, 2, 2, 1, 1', () => {
    const fee = [part(1, null), part(2, 2000), part(3, 2000), part(4, 1000), part(5, 1000)];
    expect(splitBase(fen(1000), fee)).toEqual([400, 200, 200, 100, 100]);
  });

  it('loses and invents nothing, whatever the parties, rates and amounts', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), partsOf, (base, parts) => {
        const amounts = splitBase(fen(base), parts);
        expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(base);
      }),
    );
  });

  it('mirrors a sale exactly when the whole of it is refunded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), partsOf, (base, parts) => {
        const sale = splitBase(fen(base), parts);
        const refund = splitBase(fen(-base), parts);
        expect(refund.map((amount) => -amount + 0)).toEqual(sale.map((amount) => amount + 0));
      }),
    );
  });
});

describe('choosing the rule', () => {
  const any = rule({ id: 1 });
  const brand = rule({ id: 2, brandId: 3 });
  const product = rule({ id: 3, productId: 5, platform: 'douyin' });
  const stream = rule({ id: 4, streamId: 9 });

  it('lets the most specific rule win: stream, then product, then brand, then platform', () => {
    const rules = [any, brand, product, stream];
    expect(chooseRule(line({ streamId: 9 }), rules)?.id).toBe(4);
    expect(chooseRule(line({}), rules)?.id).toBe(3);
    expect(chooseRule(line({ productId: 6 }), rules)?.id).toBe(2);
    expect(chooseRule(line({ productId: 6, brandId: null }), rules)?.id).toBe(1);
  });

  it('takes the rule in force when the order was paid: from its first instant, until before its last', () => {
    const old = rule({ id: 1, effectiveTo: 150 });
    const next = rule({ id: 2, effectiveFrom: 150 });
    expect(chooseRule(line({ ruleAt: 149 }), [old, next])?.id).toBe(1);
    expect(chooseRule(line({ ruleAt: 150 }), [old, next])?.id).toBe(2);
  });
});

describe('settling a month', () => {
  const tiered = rule({
    tiers: [
      { id: 11, fromFen: fen(0), toFen: fen(15_000), parts: [part(1, null), part(2, 4000)] },
      { id: 12, fromFen: fen(15_000), toFen: null, parts: [part(1, null), part(2, 5000)] },
    ],
  });

  it('moves an anchor to the next tier with the line that starts at or above its threshold', () => {
    const lines = [1, 2, 3].map((lineId) => line({ lineId, settledAt: 200 + lineId }));
    const { settled } = settleMonth(lines, [tiered]);
    // cumulative before: 0, 100.00, 200.00 yuan; the threshold is 150.00
    expect(settled.map((s) => [s.lineId, s.cumulativeFen, s.tierId, s.partsFen[1]])).toEqual([
      [1, 0, 11, 800],
      [2, 10_000, 11, 800],
      [3, 20_000, 12, 1000],
    ]);
  });

  it('settles in the order of settlement, not in the order of the file', () => {
    const lines = [
      line({ lineId: 1, settledAt: 300 }),
      line({ lineId: 2, settledAt: 200, salesFen: fen(20_000) }),
    ];
    expect(settleMonth(lines, [tiered]).settled.map((s) => [s.lineId, s.tierId])).toEqual([
      [2, 11],
      [1, 12],
    ]);
  });

  it('refuses a line without a rule and one whose commission the platform did not give', () => {
    const lines = [line({ lineId: 1, anchorId: 8 }), line({ lineId: 2, commissionFen: null })];
    expect(settleMonth(lines, [tiered]).refused).toEqual([
      { lineId: 1, reason: 'no_rule' },
      { lineId: 2, reason: 'no_commission' },
    ]);
  });

  it('accounts for every line: settled or refused, never both, never neither', () => {
    const lines = fc.array(
      fc.record({
        anchorId: fc.constantFrom(7, 8),
        settledAt: fc.nat(50),
        salesFen: fc.integer({ min: -5000, max: 50_000 }).map(fen),
        commissionFen: fc.option(fc.integer({ min: -500, max: 5000 }).map(fen)),
      }),
    );
    fc.assert(
      fc.property(lines, (drawn) => {
        const all = drawn.map((d, i) => line({ ...d, lineId: i + 1 }));
        const { settled, refused } = settleMonth(all, [tiered]);
        expect([...settled, ...refused].map((x) => x.lineId).sort((a, b) => a - b)).toEqual(
          all.map((l) => l.lineId),
        );
        for (const s of settled) expect(s.partsFen.reduce((a, b) => a + b, 0)).toBe(s.baseFen);
      }),
    );
  });
});
