import type { Bilingual, Compared, Finding } from '../fields/findings/finding.ts';
import type { Remark } from '../fields/findings/remark.ts';

/** One clause as its anchor reads it. */
export interface ReadingClause {
  clauseNo: string;
  heading: string | null;
  text: string;
  start: number;
  end: number;
  depth: number;
  findings: Finding[];
  questions: Bilingual[];
  mark: 'comment' | 'request_change' | 'accept' | null;
  remarks: Remark[];
}

export interface Reading {
  versionId: number;
  versionNo: number;
  stage: string;
  text: string;
  clauses: ReadingClause[];
  /** What was said about the whole. */
  general: Remark[];
  waivers: Finding[];
  compared: Compared | null;
}

/** How much of a contract was read: clauses with a word of the anchor, and those that only carry a title need none. */
export interface Progress {
  marked: number;
  of: number;
  open: number;
}

/** A title alone is nothing to agree to. */
export const isTitle = ({ text, heading }: Pick<ReadingClause, 'text' | 'heading'>): boolean =>
  heading !== null && text.trim().length <= heading.length + 12;

export function progressOf(reading: Pick<Reading, 'clauses' | 'general'>): Progress {
  const clauses = reading.clauses.filter((clause) => !isTitle(clause));
  const remarks = [...reading.general, ...reading.clauses.flatMap((clause) => clause.remarks)];
  return {
    marked: clauses.filter(({ mark }) => mark !== null).length,
    of: clauses.length,
    open: remarks.filter(({ isOpen }) => isOpen).length,
  };
}

export type ReadingFilter = 'all' | 'findings' | 'unmarked';

/** The clauses a filter leaves; titles only stand in the whole. */
export function filterClauses(clauses: readonly ReadingClause[], filter: ReadingFilter): ReadingClause[] {
  if (filter === 'findings') return clauses.filter(({ findings }) => findings.length > 0);
  if (filter === 'unmarked') return clauses.filter((clause) => clause.mark === null && !isTitle(clause));
  return [...clauses];
}
