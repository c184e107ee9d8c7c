import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bps, type Fen, fen } from '../money.ts';
import { addMonths, type Month } from '../month.ts';
import { type SettleableLine, type ShareRule, settleMonth } from '../settlement.ts';
import { accrueMonth, reverseAccruals } from './accrual.ts';
import { type CarriedForward, carryForward } from './carry-forward.ts';
import { compareRules } from './compare-rules.ts';
import type { PayComponent } from './component.ts';
import { computeMonth } from './compute-month.ts';
import type { MonthResult } from './entry.ts';
import { sumFen } from './exact.ts';
import { component, item, month, rate, share } from './month.testing.ts';
import type { MonthInput } from './month-facts.ts';
import { replaceEntries, reverseEntry } from './reverse-entry.ts';
import { sliceTiers } from './tiered-share.ts';

const amount = fc.integer({ min: -5_000_000, max: 50_000_000 });
const rateBps = fc.integer({ min: 0, max: 10_000 });
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Months one after the other, each on what the one before left. */
function run(components: readonly PayComponent[], months: readonly Partial<MonthInput>[]) {
  let carried: Partial<CarriedForward> = {};
  return months.map((facts, at) => {
    const now = addMonths('2026-05', at);
    const input = month(components, { month: now as Month, ...facts, ...carried });
    const result = computeMonth(input);
    const next = carryForward(input, result);
    carried = next;
    return { input, result, next };
  });
}
const of = (result: MonthResult, kind: string) =>
  sumFen(
    result.entries.filter((entry) => entry.kind === kind),
    (entry) => entry.amountFen,
  );

describe('recoupment', () => {
  it('never exceeds balance, cap or ceiling, never makes a month negative, and ends at a balance of zero', () => {
    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 8 }),
        fc.integer({ min: 1, max: 9_000_000 }),
        fc.option(fc.integer({ min: 1, max: 3_000_000 })),
        fc.option(fc.integer({ min: 100, max: 10_000 })),
        (shares, given, cap, ceiling) => {
          const rule = component(
            { type: 'recoup', of: 'advance', shareCeilingBps: rate(ceiling) },
            { maxFen: cap === null ? null : fen(cap) },
          );
          // Enough good months at the end for any balance to be paid back.
          const good = Array.from({ length: 12 }, () => 10_000_000_000);
          const facts = [...shares, ...good].map((shareFen, at) => ({
            earned: [share(shareFen)],
            ...(at === 0
              ? { recoupItems: [item(rule.id, cap === null ? given : Math.min(given, cap * 12))] }
              : {}),
          }));
          const ran = run([rule], facts);
          for (const { input, result } of ran) {
            const takenFen = -of(result, 'recoup');
            const earned = Math.max(0, result.sums.sharesFen);
            expect(takenFen).toBeGreaterThanOrEqual(0);
            expect(takenFen).toBeLessThanOrEqual(cap ?? Number.MAX_SAFE_INTEGER);
            if (ceiling !== null) expect(takenFen * 10_000).toBeLessThanOrEqual(earned * ceiling);
            if (takenFen > 0) expect(result.sums.closingFen).toBeGreaterThanOrEqual(0);
            else expect(result.sums.closingFen).toBe(input.openingFen + result.sums.sharesFen);
          }
          const { recoupItems } = ran.at(-1)!.next;
          expect(recoupItems[0]!.recoupedFen).toBe(recoupItems[0]!.amountFen);
        },
      ),
    );
  });
});

describe('holdback', () => {
  it('withheld less released less forfeited is the balance, month after month, and in the end nothing is left', () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 6 }),
        rateBps,
        fc.integer({ min: 1, max: 120 }),
        fc.nat({ max: 2_000_000 }),
        (shares, withholdBps, days, forfeitFen) => {
          const rule = component({
            type: 'holdback',
            rates: [{ category: null, rateBps: bps(withholdBps) }],
            releaseAfterDays: days,
          });
          const cases = [
            {
              caseNo: 'CASE-1',
              withheldKey: `pay:${rule.id}:holdback:2026-05:*`,
              decidedOn: '2026-06-02',
              forfeitFen: fen(forfeitFen),
            },
          ];
          let carried: Partial<CarriedForward> = {};
          const totals = { withheld: 0, released: 0, forfeited: 0 };
          for (let at = 0; at < shares.length + 5; at++) {
            const input = month([rule], {
              month: addMonths('2026-05', at),
              earned: [share(shares[at] ?? 0, { day: `${addMonths('2026-05', at)}-10` })],
              cases: at === 1 ? cases : [],
              ...carried,
            });
            const result = computeMonth(input);
            const next = carryForward(input, result);
            totals.withheld -= of(result, 'holdback');
            totals.released += of(result, 'holdback_release');
            totals.forfeited += sumOf(result.forfeits.map((forfeit) => forfeit.amountFen));
            const left = next.withheld.map((w) => w.withheldFen - w.releasedFen - w.forfeitedFen);
            expect(sumOf(left)).toBe(totals.withheld - totals.released - totals.forfeited);
            carried = next;
          }
          expect(totals.withheld).toBe(totals.released + totals.forfeited);
          expect(totals.forfeited).toBeLessThanOrEqual(forfeitFen);
        },
      ),
    );
  });
});

describe('base pay and guarantees', () => {
  it('base-or-commission pays the higher of both, however the month is split into lines', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 12 }), fc.nat({ max: 9_000_000 }), (shares, baseFen) => {
        const rule = component({ type: 'base_or_commission', amountFen: fen(baseFen), prorate: false });
        const split = computeMonth(month([rule], { earned: shares.map((shareFen) => share(shareFen)) }));
        const whole = computeMonth(month([rule], { earned: [share(sumOf(shares))] }));
        expect(split.sums.closingFen).toBe(Math.max(baseFen, sumOf(shares)));
        expect(split.entries).toEqual(whole.entries);
      }),
    );
  });

  it('a guarantee over the contract is the sum of its true-ups, and never leaves a month below its commission', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9_000_000 }), { minLength: 1, maxLength: 8 }),
        fc.nat({ max: 5_000_000 }),
        (shares, guaranteedFen) => {
          const rule = component({
            ...{ type: 'guarantee', amountFen: fen(guaranteedFen), prorate: false },
            ...{ span: 'contract', counts: 'shares', conditions: [] },
          });
          const ran = run(
            [rule],
            shares.map((shareFen) => ({ earned: [share(shareFen)] })),
          );
          for (const [at, { result }] of ran.entries()) {
            const trueUps = sumOf(ran.slice(0, at + 1).map((one) => of(one.result, 'guarantee')));
            const soFar = sumOf(shares.slice(0, at + 1));
            expect(trueUps).toBe(Math.max(0, guaranteedFen * (at + 1) - soFar));
            expect(result.sums.closingFen).toBeGreaterThanOrEqual(Math.min(guaranteedFen, shares[at]!));
          }
        },
      ),
    );
  });
});

const parts = [
  { partyId: 3, takesFrom: 'base' as const, rateBps: bps(1_000) },
  { partyId: 1, takesFrom: 'rest' as const, rateBps: bps(4_567) },
  { partyId: 2, takesFrom: 'base' as const, rateBps: null },
];
const rule = (over: Partial<ShareRule> = {}): ShareRule => ({
  ...{ id: 1, anchorId: 7, platform: null, brandId: null, productId: null, streamId: null },
  ...{ base: 'commission', tierOnRefund: 'frozen', effectiveFrom: 0, effectiveTo: null },
  tiers: [{ id: 11, fromFen: fen(0), toFen: null, parts }],
  ...over,
});
const order = (lineId: number, commissionFen: number, over: Partial<SettleableLine> = {}) => ({
  ...{ lineId, anchorId: 7, platform: 'douyin', brandId: null, productId: null, streamId: null },
  ...{ ruleAt: Date.parse('2026-05-10T00:00:00+08:00'), settledAt: lineId },
  ...{ salesFen: fen(commissionFen * 5), commissionFen: fen(commissionFen) },
  ...{ category: null, quantity: 1 },
  ...over,
});

describe('shares over time', () => {
  it('the parts of every line and every fee add up to it, and a fee given back is the mirror of the fee', () => {
    const fees = component({ type: 'fee_share', of: 'slot_fee', parts });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 10 }), (amounts) => {
        const { settled } = settleMonth(
          amounts.map((amountFen, at) => order(at + 1, amountFen)),
          [rule()],
        );
        for (const line of settled) expect(sumOf(line.partsFen)).toBe(line.baseFen);
        const facts = amounts.flatMap((amountFen, at) =>
          [amountFen, -amountFen].map((signed, place) => ({
            ...{ feeId: at * 2 + place, of: 'slot_fee' as const, streamId: null, platform: null },
            ...{ brandId: null, productId: null, day: '2026-05-10', amountFen: fen(signed), ref: 'deal' },
          })),
        );
        const result = computeMonth(month([fees], { fees: facts }));
        for (const { feeId, parts: given } of result.feeSplits) {
          const fee = facts.find((fact) => fact.feeId === feeId)!;
          expect(sumOf(given.map((part) => part.amountFen))).toBe(fee.amountFen);
        }
        expect(result.sums.entriesFen).toBe(0);
      }),
    );
  });

  it('what was sold and refunded comes to the entitlement on what was kept, whichever month the refund falls in', () => {
    const perItem = component({ type: 'per_item', amountFen: fen(250) });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 900_000 }), fc.boolean()), { maxLength: 8 }), (sales) => {
        const earnedIn = (kept: typeof sales, sign: number) =>
          settleMonth(
            kept.map(([commission], at) => order(at + 1, sign * commission)),
            [rule()],
          ).settled.map((line) => share(line.partsFen[1]!, { quantity: sign }));
        const refunded = sales.filter(([, isRefunded]) => isRefunded);
        const ran = run([perItem], [{ earned: earnedIn(sales, 1) }, { earned: earnedIn(refunded, -1) }]);
        const kept = sales.filter(([, isRefunded]) => !isRefunded);
        const entitled = computeMonth(month([perItem], { earned: earnedIn(kept, 1) }));
        const paid = sumOf(ran.map(({ result }) => result.sums.sharesFen + result.sums.entriesFen));
        expect(paid).toBe(entitled.sums.sharesFen + entitled.sums.entriesFen);
      }),
    );
  });

  it('accruals are the shares of the estimated lines, and their reversals leave nothing', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 10 }), (amounts) => {
        const lines = amounts.map((amountFen, at) => order(at + 1, amountFen));
        const { entries } = accrueMonth({
          month: '2026-05',
          lines,
          rules: [rule()],
          settledSalesFen: new Map(),
        });
        const reversals = reverseAccruals(entries);
        expect(sumOf(entries.map((entry) => entry.amountFen))).toBe(sumOf(amounts));
        expect(sumOf([...entries, ...reversals].map((entry) => entry.amountFen))).toBe(0);
        expect(reversals.every((entry) => entry.month === '2026-06' && entry.reversesKey !== null)).toBe(
          true,
        );
      }),
    );
  });
});

const tiers = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 4_000_000 }), { maxLength: 4 }),
    fc.array(rateBps, { minLength: 5, maxLength: 5 }),
  )
  .map(([starts, rates]) =>
    [0, ...starts.sort((a, b) => a - b)].map((fromFen, at) => ({
      fromFen: fen(fromFen),
      rateBps: bps(rates[at]!),
    })),
  );
const mode = fc.constantFrom('marginal' as const, 'retroactive' as const);

describe('tiered commission', () => {
  it('divides a month without losing a fen, each slice on its own tier, and a reversal mirrors it', () => {
    fc.assert(
      fc.property(amount, tiers, mode, (baseFen, steps, how) => {
        const rule = { mode: how, tiers: steps };
        const slices = sliceTiers(fen(baseFen), rule);
        expect(sumOf(slices.map((slice) => slice.baseFen))).toBe(baseFen);
        for (const { baseFen: part, rateBps: rate, amountFen } of slices) {
          const exact = (BigInt(part) * BigInt(rate)) / 10_000n;
          expect(amountFen).toBe(Number(exact));
        }
        const reached = steps.filter(({ fromFen }) => fromFen < Math.abs(baseFen)).length;
        expect(slices).toHaveLength(how === 'retroactive' ? 1 : Math.max(1, reached));
        const mirrored = slices.map((slice) => -(slice.baseFen + slice.amountFen) + 0);
        const back = sliceTiers(fen(-baseFen), rule);
        expect(back.map((slice) => slice.baseFen + slice.amountFen + 0)).toEqual(mirrored);
      }),
    );
  });

  it('one fen more never crosses a threshold unpaid: marginal pay rises with the base, at the rate of its tier', () => {
    const steps = [
      { fromFen: fen(0), rateBps: bps(1_000) },
      { fromFen: fen(100_000), rateBps: bps(10_000) },
    ];
    const marginal = (baseFen: number) =>
      sumOf(sliceTiers(fen(baseFen), { mode: 'marginal', tiers: steps }).map((slice) => slice.amountFen));
    expect([99_999, 100_000, 100_001].map(marginal)).toEqual([9_999, 10_000, 10_001]);
    const whole = (baseFen: number) =>
      sliceTiers(fen(baseFen), { mode: 'retroactive', tiers: steps })[0]!.amountFen;
    expect([99_999, 100_000].map(whole)).toEqual([9_999, 100_000]);
  });

  it('over time comes to the entitlement of what was kept, whatever was refunded when and in whatever order it came', () => {
    const sale = fc.record({
      salesFen: fc.integer({ min: 1, max: 3_000_000 }),
      /** The month of its refund after the sale, if any. */
      refundedAfter: fc.option(fc.nat({ max: 2 })),
    });
    fc.assert(
      fc.property(fc.array(sale, { maxLength: 8 }), tiers, mode, (sales, steps, how) => {
        const terms = { mode: how, tiers: steps };
        const rule = component({ type: 'tiered_share', of: 'net_sales', ...terms });
        const sold = sales.map(({ salesFen }) => share(0, { salesFen: fen(salesFen) }));
        const refundedIn = (at: number) =>
          sales
            .filter(({ refundedAfter }) => refundedAfter === at)
            .map(({ salesFen }) => share(0, { salesFen: fen(-salesFen) }));
        const first = [...sold, ...refundedIn(0)];
        const months = [{ earned: first }, { earned: refundedIn(1) }, { earned: refundedIn(2) }];
        const paid = (list: typeof months) =>
          sumOf(run([rule], list).map(({ result }) => result.sums.entriesFen));
        const kept = sumOf(sales.filter((one) => one.refundedAfter === null).map(({ salesFen }) => salesFen));
        const entitled = sumOf(sliceTiers(fen(kept), terms).map((slice) => slice.amountFen));
        expect(paid(months)).toBe(entitled);
        expect(paid([{ earned: first.toReversed() }, months[1]!, months[2]!])).toBe(entitled);
      }),
    );
  });

  it('tells each slice with its own arithmetic, in both languages', () => {
    const rule = component({
      ...{ type: 'tiered_share', of: 'commission', mode: 'marginal' },
      tiers: [
        { fromFen: fen(0), rateBps: bps(3_000) },
        { fromFen: fen(100), rateBps: bps(5_000) },
      ],
    });
    const [entry] = computeMonth(month([rule], { earned: [share(0, { commissionFen: fen(151) })] })).entries;
    expect(entry).toMatchObject({ kind: 'tiered', amountFen: 55 });
    expect(entry!.explanation.working).toEqual([
      { zh: '0.00 元起：1.00 × 30.00% = 0.30 元', en: 'from 0.00: 1.00 × 30.00% = 0.30' },
      { zh: '1.00 元起：0.51 × 50.00% = 0.25 元', en: 'from 1.00: 0.51 × 50.00% = 0.25' },
    ]);
  });

  it('counts as commission where base pay and guarantees compare, and its cap with it', () => {
    const rule = component(
      {
        ...{ type: 'tiered_share', of: 'net_sales', mode: 'retroactive' },
        tiers: [{ fromFen: fen(0), rateBps: bps(1_000) }],
      },
      { maxFen: fen(80) },
    );
    const base = component({ type: 'base_or_commission', amountFen: fen(100), prorate: false });
    const { entries } = computeMonth(month([rule, base], { earned: [share(5, { salesFen: fen(1_000) })] }));
    expect(entries.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
      ['tiered', 100],
      ['cap', -20],
      ['base_pay', 15],
    ]);
  });
});

/** A month with something of every kind. */
function fullMonth(shares: readonly number[]): MonthInput {
  const advance = component({ type: 'recoup', of: 'advance', shareCeilingBps: bps(3_000) }, { priority: 2 });
  const fine = component({ type: 'fine', capBps: bps(1_000), noticeDays: 3 }, { priority: 1 });
  const components = [
    component({ type: 'per_stream', amountFen: fen(20_000) }, { maxFen: fen(50_000) }),
    component({ type: 'per_hour', amountFen: fen(10_001), rounding: null }),
    component({ type: 'base_plus_commission', amountFen: fen(300_000), prorate: true }),
    component({ type: 'holdback', rates: [{ category: null, rateBps: bps(500) }], releaseAfterDays: 30 }),
    ...[advance, fine],
  ];
  const days = ['2026-05-03', '2026-05-03', '2026-05-09', '2026-04-30'];
  return month(components, {
    earned: shares.map((shareFen) => share(shareFen)),
    streams: days.map((day, at) => ({
      streamId: at + 1,
      title: '混场',
      platform: 'douyin',
      day,
      minutes: 95 + at,
    })),
    recoupItems: [item(advance.id, 90_000), item(advance.id, 70_000, { itemId: 2, name: '培训' })],
    fines: [1, 2, 3].map((fineId) => ({
      ...{ fineId, componentId: fine.id, day: '2026-05-02', amountFen: fen(20_000), what: '迟到' },
      ...{ evidenceRefs: ['e'], notifiedOn: '2026-05-03', objection: 'none' as const },
    })),
  });
}

describe('a month', () => {
  it('comes out the same whatever order its facts were imported in', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (shares, dice) => {
        const input = fullMonth(shares);
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((one) => ({ one, at: dice.next().value! }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
        const shuffled = {
          ...input,
          components: shuffle(input.components),
          earned: shuffle(input.earned),
          streams: shuffle(input.streams),
          recoupItems: shuffle(input.recoupItems),
          fines: shuffle(input.fines),
        };
        expect(computeMonth(shuffled)).toEqual(computeMonth(input));
      }),
    );
  });

  it('every reversal is the mirror of its entry and names it', () => {
    for (const entry of computeMonth(fullMonth([1_000_000])).entries) {
      const back = reverseEntry(entry, '2026-07');
      expect(back).toMatchObject({ amountFen: -entry.amountFen, reversesKey: entry.key, month: '2026-07' });
      expect(back).toMatchObject({ concernsMonth: entry.concernsMonth, componentId: entry.componentId });
      expect(() => reverseEntry(back, '2026-08')).toThrow('is a reversal itself');
    }
  });

  it('computed again with other facts, what is posted comes to what is computed, and then to no change', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 5 }), (amounts) => {
        let posted: ReturnType<typeof replaceEntries> = [];
        const input = fullMonth([]);
        for (const shareFen of amounts) {
          const { entries, sums } = computeMonth({ ...input, earned: [share(shareFen)] });
          posted = [...posted, ...replaceEntries(posted, entries)];
          expect(sumOf(posted.map((entry) => entry.amountFen))).toBe(sums.entriesFen);
          expect(new Set(posted.map(({ key }) => key)).size).toBe(posted.length);
          expect(replaceEntries(posted, entries)).toEqual([]);
        }
      }),
    );
  });
});

describe('the dry run of a rule change', () => {
  it('finds no difference between a rule and itself, and the exact difference of the shares otherwise', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 6 }), rateBps, (amounts, newBps) => {
        const lines = amounts.map((amountFen, at) => order(at + 1, amountFen));
        const { components: _, earned: __, month: ___, ...anchor } = month([]);
        const past = [{ month: '2026-05' as Month, lines, anchors: [anchor] }];
        const changed = rule({
          tiers: [
            {
              ...{ id: 12, fromFen: fen(0), toFen: null },
              parts: [
                { partyId: 1, takesFrom: 'base', rateBps: bps(newBps) },
                { partyId: 2, takesFrom: 'base', rateBps: null },
              ],
            },
          ],
        });
        const was = { rules: [rule()], components: [] };
        expect(compareRules(was, was, past)[0]).toMatchObject({ anchorId: 7, diffFen: 0 });
        const own = (one: ShareRule, place: number): Fen =>
          sumFen(settleMonth(lines, [one]).settled, (line) => line.partsFen[place]!);
        const [row] = compareRules(was, { rules: [changed], components: [] }, past);
        expect(row).toMatchObject({ beforeFen: own(rule(), 1), afterFen: own(changed, 0) });
        expect(row!.diffFen).toBe(own(changed, 0) - own(rule(), 1));
      }),
    );
  });

  it('counts a co-host among those who gain or lose, though the line and the rule are another anchor’s', () => {
    const shareOfCoHost = (coHostBps: number) =>
      rule({
        tiers: [
          {
            ...{ id: 13, fromFen: fen(0), toFen: null },
            parts: [
              { partyId: 1, takesFrom: 'base', rateBps: bps(4_000) },
              { partyId: 5, takesFrom: 'base', rateBps: bps(coHostBps) },
              { partyId: 2, takesFrom: 'base', rateBps: null },
            ],
          },
        ],
      });
    const { components: _, earned: __, month: ___, ...anchor } = month([]);
    const coHost = { ...anchor, anchorId: 8, anchorPartyId: 5 };
    const past = [{ month: '2026-05' as Month, lines: [order(1, 10_000)], anchors: [anchor, coHost] }];
    const rows = compareRules(
      { rules: [shareOfCoHost(1_000)], components: [] },
      { rules: [shareOfCoHost(600)], components: [] },
      past,
    );
    expect(rows.map(({ anchorId, diffFen }) => [anchorId, diffFen])).toEqual([
      [7, 0],
      [8, -400],
    ]);
  });
});
