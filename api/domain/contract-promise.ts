import { addMonths, type Month } from './month.ts';

/** What the agency promised, as far as its due days depend on it. Days as `2026-05-01`. */
export interface PromiseTerms {
  cadence: 'once' | 'monthly';
  startsOn: string;
  /** For `once` the day it is due; null: on the day it starts. */
  endsOn: string | null;
  /** How much; null: there is nothing to count, evidence is enough. */
  target: number | null;
}

export interface PromiseEvidence {
  dueOn: string;
  delivered: number;
  /** The anchor says it is not so: it counts for nothing until there is better evidence. */
  isObjected: boolean;
}

export interface Due {
  dueOn: string;
  /** The month of a monthly promise, `2026-05`. */
  period: string | null;
  delivered: number;
  state: 'upcoming' | 'met' | 'partly' | 'missed' | 'no_evidence';
  /** How much of it was kept, 10000 = all. */
  keptBps: number;
}

export interface MonthScore {
  month: string;
  due: number;
  met: number;
  partly: number;
  missed: number;
  /** Of all that was due in the month, 10000 = everything. */
  scoreBps: number;
  /** The month is not over: what is due at its end is not counted yet. */
  isRunning: boolean;
}

/** Everything due until the end of the month of `today`, and where it stands. */
export function readDues(promise: PromiseTerms, evidence: readonly PromiseEvidence[], today: string): Due[] {
  return dueDays(promise, today).map(({ dueOn, period }) => {
    const shown = evidence.filter((one) => one.dueOn === dueOn && !one.isObjected);
    const delivered = shown.reduce((sum, one) => sum + one.delivered, 0);
    const keptBps = shareKept(promise.target, delivered, shown.length > 0);
    const state = stateOf({ keptBps, isOver: dueOn < today, hasEvidence: shown.length > 0 });
    return { dueOn, period, delivered, state, keptBps };
  });
}

/** The score of each month something was due in, the latest first; what is still to come counts for nothing. */
export function scoreMonths(dues: readonly Due[], today: string): MonthScore[] {
  const months = [...new Set(dues.map(({ dueOn }) => dueOn.slice(0, 7)))].sort().reverse();
  return months.flatMap((month) => {
    const over = dues.filter(({ dueOn, state }) => dueOn.startsWith(month) && state !== 'upcoming');
    if (over.length === 0) return [];
    const kept = over.reduce((sum, { keptBps }) => sum + keptBps, 0);
    const count = (...states: Due['state'][]) => over.filter(({ state }) => states.includes(state)).length;
    return [
      {
        month,
        due: over.length,
        met: count('met'),
        partly: count('partly'),
        missed: count('missed', 'no_evidence'),
        // down to the whole basis point: a score never looks better than it is
        scoreBps: Math.floor(kept / over.length),
        isRunning: month === today.slice(0, 7),
      },
    ];
  });
}

/** Whether evidence may be given for this day: one on which something is due. */
export const isDueOn = (promise: PromiseTerms, day: string): boolean =>
  dueDays(promise, day).some(({ dueOn }) => dueOn === day);

function dueDays(
  { cadence, startsOn, endsOn }: PromiseTerms,
  today: string,
): { dueOn: string; period: string | null }[] {
  if (cadence === 'once') return [{ dueOn: endsOn ?? startsOn, period: null }];
  const days: { dueOn: string; period: string }[] = [];
  for (let month = startsOn.slice(0, 7) as Month; month <= today.slice(0, 7); month = addMonths(month, 1)) {
    if (endsOn !== null && month > endsOn.slice(0, 7)) break;
    const last = lastDayOf(month);
    days.push({ dueOn: endsOn !== null && endsOn < last ? endsOn : last, period: month });
  }
  return days;
}

function stateOf({
  keptBps,
  isOver,
  hasEvidence,
}: {
  keptBps: number;
  isOver: boolean;
  hasEvidence: boolean;
}): Due['state'] {
  if (keptBps === 10_000) return 'met';
  if (!isOver) return 'upcoming';
  if (!hasEvidence) return 'no_evidence';
  return keptBps > 0 ? 'partly' : 'missed';
}

function shareKept(target: number | null, delivered: number, hasEvidence: boolean): number {
  if (target === null) return hasEvidence ? 10_000 : 0;
  if (delivered >= target) return 10_000;
  return Number((BigInt(delivered) * 10_000n) / BigInt(target));
}

function lastDayOf(month: Month): string {
  const day = new Date(`${addMonths(month, 1)}-01T00:00:00Z`);
  day.setUTCDate(0);
  return day.toISOString().slice(0, 10);
}
