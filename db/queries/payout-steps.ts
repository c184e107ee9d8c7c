import { sql, type UpdateObject } from 'kysely';
import type { PayoutStatus } from '../../api/domain/payout.ts';
import type { Trx } from '../connect.ts';
import type { DB } from '../types.ts';

/** Holds a payout until the transaction ends; false when there is none in sight. */
export async function lockPayout(trx: Trx, id: number): Promise<boolean> {
  const { rows } = await sql`select from payout where id = ${id} for update`.execute(trx);
  return rows.length === 1;
}

/** prepared → approved, with the frozen paper. False when it is not prepared any more: somebody else was first. */
export const markApproved = (
  trx: Trx,
  id: number,
  { approvedBy, approvedAt, pdfSha256 }: { approvedBy: string; approvedAt: string; pdfSha256: string },
): Promise<boolean> =>
  takeStep(trx, id, ['prepared'], {
    status: 'approved',
    approved_by: approvedBy,
    approved_at: approvedAt,
    pdf_sha256: pdfSha256,
  });

/** approved → paid, with the bank's own reference. */
export const markPaid = (
  trx: Trx,
  id: number,
  { paidBy, bankReference }: { paidBy: string; bankReference: string },
): Promise<boolean> =>
  takeStep(trx, id, ['approved'], {
    status: 'paid',
    paid_by: paidBy,
    paid_at: sql`clock_timestamp()`,
    bank_reference: bankReference,
  });

/** paid → returned: the money came back, and the books take the payment back. */
export const markReturned = (
  trx: Trx,
  id: number,
  { returnedBy, reason }: { returnedBy: string; reason: string },
): Promise<boolean> =>
  takeStep(trx, id, ['paid'], {
    status: 'returned',
    returned_by: returnedBy,
    returned_at: sql`clock_timestamp()`,
    returned_reason: reason,
  });

/** prepared or approved → cancelled; its statement may be prepared again. */
export const markCancelled = (trx: Trx, id: number): Promise<boolean> =>
  takeStep(trx, id, ['prepared', 'approved'], { status: 'cancelled' });

/** One guarded update: of any number that come at once, one finds the status it asks for. */
async function takeStep(
  trx: Trx,
  id: number,
  from: readonly PayoutStatus[],
  to: UpdateObject<DB, 'payout'>,
): Promise<boolean> {
  const row = await trx
    .updateTable('payout')
    .set({ ...to, row_version: sql`row_version + 1` })
    .where('id', '=', id)
    .where('status', 'in', from)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What the payment advice says beside the payout's own record. Times are China's, to the minute. */
export interface AdviceFacts {
  agency: { name: string; creditCode: string | null };
  anchorRealName: string | null;
  statementSha256: string;
  preparedAtText: string;
  /** The database's clock now: the moment of the approval. */
  approvedAt: string;
  approvedAtText: string;
  approverName: string;
}

export async function readAdviceFacts(trx: Trx, id: number, approverId: string): Promise<AdviceFacts> {
  const { rows } = await sql<AdviceFacts>`
    select jsonb_build_object('name', g.name, 'creditCode', g.credit_code) as agency, a.real_name as "anchorRealName",
           s.content_sha256 as "statementSha256", ${chinaMinute('p.prepared_at')} as "preparedAtText",
           clock.at as "approvedAt", ${chinaMinute('clock.at')} as "approvedAtText", u.name as "approverName"
      from payout p join statement s on s.id = p.statement_id join anchor a on a.id = p.anchor_id
      cross join agency g cross join (select clock_timestamp() as at offset 0) clock join app_user u on u.id = ${approverId}
     where p.id = ${id}`.execute(trx);
  return rows[0]!;
}

const chinaMinute = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`;
