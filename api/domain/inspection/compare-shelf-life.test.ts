import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareShelfLife, readDay, type ShelfLifeFacts } from './compare-shelf-life.ts';

const compare = (facts: Partial<ShelfLifeFacts>) =>
  compareShelfLife(
    {
      sealed: '36个月',
      shipped: '36个月',
      producedOn: '2026-01-01',
      expiresOn: undefined,
      inspectedOn: '2026-05-01',
      minimumLeftBps: 5_000,
      ...facts,
    },
    (text) => text,
  );

describe('the shelf life of a unit', () => {
  it('is enough with half of it left', () => {
    expect(compare({})).toMatchObject({
      outcome: 'same',
      values: { expiresOn: '2029-01-01', daysLeft: '976' },
    });
    expect(compare({ inspectedOn: '2027-07-03' }).outcome).toBe('same');
    expect(compare({ inspectedOn: '2027-07-04' }).code).toBe('too_little_left');
  });

  it('is the same in years and months, another where it is shorter', () => {
    expect(compare({ shipped: '3年' }).outcome).toBe('same');
    expect(compare({ shipped: '24个月' }).code).toBe('shelf_life_differs');
  });

  it('that ended makes the unit critical, on the day after', () => {
    expect(compare({ inspectedOn: '2029-01-01' }).code).toBe('too_little_left');
    expect(compare({ inspectedOn: '2029-01-02' })).toMatchObject({
      code: 'past_its_day',
      raisedTo: 'critical',
    });
  });

  it('may count its first day or not, but no more', () => {
    expect(compare({ expiresOn: '2028-12-31' }).outcome).toBe('same');
    expect(compare({ expiresOn: '2029-01-02' }).outcome).toBe('same');
    expect(compare({ expiresOn: '2029-01-03' }).code).toBe('expiry_does_not_follow');
    expect(compare({ expiresOn: '2029-06-30' }).code).toBe('expiry_does_not_follow');
  });

  it('ends on the last day of a shorter month', () => {
    expect(
      compare({ sealed: '1个月', shipped: '1个月', producedOn: '2026-01-31', inspectedOn: '2026-02-01' }),
    ).toMatchObject({ values: { expiresOn: '2026-02-28' } });
  });

  it('follows from the last day alone', () => {
    expect(compare({ producedOn: undefined, expiresOn: '20290101' })).toMatchObject({
      outcome: 'same',
      values: { daysWhole: '1096' },
    });
  });

  it('does not begin after it was looked at', () => {
    expect(compare({ producedOn: '2026-05-02' }).code).toBe('produced_in_the_future');
  });

  it.each([
    [{ producedOn: undefined }, 'no_days_recorded'],
    [{ producedOn: '2026-02-30' }, 'not_a_day'],
    [{ shipped: '见包装' }, 'not_a_shelf_life'],
  ])('%j cannot be compared', (facts, code) => {
    expect(compare(facts)).toMatchObject({ outcome: 'cannot_compare', code });
  });

  it('reads days as packs print them', () => {
    for (const text of [
      '2026-05-01',
      '20260501',
      '2026.5.1',
      '2026/05/01',
      '2026年5月1日',
      '２０２６年５月１日',
    ])
      expect(readDay(text)).toBe('2026-05-01');
    expect(readDay('01.05.2026')).toBeUndefined();
  });

  it('only shrinks as days pass', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 1, max: 300 }), (days, more) => {
        const on = (count: number) => new Date(Date.UTC(2026, 0, 1 + count)).toISOString().slice(0, 10);
        const left = (count: number) => Number(compare({ inspectedOn: on(count) }).values.daysLeft);
        expect(left(days) - left(days + more)).toBe(more);
      }),
    );
  });
});
