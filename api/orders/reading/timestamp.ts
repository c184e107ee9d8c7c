/** Whole seconds since 2000-01-01 00:00:00 UTC, PostgreSQL's own epoch; NaN when the text is no time. */
export type PgSeconds = number;

const CHINA_OFFSET_SECONDS = 8 * 3600;
const DAY_SECONDS = 86_400;
const EPOCH_DAY = Date.UTC(2000, 0, 1) / 86_400_000;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** Day numbers are asked for over and over: a file has few days and many lines. */
const dayCache = new Map<number, number>();

/**
 * `2026-05-01 20:30:15`, also with `/`, with one-digit month, day or hour, with `T`, without seconds, or a date alone.
 * Read as China time (UTC+8; no summer time since 1991).
 */
export function readTimestamp(bytes: Uint8Array, start: number, end: number): PgSeconds {
  const plain = end - start === 19 && bytes[start + 4] === 45 ? readFixed(bytes, start) : -1;
  return plain >= 0 ? plain : readLoose(bytes, start, end);
}

/** An Excel serial day (1 = 1900-01-01, or 0 = 1904-01-01 in the 1904 system) as China time. */
export function fromSerialDay(serial: number, is1904: boolean): PgSeconds {
  if (!(serial >= 1 && serial < 100_000)) return Number.NaN;
  // 25569 = days from Excel's day 0 to 1970-01-01, with Excel's wrong leap day of 1900 already in it
  const daysSince1970 = serial - (is1904 ? 24_107 : 25_569);
  return Math.round((daysSince1970 - EPOCH_DAY) * DAY_SECONDS) - CHINA_OFFSET_SECONDS;
}

/** For messages and previews: `2026-05-01T20:30:15+08:00`. */
export function formatPgSeconds(seconds: PgSeconds): string {
  const millis = (seconds + EPOCH_DAY * DAY_SECONDS + CHINA_OFFSET_SECONDS) * 1000;
  return `${new Date(millis).toISOString().slice(0, 19)}+08:00`;
}

function readFixed(b: Uint8Array, at: number): number {
  if (b[at + 7] !== 45 || b[at + 10] !== 32 || b[at + 13] !== 58 || b[at + 16] !== 58) return -1;
  const year = pair(b, at) * 100 + pair(b, at + 2);
  return compose(
    year,
    pair(b, at + 5),
    pair(b, at + 8),
    pair(b, at + 11),
    pair(b, at + 14),
    pair(b, at + 17),
  );
}

function pair(b: Uint8Array, at: number): number {
  const tens = b[at]! - 48;
  const ones = b[at + 1]! - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function readLoose(b: Uint8Array, start: number, end: number): PgSeconds {
  if (end - start > 29) return Number.NaN;
  const text = Buffer.from(b.buffer, b.byteOffset + start, end - start).toString('latin1');
  const found =
    /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?)?$/.exec(text);
  if (found === null) return Number.NaN;
  const [, year, , month, day, hour = '0', minute = '0', second = '0'] = found;
  return compose(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
}

function compose(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number {
  const inRange = year >= FIRST_YEAR && year <= LAST_YEAR && hour < 24 && minute < 60 && second < 60;
  if (!inRange) return Number.NaN;
  const days = dayNumber(year, month, day);
  return days * DAY_SECONDS + hour * 3600 + minute * 60 + second - CHINA_OFFSET_SECONDS;
}

function dayNumber(year: number, month: number, day: number): number {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return Number.NaN;
  const key = year * 512 + month * 32 + day;
  const cached = dayCache.get(key);
  if (cached !== undefined) return cached;
  const date = new Date(Date.UTC(year, month - 1, day));
  const days = date.getUTCDate() === day ? date.getTime() / 86_400_000 - EPOCH_DAY : Number.NaN;
  dayCache.set(key, days);
  return days;
}
