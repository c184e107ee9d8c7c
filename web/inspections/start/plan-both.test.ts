import { describe, expect, it } from 'vitest';
import { planBoth, unitsToDraw } from './plan-both.ts';

describe('the plan of a lot on the screen', () => {
  it('has both classes, each with its arrow followed, and draws as many units as the larger', () => {
    const plans = planBoth({ lotSize: 1000, level: 'II', aqlMajor: '1.0', aqlMinor: '2.5', stage: 'normal' });
    expect(plans.major).toMatchObject({
      codeLetter: 'J',
      sampleSize: 80,
      acceptUpTo: 2,
      rejectFrom: 3,
      arrow: 'direct',
    });
    expect(plans.minor).toMatchObject({ acceptUpTo: 5, rejectFrom: 6 });
    expect(unitsToDraw(plans)).toBe(80);
  });

  it('looks at the whole of a lot that is not larger than its sample', () => {
    const plans = planBoth({ lotSize: 5, level: 'II', aqlMajor: '1.0', aqlMinor: '2.5', stage: 'normal' });
    expect(plans.major).toMatchObject({ isFullInspection: true, sampleSize: 5, arrow: 'down' });
    expect(unitsToDraw(plans)).toBe(5);
  });
});
