import { sql } from 'kysely';
import type { BatchStatus, ItemStatus } from '../../api/domain/payments/batch.ts';
import type { Trx } from '../connect.ts';

export type BatchChange = 'create' | 'add' | 'remove' | 'submit' | 'withdraw' | 'payout';

/** Whoever had a hand in a batch does not approve it: the doer, and who prepared payouts that came into it. */
export async function recordBatchChange(
  trx: Trx,
  batchId: number,
  userId: string,
  what: BatchChange,
): Promise<void> {
  await sql`insert into payout_batch_change (batch_id, user_id, what) values (${batchId}, ${userId}, ${what})`.execute(
    trx,
  );
  await sql`
    insert into payout_batch_change (batch_id, user_id, what)
    select distinct ${batchId}::int, p.prepared_by, 'payout' from payout_batch_item i join payout p on p.id = i.payout_id
     where i.batch_id = ${batchId} and p.prepared_by not in (select c.user_id from payout_batch_change c where c.batch_id = ${batchId})`.execute(
    trx,
  );
}

export async function insertBatchApproval(
  trx: Trx,
  batchId: number,
  { userId, revision }: { userId: string; revision: number },
): Promise<void> {
  await sql`insert into payout_batch_approval (batch_id, user_id, revision) values (${batchId}, ${userId}, ${revision})`.execute(
    trx,
  );
}

/** One guarded update: of any number that come at once, one finds the status it asks for. */
export async function moveBatch(
  trx: Trx,
  id: number,
  from: readonly BatchStatus[],
  to: {
    status: BatchStatus;
    submittedBy?: string;
    approversAsked?: number;
    isNewRevision?: boolean;
  },
): Promise<boolean> {
  const { rows } = await sql`
    update payout_batch set status = ${to.status}, row_version = row_version + 1,
           submitted_by = coalesce(${to.submittedBy ?? null}, submitted_by),
           submitted_at = case when ${to.submittedBy !== undefined} then clock_timestamp() else submitted_at end,
           approvers_asked = coalesce(${to.approversAsked ?? null}::smallint, approvers_asked),
           revision = revision + ${to.isNewRevision ? 1 : 0}::int,
           closed_at = case when ${to.status} in ('closed', 'cancelled') then clock_timestamp() else closed_at end
     where id = ${id} and status = any(${from}) returning id`.execute(trx);
  return rows.length === 1;
}

export interface ItemMove {
  status: ItemStatus;
  bankReference?: string | null;
  reasonCode?: string | null;
  reasonText?: string | null;
  paidOn?: string | null;
  replacedById?: number;
}

/** Moves one item from the status it was seen in; false when somebody else was faster. */
export async function moveItem(trx: Trx, id: number, from: ItemStatus, to: ItemMove): Promise<boolean> {
  const { rows } = await sql`
    update payout_batch_item set status = ${to.status}, bank_reference = coalesce(${to.bankReference ?? null}, bank_reference),
           reason_code = ${to.reasonCode ?? null}, reason_text = ${to.reasonText ?? null}, paid_on = coalesce(${to.paidOn ?? null}::date, paid_on),
           replaced_by_id = ${to.replacedById ?? null}::int
     where id = ${id} and status = ${from} returning id`.execute(trx);
  return rows.length === 1;
}

export async function moveAllItems(
  trx: Trx,
  batchId: number,
  from: ItemStatus,
  to: ItemStatus,
): Promise<void> {
  await sql`update payout_batch_item set status = ${to} where batch_id = ${batchId} and status = ${from}`.execute(
    trx,
  );
}

export async function releaseItems(trx: Trx, batchId: number): Promise<void> {
  await sql`update payout_batch_item set is_released = true where batch_id = ${batchId} and status = 'pending'`.execute(
    trx,
  );
}

export interface PayingAccount {
  itemId: number;
  endToEndId: string;
  amountFen: number;
  anchorId: number;
  accountName: string;
  bankName: string;
  bankAccountSealed: string;
  month: string;
}

/** Where each item of a batch goes, numbers sealed; in the order of the items. */
export async function listPayingAccounts(trx: Trx, batchId: number): Promise<PayingAccount[]> {
  const { rows } = await sql<PayingAccount>`
    select i.id as "itemId", i.end_to_end_id as "endToEndId", i.amount_fen as "amountFen", p.anchor_id as "anchorId", y.account_name as "accountName",
           y.bank_name as "bankName", y.bank_account_sealed as "bankAccountSealed", s.month
      from payout_batch_item i join payout p on p.id = i.payout_id join statement s on s.id = p.statement_id join anchor_payee y on y.anchor_id = p.anchor_id
     where i.batch_id = ${batchId} order by i.id`.execute(trx);
  return rows;
}

export interface NewPayoutFile {
  batchId: number;
  format: 'csv' | 'pain001';
  fileName: string;
  messageId: string;
  sha256: string;
  sizeBytes: number;
  sealed: Buffer;
  filedBy: string;
}

export async function insertPayoutFile(trx: Trx, f: NewPayoutFile): Promise<void> {
  await sql`
    insert into payout_file (batch_id, format, file_name, message_id, sha256, size_bytes, sealed, filed_by)
    values (${f.batchId}, ${f.format}, ${f.fileName}, ${f.messageId}, ${f.sha256}, ${f.sizeBytes}, ${f.sealed}, ${f.filedBy})`.execute(
    trx,
  );
}

export async function readPayoutFile(
  trx: Trx,
  batchId: number,
): Promise<
  { fileName: string; messageId: string; sha256: string; sealed: Buffer; format: string } | undefined
> {
  const { rows } = await sql<{
    fileName: string;
    messageId: string;
    sha256: string;
    sealed: Buffer;
    format: string;
  }>`
    select file_name as "fileName", message_id as "messageId", sha256, sealed, format from payout_file where batch_id = ${batchId}`.execute(
    trx,
  );
  return rows[0];
}

/** Now in China as a bank file writes it: `2026-06-05T09:30:00+08:00`. */
export async function readChinaNow(trx: Trx): Promise<string> {
  const { rows } = await sql<{ now: string }>`
    select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS') || '+08:00' as now`.execute(
    trx,
  );
  return rows[0]!.now;
}
