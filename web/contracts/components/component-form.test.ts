import { describe, expect, it } from 'vitest';
import { componentBody, placeErrors } from './component-form.ts';

const head = { clauseNo: '4.2', effectiveFrom: '2026-08-01' };

describe('a component of pay as the form sends it', () => {
  it('has the fields of its own type alone, whatever another type left behind', () => {
    const row = {
      ...head,
      type: 'fine' as const,
      minFen: 5,
      maxFen: 100,
      rule: { amountFen: 7, capBps: 500 },
    };
    expect(componentBody(row)).toMatchObject({
      minFen: null,
      maxFen: 100,
      rule: { capBps: 500, noticeDays: null },
    });
    expect(componentBody(row).rule as object).not.toHaveProperty('amountFen');
  });

  it('is a month’s guarantee out of the shares unless it says otherwise', () => {
    const { rule } = componentBody({ ...head, type: 'guarantee', rule: { amountFen: 500_000 } });
    expect(rule).toEqual({
      amountFen: 500_000,
      prorate: false,
      span: 'month',
      counts: 'shares',
      conditions: [],
    });
  });

  it('keeps the tiers of a commission as they were entered', () => {
    const tiers = [{ fromFen: 0, rateBps: 1000 }];
    const { rule } = componentBody({
      ...{ ...head, type: 'tiered_share' },
      rule: { mode: 'retroactive', tiers: [{ id: 'row', ...tiers[0] }], capBps: 9 },
    });
    expect(rule).toEqual({ of: 'net_sales', mode: 'retroactive', tiers });
    const rows = [{ ...head, type: 'tiered_share' as const }];
    expect(placeErrors({ 'components.0.tiers.0.fromFen': 'a' }, rows)).toEqual({
      'components.0.rule.tiers.0.fromFen': 'a',
    });
  });

  it('finds its refusals at its fields', () => {
    const rows = [{ ...head, type: 'recoup' as const }];
    expect(placeErrors({ 'components.0.shareCeilingBps': 'a', 'components.0.maxFen': 'b' }, rows)).toEqual({
      'components.0.rule.shareCeilingBps': 'a',
      'components.0.maxFen': 'b',
    });
  });
});
