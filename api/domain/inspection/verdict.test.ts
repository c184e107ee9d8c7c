import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planLot } from '../sampling/plan.ts';
import { CRITICALITIES, type Criticality } from './comparison.ts';
import { type JudgedUnit, judgeLot, judgeUnits } from './verdict.ts';

const lot = { lotSize: 500, level: 'II', stage: 'normal' } as const;
/** H: 50 units, and Ac 1 for major at 1.0, 3 for minor at 2.5. */
const plans = { major: planLot({ ...lot, aql: '1.0' }), minor: planLot({ ...lot, aql: '2.5' }) };
const units = (...worst: (Criticality | null)[]): JudgedUnit[] =>
  worst.map((one, at) => ({ unitNo: `U${at + 1}`, worst: one, undecided: 0 }));
const clean = (count: number) => Array<null>(count).fill(null);

describe('the verdict on a lot', () => {
  it('is one of the plan it was made for', () => {
    expect([plans.major.sampleSize, plans.major.acceptUpTo, plans.minor.acceptUpTo]).toEqual([50, 1, 3]);
  });

  it('accepts up to Ac and refuses from Re, each class by its own', () => {
    expect(judgeLot(plans, units('major', 'minor', 'minor', 'minor', ...clean(46)))).toMatchObject({
      verdict: 'accepted',
      code: 'within_plan',
      classes: { major: { nonconforming: 1 }, minor: { nonconforming: 3 } },
    });
    expect(judgeLot(plans, units('major', 'major', ...clean(48))).code).toBe('too_many_major');
    expect(judgeLot(plans, units('minor', 'minor', 'minor', 'minor', ...clean(46))).code).toBe(
      'too_many_minor',
    );
  });

  it('refuses at once with a critical difference, with units still to look at', () => {
    expect(judgeLot(plans, units(null, 'critical'))).toMatchObject({
      verdict: 'rejected',
      code: 'critical_difference',
      criticalUnitNos: ['U2'],
      unitsToInspect: 48,
    });
  });

  it('refuses as soon as Re is reached, and accepts only at the end', () => {
    expect(judgeLot(plans, units('major', 'major')).verdict).toBe('rejected');
    expect(judgeLot(plans, units(...clean(49)))).toMatchObject({
      verdict: 'open',
      code: 'units_to_inspect',
      unitsToInspect: 1,
    });
  });

  it('waits for a person where a row is not decided', () => {
    const waiting = units(...clean(50)).with(3, { unitNo: 'U4', worst: null, undecided: 2 });
    expect(judgeLot(plans, waiting)).toMatchObject({
      verdict: 'open',
      code: 'rows_to_decide',
      rowsToDecide: 2,
    });
  });

  it('counts the first units drawn for the class whose plan takes fewer', () => {
    const fewer = { major: planLot({ ...lot, aql: '1.5' }), minor: planLot({ ...lot, aql: '0.25' }) };
    const arrow = { ...fewer, minor: planLot({ ...lot, aql: '0.40' }) };
    expect([arrow.major.sampleSize, arrow.minor.sampleSize]).toEqual([50, 32]);
    const late = units(...clean(40), 'minor', ...clean(9));
    expect(judgeLot(arrow, late).verdict).toBe('accepted');
    expect(judgeLot(arrow, units('minor', ...clean(49))).code).toBe('too_many_minor');
  });

  it('takes no sample larger than the plan', () => {
    expect(() => judgeLot(plans, units(...clean(51)))).toThrow(
      expect.objectContaining({ code: 'too_many_units' }),
    );
  });

  it('once refused stays refused, whatever is found after', () => {
    const found = fc.array(fc.constantFrom(null, null, null, ...CRITICALITIES), { maxLength: 50 });
    fc.assert(
      fc.property(found, (worst) => {
        let wasRejected = false;
        for (let count = 0; count <= worst.length; count++) {
          const { verdict } = judgeLot(plans, units(...worst.slice(0, count)));
          if (wasRejected) expect(verdict).toBe('rejected');
          wasRejected = verdict === 'rejected';
          if (verdict === 'accepted') expect(count).toBe(50);
        }
        if (worst.includes('critical')) expect(wasRejected).toBe(true);
      }),
    );
  });
});

it('a few units of a mystery order are counted, not judged by a plan', () => {
  expect(judgeUnits(units(null, 'minor', null, 'critical', null))).toEqual({
    differing: 2,
    inspected: 5,
    rowsToDecide: 0,
  });
});
