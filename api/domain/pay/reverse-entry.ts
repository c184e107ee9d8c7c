import { negateFen } from '../money.ts';
import type { Month } from '../month.ts';
import type { ComponentEntry } from './entry.ts';
import { yuan } from './words.ts';

/** The exact mirror of an entry, posted in `month`, naming it; what it concerns stays the same. A reversal is not reversed: the entry is made anew. */
export function reverseEntry(entry: ComponentEntry, month: Month): ComponentEntry {
  if (entry.reversesKey !== null) throw new RangeError(`${entry.key} is a reversal itself`);
  const amountFen = negateFen(entry.amountFen);
  return {
    ...entry,
    key: `reverse:${entry.key}`,
    amountFen,
    month,
    explanation: {
      zh: `冲销 ${entry.month} 的 ${yuan(entry.amountFen)} 元（${entry.explanation.zh.replace(/。$/, '')}）。`,
      en: `Takes back ${yuan(entry.amountFen)} of ${entry.month} (${entry.explanation.en.replace(/\.$/, '')}).`,
    },
    reversesKey: entry.key,
    withheld: null,
  };
}

/**
 * What must be posted so that an open month stands as computed: reversals of entries that changed or vanished, and the
 * entries that are new. Posting it and computing again gives nothing more. A key posted anew counts up: `…#2`.
 */
export function replaceEntries(
  posted: readonly ComponentEntry[],
  computed: readonly ComponentEntry[],
): ComponentEntry[] {
  const undone = new Set(posted.map((entry) => entry.reversesKey));
  const standing = posted.filter((entry) => entry.reversesKey === null && !undone.has(entry.key));
  const wanted = new Map(computed.map((entry) => [entry.key, entry]));
  const stale = standing.filter((entry) => wanted.get(plainKey(entry.key))?.amountFen !== entry.amountFen);
  const kept = new Set(standing.filter((entry) => !stale.includes(entry)).map(({ key }) => plainKey(key)));
  const made = Map.groupBy(
    posted.filter((entry) => entry.reversesKey === null),
    ({ key }) => plainKey(key),
  );
  const fresh = computed
    .filter((entry) => !kept.has(entry.key))
    .map((entry) => {
      const times = made.get(entry.key)?.length ?? 0;
      return times === 0 ? entry : { ...entry, key: `${entry.key}#${times + 1}` };
    });
  return [...stale.map((entry) => reverseEntry(entry, entry.month)), ...fresh];
}

const plainKey = (key: string): string => key.replace(/#\d+$/, '');
