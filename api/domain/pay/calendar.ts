import type { Month } from '../month.ts';

const DAY_MS = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** `2026-05-30` + 5 → `2026-06-04`. */
export const addDays = (day: string, days: number): string =>
  new Date(at(day) + days * DAY_MS).toISOString().slice(0, 10);

export const monthOf = (day: string): Month => day.slice(0, 7) as Month;

/** `2026-02` → `2026-02-28`. */
export function lastDay(month: Month): string {
  const next = new Date(at(`${month}-01`));
  next.setUTCMonth(next.getUTCMonth() + 1);
  return addDays(next.toISOString().slice(0, 10), -1);
}

export const daysInMonth = (month: Month): number => Number(lastDay(month).slice(8));

/** How many days of the month lie in `[from, to)`. */
export function daysWithin(month: Month, from: string, to: string | null): number {
  const first = `${month}-01`;
  const end = addDays(lastDay(month), 1);
  const start = from > first ? from : first;
  const stop = to !== null && to < end ? to : end;
  return stop <= start ? 0 : (at(stop) - at(start)) / DAY_MS;
}

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at(text)) && addDays(text, 0) === text;
