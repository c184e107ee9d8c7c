import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAsSuperuser } from '../../db/queries/book-checks/books-scene.testing.ts';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { inTransaction } from '../../db/transaction.ts';
import { SYSTEM } from '../domain/identity.ts';
import { createTestApp, type TestApp, type TestClient } from '../http/test-client.ts';
import { startWatchedWorker, upload } from '../orders/imports.testing.ts';
import { enqueue } from './enqueue.ts';

let testDb: TestDb;
let app: TestApp;
let finance: TestClient;
beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
  finance = await app.as('finance');
});
afterAll(() => testDb.close());

let orders = 0;
/** Queues an import of two new orders. */
async function queue(client = finance): Promise<number> {
  const rows = [0, 1].map(() => `J${++orders},1.00,1.00,2020-02-20 23:00:00,2020-02-20 23:01:00,0.0`);
  const header = '订单编号,总金额,买家实际支付金额,订单创建时间,订单付款时间,退款金额';
  const { fileToken, fileName } = await (
    await upload(client, [header, ...rows].join('\n'), 'orders.csv')
  ).json();
  return (await (await client.post('/api/imports', { fileToken, fileName })).json()).id;
}
const row = (id: number) =>
  testDb.ownerDb.selectFrom('order_import').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const change = (id: number, values: Record<string, unknown>) =>
  testDb.ownerDb.updateTable('order_import').set(values).where('id', '=', id).execute();
const startWorker = () => startWatchedWorker(app, testDb);

/** As long as this is held, an import that has begun waits for its platform. */
const holdPlatform = () => hold(sql`hashtext('faircast.orders'), hashtext('tmall')`);

async function hold(keys: ReturnType<typeof sql>): Promise<() => Promise<void>> {
  const held = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const holding = testDb.ownerDb.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${keys})`.execute(trx);
    held.resolve();
    await release.promise;
  });
  await held.promise;
  return async () => {
    release.resolve();
    await holding;
  };
}
const untilRunning = (id: number) =>
  expect.poll(async () => (await row(id)).status, { timeout: 20_000 }).toBe('running');

describe('the queue', () => {
  it('holds no job of a transaction that was taken back', async () => {
    const back = inTransaction(testDb.db, SYSTEM, async (trx) => {
      await enqueue(trx, 'import', { importId: 77 });
      throw new Error('taken back');
    });
    await expect(back).rejects.toThrow('taken back');
    const { rows } = await sql`select id from pgboss.job where data ->> 'importId' = '77'`.execute(
      testDb.ownerDb,
    );
    expect(rows).toEqual([]);
  });

  it('is exactly the one this version of pg-boss wants', async () => {
    const { PgBoss } = await import('pg-boss');
    const boss = new PgBoss({ connectionString: testDb.appUrl, max: 1, migrate: false, supervise: false });
    boss.on('error', () => {});
    await boss.start();
    const { ok, missing, mismatched, columnDrift } = await boss.detectSchemaDrift();
    await boss.stop({ graceful: false });
    expect({ ok, missing, mismatched, columnDrift }).toEqual({
      ok: true,
      missing: [],
      mismatched: [],
      columnDrift: [],
    });
  });
});

describe('a worker', () => {
  it('leaves an import alone that was cancelled while it waited', async () => {
    const id = await queue();
    const cancelled = await finance.post(`/api/imports/${id}/cancel`);
    expect(await cancelled.json()).toMatchObject({ status: 'cancelled', cancelRequested: true });
    const again = await finance.post(`/api/imports/${id}/cancel`);
    expect([again.status, (await again.json()).code]).toEqual([409, 'import_over']);
    const worker = await startWorker();
    await worker.ended(id);
    await worker.stop();
    expect(await row(id)).toMatchObject({ status: 'cancelled', attempts: 0 });
  });

  it('stops a running import that is cancelled, and nothing of it is in', async () => {
    const id = await queue();
    const letGo = await holdPlatform();
    const worker = await startWorker();
    await untilRunning(id);
    expect((await finance.post(`/api/imports/${id}/cancel`)).status).toBe(200);
    await letGo();
    await worker.ended(id);
    await worker.stop();
    expect(await row(id)).toMatchObject({ status: 'cancelled', stored: 0 });
  });

  it('lets its import wait again when it is stopped in order; the next one finishes it', async () => {
    const id = await queue();
    const letGo = await holdPlatform();
    const first = await startWorker();
    await untilRunning(id);
    const stopped = first.stop();
    await letGo();
    await stopped;
    expect(await row(id)).toMatchObject({ status: 'queued', attempts: 0, failure: null });
    const second = await startWorker();
    await second.ended(id);
    await second.stop();
    expect(await row(id)).toMatchObject({ status: 'done', stored: 2, attempts: 1 });
  });

  it('refuses an import whose requester lost the right to it meanwhile', async () => {
    const person = await app.as({ role: 'finance' });
    const id = await queue(person);
    await testDb.ownerDb
      .updateTable('app_user')
      .set({ role: 'compliance' })
      .where('id', '=', person.identity.userId)
      .execute();
    const worker = await startWorker();
    await worker.ended(id);
    await worker.stop();
    expect(await row(id)).toMatchObject({
      status: 'failed',
      stored: 0,
      failure: expect.stringMatching(/^requester_may_not_import: /),
    });
  });

  it('takes an import up again that a dead one left running, and gives up after three', async () => {
    const [left, spent] = [await queue(), await queue()];
    await change(left, { status: 'running', attempts: 1, started_at: sql`now()` });
    await change(spent, { status: 'running', attempts: 3, started_at: sql`now()` });
    const worker = await startWorker();
    await Promise.all([worker.ended(left), worker.ended(spent)]);
    await worker.stop();
    expect(await row(left)).toMatchObject({ status: 'done', stored: 2, attempts: 2 });
    expect(await row(spent)).toMatchObject({
      status: 'failed',
      stored: 0,
      failure: expect.stringMatching(/^import_gave_up: .*3 times/),
    });
  });

  it('waits while another one still holds the import', async () => {
    const id = await queue();
    const letGo = await hold(sql`hashtext('faircast.import'), ${id}`);
    const worker = await startWorker();
    await worker.ended(id);
    expect(await row(id)).toMatchObject({ status: 'queued', attempts: 0 });
    await letGo();
    await worker.ended(id, 2);
    await worker.stop();
    expect(await row(id)).toMatchObject({ status: 'done', stored: 2, attempts: 1 });
  });

  it('ends rows that say they run or wait although no job is left for them', async () => {
    const [running, waiting] = [await queue(), await queue()];
    await sql`delete from pgboss.job where (data ->> 'importId')::int in (${running}, ${waiting})`.execute(
      testDb.ownerDb,
    );
    await change(running, { status: 'running', started_at: sql`now() - interval '1 minute'` });
    await change(waiting, { created_at: sql`now() - interval '1 minute'` });
    const worker = await startWorker();
    await worker.stop();
    for (const id of [running, waiting])
      expect(await row(id)).toMatchObject({ status: 'failed', failure: 'interrupted' });
  });

  it('shares the work with others: every import is done once', async () => {
    const ids: number[] = [];
    for (let i = 0; i < 4; i++) ids.push(await queue());
    const workers = await Promise.all([startWorker(), startWorker()]);
    // An attempt that met the other worker's look for lost imports is tried again: what counts is how it ends.
    const states = async () => (await Promise.all(ids.map(row))).map(({ status }) => status);
    await expect.poll(states, { timeout: 40_000 }).toEqual(ids.map(() => 'done'));
    await Promise.all(workers.map((worker) => worker.stop()));
    for (const id of ids) expect(await row(id)).toMatchObject({ status: 'done', stored: 2, attempts: 1 });
  });
});

describe('the night’s check of the books', () => {
  const newest = async () => (await (await finance.get('/api/books/checks/newest')).json()).run;

  it('can be had by day from whoever may check, and says who asked', async () => {
    expect(await newest()).toBeNull();
    expect(await (await finance.get('/api/dashboard')).json()).toMatchObject({ booksCheck: null });
    const run = await (await finance.post('/api/books/checks')).json();
    expect(run).toMatchObject({
      ...{ broken: 0, rules: run.checks.length },
      askedByName: expect.stringContaining('finance'),
    });
    expect(await newest()).toEqual(run);
    for (const role of ['operator', 'anchor'] as const) {
      const other = await app.as(role);
      expect((await other.post('/api/books/checks')).status).toBe(403);
      expect((await other.get('/api/books/checks/newest')).status).toBe(403);
    }
  });

  it('is made up for when the house was closed at night, finds a broken rule and keeps it for the first page', async () => {
    const superDb = openAsSuperuser(testDb);
    await superDb.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`insert into journal (source_type, source_id, month) values ('payout', '999', '2026-05')`.execute(
        trx,
      );
    });
    await superDb.destroy();
    // As if nobody had been here for two nights.
    await sql`update pgboss.schedule set created_on = now() - interval '3 days' where name = 'check-books'`.execute(
      testDb.ownerDb,
    );
    await sql`update pgboss.version set cron_on = now() - interval '2 days'`.execute(testDb.ownerDb);
    const worker = await startWorker();
    await expect.poll(async () => (await newest()).broken, { timeout: 30_000 }).toBeGreaterThan(0);
    await worker.stop();
    const run = await newest();
    expect(run.askedByName).toBeNull();
    const broken = run.checks.filter(({ ok }: { ok: boolean }) => !ok);
    expect(broken.map(({ code }: { code: string }) => code)).toContain('journal_has_two_postings');
    expect(broken).toHaveLength(run.broken);
    const { booksCheck } = await (await finance.get('/api/dashboard')).json();
    expect(booksCheck).toEqual({ checkedAt: run.checkedAt, rules: run.rules, broken: run.broken });
    const { rows } = await sql<{ runs: number }>`select count(*) as runs from book_check_run`.execute(
      testDb.ownerDb,
    );
    expect(rows[0]!.runs).toBe(2);
  });
});
