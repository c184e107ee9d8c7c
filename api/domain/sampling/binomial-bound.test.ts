import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundShare, sayBound } from './binomial-bound.ts';

const counts = fc
  .integer({ min: 1, max: 200 })
  .chain((inspected) => fc.tuple(fc.integer({ min: 0, max: inspected }), fc.constant(inspected)));

describe('what a few units say of the lot', () => {
  it('none of five: up to 45 % could still differ', () => {
    expect(sayBound(boundShare(0, 5))).toEqual({
      key: 'bound_none_differ',
      values: { differing: '0', inspected: '5', lower: '0 %', upper: '45 %', confidence: '95 %' },
      zh: '抽查 5 件，0 件不符：整批仍可能有至多 45 % 不符（置信度 95 %）',
      en: '0 of 5 differ: up to 45 % of the lot could still differ, 95 %',
    });
  });

  it('one of five: at least 1 % and up to 66 %', () => {
    expect(sayBound(boundShare(1, 5)).en).toBe(
      '1 of 5 differ: at least 1 % and up to 66 % of the lot could differ, 95 % each',
    );
  });

  it('all of three: at least 37 %', () => {
    expect(sayBound(boundShare(3, 3))).toMatchObject({
      key: 'bound_all_differ',
      zh: '抽查 3 件，3 件不符：整批至少有 37 % 不符（置信度 95 %）',
    });
  });

  it.each([
    // Closed forms: 1 − 0.05^(1/n) with none, 0.05^(1/n) with all; the others from tables of the beta distribution.
    [0, 1, 0, 0.95],
    [0, 59, 0, 1 - 0.05 ** (1 / 59)],
    [0, 2000, 0, 1 - 0.05 ** (1 / 2000)],
    [10, 10, 0.05 ** (1 / 10), 1],
    [1, 10, 0.005116, 0.394163],
    [2, 10, 0.036771, 0.506901],
    [5, 10, 0.222441, 0.777559],
  ])('%i of %i: %f to %f', (differing, inspected, lower, upper) => {
    const bound = boundShare(differing, inspected);
    expect(bound.lowerShare).toBeCloseTo(lower, 5);
    expect(bound.upperShare).toBeCloseTo(upper, 5);
  });

  it('holds the share that was seen between the bounds, and mirrors', () => {
    fc.assert(
      fc.property(counts, ([differing, inspected]) => {
        const bound = boundShare(differing, inspected);
        const mirrored = boundShare(inspected - differing, inspected);
        expect(bound.lowerShare).toBeLessThanOrEqual(differing / inspected);
        expect(bound.upperShare).toBeGreaterThanOrEqual(differing / inspected);
        expect(bound.upperShare).toBeCloseTo(1 - mirrored.lowerShare, 9);
      }),
    );
  });

  it('falls with every further unit that does not differ', () => {
    fc.assert(
      fc.property(counts, ([differing, inspected]) => {
        expect(boundShare(differing, inspected + 1).upperShare).toBeLessThan(
          differing === inspected ? 1 : boundShare(differing, inspected).upperShare,
        );
      }),
    );
  });

  it('keeps a tenth of a percent where the sample is large', () => {
    expect(sayBound(boundShare(0, 200)).values.upper).toBe('1.5 %');
  });

  it.each([
    [0, 0],
    [-1, 5],
    [6, 5],
    [0.5, 5],
  ])('refuses %f of %f', (differing, inspected) => {
    expect(() => boundShare(differing, inspected)).toThrow(expect.objectContaining({ code: 'bad_counts' }));
  });
});
