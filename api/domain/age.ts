import type { Reason } from './error.ts';

/** Whole years lived on a day; both days as `2026-05-01`. Born on 29 February: a year older on 1 March. */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/**
 * Whether a person of this birth may be signed as an anchor today. Under 16 the law refuses (未成年人保护法 art. 61,
 * 网络直播营销管理办法(试行) art. 17); 16 and 17 would need a guardian's consent, and the house default is to sign adults only.
 */
export function whyNotSign(bornOn: string | null, today: string): Reason | undefined {
  if (bornOn === null) return undefined;
  const age = ageOn(bornOn, today);
  if (age < 16) return { code: 'under_16', message: 'an anchor under 16 is not signed: the law refuses it' };
  if (age < 18) {
    return {
      code: 'under_18',
      message: 'an anchor under 18 is not signed: house default, whatever a guardian consents to',
    };
  }
  return undefined;
}
