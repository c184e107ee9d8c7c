import { createHash } from 'node:crypto';
import { READER_VERSION } from '../../api/domain/contract-reader.ts';
import { type PlacedFinding, placeFinding, readVersion } from '../../api/domain/contract-review.ts';
import { checkTermsAgainstText } from '../../api/domain/contract-terms-check.ts';
import type { Trx } from '../connect.ts';
import { readFindings } from './contract-findings.ts';
import { carryDecisions, insertReview } from './contract-reviews.ts';
import { readVersionText, type VersionText } from './contract-texts.ts';
import { readContract } from './contracts.ts';

/**
 * Reads a version anew and keeps what was found; the id of the review. Findings added by hand stay while their sentence
 * stands; decisions go over to the same findings, from an earlier version only that something was a false alarm.
 * The caller holds the contract and decided that the version may be read.
 */
export async function rereadVersion(
  trx: Trx,
  version: { versionId: number; versionNo: number; contractId: number },
  reviewedBy: string | null,
): Promise<number> {
  const { versionId } = version;
  const whole = (await readVersionText(trx, versionId))!;
  const { text, clauses, source } = whole;
  const contract = await readContract(trx, version.contractId, { seesInternals: true });
  const { rules } = contract!.versions.find(({ id }) => id === versionId)!;
  const before = await findReviewBefore(trx, version);
  const read = readVersion(text, { source, typed: clauses }).findings;
  const mismatches = checkTermsAgainstText(text, clauses, rules).map((finding) =>
    placeFinding(finding, clauses, source, 'terms'),
  );
  const byHand = before?.isSameVersion ? await findByHand(trx, before.id, whole) : [];
  const findings = [
    ...[...read, ...mismatches].map((finding) => ({ ...finding, addedBy: null })),
    ...byHand,
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const { reviewId } = await insertReview(
    trx,
    {
      versionId,
      readerVersion: READER_VERSION,
      source,
      textSha256: createHash('sha256').update(text).digest('hex'),
      text,
      clauses: clauses.map(({ clauseNo, heading, startAt, endAt, depth }) => ({
        clauseNo,
        heading,
        start: startAt,
        end: endAt,
        depth,
      })),
      summary: { findings: findings.length },
      reviewedBy,
    },
    findings,
  );
  if (before) await carryDecisions(trx, before.id, reviewId, !before.isSameVersion);
  return reviewId;
}

/** The reading whose decisions still speak: of this version, else of the version before it. */
async function findReviewBefore(
  trx: Trx,
  { contractId, versionNo }: { contractId: number; versionNo: number },
): Promise<{ id: number; isSameVersion: boolean } | undefined> {
  const review = await trx
    .selectFrom('contract_review as w')
    .innerJoin('contract_version as v', 'v.id', 'w.contract_version_id')
    .where('v.contract_id', '=', contractId)
    .where('v.version_no', '<=', versionNo)
    .select(['w.id', 'v.version_no as versionNo'])
    .orderBy('v.version_no', 'desc')
    .orderBy('w.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return review && { id: review.id, isSameVersion: review.versionNo === versionNo };
}

async function findByHand(
  trx: Trx,
  reviewId: number,
  { text, clauses, source }: VersionText,
): Promise<(PlacedFinding & { addedBy: string | null })[]> {
  const added = await trx
    .selectFrom('contract_finding')
    .where('review_id', '=', reviewId)
    .where('origin', '=', 'hand')
    .select(['id', 'added_by as addedBy'])
    .execute();
  const kept = (await readFindings(trx, reviewId)).filter(({ id }) => added.some((one) => one.id === id));
  return kept.flatMap((finding) => {
    const isInPlace = text.slice(finding.start, finding.end) === finding.quote;
    const start = isInPlace ? finding.start : text.indexOf(finding.quote);
    if (start < 0) return [];
    const moved = { ...finding, start, end: start + finding.quote.length };
    const { addedBy } = added.find(({ id }) => id === finding.id)!;
    return [{ ...placeFinding(moved, clauses, source, 'hand'), addedBy }];
  });
}
