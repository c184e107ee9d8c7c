import { expect, it } from 'vitest';
import { dayAfter } from './day.ts';

it('the day after crosses months, years and leap days', () => {
  expect(dayAfter('2026-02-28')).toBe('2026-03-01');
  expect(dayAfter('2028-02-28')).toBe('2028-02-29');
  expect(dayAfter('2026-12-31')).toBe('2027-01-01');
});
