import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../db/connect.ts';
import {
  type BooksScene,
  lookAfter,
  openAsSuperuser,
} from '../../db/queries/book-checks/books-scene.testing.ts';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { type BookReport, reportOnBooks } from '../books/check-books.ts';
import { SEEDED_PAYMENTS } from './book-payments.testing.ts';
import { closeTwoMonths } from './closed-books.testing.ts';
import { addClosedInspection, SEEDED_SEALS } from './closed-inspection.testing.ts';

let t: TestDb;
let superDb: Db;
let scene: BooksScene;

beforeAll(async () => {
  t = await createTestDb();
  superDb = openAsSuperuser(t);
  scene = await closeTwoMonths(t);
  await addClosedInspection(t);
});
afterAll(async () => {
  await superDb.destroy();
  await t.close();
});

const reportAfter = (...writes: RawBuilder<unknown>[]): Promise<BookReport> =>
  lookAfter(superDb, writes, reportOnBooks);

const drop = (table: string, constraint: string) =>
  sql`alter table ${sql.table(table)} drop constraint ${sql.ref(constraint)}`;
const settlementJournal = sql`(select min(id) from journal where source_type = 'settlement')`;
const line = sql`line_id = 3 and seq = 0`;

/** An estimate that somebody wrote without a journal. */
const accruedIn = (month: string) => [
  sql`insert into accrual (month, posted_month, anchor_id, lines, payable_fen, house_fen, parts, source_key, journal_id)
    values (${month}, ${month}, ${scene.anchorId}, 1, 5, 0, '[]', 'accrual:test', 999999)`,
];

/** One seeded violation a rule; the rule's own code must be among what is found. */
const SEEDED: [code: string, writes: () => RawBuilder<unknown>[]][] = [
  [
    'journal_balances',
    () => [
      sql`update posting set amount_fen = amount_fen + 1 where journal_id = ${settlementJournal} and seq = 1`,
    ],
  ],
  [
    'journal_has_two_postings',
    () => [sql`insert into journal (source_type, source_id, month) values ('payout', '999', '2026-05')`],
  ],
  [
    'one_journal_per_source',
    () => [
      drop('journal', 'one_journal_per_source'),
      sql`insert into journal (source_type, source_id, month) select source_type, source_id, month from journal where id = ${settlementJournal}`,
    ],
  ],
  ['journal_has_its_source', () => [sql`update payout set status = 'approved', paid_at = null`]],
  [
    'journal_has_its_source',
    () => [sql`update journal set month = '2026-07' where id = ${settlementJournal}`],
  ],
  [
    'posting_has_journal_and_account',
    () => [sql`insert into posting values (999999, 1, (select id from account where code = 'bank'), 5)`],
  ],
  [
    'posting_in_own_transaction',
    () => [
      sql`insert into posting select ${settlementJournal}, n, (select id from account where code = 'bank'), a from (values (90, 5), (91, -5)) v(n, a)`,
    ],
  ],
  [
    'parts_sum_to_base',
    () => [
      drop('settlement_line', 'parts_sum_to_base'),
      sql`update settlement_line set parts_fen[1] = parts_fen[1] + 1 where ${line}`,
    ],
  ],
  ['parts_match_tier', () => [sql`update settlement_line set parts_fen = array[base_fen] where ${line}`]],
  ['line_points_home', () => [sql`update settlement_line set run_id = 99 where ${line}`]],
  ['line_points_home', () => [sql`update settlement_line set tier_id = 9999 where ${line}`]],
  ['line_points_home', () => [sql`delete from order_line where id = 3`]],
  ['line_of_its_anchor', () => [sql`update order_line set anchor_id = ${scene.owingAnchorId} where id = 3`]],
  ['line_on_its_tier', () => [sql`update settlement_line set cumulative_fen = 30_000 where ${line}`]],
  [
    'amendment_names_line',
    () => [sql`update settlement_line set amends_line_id = 777 where line_id = 8 and seq = 0`],
  ],
  [
    'line_settled_once',
    () => [
      drop('settlement_line', 'settlement_line_key'),
      sql`insert into settlement_line select * from settlement_line where ${line}`,
    ],
  ],
  ['settled_equals_evidence', () => [sql`update order_line set commission_fen = 1999 where id = 3`]],
  [
    'settled_equals_evidence',
    () => [sql`update settlement_line set sales_fen = sales_fen + 1 where line_id = 1 and seq = 1`],
  ],
  [
    'refunds_within_sale',
    () => [sql`update settlement_line set sales_fen = -10001 where line_id = 8 and seq = 0`],
  ],
  [
    'run_equals_lines',
    () => [sql`update settlement_run set base_fen = base_fen - 1 where month = '2026-05'`],
  ],
  ['run_equals_lines', () => [sql`update settlement_run set changes = 0 where month = '2026-06'`]],
  [
    'postings_equal_lines',
    () => [
      sql`update posting p set amount_fen = amount_fen + case seq when 1 then 1 else -1 end where journal_id = ${settlementJournal} and seq <= 2`,
    ],
  ],
  [
    'postings_equal_lines',
    () => [
      sql`delete from posting where journal_id = ${settlementJournal}`,
      sql`delete from journal where id = ${settlementJournal}`,
    ],
  ],
  [
    'statement_equals_lines',
    () => [
      sql`update settlement_line set parts_fen[2] = parts_fen[2] - 1, parts_fen[3] = parts_fen[3] + 1 where ${line}`,
    ],
  ],
  [
    'statement_equals_lines',
    () => [sql`delete from statement where anchor_id = ${scene.anchorId} and month = '2026-06'`],
  ],
  [
    'entry_equals_journal',
    () => [
      sql`update posting set amount_fen = amount_fen * 2 where journal_id = (select journal_id from pay_entry where source_key = 'test:cost')`,
    ],
  ],
  [
    'entry_of_its_anchor',
    () => [sql`update pay_entry set anchor_id = ${scene.owingAnchorId} where source_key = 'test:cost'`],
  ],
  [
    'entries_equal_statement',
    () => [sql`update pay_entry set amount_fen = amount_fen - 1 where source_key = 'test:cost'`],
  ],
  ['accrual_equals_journal', () => accruedIn('2026-07')],
  ['accrual_taken_back', () => accruedIn('2026-05')],
  [
    'accrual_reversal_mirrors',
    () => [
      ...accruedIn('2026-07'),
      sql`insert into accrual (month, posted_month, anchor_id, lines, payable_fen, house_fen, parts, reverses_id, source_key, journal_id)
        select month, '2026-08', anchor_id, lines, -4, 0, parts, id, 'back:test', 999998 from accrual`,
    ],
  ],
  [
    'tiers_remember_entries',
    () => [
      sql`insert into tiered_month (component_id, anchor_id, month, concerns_month, base_fen, given_fen)
        values (999, ${scene.anchorId}, '2026-05', '2026-05', 100, 5)`,
    ],
  ],
  [
    'reversal_mirrors_entry',
    () => [sql`update pay_entry set amount_fen = -499 where source_key = 'test:back'`],
  ],
  [
    'statement_adds_up',
    () => [
      drop('statement', 'closing_is_the_sum'),
      drop('statement', 'statement_check1'),
      sql`update statement set closing_fen = closing_fen + 1 where month = '2026-05'`,
    ],
  ],
  [
    'statement_carries_opening',
    () => [
      sql`update statement set opening_fen = 0, closing_fen = earned_fen, payable_fen = greatest(0, earned_fen) where opening_fen < 0`,
    ],
  ],
  ['balance_carried_forward', () => [sql`delete from statement where opening_fen < 0`]],
  [
    'statement_equals_document',
    () => [sql`update statement set document = jsonb_set(document, '{summary,closingFen}', '1')`],
  ],
  [
    'statement_equals_document',
    () => [
      sql`update statement set document = jsonb_set(document, '{streams}', '[]') where month = '2026-05'`,
    ],
  ],
  [
    'statement_hash',
    () => [
      sql`update statement set document = jsonb_set(document, '{agency,name}', '"别家"') where month = '2026-05'`,
    ],
  ],
  [
    'statement_hash',
    () => [sql`update statement set document = jsonb_set(document, '{summary,orderLines}', '0.5')`],
  ],
  ['statement_month_closed', () => [sql`delete from month_close where month = '2026-06'`]],
  [
    'no_run_after_close',
    () => [sql`update settlement_run set created_at = clock_timestamp() where month = '2026-05'`],
  ],
  ['statement_numbers_without_gaps', () => [sql`delete from statement where no = 'ST202605-00001'`]],
  ['held_account_equals_holds', () => [sql`delete from case_hold_end where clawback_id is not null`]],
  [
    'held_account_equals_holds',
    () => [
      sql`insert into posting select ${settlementJournal}, n, (select id from account where code = 'held'), a from (values (90, 5), (91, -5)) v(n, a)`,
    ],
  ],
  ['hold_line_equals_share', () => [sql`update case_hold_line set amount_fen = amount_fen + 1`]],
  [
    'part_held_once',
    () => [
      sql`insert into case_hold_line (hold_id, unit_id, line_id, seq, party_id, amount_fen, posting_id)
        select hold_id + 1, unit_id, line_id, seq, party_id, amount_fen, posting_id from case_hold_line l
         where not exists (select from case_hold_end e where e.hold_line_id = l.id)`,
    ],
  ],
  [
    'hold_movement_equals_lines',
    () => [sql`update case_hold_posting set amount_fen = amount_fen - 1 where kind = 'hold'`],
  ],
  [
    'hold_movement_equals_lines',
    () => [sql`update case_hold_posting set entry_id = null, amount_fen = 0 where kind = 'release'`],
  ],
  [
    'clawback_has_its_bearer',
    () => [sql`update case_decision set bearer = 'brand', bearer_anchor_id = null`],
  ],
  [
    'closed_case_holds_nothing',
    () => [sql`update substitution_case set stage = 'closed', closed_at = now(), keep_until = '2029-01-01'`],
  ],
  ['case_follows_its_steps', () => [sql`update substitution_case set stage = 'evidence'`]],
  ['payout_equals_statement', () => [sql`update payout set amount_fen = amount_fen + 1`]],
  [
    'one_live_payout',
    () => [
      sql`drop index one_live_payout_per_statement`,
      sql`insert into payout (statement_id, anchor_id, amount_fen, payee, payee_sha256, prepared_by)
        select statement_id, anchor_id, amount_fen, payee, payee_sha256, prepared_by from payout, generate_series(1, 2)`,
    ],
  ],
  ...SEEDED_SEALS,
  ...SEEDED_PAYMENTS,
  [
    'payout_four_eyes',
    () => [drop('payout', 'approver_is_another_person'), sql`update payout set approved_by = prepared_by`],
  ],
  [
    'paid_payout_posted_once',
    () => [
      sql`delete from posting where journal_id in (select id from journal where source_type = 'payout')`,
      sql`delete from journal where source_type = 'payout'`,
    ],
  ],
  [
    'paid_payout_posted_once',
    () => [
      sql`update posting set amount_fen = amount_fen * 2 where journal_id in (select id from journal where source_type = 'payout')`,
    ],
  ],
  ['payout_has_pdf', () => [sql`delete from frozen_pdf`]],
  ['pdf_hash', () => [sql`update frozen_pdf set bytes = bytes || 'x'::bytea`]],
  [
    'import_adds_up',
    () => [drop('order_import', 'every_line_accounted_for'), sql`update order_import set lines = lines + 1`],
  ],
  ['order_line_has_import', () => [sql`update order_line set import_id = 99 where id = 10`]],
  ['order_line_has_import', () => [sql`update order_import set status = 'failed' where id = 1`]],
  ['immutability_triggers', () => [sql`drop trigger settlement_line_append_only on settlement_line`]],
  ['immutability_triggers', () => [sql`alter table posting disable trigger posting_in_own_transaction`]],
  ['row_security', () => [sql`alter table statement disable row level security`]],
  [
    'row_security',
    () => [
      sql`drop policy statement_read on statement`,
      sql`drop policy statement_insert on statement`,
      sql`drop policy statement_update on statement`,
    ],
  ],
  ['app_role_is_weak', () => [sql`alter table team owner to faircast_app`]],
  ['app_role_is_weak', () => [sql`grant create on schema public to faircast_app`]],
  ['append_only_grants', () => [sql`grant update (amount_fen) on posting to faircast_app`]],
  ['append_only_grants', () => [sql`grant truncate on journal to faircast_app`]],
];

describe('a violation somebody wrote past every guard', () => {
  it.each(SEEDED)('is found by %s', async (code, writes) => {
    const report = await reportAfter(...writes());
    const check = report.checks.find((each) => each.code === code)!;
    expect(check).toMatchObject({ ok: false, violations: expect.any(Number) });
    expect(check.violations).toBeGreaterThan(0);
    expect(check.sample).toHaveLength(Math.min(10, check.violations));
    expect(report.ok).toBe(false);
  });

  it('is counted in full and shown ten times', async () => {
    const report = await reportAfter(
      sql`insert into posting select 999999, n, 1, 5 from generate_series(1, 25) n`,
    );
    const check = report.checks.find((each) => each.code === 'posting_has_journal_and_account')!;
    expect(check.violations).toBe(25);
    expect(check.sample).toHaveLength(10);
    expect(check.sample[0]).toMatchObject({ journalId: 999999, seq: expect.any(Number) });
  });

  it('is seeded here for every rule there is, and none is there before', async () => {
    const { checks } = await reportAfter();
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    const seeded = new Set(SEEDED.map(([code]) => code));
    expect(checks.map((check) => check.code).filter((code) => !seeded.has(code))).toEqual([]);
  });
});
