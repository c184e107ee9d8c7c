import { sql } from 'kysely';
import type { TestDb } from '../../db/test-db.ts';

/** One row of everything about answers, batches and tax that is written once, for attacks on it. Needs a paid payout. */
export async function addPaymentPapers({ ownerDb }: TestDb): Promise<void> {
  const sha256 = 'b'.repeat(64);
  const paid = sql`(select min(id) from payout)`;
  const batch = sql`(select min(id) from payout_batch)`;
  for (const statement of [
    sql`insert into app_user (id, name, email, role) values ('payer', '付款的人', 'payer@example.com', 'finance'), ('checker', '复核的人', 'checker@example.com', 'finance')`,
    sql`insert into statement_delivery (statement_id, window_days, is_house_window, answer_until)
      select statement_id, 7, true, now() + interval '7 days' from payout where id = ${paid}`,
    sql`insert into statement_answer (statement_id, kind, content_sha256, answered_by)
      select s.id, 'confirmed', s.content_sha256, 'payer' from statement s join payout p on p.statement_id = s.id where p.id = ${paid}`,
    sql`insert into dispute (statement_id, anchor_id, line_id, line_seq, label, amount_fen, body, raised_by)
      select statement_id, anchor_id, 1, 0, 'NO1', -5, '少了', 'payer' from payout where id = ${paid}`,
    sql`insert into dispute_answer (dispute_id, side, body, answered_by) select min(id), 'agency', '已核对', 'payer' from dispute`,
    sql`insert into dispute_file (dispute_id, name, media_type, size_bytes, sha256, uploaded_by) select min(id), '截图.png', 'image/png', 1, ${sha256}, 'payer' from dispute`,
    sql`insert into payout_batch (no, month, execute_on, prepared_by) values ('PB209901-0001', '2099-01', '2099-01-01', 'payer')`,
    sql`insert into payout_batch_change (batch_id, user_id, what) values (${batch}, 'payer', 'create')`,
    sql`update payout_batch set status = 'submitted'`,
    sql`insert into payout_batch_approval (batch_id, revision, user_id) select id, revision, 'checker' from payout_batch`,
    sql`insert into payout_file (batch_id, format, file_name, message_id, sha256, size_bytes, sealed, filed_by)
      values (${batch}, 'csv', 'x.csv', 'PB209901-0001', ${sha256}, 1, 'x', 'payer')`,
    sql`insert into bank_return (batch_id, file_name, format, sha256, sealed, match, uploaded_by) values (${batch}, 'x.csv', 'csv', ${sha256}, 'x', '{}', 'payer')`,
    sql`insert into tax_profile (anchor_id, regime, effective_from, source, recorded_by) select anchor_id, 'labour_single_payment', '2026-01', '合同', 'payer' from payout where id = ${paid}`,
    sql`insert into tax_input (anchor_id, month, recorded_by) select anchor_id, '2026-05', 'payer' from tax_profile`,
    sql`insert into tax_withholding (anchor_id, month, profile_id, input_id, regime, gross_fen, tax_fen, table_version, working)
      select p.anchor_id, '2026-05', p.id, i.id, p.regime, 100, 0, '2019-01-01', '[]' from tax_profile p, tax_input i`,
  ])
    await statement.execute(ownerDb);
}
