import { sql } from 'kysely';
import type { PlacedFinding } from '../../api/domain/contract-review.ts';
import type { Trx } from '../connect.ts';

export interface ReviewValues {
  versionId: number;
  readerVersion: string;
  source: string;
  textSha256: string;
  text: string;
  clauses: readonly object[];
  summary: object;
  reviewedBy: string | null;
}

export interface ReviewRecord {
  id: number;
  readerVersion: string;
  source: 'layer' | 'ocr' | 'pasted' | 'typed';
  textSha256: string;
  text: string;
  clauses: { clauseNo: string; heading: string | null; start: number; end: number; depth: number }[];
  reviewedAt: string;
}

/** Keeps what the reader found; the ids of the findings in the order given. */
export async function insertReview(
  trx: Trx,
  values: ReviewValues,
  findings: readonly (PlacedFinding & { addedBy: string | null })[],
): Promise<{ reviewId: number; findingIds: number[] }> {
  const { id: reviewId } = await trx
    .insertInto('contract_review')
    .values({
      contract_version_id: values.versionId,
      reader_version: values.readerVersion,
      source: values.source,
      text_sha256: values.textSha256,
      body: values.text,
      clauses: JSON.stringify(values.clauses),
      summary: JSON.stringify(values.summary),
      reviewed_by: values.reviewedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const findingIds: number[] = [];
  for (const finding of findings)
    findingIds.push(await insertFinding(trx, { reviewId, versionId: values.versionId }, finding));
  return { reviewId, findingIds };
}

export async function insertFinding(
  trx: Trx,
  { reviewId, versionId }: { reviewId: number; versionId: number },
  finding: PlacedFinding & { addedBy: string | null },
): Promise<number> {
  const { id } = await trx
    .insertInto('contract_finding')
    .values({
      review_id: reviewId,
      contract_version_id: versionId,
      type: finding.type,
      severity: finding.severity,
      origin: finding.origin,
      fingerprint: finding.fingerprint,
      clause_no: finding.clauseNo,
      start_at: finding.start,
      end_at: finding.end,
      quote: finding.quote,
      bases: JSON.stringify(finding.bases),
      words: JSON.stringify(finding.words),
      negotiability: finding.negotiability,
      to_confirm: finding.toConfirm,
      added_by: finding.addedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The latest reading of a version, which is the one that counts. */
export function readLatestReview(trx: Trx, versionId: number): Promise<ReviewRecord | undefined> {
  return trx
    .selectFrom('contract_review')
    .where('contract_version_id', '=', versionId)
    .orderBy('id', 'desc')
    .limit(1)
    .select([
      'id',
      'reader_version as readerVersion',
      'source',
      'text_sha256 as textSha256',
      'body as text',
      'clauses',
      'reviewed_at as reviewedAt',
    ])
    .$castTo<ReviewRecord>()
    .executeTakeFirst();
}

/** Decisions on the same findings go over to a new reading, as they were made and by whom; later ones first lose. */
export async function carryDecisions(
  trx: Trx,
  fromReviewId: number,
  toReviewId: number,
  onlyDismissals: boolean,
): Promise<void> {
  await sql`
    insert into contract_finding_decision (finding_id, kind, reason, decided_by, carried_from_id)
    select f.id, d.kind, d.reason, d.decided_by, d.id
      from contract_finding f
      join contract_finding old on old.review_id = ${fromReviewId} and old.fingerprint = f.fingerprint
      join lateral (select * from contract_finding_decision x where x.finding_id = old.id order by x.id desc limit 1) d on true
     where f.review_id = ${toReviewId} and d.kind <> 'restore' and (${!onlyDismissals} or d.kind = 'dismiss')
       and old.id = (select min(o.id) from contract_finding o where o.review_id = old.review_id and o.fingerprint = old.fingerprint)`.execute(
    trx,
  );
}
