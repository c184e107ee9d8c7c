import type { Finding } from '../../fields/findings/finding.ts';

export interface DiffRun {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

interface ClauseSide {
  no: string;
  heading: string | null;
  text: string;
}

/** What became of a clause; `words` is empty where its text is the same. */
export interface ClauseDiff {
  kind: 'same' | 'changed' | 'moved' | 'added' | 'removed';
  before: ClauseSide | null;
  after: ClauseSide | null;
  words: DiffRun[];
}

export interface VersionDiff {
  before: { versionId: number; versionNo: number };
  after: { versionId: number; versionNo: number };
  clauses: ClauseDiff[];
  findings: { resolved: Finding[]; fresh: Finding[]; same: Finding[] };
}

export const DIFF_KINDS = ['changed', 'added', 'removed', 'moved', 'same'] as const;

/** One side of a rewritten text: what was taken out stands only before, what came only after. */
export function sideOf(words: readonly DiffRun[], side: 'before' | 'after'): DiffRun[] {
  return words.filter(({ kind }) => kind === 'same' || kind === (side === 'before' ? 'removed' : 'added'));
}

/** Unchanged clauses in a row are one line to unfold; `same` holds them, `one` is a clause to show. */
export function foldSame(
  clauses: readonly ClauseDiff[],
): ({ one: ClauseDiff; same?: undefined } | { same: ClauseDiff[]; one?: undefined })[] {
  const folded: ReturnType<typeof foldSame> = [];
  for (const clause of clauses) {
    const last = folded.at(-1);
    if (clause.kind !== 'same') folded.push({ one: clause });
    else if (last?.same) last.same.push(clause);
    else folded.push({ same: [clause] });
  }
  return folded;
}
