import { sql } from 'kysely';
import type { BatchStatus, ItemStatus } from '../../api/domain/payments/batch.ts';
import type { PayeeState } from '../../api/domain/payout.ts';
import type { Trx } from '../connect.ts';
import { payeeHash } from './payouts.ts';

/** Payouts on their way to the bank together. Amounts in fen. */
export interface BatchRow {
  id: number;
  no: string;
  month: string;
  status: BatchStatus;
  revision: number;
  itemCount: number;
  totalFen: number;
  executeOn: string;
  approversAsked: number;
  preparedBy: string;
  preparedByName: string;
  preparedAt: string;
  submittedByName: string | null;
  submittedAt: string | null;
  changedBy: string[];
  approvals: { userId: string; userName: string; revision: number; at: string; counts: boolean }[];
  file: BatchFile | null;
  returns: number;
  closedAt: string | null;
  rowVersion: number;
}

export interface BatchFile {
  id: number;
  format: 'csv' | 'pain001';
  fileName: string;
  sha256: string;
  sizeBytes: number;
  filedByName: string;
  filedAt: string;
}

export interface BatchItemRow {
  id: number;
  batchId: number;
  batchNo: string;
  payoutId: number;
  payoutNo: string;
  statementId: number;
  statementNo: string;
  anchorId: number;
  anchorName: string;
  attempt: number;
  endToEndId: string;
  amountFen: number;
  heldFen: number;
  payee: { kind: string; accountName: string; bankName: string; tail: string };
  payeeState: PayeeState;
  status: ItemStatus;
  bankReference: string | null;
  reasonCode: string | null;
  reasonText: string | null;
  paidOn: string | null;
  replacedByItemId: number | null;
}

const batches = sql`
  select b.id, b.no, b.month, b.status, b.revision, b.item_count as "itemCount", b.total_fen as "totalFen", b.execute_on::text as "executeOn",
         b.approvers_asked as "approversAsked", b.prepared_by as "preparedBy", pu.name as "preparedByName", b.prepared_at as "preparedAt",
         su.name as "submittedByName", b.submitted_at as "submittedAt",
         coalesce((select jsonb_agg(distinct c.user_id) from payout_batch_change c where c.batch_id = b.id), '[]') as "changedBy",
         coalesce((select jsonb_agg(jsonb_build_object('userId', x.user_id, 'userName', u.name, 'revision', x.revision, 'at', x.at, 'counts', x.revision = b.revision
             and x.user_id <> b.prepared_by and not exists (select from payout_batch_change c where c.batch_id = b.id and c.user_id = x.user_id)) order by x.at)
           from payout_batch_approval x join app_user u on u.id = x.user_id where x.batch_id = b.id), '[]') as approvals,
         (select jsonb_build_object('id', f.id, 'format', f.format, 'fileName', f.file_name, 'sha256', f.sha256, 'sizeBytes', f.size_bytes, 'filedByName', u.name, 'filedAt', f.filed_at)
           from payout_file f join app_user u on u.id = f.filed_by where f.batch_id = b.id) as file,
         (select count(*)::int from bank_return r where r.batch_id = b.id) as returns, b.closed_at as "closedAt", b.row_version as "rowVersion"
    from payout_batch b join app_user pu on pu.id = b.prepared_by left join app_user su on su.id = b.submitted_by`;

export const BATCH_SORTS = ['id', 'totalFen', 'preparedAt'] as const;

export async function listBatches(
  trx: Trx,
  query: {
    filter: { month?: string; status?: BatchStatus; q?: string; id?: number[] };
    sort: { field: (typeof BATCH_SORTS)[number]; order: 'asc' | 'desc' };
    offset: number;
    limit: number;
  },
): Promise<{ rows: BatchRow[]; total: number }> {
  const { filter: f, sort } = query;
  const found = sql`from (${batches}) x where (${f.month ?? null}::text is null or x.month = ${f.month ?? null})
     and (${f.status ?? null}::text is null or x.status = ${f.status ?? null}) and (${f.id ?? null}::int[] is null or x.id = any(${f.id ?? null}))
     and (${f.q ?? null}::text is null or x.no ilike '%' || ${f.q ?? ''} || '%')`;
  const { rows } = await sql<BatchRow>`
    select x.* ${found} order by x.${sql.ref(sort.field)} ${sql.raw(sort.order)}, x.id limit ${query.limit} offset ${query.offset}`.execute(
    trx,
  );
  const count = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(trx);
  return { rows, total: count.rows[0]!.total };
}

export async function readBatch(trx: Trx, id: number): Promise<BatchRow | undefined> {
  return (await sql<BatchRow>`${batches} where b.id = ${id}`.execute(trx)).rows[0];
}

export async function lockBatch(trx: Trx, id: number): Promise<void> {
  await sql`select from payout_batch where id = ${id} for update`.execute(trx);
}

/** The items of a batch with how their payees are now. */
export async function listBatchItems(trx: Trx, batchId: number): Promise<BatchItemRow[]> {
  const { rows } = await sql<BatchItemRow>`
    select i.id, i.batch_id as "batchId", b.no as "batchNo", i.payout_id as "payoutId", 'PO' || lpad(i.payout_id::text, 6, '0') as "payoutNo",
           p.statement_id as "statementId", s.no as "statementNo", p.anchor_id as "anchorId", a.name as "anchorName", i.attempt, i.end_to_end_id as "endToEndId",
           i.amount_fen as "amountFen", coalesce(h.held_fen, 0)::bigint as "heldFen", p.payee,
           case when y.id is null then 'missing' when ${payeeHash} = i.payee_sha256 then 'unchanged' else 'changed' end as "payeeState",
           i.status, i.bank_reference as "bankReference", i.reason_code as "reasonCode", i.reason_text as "reasonText", i.paid_on::text as "paidOn", i.replaced_by_id as "replacedByItemId"
      from payout_batch_item i join payout_batch b on b.id = i.batch_id join payout p on p.id = i.payout_id join statement s on s.id = p.statement_id
      join anchor a on a.id = p.anchor_id left join anchor_payee y on y.anchor_id = p.anchor_id left join statement_hold h on h.statement_id = s.id
     where i.batch_id = ${batchId} order by i.id`.execute(trx);
  return rows;
}

export interface BatchItemDue {
  payoutId: number;
  anchorName: string;
  amountFen: number;
  payeeSha256: string;
  currentPayeeSha256: string | null;
  payeeUserId: string | null;
  /** False when a line of its statement was disputed since. */
  isWithinDue: boolean;
}

/** What the rules ask of each item, hashes included. */
export async function listItemFacts(trx: Trx, batchId: number): Promise<BatchItemDue[]> {
  const { rows } = await sql<BatchItemDue>`
    select i.payout_id as "payoutId", a.name as "anchorName", i.amount_fen as "amountFen", i.payee_sha256 as "payeeSha256",
           case when y.id is not null then ${payeeHash} end as "currentPayeeSha256", (select u.id from app_user u where u.anchor_id = a.id limit 1) as "payeeUserId",
           s.payable_fen - coalesce(h.held_fen, 0) >= (select sum(o.amount_fen) from payout o where o.statement_id = s.id and o.status in ('prepared', 'approved', 'paid')) as "isWithinDue"
      from payout_batch_item i join payout p on p.id = i.payout_id join statement s on s.id = p.statement_id join anchor a on a.id = p.anchor_id
      left join anchor_payee y on y.anchor_id = p.anchor_id left join statement_hold h on h.statement_id = s.id
     where i.batch_id = ${batchId} order by i.id`.execute(trx);
  return rows;
}
