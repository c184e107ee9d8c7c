import { describe, expect, test } from 'vitest';
import { COURT_OUTCOMES, outcomeRatio } from './court-outcomes.ts';
import { fen } from './money.ts';

describe('published outcomes', () => {
  test('each names its source and how surely it is known', () => {
    for (const row of COURT_OUTCOMES) {
      expect(row.source, row.id).not.toBe('');
      expect(['verified', 'verified-secondary'], row.id).toContain(row.status);
    }
    expect(new Set(COURT_OUTCOMES.map(({ id }) => id)).size).toBe(COURT_OUTCOMES.length);
  });

  test('a row without figures says at least how the court reckoned', () => {
    for (const row of COURT_OUTCOMES)
      expect(row.claimedFen !== null || row.awardedFen !== null || row.reckoning !== null, row.id).toBe(true);
  });

  test('200 yuan earned and 20,000 claimed are a hundredfold', () => {
    const row = COURT_OUTCOMES.find(({ id }) => id === 'nandu-2025-07')!;
    expect(outcomeRatio(row)).toEqual({ of: 'claimed', hundredths: 10_000 });
  });

  test('an award goes before a claim, and without income there is no ratio', () => {
    const row = { claimedFen: fen(900), earnedFen: fen(300), awardedFen: fen(100) };
    expect(outcomeRatio(row)).toEqual({ of: 'awarded', hundredths: 33 });
    expect(outcomeRatio({ ...row, earnedFen: null })).toBeUndefined();
    expect(outcomeRatio({ ...row, awardedFen: null, claimedFen: null })).toBeUndefined();
  });
});
