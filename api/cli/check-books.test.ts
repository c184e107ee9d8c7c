import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDb, createPool, type Db } from '../../db/connect.ts';
import {
  addOrders,
  type BooksScene,
  reportRefund,
} from '../../db/queries/book-checks/books-scene.testing.ts';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { withDatabase } from '../../db/test-server.ts';
import { type BookReport, reportOnBooks } from '../books/check-books.ts';
import { type Identity, SYSTEM } from '../domain/identity.ts';
import { createTestApp, type TestApp } from '../http/test-client.ts';
import { approvePayout } from '../payouts/approve-payout.ts';
import { payPayout } from '../payouts/pay-payout.ts';
import { preparePayout } from '../payouts/prepare-payout.ts';
import { runSettlement } from '../settlements/run-settlement.ts';
import { issueStatements } from '../statements/issue-statements.ts';

const lin: Identity = { ...SYSTEM, role: 'finance', userId: 'fin' };
const wang: Identity = { ...lin, userId: 'boss' };

let t: TestDb;
let superDb: Db;
let app: TestApp;
let scene: BooksScene;

/** Two months by the product's own commands: settled, refunded, closed, paid. */
beforeAll(async () => {
  t = await createTestDb();
  app = createTestApp(t);
  const database = new URL(t.ownerUrl).pathname.slice(1);
  superDb = createDb(
    createPool(withDatabase(inject('testServer').superuserUrl, database), { max: 1, onError: () => {} }),
  );
  scene = await addOrders(t);
  await runSettlement(t.db, lin, { month: '2026-05' });
  await issueStatements(t.db, lin, '2026-05');
  await reportRefund(t);
  await runSettlement(t.db, lin, { month: '2026-06' });
  await issueStatements(t.db, lin, '2026-06');
  const statements = await t.ownerDb
    .selectFrom('statement')
    .select('id')
    .where('payable_fen', '>', 0)
    .orderBy('id')
    .execute();
  const { id } = await preparePayout(t.db, lin, statements[0]!.id);
  await approvePayout(t.db, wang, id);
  await payPayout(t.db, lin, id, 'CMB-1');
});
afterAll(async () => {
  await superDb.destroy();
  await t.close();
});

class Rollback extends Error {}

/**
 * What the product would report after somebody with every power had written these: triggers and foreign keys
 * asleep, constraints dropped by hand. Nothing of it stays.
 */
async function reportAfter(...writes: RawBuilder<unknown>[]): Promise<BookReport> {
  let report: BookReport | undefined;
  const attempt = superDb.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    for (const write of writes) await write.execute(trx);
    await sql`set local role faircast_app`.execute(trx);
    await sql`select set_config('faircast.role', 'compliance', true)`.execute(trx);
    report = await reportOnBooks(trx);
    throw new Rollback();
  });
  await attempt.catch((error) => {
    if (!(error instanceof Rollback)) throw error;
  });
  return report!;
}

const broken = (report: BookReport) => report.checks.filter((check) => !check.ok).map((check) => check.code);

describe('books that only the product wrote', () => {
  it('give no alarm, with every kind of line in them', async () => {
    const report = await reportAfter();
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
    expect(report.ok).toBe(true);
    const { rows } = await sql<{ kinds: number[]; owing: number }>`
      select (select array_agg(distinct kind order by kind) from settlement_line) as kinds,
             (select count(*) from statement where opening_fen < 0) as owing`.execute(t.ownerDb);
    expect(rows[0]).toEqual({ kinds: [0, 1, 2], owing: 1 });
  });

  it('give no alarm for a refund that is reported and not settled yet', async () => {
    const report = await reportAfter(
      sql`update order_line set settled_fen = 1 where id = 3`,
      sql`insert into order_line_revision (line_id, platform, import_id, before) values (3, 'douyin', 2, '{}')`,
    );
    expect(broken(report)).toEqual([]);
  });

  it('are checked by finance, compliance and admin, and by nobody else', async () => {
    for (const role of ['finance', 'compliance', 'admin'] as const) {
      const response = await (await app.as(role)).get('/api/books/check');
      expect(await response.json()).toMatchObject({ ok: true });
    }
    for (const role of ['operator', 'anchor'] as const)
      expect((await (await app.as(role)).get('/api/books/check')).status).toBe(403);
  });
});

const drop = (table: string, constraint: string) =>
  sql`alter table ${sql.table(table)} drop constraint ${sql.ref(constraint)}`;
const settlementJournal = sql`(select min(id) from journal where source_type = 'settlement')`;
const line = sql`line_id = 3 and seq = 0`;

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
    'statement_adds_up',
    () => [
      drop('statement', 'statement_check'),
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
  ['payout_equals_statement', () => [sql`update payout set amount_fen = amount_fen + 1`]],
  [
    'one_live_payout',
    () => [
      sql`drop index one_live_payout_per_statement`,
      sql`insert into payout (statement_id, anchor_id, amount_fen, payee, payee_sha256, prepared_by)
        select statement_id, anchor_id, amount_fen, payee, payee_sha256, prepared_by from payout`,
    ],
  ],
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

  it('is seeded here for every rule there is', async () => {
    const { checks } = await reportAfter();
    const seeded = new Set(SEEDED.map(([code]) => code));
    expect(checks.map((check) => check.code).filter((code) => !seeded.has(code))).toEqual([]);
  });
});

describe('faircast check-books', () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  /** The real command on the test's database. */
  function runCommand(...args: string[]): Promise<{ code: number; stdout: string }> {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-books-'));
    const env = { ...process.env, DATABASE_URL: t.appUrl, DATABASE_URL_DIRECT: t.ownerUrl };
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [main, 'check-books', '--data', data, ...args],
        { env },
        (error, stdout, stderr) => {
          fs.rmSync(data, { recursive: true });
          resolve({ code: error ? Number(error.code) : 0, stdout: stdout || stderr });
        },
      );
    });
  }

  it('exits 0 with one JSON document when no rule is broken', async () => {
    const { code, stdout } = await runCommand('--json');
    expect(JSON.parse(stdout)).toMatchObject({ ok: true });
    expect(code).toBe(0);
  });

  it('exits 1 and names the rule and the record when one is', async () => {
    const setStatus = (status: string) =>
      sql`update order_import set status = ${status} where id = 1`.execute(t.ownerDb);
    await setStatus('failed');
    try {
      const { code, stdout } = await runCommand();
      expect(stdout).toContain(
        '✗ 每个订单行来自已完成的导入 Every order line comes from a finished import (1)',
      );
      expect(stdout).toContain('"importId":1');
      expect(code).toBe(1);
    } finally {
      await setStatus('done');
    }
  });

  it('exits 2 on words it does not know', async () => {
    expect((await runCommand('--month', '2026-05')).code).toBe(2);
  });
});
