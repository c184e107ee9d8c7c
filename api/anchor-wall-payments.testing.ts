import { sql } from 'kysely';
import type { Ids } from '../db/anchor-wall-canaries.ts';
import type { TestDb } from '../db/test-db.ts';

/** Amounts of the scene are large, and one approver is enough for each. */
export const askForOneApprover = ({ ownerDb }: TestDb) =>
  sql`update payment_setting set approval_tiers = '[{"fromBatchFen": 0, "fromPayoutFen": null, "approvers": 1}]'`.execute(
    ownerDb,
  );

/** What anchors answered, where they want to be paid and what was withheld of them: own, and somebody else's with words to look for. */
export async function plantPayments({ ownerDb }: TestDb, anchorId: number, otherId: number): Promise<void> {
  const staff = sql`(select min(id) from app_user where role = 'finance')`;
  for (const [id, word] of [
    [anchorId, 'own'],
    [otherId, 'canary'],
  ] as const) {
    const user = `wall-${word}`;
    const first = sql`(select min(id) from statement where anchor_id = ${id})`;
    for (const statement of [
      sql`insert into app_user (id, name, email, role, anchor_id) values (${user}, ${`${word} user`}, ${`${user}@example.com`}, 'anchor', ${id})`,
      sql`insert into statement_delivery (statement_id, sent_by, window_days, is_house_window, answer_until)
        select id, ${staff}, 7, true, now() + interval '7 days' from statement where anchor_id = ${id}`,
      sql`insert into dispute (statement_id, anchor_id, line_id, line_seq, label, amount_fen, body, raised_by)
        values (${first}, ${id}, 1, 0, ${`${word}-label`}, 5, ${`${word}-dispute`}, ${user})`,
      sql`insert into dispute_answer (dispute_id, side, body, answered_by) select id, 'agency', ${`${word}-answer`}, ${staff} from dispute where anchor_id = ${id}`,
      sql`insert into payee_change (anchor_id, kind, account_name, bank_name, bank_account_sealed, bank_account_tail, reason, requested_by)
        values (${id}, 'personal', ${`${word}-account`}, ${`${word}-bank`}, 'v1:x', '1111', ${`${word}-reason`}, ${staff})`,
      sql`insert into tax_profile (anchor_id, regime, effective_from, source, recorded_by) values (${id}, 'labour_single_payment', '2026-01', ${`${word}-source`}, ${staff})`,
      sql`insert into tax_withholding (anchor_id, month, profile_id, regime, gross_fen, tax_fen, table_version, working)
        select ${id}, '2026-07', id, regime, 800000, 128000, '2019-01-01', jsonb_build_array(jsonb_build_object('zh', ${`${word}-working`}::text, 'en', '')) from tax_profile where anchor_id = ${id} and source = ${`${word}-source`}`,
      sql`insert into notice (user_id, kind, entity, entity_id, data, source_key)
        values (${user}, 'statement_sent', 'statement', '1', jsonb_build_object('no', ${`${word}-notice`}::text), ${`wall:${word}`})`,
    ])
      await statement.execute(ownerDb);
  }
}

/** Ids of the same, by the resource a path begins with. */
export async function addPaymentIds(ids: Ids, { ownerDb }: TestDb, anchorId: number): Promise<void> {
  const idsOf = async (query: ReturnType<typeof sql>) =>
    ((await query.execute(ownerDb)).rows as { id: number }[]).map(({ id }) => String(id));
  for (const [resource, table] of [
    ['disputes', 'dispute'],
    ['payee-changes', 'payee_change'],
  ] as const) {
    ids.own[resource] = await idsOf(sql`select id from ${sql.table(table)} where anchor_id = ${anchorId}`);
    ids.others[resource] = await idsOf(
      sql`select id from ${sql.table(table)} where anchor_id <> ${anchorId}`,
    );
  }
  ids.own.notices = [];
  ids.others.notices = await idsOf(sql`select id from notice`);
}
