import type { Trx } from '../../db/connect.ts';
import { type RemarkRow, readRemarks } from '../../db/queries/contract-remarks.ts';
import type { Identity } from '../domain/identity.ts';
import { showReview } from './show-review.ts';
import { readVersion, type VersionPlace } from './take-step.ts';

/** The contract as its anchor reads it: clause by clause, with what was found, what to ask, and what was said so far. */
export async function showReading(trx: Trx, identity: Identity, place: VersionPlace) {
  const { versionNo, displayStage } = await readVersion(trx, identity, place);
  const review = await showReview(trx, identity, place);
  const remarks = await readRemarks(trx, place.versionId);
  const clauses = review.clauses.map((clause) => {
    const findings = review.findings.filter(({ clauseNo }) => clauseNo === clause.clauseNo);
    const said = remarks.filter(({ clauseNo }) => clauseNo === clause.clauseNo);
    return {
      ...clause,
      text: review.text.slice(clause.start, clause.end),
      findings,
      questions: findings.flatMap(({ questions }) => questions),
      mark: lastMark(said),
      remarks: said,
    };
  });
  return {
    versionId: place.versionId,
    versionNo,
    stage: displayStage,
    text: review.text,
    clauses,
    general: remarks.filter(({ clauseNo }) => clauseNo === null),
    waivers: review.findings.filter(({ state }) => state === 'waived'),
    compared: review.compared,
  };
}

/** What the anchor said last: agreed, or asked for a change; a comment leaves what was said before. */
function lastMark(said: readonly RemarkRow[]): 'comment' | 'request_change' | 'accept' | null {
  const decided = said.findLast(({ kind }) => kind === 'accept' || kind === 'request_change');
  const mark = decided ?? said.findLast(({ kind }) => kind === 'comment');
  return (mark?.kind as 'comment' | 'request_change' | 'accept' | undefined) ?? null;
}
