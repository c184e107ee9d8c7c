import { expect, it } from 'vitest';
import { addMonths, isMonth, type Month, monthBounds } from './month.ts';

it('a month is a year and a month of it', () => {
  expect(['2026-05', '2026-12', '2026-13', '2026-00', '2026-5', '2026-05-01', ''].map(isMonth)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

it('months roll over years in both directions', () => {
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(addMonths('2026-05' as Month, -17)).toBe('2024-12');
});

it('a month begins and ends at midnight in China', () => {
  expect(monthBounds('2026-12')).toEqual({
    from: '2026-12-01T00:00:00+08:00',
    to: '2027-01-01T00:00:00+08:00',
  });
});
