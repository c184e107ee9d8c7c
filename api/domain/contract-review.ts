import { fingerprintOf } from './contract-findings.ts';
import { type ReadFinding, readText } from './contract-reader.ts';
import { numberClauses, type PlacedClause } from './contract-text.ts';

export type TextSource = 'layer' | 'ocr' | 'pasted' | 'typed';

/** A finding ready to be kept, at the clause it stands in. */
export interface PlacedFinding extends ReadFinding {
  origin: 'reader' | 'hand' | 'terms';
  clauseNo: string | null;
  fingerprint: string;
  toConfirm: boolean;
}

export interface VersionReading {
  clauses: PlacedClause[];
  findings: PlacedFinding[];
}

/**
 * Reads the text of a version. `typed` are the clauses of a version that has no document, with their places in the text:
 * they keep the numbers people gave them. What is found in recognised text is for a person to confirm.
 */
export function readVersion(
  text: string,
  { source, typed }: { source: TextSource; typed?: readonly PlacedClause[] },
): VersionReading {
  const read = readText(text);
  const clauses = typed ? [...typed] : numberClauses(text, read.clauses);
  const findings = read.findings.map((finding) => placeFinding(finding, clauses, source));
  return { clauses, findings };
}

export function placeFinding(
  finding: ReadFinding,
  clauses: readonly Pick<PlacedClause, 'clauseNo' | 'startAt' | 'endAt'>[],
  source: TextSource,
  origin: PlacedFinding['origin'] = 'reader',
): PlacedFinding {
  return {
    ...finding,
    origin,
    clauseNo: clauseAt(clauses, finding.start)?.clauseNo ?? null,
    fingerprint: fingerprintOf(finding),
    toConfirm: origin === 'reader' && source === 'ocr',
  };
}

/** The clause a place belongs to: the last one that begins at or before it. */
export function clauseAt<C extends { startAt: number }>(clauses: readonly C[], at: number): C | undefined {
  let found: C | undefined;
  for (const clause of clauses)
    if (clause.startAt <= at && (!found || clause.startAt >= found.startAt)) found = clause;
  return found;
}
