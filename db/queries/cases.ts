import { type RawBuilder, sql } from 'kysely';
import type { Bearer, CaseOutcome, CaseStage } from '../../api/domain/inspection/case-life.ts';
import type { Trx } from '../connect.ts';
import type { Page, PageRequest } from './page.ts';

export interface CaseRow {
  id: number;
  no: string;
  productId: number;
  productName: string;
  brandId: number | null;
  brandName: string | null;
  title: string;
  reason: string;
  batch: string | null;
  origin: 'inspection' | 'hand' | 'signal';
  inspectionId: number | null;
  signalKey: string | null;
  stage: CaseStage;
  /** Differences that a person upheld: in the inspections it rests on, and in evidence added by hand. */
  upheldDifferences: number;
  answerBy: string | null;
  isOverdue: boolean;
  nextDueOn: string | null;
  outcome: CaseOutcome | null;
  bearer: Bearer | null;
  heldFen: number;
  releasedFen: number;
  clawedBackFen: number;
  heldParties: number;
  heldLines: number;
  isHolding: boolean;
  openedById: string | null;
  openedByName: string | null;
  openedAt: string;
  closedAt: string | null;
  keepUntil: string | null;
  rowVersion: number;
}

export interface CaseFilter {
  q?: string;
  stage?: CaseStage;
  stages?: CaseStage[];
  productId?: number;
  brandId?: number;
  origin?: string;
  isOpen?: boolean;
  isOverdue?: boolean;
  /** Due today or within so many days; what is overdue is not. */
  dueWithinDays?: number;
  isHolding?: boolean;
  id?: number[];
}

export const CASE_SORTS = ['id', 'openedAt', 'answerBy', 'nextDueOn', 'stage', 'heldFen'] as const;
const SORTS: Record<(typeof CASE_SORTS)[number], string> = {
  id: 'id',
  openedAt: '"openedAt"',
  answerBy: '"answerBy"',
  nextDueOn: '"nextDueOn"',
  stage:
    "array_position(array['open', 'evidence', 'brand_notified', 'answered', 'decided', 'remedies', 'closed'], stage)",
  heldFen: '"heldFen"',
};

const today = sql`(now() at time zone 'Asia/Shanghai')::date`;

/** The brand's answer is due, later on the first remedy that is open. */
const dueOn = sql`(case when c.stage = 'brand_notified' then c.answer_by when c.stage in ('decided', 'remedies') then due.due_on end)`;

/** One row per case. Money is of the parties this identity may see. */
const caseRows: RawBuilder<unknown> = sql`
  with money as (
    select h.case_id, sum(case x.kind when 'hold' then x.amount_fen when 'release' then -x.amount_fen else 0 end)::bigint as held_fen,
           sum(case x.kind when 'release' then x.amount_fen when 'clawback' then -x.amount_fen else 0 end)::bigint as released_fen,
           sum(case x.kind when 'clawback' then x.amount_fen else 0 end)::bigint as clawed_fen, count(distinct x.party_id) as parties
      from case_hold_posting x join case_hold h on h.id = x.hold_id group by 1),
  due as (select r.case_id, min(r.due_on) as due_on from case_remedy r where r.state = 'open' group by 1)
  select c.id, c.no, c.product_id as "productId", p.name as "productName", c.brand_id as "brandId", b.name as "brandName", c.title, c.reason, c.batch, c.origin,
         c.inspection_id as "inspectionId", c.signal_key as "signalKey", c.stage,
         (select count(*) from inspection_difference f join inspection_unit u on u.id = f.unit_id where f.state = 'upheld'
             and (u.inspection_id = c.inspection_id or u.inspection_id in (select e.inspection_id from case_evidence e where e.case_id = c.id)))
           + (select count(*) from case_evidence e where e.case_id = c.id and e.difference is not null) as "upheldDifferences",
         c.answer_by as "answerBy", coalesce(${dueOn} < ${today}, false) as "isOverdue", ${dueOn} as "nextDueOn",
         d.outcome, d.bearer, coalesce(money.held_fen, 0)::bigint as "heldFen", coalesce(money.released_fen, 0)::bigint as "releasedFen",
         coalesce(money.clawed_fen, 0)::bigint as "clawedBackFen", coalesce(money.parties, 0) as "heldParties",
         (select count(distinct l.unit_id) from case_hold_line l join case_hold h on h.id = l.hold_id where h.case_id = c.id
             and not exists (select from case_hold_end e where e.hold_line_id = l.id)) as "heldLines",
         exists (select from case_hold h where h.case_id = c.id and h.ended_at is null) as "isHolding",
         c.opened_by as "openedById", u.name as "openedByName", c.opened_at as "openedAt", c.closed_at as "closedAt", c.keep_until as "keepUntil", c.row_version as "rowVersion"
    from substitution_case c join product p on p.id = c.product_id left join brand b on b.id = c.brand_id left join app_user u on u.id = c.opened_by
    left join case_decision d on d.case_id = c.id left join money on money.case_id = c.id left join due on due.case_id = c.id`;

export async function listCases(
  trx: Trx,
  { filter: f, sort, offset, limit }: PageRequest<(typeof CASE_SORTS)[number]> & { filter: CaseFilter },
): Promise<Page<CaseRow>> {
  const like = `%${(f.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<CaseRow & { pageTotal: number }>`
    select t.*, count(*) over () as "pageTotal" from (${caseRows}) t
     where (${f.q ?? null}::text is null or t.no ilike ${like} or t.title ilike ${like} or t."productName" ilike ${like} or t."brandName" ilike ${like})
       and (${f.id ?? null}::int[] is null or t.id = any(${f.id ?? null}::int[]))
       and (${f.stage ?? null}::text is null or t.stage = ${f.stage ?? null})
       and (${f.stages ?? null}::text[] is null or t.stage = any(${f.stages ?? null}::text[]))
       and (${f.productId ?? null}::int is null or t."productId" = ${f.productId ?? null})
       and (${f.brandId ?? null}::int is null or t."brandId" = ${f.brandId ?? null})
       and (${f.origin ?? null}::text is null or t.origin = ${f.origin ?? null})
       and (${f.isOpen ?? null}::boolean is null or (t.stage <> 'closed') = ${f.isOpen ?? null})
       and (${f.isOverdue ?? null}::boolean is null or coalesce(t."isOverdue", false) = ${f.isOverdue ?? null})
       and (${f.dueWithinDays ?? null}::int is null or t."nextDueOn" between ${today} and ${today} + ${f.dueWithinDays ?? null}::int)
       and (${f.isHolding ?? null}::boolean is null or t."isHolding" = ${f.isHolding ?? null})
     order by ${sql.raw(SORTS[sort.field])} ${sql.raw(sort.order)} nulls last, t.id ${sql.raw(sort.order)} limit ${limit} offset ${offset}`.execute(
    trx,
  );
  return { rows: rows.map(({ pageTotal: _, ...row }) => row), total: rows[0]?.pageTotal ?? 0 };
}

export async function readCase(trx: Trx, id: number): Promise<CaseRow | undefined> {
  const { rows } = await sql<CaseRow>`select t.* from (${caseRows}) t where t.id = ${id}`.execute(trx);
  return rows[0];
}

/** Holds the case until the transaction ends, so that what is decided on is what is written over. */
export async function lockCase(trx: Trx, id: number): Promise<boolean> {
  const { rows } = await sql`select 1 from substitution_case where id = ${id} for update`.execute(trx);
  return rows.length === 1;
}

export interface CaseCounts {
  open: number;
  overdue: number;
  dueIn3Days: number;
  holding: number;
  heldFen: number;
  decidedNotClosed: number;
}

export async function countCases(trx: Trx): Promise<CaseCounts> {
  const { rows } = await sql<CaseCounts>`
    select count(*) filter (where stage <> 'closed') as open, count(*) filter (where "isOverdue") as overdue,
           count(*) filter (where "nextDueOn" between ${today} and ${today} + 3) as "dueIn3Days", count(*) filter (where "isHolding") as holding,
           coalesce(sum("heldFen"), 0)::bigint as "heldFen", count(*) filter (where stage in ('decided', 'remedies')) as "decidedNotClosed"
      from (${caseRows}) t`.execute(trx);
  return rows[0]!;
}

export interface CaseParts {
  decision: CaseDecisionRow | null;
  evidence: EvidenceRow[];
  steps: StepRow[];
  papers: PaperRow[];
  answer: AnswerRow | null;
  remedies: RemedyRow[];
  stopSale: StopSaleRow | null;
}

export interface CaseDecisionRow {
  outcome: CaseOutcome;
  bearer: Bearer | null;
  bearerAnchorId: number | null;
  bearerAnchorName: string | null;
  reason: string;
  anchorFaultEvidenceIds: number[];
  decidedById: string;
  decidedByName: string;
  decidedAt: string;
}

export interface EvidenceComparison {
  inspectionId: number;
  unitNo: number;
  face: string;
  outcome: 'no_difference' | 'different' | 'cannot_compare' | 'retake';
  places: number;
  sealedPhotoId: number;
  photoId: number;
  engineVersion: string;
}

export interface EvidenceRow {
  id: number;
  kind: string;
  title: string;
  note: string;
  difference: string | null;
  photoId: number | null;
  inspectionId: number | null;
  /** What the machine found, as it was when this became evidence. */
  comparison: EvidenceComparison | null;
  fileName: string | null;
  mediaType: string | null;
  sizeBytes: number | null;
  lineCount: number | null;
  sha256: string;
  addedByName: string | null;
  addedAt: string;
}

export interface StepRow {
  id: number;
  step: string;
  fromStage: CaseStage;
  toStage: CaseStage;
  reason: string | null;
  details: Record<string, unknown>;
  actorId: string | null;
  actorName: string | null;
  at: string;
}

export interface PaperRow {
  id: number;
  kind: 'letter' | 'claim';
  no: string;
  sha256: string;
  contentSha256: string;
  answerBy: string | null;
  createdByName: string | null;
  createdAt: string;
}

export interface AnswerRow {
  kind: 'answer' | 'silence';
  text: string;
  accepts: boolean | null;
  answeredOn: string;
  recordedByName: string | null;
  recordedAt: string;
}

export interface RemedyRow {
  id: number;
  kind: 'refund' | 'replace' | 'compensate' | 'claim';
  note: string;
  amountFen: number | null;
  dueOn: string | null;
  state: 'open' | 'done' | 'dropped';
  stateNote: string | null;
  stateByName: string | null;
  stateAt: string | null;
  createdByName: string | null;
  createdAt: string;
}

export interface StopSaleRow {
  since: string;
  liftedAt: string | null;
  liftedByName: string | null;
  liftReason: string | null;
  dealLines: { dealId: number; dealTitle: string; dealLineId: number }[];
  streamItems: { streamId: number; streamTitle: string; anchorName: string; startsAt: string }[];
}

/** Everything that hangs on a case, in the order it came. */
export async function readCaseParts(trx: Trx, id: number): Promise<CaseParts> {
  const { rows } = await sql<CaseParts>`
    select
      (select jsonb_build_object('outcome', d.outcome, 'bearer', d.bearer, 'bearerAnchorId', d.bearer_anchor_id, 'bearerAnchorName', a.name, 'reason', d.reason,
         'anchorFaultEvidenceIds', d.fault_evidence_ids, 'decidedById', d.decided_by, 'decidedByName', u.name, 'decidedAt', d.decided_at)
         from case_decision d join app_user u on u.id = d.decided_by left join anchor a on a.id = d.bearer_anchor_id where d.case_id = c.id) as decision,
      coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'note', e.note, 'difference', e.difference, 'photoId', e.photo_id,
         'inspectionId', e.inspection_id,
         'comparison', case when e.kind = 'comparison' then jsonb_build_object('inspectionId', e.snapshot -> 'inspectionId', 'unitNo', e.snapshot -> 'unitNo', 'face', e.snapshot -> 'face', 'outcome', e.snapshot -> 'outcome',
            'places', jsonb_array_length(e.snapshot -> 'boxes'), 'sealedPhotoId', e.snapshot -> 'sealed' -> 'photoId', 'photoId', e.snapshot -> 'shipped' -> 'photoId', 'engineVersion', e.snapshot -> 'engineVersion') end,
         'fileName', e.file_name, 'mediaType', e.media_type, 'sizeBytes', e.size_bytes,
         'lineCount', case when e.kind in ('order_lines', 'signal') then jsonb_array_length(coalesce(e.snapshot -> 'lines', '[]')) end,
         'sha256', e.sha256, 'addedByName', u.name, 'addedAt', e.added_at) order by e.id)
         from case_evidence e left join app_user u on u.id = e.added_by where e.case_id = c.id), '[]') as evidence,
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'step', s.step, 'fromStage', s.from_stage, 'toStage', s.to_stage, 'reason', s.reason, 'details', s.details,
         'actorId', s.actor_id, 'actorName', u.name, 'at', s.at) order by s.id) from case_step s left join app_user u on u.id = s.actor_id where s.case_id = c.id), '[]') as steps,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'no', p.no, 'sha256', p.sha256, 'contentSha256', p.content_sha256, 'answerBy', p.answer_by,
         'createdByName', u.name, 'createdAt', p.created_at) order by p.id) from case_paper p left join app_user u on u.id = p.created_by where p.case_id = c.id), '[]') as papers,
      (select jsonb_build_object('kind', w.kind, 'text', w.text, 'accepts', w.accepts, 'answeredOn', w.answered_on, 'recordedByName', u.name, 'recordedAt', w.recorded_at)
         from case_answer w left join app_user u on u.id = w.recorded_by where w.case_id = c.id) as answer,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'note', r.note, 'amountFen', r.amount_fen, 'dueOn', r.due_on, 'state', r.state,
         'stateNote', r.state_note, 'stateByName', su.name, 'stateAt', r.state_at, 'createdByName', cu.name, 'createdAt', r.created_at) order by r.id)
         from case_remedy r left join app_user su on su.id = r.state_by left join app_user cu on cu.id = r.created_by where r.case_id = c.id), '[]') as remedies,
      (select jsonb_build_object('since', t.since, 'liftedAt', t.lifted_at, 'liftedByName', u.name, 'liftReason', t.lift_reason,
         'dealLines', coalesce((select jsonb_agg(jsonb_build_object('dealId', d.id, 'dealTitle', d.title, 'dealLineId', l.id) order by l.id)
            from deal_line l join deal d on d.id = l.deal_id where l.product_id = t.product_id and d.status not in ('ended', 'cancelled')), '[]'),
         'streamItems', coalesce((select jsonb_agg(jsonb_build_object('streamId', s.id, 'streamTitle', s.title, 'anchorName', a.name, 'startsAt', s.starts_at) order by s.starts_at, s.id)
            from stream_item i join stream s on s.id = i.stream_id join anchor a on a.id = s.anchor_id
           where i.product_id = t.product_id and s.status in ('planned', 'live') and s.ends_at > now()), '[]'))
         from case_stop_sale t left join app_user u on u.id = t.lifted_by where t.case_id = c.id) as "stopSale"
      from substitution_case c where c.id = ${id}`.execute(trx);
  return rows[0]!;
}
