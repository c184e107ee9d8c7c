import { sql } from 'kysely';
import type { DisputeState } from '../../api/domain/dispute.ts';
import type { Trx } from '../connect.ts';

/** One line of a statement its anchor does not agree with. Amounts are the anchor's part, in fen. */
export interface DisputeRow {
  id: number;
  statementId: number;
  statementNo: string;
  month: string;
  anchorId: number;
  anchorName: string;
  kind: 'line' | 'entry';
  lineId: number | null;
  seq: number | null;
  payEntryId: number | null;
  label: string;
  amountFen: number;
  heldFen: number;
  body: string;
  raisedBy: string;
  raisedByName: string;
  raisedAt: string;
  state: DisputeState;
  proposal: DisputeProposal | null;
  outcome: DisputeOutcome | null;
  answerCount: number;
  fileCount: number;
}

export interface DisputeProposal {
  id: number;
  adjustmentFen: number;
  reason: string;
  proposedBy: string;
  proposedByName: string;
  proposedAt: string;
}

export interface DisputeOutcome {
  outcome: 'upheld' | 'rejected' | 'withdrawn';
  adjustmentFen: number | null;
  reason: string;
  proposedByName: string;
  decidedByName: string;
  decidedAt: string;
  payEntryId: number | null;
  postedMonth: string | null;
}

export interface DisputeWhole extends DisputeRow {
  answers: { id: number; side: 'anchor' | 'agency'; body: string; byName: string; at: string }[];
  files: { id: number; name: string; sizeBytes: number; sha256: string; byName: string; at: string }[];
  declined: { reason: string; byName: string; at: string }[];
}

const disputes = sql`
  select d.id, d.statement_id as "statementId", s.no as "statementNo", s.month, d.anchor_id as "anchorId", a.name as "anchorName",
         case when d.pay_entry_id is null then 'line' else 'entry' end as kind, d.line_id as "lineId", d.line_seq as seq, d.pay_entry_id as "payEntryId",
         d.label, d.amount_fen as "amountFen", case when o.decision = 'approved' then 0 else greatest(0, d.amount_fen) end as "heldFen",
         d.body, d.raised_by as "raisedBy", ru.name as "raisedByName", d.raised_at as "raisedAt",
         case when o.id is null then 'open' when o.decision is null then 'proposed' else o.outcome end as state,
         case when o.id is not null and o.decision is null then jsonb_build_object('id', o.id, 'adjustmentFen', o.adjustment_fen, 'reason', o.reason,
           'proposedBy', o.proposed_by, 'proposedByName', pu.name, 'proposedAt', o.proposed_at) end as proposal,
         case when o.decision = 'approved' then jsonb_build_object('outcome', o.outcome, 'adjustmentFen', o.adjustment_fen, 'reason', o.reason,
           'proposedByName', pu.name, 'decidedByName', du.name, 'decidedAt', o.decided_at, 'payEntryId', o.pay_entry_id, 'postedMonth', e.month) end as outcome,
         (select count(*)::int from dispute_answer x where x.dispute_id = d.id) as "answerCount",
         (select count(*)::int from dispute_file x where x.dispute_id = d.id) as "fileCount"
    from dispute d join statement s on s.id = d.statement_id join anchor a on a.id = d.anchor_id join app_user ru on ru.id = d.raised_by
    left join dispute_outcome o on o.dispute_id = d.id and o.decision is distinct from 'declined'
    left join app_user pu on pu.id = o.proposed_by left join app_user du on du.id = o.decided_by left join pay_entry e on e.id = o.pay_entry_id`;

export interface DisputeFilter {
  statementId?: number;
  anchorId?: number;
  month?: string;
  state?: DisputeState;
  q?: string;
  id?: number[];
}

export const DISPUTE_SORTS = ['id', 'raisedAt', 'amountFen'] as const;

export async function listDisputes(
  trx: Trx,
  query: {
    filter: DisputeFilter;
    sort: { field: (typeof DISPUTE_SORTS)[number]; order: 'asc' | 'desc' };
    offset: number;
    limit: number;
  },
): Promise<{ rows: DisputeRow[]; total: number }> {
  const { filter: f, sort } = query;
  const found = sql`from (${disputes}) x
     where (${f.statementId ?? null}::int is null or x."statementId" = ${f.statementId ?? null}) and (${f.anchorId ?? null}::int is null or x."anchorId" = ${f.anchorId ?? null})
       and (${f.month ?? null}::text is null or x.month = ${f.month ?? null}) and (${f.state ?? null}::text is null or x.state = ${f.state ?? null})
       and (${f.id ?? null}::int[] is null or x.id = any(${f.id ?? null}))
       and (${f.q ?? null}::text is null or x."statementNo" ilike '%' || ${f.q ?? ''} || '%' or x."anchorName" ilike '%' || ${f.q ?? ''} || '%' or x.label ilike '%' || ${f.q ?? ''} || '%')`;
  const { rows } = await sql<DisputeRow>`
    select x.* ${found} order by x.${sql.ref(sort.field)} ${sql.raw(sort.order)}, x.id limit ${query.limit} offset ${query.offset}`.execute(
    trx,
  );
  const count = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(trx);
  return { rows, total: count.rows[0]!.total };
}

export async function readDispute(trx: Trx, id: number): Promise<DisputeWhole | undefined> {
  const { rows } = await sql<DisputeWhole>`
    select x.*,
           coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'side', a.side, 'body', a.body, 'byName', u.name, 'at', a.answered_at) order by a.id)
             from dispute_answer a join app_user u on u.id = a.answered_by where a.dispute_id = x.id), '[]') as answers,
           coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'sizeBytes', f.size_bytes, 'sha256', f.sha256, 'byName', u.name, 'at', f.uploaded_at) order by f.id)
             from dispute_file f join app_user u on u.id = f.uploaded_by where f.dispute_id = x.id), '[]') as files,
           coalesce((select jsonb_agg(jsonb_build_object('reason', o.decision_reason, 'byName', u.name, 'at', o.decided_at) order by o.id)
             from dispute_outcome o join app_user u on u.id = o.decided_by where o.dispute_id = x.id and o.decision = 'declined'), '[]') as declined
      from (${disputes}) x where x.id = ${id}`.execute(trx);
  return rows[0];
}

/** What a line of the anchor's own statement gave, and how a person finds it; undefined when it is not on that statement. */
export async function findOwnLine(
  trx: Trx,
  statementId: number,
  line: { lineId: number; seq: number },
): Promise<{ amountFen: number; label: string } | undefined> {
  const { rows } = await sql<{ amountFen: number; label: string }>`
    select e.amount_fen as "amountFen", o.order_no || coalesce(' · ' || o.product_name, '') as label
      from statement s join own_earning_line e on e.anchor_id = s.anchor_id and e.month = s.month join own_order_line o on o.id = e.line_id
     where s.id = ${statementId} and e.line_id = ${line.lineId} and e.seq = ${line.seq}`.execute(trx);
  return rows[0];
}

export async function findOwnEntry(
  trx: Trx,
  statementId: number,
  payEntryId: number,
): Promise<{ amountFen: number; kind: string } | undefined> {
  const { rows } = await sql<{ amountFen: number; kind: string }>`
    select e.amount_fen as "amountFen", e.kind from statement s join pay_entry e on e.anchor_id = s.anchor_id and e.month = s.month
     where s.id = ${statementId} and e.id = ${payEntryId}`.execute(trx);
  return rows[0];
}

export interface NewDispute {
  statementId: number;
  anchorId: number;
  lineId: number | null;
  seq: number | null;
  payEntryId: number | null;
  label: string;
  amountFen: number;
  body: string;
  raisedBy: string;
}

export async function insertDispute(trx: Trx, d: NewDispute): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into dispute (statement_id, anchor_id, line_id, line_seq, pay_entry_id, label, amount_fen, body, raised_by)
    values (${d.statementId}, ${d.anchorId}, ${d.lineId}, ${d.seq}, ${d.payEntryId}, ${d.label}, ${d.amountFen}, ${d.body}, ${d.raisedBy}) returning id`.execute(
    trx,
  );
  return rows[0]!.id;
}

export async function insertDisputeAnswer(
  trx: Trx,
  answer: { disputeId: number; side: 'anchor' | 'agency'; body: string; by: string },
): Promise<void> {
  await sql`insert into dispute_answer (dispute_id, side, body, answered_by)
    values (${answer.disputeId}, ${answer.side}, ${answer.body}, ${answer.by})`.execute(trx);
}

export interface DisputeFileValues {
  disputeId: number;
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  uploadedBy: string;
}

export async function insertDisputeFile(trx: Trx, file: DisputeFileValues): Promise<void> {
  await sql`insert into dispute_file (dispute_id, name, media_type, size_bytes, sha256, uploaded_by)
    values (${file.disputeId}, ${file.name}, ${file.mediaType}, ${file.sizeBytes}, ${file.sha256}, ${file.uploadedBy}) on conflict do nothing`.execute(
    trx,
  );
}

export async function findDisputeFile(
  trx: Trx,
  disputeId: number,
  fileId: number,
): Promise<{ name: string; sha256: string; sizeBytes: number } | undefined> {
  const { rows } = await sql<{ name: string; sha256: string; sizeBytes: number }>`
    select name, sha256, size_bytes as "sizeBytes" from dispute_file where id = ${fileId} and dispute_id = ${disputeId}`.execute(
    trx,
  );
  return rows[0];
}
