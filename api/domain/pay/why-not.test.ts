import { describe, expect, it } from 'vitest';
import { bps, fen } from '../money.ts';
import type { ComponentRule, PayComponent } from './component.ts';
import { computeMonth } from './compute-month.ts';
import { component, item, month } from './month.testing.ts';
import type { MonthInput, WithheldFact } from './month-facts.ts';
import { ANYWHERE } from './scope.ts';
import { whyNotComponents } from './why-not-components.ts';
import { whyNotMonth } from './why-not-month.ts';

const perStream = (over: Partial<PayComponent> = {}) =>
  component({ type: 'per_stream', amountFen: fen(100) }, over);
const advance = (shareCeilingBps: number | null = null) =>
  component({
    ...{ type: 'recoup', of: 'advance' },
    shareCeilingBps: shareCeilingBps === null ? null : bps(shareCeilingBps),
  });
const holdback = (rateBps: number, releaseAfterDays = 30) =>
  component({ type: 'holdback', rates: [{ category: null, rateBps: bps(rateBps) }], releaseAfterDays });
const codeOf = (...components: PayComponent[]) => whyNotComponents(components, 1)?.code;
const part = (partyId: number, rateBps: number | null) => ({
  ...{ partyId, takesFrom: 'base' as const },
  rateBps: rateBps === null ? null : bps(rateBps),
});
const fee = (...parts: ReturnType<typeof part>[]) =>
  component({ type: 'fee_share', of: 'slot_fee', parts } satisfies ComponentRule);

describe('components that cannot stand', () => {
  it('refuses negative rates and rates over 100 %', () => {
    expect(codeOf(advance(-1))).toBe('negative_rate');
    expect(codeOf(advance(10_001))).toBe('rate_over_whole');
    expect(codeOf(holdback(-1))).toBe('negative_rate');
    expect(codeOf(holdback(10_001))).toBe('rate_over_whole');
    expect(codeOf(component({ type: 'fine', capBps: bps(10_001), noticeDays: 0 }))).toBe('rate_over_whole');
    expect(codeOf(fee(part(1, -1), part(2, null)))).toBe('negative_rate');
    expect(codeOf(fee(part(1, 6_000), part(3, 6_000), part(2, null)))).toBe('rates_exceed_base');
    expect(codeOf(fee(part(1, 6_000)))).toBe('no_residual');
  });

  it('refuses tiers with a gap below, out of order, or over 100 %', () => {
    const tiered = (...tiers: [number, number][]) =>
      component({
        ...{ type: 'tiered_share', of: 'net_sales', mode: 'marginal' },
        tiers: tiers.map(([from, rate]) => ({ fromFen: fen(from), rateBps: bps(rate) })),
      });
    expect(codeOf(tiered([0, 100], [500, 10_000]))).toBeUndefined();
    expect(codeOf(tiered())).toBe('no_tier');
    expect(codeOf(tiered([1, 100]))).toBe('tier_not_from_zero');
    expect(codeOf(tiered([0, 100], [500, 200], [500, 300]))).toBe('tiers_not_rising');
    expect(codeOf(tiered([0, 10_001]))).toBe('rate_over_whole');
    expect(codeOf(tiered([0, 100], [5, -1]))).toBe('negative_rate');
    expect(whyNotComponents([tiered([0, 1], [0, 2])], 1)).toMatchObject({
      path: 'components.0.tiers.1.fromFen',
    });
  });

  it('refuses negative amounts, a cap below its minimum and bounds that mean nothing', () => {
    expect(codeOf(component({ type: 'per_item', amountFen: fen(-1) }))).toBe('negative_amount');
    expect(codeOf(perStream({ minFen: fen(200), maxFen: fen(100) }))).toBe('cap_below_min');
    expect(codeOf(perStream({ maxFen: fen(-1) }))).toBe('negative_amount');
    expect(codeOf(component({ type: 'limit' }))).toBe('no_bound');
    const base: ComponentRule = { type: 'base_or_commission', amountFen: fen(100), prorate: false };
    expect(codeOf(component(base, { maxFen: fen(50) }))).toBe('no_cap_here');
    expect(codeOf({ ...advance(), minFen: fen(1) })).toBe('no_minimum_here');
    expect(
      codeOf(component({ type: 'per_hour', amountFen: fen(1), rounding: { stepMinutes: 0, mode: 'up' } })),
    ).toBe('no_step');
  });

  it('refuses two components of one kind in one scope on one day, and says which; one after the other may stand', () => {
    const first = perStream({ effectiveTo: '2026-06-01' });
    expect(whyNotComponents([first, perStream()], 1)).toMatchObject({
      code: 'component_overlaps',
      path: 'components.1',
      message: expect.stringContaining(String(first.id)),
    });
    expect(codeOf(first, perStream({ effectiveFrom: '2026-06-01' }))).toBeUndefined();
    expect(codeOf(perStream(), perStream({ scope: { ...ANYWHERE, platform: 'douyin' } }))).toBeUndefined();
    expect(codeOf(first, { ...first })).toBe('id_twice');
  });

  it('refuses an end before the start, and 质保金 that would go back before its month has ended', () => {
    expect(codeOf(perStream({ effectiveTo: '2026-01-01' }))).toBe('ends_before_start');
    expect(codeOf(perStream({ effectiveFrom: '2026-02-30' }))).toBe('not_a_day');
    expect(codeOf(holdback(500, 0))).toBe('release_before_withheld');
  });
});

describe('months that contradict themselves', () => {
  const withheld = (over: Partial<WithheldFact>): WithheldFact => ({
    ...{ key: 'k', componentId: 1, month: '2026-04', category: null, withheldFen: fen(100) },
    ...{ releasedFen: fen(0), forfeitedFen: fen(0), releaseOn: '2026-05-30' },
    ...over,
  });
  const why = (over: Partial<MonthInput>, ...components: PayComponent[]) =>
    whyNotMonth(month(components, over))?.code;

  it('refuses a release before its withholding and more out than in', () => {
    expect(why({ withheld: [withheld({})] })).toBeUndefined();
    expect(why({ withheld: [withheld({ month: '2026-05', releaseOn: '2026-06-30' })] })).toBe(
      'release_before_withheld',
    );
    expect(why({ withheld: [withheld({ releaseOn: '2026-04-30' })] })).toBe('release_before_withheld');
    expect(why({ withheld: [withheld({ releasedFen: fen(60), forfeitedFen: fen(41) })] })).toBe(
      'more_released_than_withheld',
    );
  });

  it('refuses what was taken back beyond what was given, and facts no clause stands behind', () => {
    const rule = advance();
    expect(why({ recoupItems: [item(rule.id, 100, { recoupedFen: fen(101) })] }, rule)).toBe(
      'more_recouped_than_given',
    );
    expect(why({ recoupItems: [item(rule.id + 1, 100)] }, rule)).toBe('no_component');
    const fine = {
      ...{ fineId: 1, componentId: rule.id, day: '2026-05-02', amountFen: fen(1), what: '迟到' },
      ...{ evidenceRefs: [], notifiedOn: null, objection: 'none' as const },
    };
    expect(why({ fines: [fine] }, rule)).toBe('no_component');
  });

  it('refuses a stream after the month, a positive opening, and two kinds of base pay in one month', () => {
    const stream = { streamId: 1, title: '', platform: 'douyin', day: '2026-06-01', minutes: 1 };
    expect(why({ streams: [stream] })).toBe('stream_out_of_place');
    expect(why({ openingFen: fen(1) })).toBe('opening_above_zero');
    const amountFen = fen(100);
    const or = component(
      { type: 'base_or_commission', amountFen, prorate: true },
      { effectiveTo: '2026-05-16' },
    );
    const plus = component(
      { type: 'base_plus_commission', amountFen, prorate: true },
      { effectiveFrom: '2026-05-16' },
    );
    expect(why({}, or, plus)).toBe('base_modes_meet');
  });

  it('computes nothing of such a month and throws the reason', () => {
    expect(() => computeMonth(month([perStream(), perStream()]))).toThrow('covers the same scope');
  });

  it('lists an advance without a second person and takes nothing of it, while the rest of the month goes on', () => {
    const rule = advance();
    const items = [
      item(rule.id, 100, { approvedBy: null }),
      item(rule.id, 200, { itemId: 2, approvedBy: 'operator' }),
      item(rule.id, 300, { itemId: 3 }),
    ];
    const result = computeMonth(month([rule], { recoupItems: items, otherFen: fen(1_000) }));
    expect(result.notTaken.map(({ code }) => code)).toEqual(['not_approved', 'same_person']);
    expect(result.entries.map(({ amountFen }) => amountFen)).toEqual([-300]);
  });
});
