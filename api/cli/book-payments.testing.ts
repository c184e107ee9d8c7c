import { type RawBuilder, sql } from 'kysely';

const user = sql`(select min(id) from app_user)`;
const other = sql`(select max(id) from app_user)`;
const paid = sql`(select min(id) from payout)`;
const anchor = sql`(select min(anchor_id) from payout)`;
const batch = (status: string, count: number, fen: number) =>
  sql`insert into payout_batch (no, month, status, item_count, total_fen, execute_on, prepared_by)
    values ('PB202605-0001', '2026-05', ${status}, ${count}, ${fen}, '2026-06-08', ${user})`;
const dispute = sql`insert into dispute (statement_id, anchor_id, line_id, line_seq, label, amount_fen, body, raised_by)
    select statement_id, anchor_id, 1, 0, 'NO1', 5, '少了', ${user} from payout where id = ${paid}`;

/** A violation of each rule about answers, batches and tax. */
export const SEEDED_PAYMENTS: [code: string, writes: () => RawBuilder<unknown>[]][] = [
  [
    'returned_payout_turned_round',
    () => [
      sql`update payout set status = 'returned', returned_by = prepared_by, returned_at = now(), returned_reason = 'x' where id = ${paid}`,
    ],
  ],
  ['batch_is_the_sum', () => [batch('draft', 1, 5)]],
  ['batch_approved_by_others', () => [batch('approved', 0, 0)]],
  [
    'batch_item_is_its_payout',
    () => [
      batch('draft', 1, 5),
      sql`insert into payout_batch_item (batch_id, payout_id, attempt, end_to_end_id, amount_fen, payee_sha256)
        select max(b.id), ${paid}, 1, 'PO000001A1', 5, 'x' from payout_batch b`,
    ],
  ],
  ['filed_batch_has_file', () => [batch('filed', 0, 0)]],
  [
    'payee_changed_by_two',
    () => [
      sql`alter table payee_change drop constraint payee_four_eyes`,
      sql`insert into payee_change (anchor_id, kind, account_name, bank_name, bank_account_sealed, bank_account_tail, reason, requested_by, requested_at, approved_by, approved_at, effective_at, applied_at)
        values (${anchor}, 'personal', 'x', 'x', 'v1:x', '0000', 'x', ${user}, now() - interval '2 days', ${user}, now() - interval '2 days', now() - interval '1 day', now())`,
    ],
  ],
  [
    'upheld_dispute_is_posted',
    () => [
      dispute,
      sql`insert into dispute_outcome (dispute_id, outcome, adjustment_fen, reason, proposed_by, decision, decided_by, decided_at, pay_entry_id)
        select max(d.id), 'upheld', 12345, 'x', ${user}, 'approved', ${other}, now(), (select min(id) from pay_entry) from dispute d`,
    ],
  ],
  [
    'answer_is_of_its_statement',
    () => [
      sql`insert into statement_answer (statement_id, kind, content_sha256, answered_by) select statement_id, 'confirmed', repeat('0', 64), ${user} from payout where id = ${paid}`,
    ],
  ],
  [
    'tax_is_posted',
    () => [
      sql`insert into tax_profile (anchor_id, regime, effective_from, source, recorded_by) values (${anchor}, 'labour_single_payment', '2026-01', 'x', ${user})`,
      sql`insert into tax_withholding (anchor_id, month, profile_id, regime, gross_fen, tax_fen, table_version, working)
        select anchor_id, '2026-05', id, regime, 500000, 80000, '2019-01-01', '[]' from tax_profile`,
    ],
  ],
];
