import { describe, expect, it } from 'vitest';
import { bps, fen } from '../money.ts';
import { compareRules } from './compare-rules.ts';
import { computeMonth } from './compute-month.ts';
import { component, item, month, share } from './month.testing.ts';
import type { StreamFact } from './month-facts.ts';
import { ANYWHERE } from './scope.ts';

const amountsOf = (input: Parameters<typeof computeMonth>[0]) =>
  computeMonth(input).entries.map(({ kind, amountFen }) => [kind, amountFen]);
const stream = (streamId: number, day: string, minutes = 60): StreamFact => ({
  ...{ streamId, title: '混场', platform: 'douyin', day, minutes },
});

describe('deductions', () => {
  it('takes several items of one clause from one cap, the oldest first', () => {
    const rule = component({ type: 'recoup', of: 'training', shareCeilingBps: null }, { maxFen: fen(1_000) });
    const recoupItems = [
      item(rule.id, 900, { itemId: 2, day: '2026-03-01' }),
      item(rule.id, 700, { itemId: 1, day: '2026-02-01' }),
    ];
    const result = computeMonth(month([rule], { recoupItems, earned: [share(9_000)] }));
    expect(result.entries.map(({ sourceRefs, amountFen }) => [sourceRefs[0]!.id, amountFen])).toEqual([
      ['1', -700],
      ['2', -300],
    ]);
    expect(result.entries[1]!.explanation.zh).toContain('其中已用 7.00 元');
  });

  it('keeps 质保金 that is not due, and lets several cases keep no more than there is', () => {
    const rule = component({
      ...{ type: 'holdback', rates: [{ category: null, rateBps: bps(500) }] },
      releaseAfterDays: 40,
    });
    const fact = {
      ...{ key: 'k', componentId: rule.id, month: '2026-04' as const, category: null },
      ...{ withheldFen: fen(1_000), releasedFen: fen(0), forfeitedFen: fen(0), releaseOn: '2026-06-09' },
    };
    const cases = [700, 600].map((forfeitFen, at) => ({
      ...{ caseNo: `CASE-${at}`, withheldKey: 'k', decidedOn: '2026-05-20', forfeitFen: fen(forfeitFen) },
    }));
    const result = computeMonth(month([rule], { withheld: [fact], cases }));
    expect(result.entries).toEqual([]);
    expect(result.forfeits.map(({ caseNo, amountFen }) => [caseNo, amountFen])).toEqual([
      ['CASE-0', 700],
      ['CASE-1', 300],
    ]);
    expect(amountsOf(month([rule], { withheld: [fact] }))).toEqual([]);
    expect(amountsOf(month([rule], { withheld: [fact], month: '2026-06' }))).toEqual([
      ['holdback_release', 1_000],
    ]);
  });
});

describe('guarantees', () => {
  const guarantee = (span: 'month' | 'contract') =>
    component({
      ...{ type: 'guarantee', amountFen: fen(5_000), prorate: false, span, counts: 'shares' },
      conditions: [{ kind: 'min_streams', count: 2 }],
    });

  it('a stream of an earlier month, recorded late, does not meet the condition of this one', () => {
    const streams = [stream(1, '2026-05-03'), stream(2, '2026-04-30')];
    const result = computeMonth(month([guarantee('month')], { streams }));
    expect(result.entries).toEqual([]);
    expect(result.notTaken[0]!.explanation.zh).toContain('直播 1 场，要求 2 场');
  });

  it('over the contract, a month that misses the condition guarantees nothing and still counts what was earned', () => {
    const rule = guarantee('contract');
    const before = {
      ...{ componentId: rule.id, month: '2026-04' as const },
      ...{ guaranteedFen: fen(5_000), countedFen: fen(1_000), trueUpFen: fen(4_000) },
    };
    const result = computeMonth(month([rule], { guarantees: [before], earned: [share(1_500)] }));
    // Guaranteed 50.00 + 0, counted 10.00 + 15.00: due 25.00, topped up 40.00 before.
    expect(result.entries.map(({ amountFen }) => amountFen)).toEqual([-1_500]);
    expect(result.guarantees).toMatchObject([{ guaranteedFen: 0, countedFen: 1_500, trueUpFen: -1_500 }]);
  });
});

it('a cap on one platform does not lower the commission that another platform’s base pay is compared with', () => {
  const on = (platform: string) => ({ scope: { ...ANYWHERE, platform } });
  const cap = component({ type: 'limit' }, { ...on('kuaishou'), maxFen: fen(1_000) });
  const base = component({ type: 'base_or_commission', amountFen: fen(3_000), prorate: false }, on('douyin'));
  const earned = [share(2_000), share(5_000, { platform: 'kuaishou' })];
  expect(amountsOf(month([cap, base], { earned }))).toEqual([
    ['cap', -4_000],
    ['base_pay', 1_000],
  ]);
});

it('a dry run carries each run’s own balances from month to month', () => {
  const of = (amountFen: number) => ({
    ...component({
      ...{ type: 'guarantee', amountFen: fen(amountFen), prorate: false },
      ...{ span: 'contract', counts: 'all_earnings', conditions: [] },
    }),
    anchorId: 7,
  });
  const perStream = {
    ...component({ type: 'per_stream', amountFen: fen(3_000) }),
    anchorId: 7,
  };
  const { components: _, earned: __, month: ___, ...anchor } = month([]);
  const months = ['2026-05' as const, '2026-06' as const].map((name, at) => ({
    ...{ month: name, lines: [] },
    anchors: [{ ...anchor, streams: at === 0 ? [] : [stream(1, '2026-06-03')] }],
  }));
  const rows = compareRules(
    { rules: [], components: [perStream, of(1_000)] },
    { rules: [], components: [perStream, of(2_000)] },
    months,
  );
  // Before: +10.00, then 30.00 earned takes it back. After: +20.00, then 10.00 of it stays due (40.00 − 30.00).
  expect(rows.map(({ beforeFen, afterFen }) => [beforeFen, afterFen])).toEqual([
    [1_000, 2_000],
    [2_000, 2_000],
  ]);
});
