/** An accounting month as text, `2026-05`; its days are Asia/Shanghai (UTC+8, no summer time since 1991). */
export type Month = `${number}-${number}`;

export function isMonth(text: string): text is Month {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** `2026-12` → `2027-01`; negative steps go back. */
export function addMonths(month: Month, steps: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + steps;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** First instant of the month in China and of the next one, as ISO text with offset. */
export function monthBounds(month: Month): { from: string; to: string } {
  return { from: `${month}-01T00:00:00+08:00`, to: `${addMonths(month, 1)}-01T00:00:00+08:00` };
}

/** First day of the month, `2026-05-01`. */
export const firstDay = (month: Month): string => `${month}-01`;
