import { sql } from 'kysely';
import { ageOn } from '../../api/domain/age.ts';
import type { Stage, WorkflowFacts } from '../../api/domain/contract-workflow.ts';
import type { Trx } from '../connect.ts';
import { lockRow } from './row-version.ts';

/** Where a version stands, and what its statements name. */
export interface VersionStanding extends WorkflowFacts {
  versionId: number;
  versionNo: number;
  contractId: number;
  contractNo: string;
  title: string;
  anchorId: number;
  effectiveFrom: string;
  documentId: number | null;
  reviewId: number | null;
  shownAt: string | null;
}

export type WorkflowStep = 'submit' | 'return' | 'send' | 'withdraw' | 'activate';

export interface EventRow {
  id: number;
  step: WorkflowStep;
  fromStage: string;
  toStage: string;
  reason: string | null;
  actorName: string | null;
  at: string;
}

/**
 * One at a time over a contract, for both sides: an anchor cannot lock rows it may not write, so the contract's own
 * number is locked until the transaction ends, and what is read after this is what is decided on.
 */
export async function lockContract(trx: Trx, contractId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('faircast contract'), ${contractId})`.execute(trx);
}

/**
 * Holds the contract until the transaction ends, then reads where the version stands; undefined when it is not in
 * sight. An anchor writes no contract and cannot lock its row; of staff, those who edit it are waited for.
 */
export async function holdStanding(
  trx: Trx,
  isAnchor: boolean,
  place: { contractId: number; versionId: number },
): Promise<VersionStanding | undefined> {
  await lockContract(trx, place.contractId);
  if (!isAnchor) await lockRow(trx, 'contract', place.contractId);
  return readStanding(trx, place);
}

export async function readStanding(
  trx: Trx,
  { contractId, versionId }: { contractId: number; versionId: number },
): Promise<VersionStanding | undefined> {
  const row = await selectStanding(trx, contractId, versionId);
  if (!row) return undefined;
  const { bornOn, today, uploadedBy, createdBy, submittedBy, findings, sides, consent, ...rest } = row;
  return {
    ...rest,
    findings: rest.reviewId === null ? undefined : findings,
    uploaderIds: [...new Set([uploadedBy, createdBy, submittedBy].filter((id) => id !== null))],
    anchorAge: bornOn === null ? null : ageOn(bornOn, today),
    guardianConsent: consent ?? 'none',
    accepted: { anchor: sides.includes('anchor'), agency: sides.includes('agency') },
  };
}

type StandingRow = Omit<
  VersionStanding,
  'findings' | 'uploaderIds' | 'anchorAge' | 'guardianConsent' | 'accepted'
> & {
  findings: NonNullable<WorkflowFacts['findings']>;
  bornOn: string | null;
  today: string;
  uploadedBy: string | null;
  createdBy: string | null;
  submittedBy: string | null;
  sides: ('anchor' | 'agency')[];
  consent: 'recorded' | 'confirmed' | null;
};

async function selectStanding(
  trx: Trx,
  contractId: number,
  versionId: number,
): Promise<StandingRow | undefined> {
  const { rows } = await sql<StandingRow>`
    select v.id as "versionId", v.version_no as "versionNo", v.stage, c.id as "contractId", c.no as "contractNo", c.title,
      case when v.status = 'active' and upper(v.effective) <= (now() at time zone 'Asia/Shanghai')::date then 'ended' else v.status end as status,
      c.status as "contractStatus", c.anchor_id as "anchorId", c.shown_at as "shownAt", lower(v.effective) as "effectiveFrom",
      v.document_id as "documentId", last_review_id(v.id) as "reviewId",
      a.born_on as "bornOn", (now() at time zone 'Asia/Shanghai')::date as today,
      d.uploaded_by as "uploadedBy", v.created_by as "createdBy", v.submitted_by as "submittedBy",
      (select count(*)::int from contract_clause k where k.contract_version_id = v.id) as clauses,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'severity', f.severity, 'state', f.state, 'toConfirm', f.to_confirm) order by f.id), '[]')
         from contract_finding f where f.review_id = last_review_id(v.id)) as findings,
      (select coalesce(jsonb_agg(e.side), '[]') from contract_acceptance e where e.contract_version_id = v.id) as sides,
      guardian_consent_state(v.id) as consent,
      ${openRequests} as "openChangeRequests"
    from contract_version v
    join contract c on c.id = v.contract_id
    join anchor a on a.id = c.anchor_id
    left join contract_document d on d.id = v.document_id
    where v.id = ${versionId} and c.id = ${contractId}`.execute(trx);
  return rows[0];
}

/** Clauses whose last word of the anchor asks for a change and has no answer yet. */
const openRequests = sql`(select coalesce(jsonb_agg(r.clause_no), '[]') from contract_remark r
  where r.contract_version_id = v.id and r.kind = 'request_change'
    and not exists (select from contract_remark n where n.parent_id = r.id)
    and not exists (select from contract_remark n where n.contract_version_id = r.contract_version_id and n.author_side = 'anchor'
      and n.kind in ('accept', 'request_change') and n.clause_no is not distinct from r.clause_no and n.id > r.id))`;

/** Takes the step if the version still stands where it was read; the database holds the order as well. */
export async function moveStage(
  trx: Trx,
  versionId: number,
  { from, to, submittedBy }: { from: Stage; to: Stage; submittedBy?: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    update contract_version set stage = ${to}, row_version = row_version + 1,
      sent_at = ${to === 'sent' ? sql`now()` : sql`sent_at`}, submitted_by = ${submittedBy === undefined ? sql`submitted_by` : submittedBy}
     where id = ${versionId} and stage = ${from} returning id`.execute(trx);
  return rows.length === 1;
}

/** From its first sending on, the anchor knows of the contract. */
export async function markShown(trx: Trx, contractId: number): Promise<void> {
  await sql`update contract set shown_at = now() where id = ${contractId} and shown_at is null`.execute(trx);
}

/** Other versions of the contract that the anchor has and did not accept. */
export async function listSentVersions(
  trx: Trx,
  contractId: number,
  exceptId: number,
): Promise<{ id: number; stage: Stage }[]> {
  const { rows } = await sql<{ id: number; stage: Stage }>`
    select id, stage from contract_version
     where contract_id = ${contractId} and id <> ${exceptId} and status = 'draft' and stage = 'sent' order by id`.execute(
    trx,
  );
  return rows;
}

export async function insertEvent(
  trx: Trx,
  event: {
    versionId: number;
    step: WorkflowStep;
    from: string;
    to: string;
    reason: string | null;
    actorId: string | null;
  },
): Promise<void> {
  await trx
    .insertInto('contract_event')
    .values({
      contract_version_id: event.versionId,
      step: event.step,
      from_stage: event.from,
      to_stage: event.to,
      reason: event.reason,
      actor_id: event.actorId,
    })
    .execute();
}

export async function listEvents(trx: Trx, versionId: number): Promise<EventRow[]> {
  return trx
    .selectFrom('contract_event as e')
    .leftJoin('app_user as u', 'u.id', 'e.actor_id')
    .where('e.contract_version_id', '=', versionId)
    .select([
      'e.id',
      'e.step',
      'e.from_stage as fromStage',
      'e.to_stage as toStage',
      'e.reason',
      'u.name as actorName',
      'e.at',
    ])
    .orderBy('e.id')
    .$castTo<EventRow>()
    .execute();
}
