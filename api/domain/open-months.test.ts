import { expect, it } from 'vitest';
import { openMonthsBefore } from './open-months.ts';

const state = (month: string, openLines: number, closed = false) => ({ month, openLines, closed });

it('months with open lines before the one that is asked for are told, oldest first', () => {
  const months = [
    state('2026-06', 9),
    state('2026-05', 2),
    state('2026-04', 3, true),
    state('2026-03', 0),
    state('2026-02', 1),
  ];
  expect(openMonthsBefore(months, '2026-06').map(({ month }) => month)).toEqual(['2026-02', '2026-05']);
  expect(openMonthsBefore(months, '2026-02')).toEqual([]);
});
