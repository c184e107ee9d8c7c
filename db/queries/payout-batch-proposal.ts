import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import { statementMoney } from './confirmations.ts';
import { invoiceGap, payeeHash } from './payouts.ts';

/** A statement of a month as a batch sees it. Amounts in fen. */
export interface BatchCandidate {
  statementId: number;
  statementNo: string;
  anchorId: number;
  anchorName: string;
  payableFen: number;
  dueFen: number;
  heldFen: number;
  isConfirmed: boolean;
  hasPayee: boolean;
  /** What a studio's invoices do not cover yet. */
  invoiceGapFen: number;
  /** A payout of it is prepared or approved. */
  hasOpenPayout: boolean;
}

/** Statements of a month with something payable; `hold` keeps their rows until the transaction ends, in the order of their ids. */
export async function listBatchCandidates(
  trx: Trx,
  month: string,
  { hold }: { hold: boolean },
): Promise<BatchCandidate[]> {
  if (hold)
    await sql`select from statement where month = ${month} and payable_fen > 0 order by id for update`.execute(
      trx,
    );
  const { rows } = await sql<BatchCandidate>`
    select s.id as "statementId", s.no as "statementNo", s.anchor_id as "anchorId", a.name as "anchorName", s.payable_fen as "payableFen",
           m.due_fen as "dueFen", m.held_fen as "heldFen", s.status = 'confirmed' as "isConfirmed",
           exists (select from anchor_payee y where y.anchor_id = s.anchor_id) as "hasPayee", ${invoiceGap} as "invoiceGapFen",
           exists (select from payout p where p.statement_id = s.id and p.status in ('prepared', 'approved')) as "hasOpenPayout"
      from statement s join anchor a on a.id = s.anchor_id join (${statementMoney} where x.month = ${month}) m on m.statement_id = s.id
     where s.month = ${month} and s.payable_fen > 0 order by s.id`.execute(trx);
  return rows;
}

/** Prepares one payout per statement for what is due of it, to the payee as it is now. Answers payout and statement ids. */
export async function insertPayouts(
  trx: Trx,
  statementIds: readonly number[],
  preparedBy: string,
): Promise<{ id: number; statementId: number; amountFen: number }[]> {
  const { rows } = await sql<{ id: number; statementId: number; amountFen: number }>`
    insert into payout (statement_id, anchor_id, amount_fen, payee, payee_sha256, prepared_by)
    select s.id, s.anchor_id, m.due_fen,
           jsonb_build_object('kind', y.kind, 'accountName', y.account_name, 'bankName', y.bank_name, 'tail', y.bank_account_tail), ${payeeHash}, ${preparedBy}
      from statement s join anchor_payee y on y.anchor_id = s.anchor_id join (${statementMoney}) m on m.statement_id = s.id
     where s.id = any(${statementIds}) and m.due_fen > 0 order by s.id
    returning id, statement_id as "statementId", amount_fen as "amountFen"`.execute(trx);
  return rows;
}

export async function insertBatch(
  trx: Trx,
  batch: { no: string; month: string; executeOn: string; preparedBy: string },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into payout_batch (no, month, execute_on, prepared_by) values (${batch.no}, ${batch.month}, ${batch.executeOn}, ${batch.preparedBy}) returning id`.execute(
    trx,
  );
  return rows[0]!.id;
}

/** Puts payouts into a draft, each with its next attempt, and counts the batch anew. Answers item ids by payout. */
export async function insertItems(
  trx: Trx,
  batchId: number,
  payoutIds: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; payoutId: number }>`
    insert into payout_batch_item (batch_id, payout_id, attempt, end_to_end_id, amount_fen, payee_sha256)
    select ${batchId}, p.id, n.attempt, 'PO' || lpad(p.id::text, 6, '0') || 'A' || n.attempt, p.amount_fen, p.payee_sha256
      from payout p cross join lateral (select coalesce(max(i.attempt), 0) + 1 as attempt from payout_batch_item i where i.payout_id = p.id) n
     where p.id = any(${payoutIds}) order by p.id
    returning id, payout_id as "payoutId"`.execute(trx);
  await countBatch(trx, batchId);
  return new Map(rows.map(({ id, payoutId }) => [payoutId, id]));
}

/** Takes an item out of a draft. */
export async function deleteItem(trx: Trx, batchId: number, itemId: number): Promise<void> {
  await sql`delete from payout_batch_item where id = ${itemId} and batch_id = ${batchId}`.execute(trx);
  await countBatch(trx, batchId);
}

async function countBatch(trx: Trx, batchId: number): Promise<void> {
  await sql`
    update payout_batch b set item_count = n.items, total_fen = n.total, revision = b.revision + 1, row_version = b.row_version + 1
      from (select count(*)::int as items, coalesce(sum(amount_fen), 0)::bigint as total from payout_batch_item where batch_id = ${batchId}) n
     where b.id = ${batchId}`.execute(trx);
}
