/** Days and instants as text: a day never passes through Date, an instant is read in China's time (UTC+8, no summer time). */
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** `2026-05-01T12:30:00Z` → `2026-05-01 20:30`; null when it is no instant. */
export function chinaTime(instant: string | null | undefined): string | null {
  const at = instant ? Date.parse(instant) : Number.NaN;
  return Number.isNaN(at)
    ? null
    : new Date(at + CHINA_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** The day in China an instant falls on, `2026-05-01`. */
export const chinaDay = (instant: string | null | undefined): string | null =>
  chinaTime(instant)?.slice(0, 10) ?? null;

/** What `<input type="datetime-local">` holds ↔ an instant with China's offset. */
export const instantToLocal = (instant: string | null | undefined): string =>
  // react-admin formats what it has formatted: text that is already the input's own stays as it is
  instant && LOCAL.test(instant) ? instant : (chinaTime(instant)?.replace(' ', 'T') ?? '');
export const localToInstant = (local: string): string | null =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) ? `${local.slice(0, 16)}:00+08:00` : null;

/** Today in China. */
export const today = (): string => new Date(Date.now() + CHINA_OFFSET_MS).toISOString().slice(0, 10);

/** `2026-05-30` and 3 → `2026-06-02`. */
export function addDays(day: string, count: number): string {
  const at = Date.parse(`${day}T00:00:00Z`) + count * 86_400_000;
  return new Date(at).toISOString().slice(0, 10);
}

/** `2026-05-01` → `5月1日 周五` / `Fri 1 May`. */
export function dayInWords(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** `2026-05` → `2026年5月` / `May 2026`. */
export function monthInWords(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
}
