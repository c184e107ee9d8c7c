import { describe, expect, it } from 'vitest';
import { planLot } from '../sampling/plan.ts';
import {
  type InspectionFacts,
  judge,
  whyNotAddUnit,
  whyNotClose,
  whyNotDecide,
  whyNotWithdraw,
} from './inspection-life.ts';
import type { JudgedUnit } from './verdict.ts';

const unit = (unitNo: number, more: Partial<JudgedUnit> = {}): JudgedUnit => ({
  ...{ unitNo: String(unitNo), worst: null, undecided: 0 },
  ...more,
});
const mystery = (units: JudgedUnit[], more: Partial<InspectionFacts> = {}): InspectionFacts => ({
  ...{ status: 'open', plans: null, comparing: 0, units },
  ...more,
});
const plan = planLot({ lotSize: 8, level: 'S-1', aql: '6.5', stage: 'normal' });
const lot = (units: JudgedUnit[]) => mystery(units, { plans: { major: plan, minor: plan } });

describe('a mystery order', () => {
  it('says what was seen and how much that bounds', () => {
    expect(judge(mystery([unit(1), unit(2, { worst: 'minor' })]))).toMatchObject({
      ...{ verdict: 'differences_found', differing: 1, inspected: 2 },
      bound: { key: 'bound_some_differ' },
    });
  });

  it('says nothing while rows are undecided, or without a unit', () => {
    expect(judge(mystery([unit(1, { undecided: 1 })]))).toMatchObject({ verdict: 'open', bound: null });
    expect(judge(mystery([]))).toMatchObject({ verdict: 'open', code: 'no_units' });
  });
});

describe('closing', () => {
  it.each([
    [mystery([]), 'no_units'],
    [mystery([unit(1, { undecided: 2 })]), 'rows_to_decide'],
    [mystery([unit(1)], { comparing: 1 }), 'comparing'],
    [mystery([unit(1)], { status: 'closed' }), 'inspection_ended'],
    [lot([unit(1)]), 'units_to_inspect'],
  ])('is refused: %j', (facts, code) => {
    expect(whyNotClose(facts)?.code).toBe(code);
  });

  it('is open to a lot that is refused already, and to one looked at as a whole', () => {
    expect(whyNotClose(lot([unit(1, { worst: 'critical' })]))).toBeUndefined();
    expect(whyNotClose(lot([unit(1), unit(2)]))).toBeUndefined();
  });
});

describe('the units of an inspection', () => {
  it('are as many as the plan takes', () => {
    expect(whyNotAddUnit(lot([unit(1)]))).toBeUndefined();
    expect(whyNotAddUnit(lot([unit(1), unit(2)]))?.code).toBe('unit_beyond_plan');
  });

  it('forbid to withdraw it', () => {
    expect(whyNotWithdraw(mystery([]))).toBeUndefined();
    expect(whyNotWithdraw(mystery([unit(1)]))?.code).toBe('has_units');
  });
});

describe('a decision', () => {
  it.each([
    ['uphold', { state: 'open', criticality: null }, undefined, 'class_missing'],
    ['uphold', { state: 'upheld', criticality: 'major' }, undefined, 'already_decided'],
    ['reopen', { state: 'open', criticality: 'major' }, undefined, 'difference_not_decided'],
    ['dismiss', { state: 'replaced', criticality: 'major' }, undefined, 'difference_replaced'],
    ['uphold', { state: 'open', criticality: null }, 'minor', undefined],
    ['dismiss', { state: 'open', criticality: null }, undefined, undefined],
  ] as const)('to %s %j as %s is refused with %s', (kind, facts, given, code) => {
    expect(whyNotDecide(kind, facts, given)?.code).toBe(code);
  });
});
