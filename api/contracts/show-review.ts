import type { Trx } from '../../db/connect.ts';
import { readFindings } from '../../db/queries/contract-findings.ts';
import { readLatestReview } from '../../db/queries/contract-reviews.ts';
import { readVersionText } from '../../db/queries/contract-texts.ts';
import { readContract } from '../../db/queries/contracts.ts';
import type { Identity } from '../domain/identity.ts';
import { found } from '../http/route.ts';
import { countChanges } from './compare-versions.ts';
import { shownFinding } from './show-finding.ts';
import type { VersionPlace } from './take-step.ts';

/** The text of a version, its clauses by place and what was found in it; an unread version answers without findings. */
export async function showReview(trx: Trx, identity: Identity, { contractId, versionId }: VersionPlace) {
  const reader = { seesInternals: identity.role !== 'anchor' };
  const contract = found(await readContract(trx, contractId, reader), 'contract', contractId);
  const version = found(
    contract.versions.find(({ id }) => id === versionId),
    'version',
    versionId,
  );
  const { text, pageSpans, clauses, source } = (await readVersionText(trx, versionId))!;
  const review = await readLatestReview(trx, versionId);
  // A draft may have been edited since it was read: what was found stands in the text that was read.
  const isCurrent = review !== undefined && review.text === text;
  return {
    versionId,
    reviewId: isCurrent ? review.id : null,
    readerVersion: isCurrent ? review.readerVersion : null,
    source,
    textSha256: isCurrent ? review.textSha256 : null,
    text,
    pageSpans,
    reviewedAt: isCurrent ? review.reviewedAt : null,
    clauses: clauses.map(({ clauseNo, heading, startAt, endAt, depth }) => ({
      clauseNo,
      heading,
      start: startAt,
      end: endAt,
      depth,
    })),
    findings: isCurrent ? (await readFindings(trx, review.id)).map(shownFinding) : [],
    summary: isCurrent ? version.summaryOfFindings : null,
    compared: isCurrent ? await countChanges(trx, contract.versions, versionId) : null,
  };
}
