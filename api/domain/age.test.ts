import { describe, expect, it } from 'vitest';
import { ageOn, whyNotSign } from './age.ts';

describe('age', () => {
  it('grows on the birthday', () => {
    expect(ageOn('2008-05-02', '2026-05-01')).toBe(17);
    expect(ageOn('2008-05-02', '2026-05-02')).toBe(18);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  });

  it('keeps children out by law; minors come with a guardian', () => {
    expect(whyNotSign('2010-11-24', '2026-11-23')?.code).toBe('under_16');
    expect(whyNotSign('2030-01-01', '2026-11-23')?.code).toBe('under_16');
    expect(whyNotSign('2010-11-23', '2026-11-23')).toBeUndefined();
  });

  it('says nothing of somebody whose birthday is not known yet', () => {
    expect(whyNotSign(null, '2026-11-23')).toBeUndefined();
  });
});
