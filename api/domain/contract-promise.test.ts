import { describe, expect, it } from 'vitest';
import { isDueOn, readDues, scoreMonths } from './contract-promise.ts';

const monthly = { cadence: 'monthly' as const, startsOn: '2026-01-10', endsOn: '2026-04-15', target: 8 };
const proof = (dueOn: string, delivered: number, isObjected = false) => ({ dueOn, delivered, isObjected });

describe('a monthly promise', () => {
  it('is due on the last day of each month, the last time on its own last day', () => {
    expect(readDues(monthly, [], '2026-12-01').map(({ dueOn }) => dueOn)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-15',
    ]);
    expect(readDues(monthly, [], '2026-02-03').map(({ dueOn, state }) => [dueOn, state])).toEqual([
      ['2026-01-31', 'no_evidence'],
      ['2026-02-28', 'upcoming'],
    ]);
    expect(readDues({ ...monthly, startsOn: '2028-02-01', endsOn: null }, [], '2028-02-10')).toMatchObject([
      { dueOn: '2028-02-29', period: '2028-02' },
    ]);
  });

  it('is met, partly met or missed by what was delivered until then', () => {
    const evidence = [
      proof('2026-01-31', 5),
      proof('2026-01-31', 3),
      proof('2026-02-28', 2),
      proof('2026-03-31', 0),
    ];
    expect(readDues(monthly, evidence, '2026-05-01').map(({ state, keptBps }) => [state, keptBps])).toEqual([
      ['met', 10_000],
      ['partly', 2_500],
      ['missed', 0],
      ['no_evidence', 0],
    ]);
  });

  it('counts nothing the anchor objects to', () => {
    const evidence = [proof('2026-01-31', 8, true)];
    expect(readDues(monthly, evidence, '2026-02-01')[0]).toMatchObject({
      delivered: 0,
      state: 'no_evidence',
    });
  });
});

describe('a promise kept once', () => {
  const once = { cadence: 'once' as const, startsOn: '2026-01-10', endsOn: '2026-03-01', target: null };
  it('is due on its day, met by any evidence, and never too late to prove', () => {
    expect(readDues(once, [], '2026-03-01')).toMatchObject([{ dueOn: '2026-03-01', state: 'upcoming' }]);
    expect(readDues(once, [proof('2026-03-01', 0)], '2026-04-01')).toMatchObject([{ state: 'met' }]);
    expect([isDueOn(once, '2026-03-01'), isDueOn(once, '2026-03-02')]).toEqual([true, false]);
  });
});

describe('the score of a month', () => {
  it('is the mean of what was kept, rounded down, the latest month first', () => {
    const dues = [
      ...readDues(monthly, [proof('2026-01-31', 8), proof('2026-02-28', 1)], '2026-03-15'),
      ...readDues({ ...monthly, target: 3 }, [proof('2026-01-31', 1)], '2026-03-15'),
    ];
    expect(scoreMonths(dues, '2026-03-15')).toEqual([
      { month: '2026-02', due: 2, met: 0, partly: 1, missed: 1, scoreBps: 625, isRunning: false },
      { month: '2026-01', due: 2, met: 1, partly: 1, missed: 0, scoreBps: 6666, isRunning: false },
    ]);
  });
});
