import type { Reason } from './error.ts';

/** Whole years lived on a day; both days as `2026-05-01`. Born on 29 February: a year older on 1 March. */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/**
 * Whether a person of this birth may be an anchor at all. Under 16 the law refuses (未成年人保护法 art. 61,
 * 网络直播营销管理办法(试行) art. 17). At 16 and 17 a guardian consents to the contract: the workflow of contracts asks for it.
 */
export function whyNotSign(bornOn: string | null, today: string): Reason | undefined {
  if (bornOn === null || ageOn(bornOn, today) >= 16) return undefined;
  return { code: 'under_16', message: 'an anchor under 16 is not signed: the law refuses it' };
}
