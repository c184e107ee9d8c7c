import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Identity } from '../api/domain/identity.ts';
import { createDb, createPool, type Db, type Trx } from './connect.ts';
import { createTestDb, type TestDb } from './test-db.ts';
import { inTransaction } from './transaction.ts';

const finance: Identity = { userId: 'u-fin', role: 'finance', anchorId: null, teamId: 7, scope: 'group' };
const anchor: Identity = { userId: 'u-anchor', role: 'anchor', anchorId: 42, teamId: null, scope: 'own' };

let test1: TestDb;
/** One connection, so that a transaction and the next certainly share it. */
let single: Db;

beforeAll(async () => {
  test1 = await createTestDb();
  single = createDb(createPool(test1.appUrl, { max: 1 }));
});
afterAll(async () => {
  await single.destroy();
  await test1.close();
});

const readIdentity = async (db: Db | Trx) =>
  (
    await sql<Record<string, string | null>>`
      select current_setting('faircast.user_id', true) as user_id, current_setting('faircast.role', true) as role,
        current_setting('faircast.anchor_id', true) as anchor_id, current_setting('faircast.team_id', true) as team_id,
        current_setting('faircast.scope', true) as scope, pg_backend_pid()::text as pid`.execute(db)
  ).rows[0]!;

test('a transaction knows who acts, and the next on the same connection starts as nobody', async () => {
  const first = await inTransaction(single, finance, readIdentity);
  expect(first).toMatchObject({
    user_id: 'u-fin',
    role: 'finance',
    anchor_id: '',
    team_id: '7',
    scope: 'group',
  });
  const between = await readIdentity(single);
  expect(between).toEqual({ user_id: '', role: '', anchor_id: '', team_id: '', scope: '', pid: first.pid });
  const second = await inTransaction(single, anchor, readIdentity);
  expect(second).toMatchObject({
    user_id: 'u-anchor',
    role: 'anchor',
    anchor_id: '42',
    team_id: '',
    pid: first.pid,
  });
});

test('an identity does not outlive a transaction that failed', async () => {
  const failed = inTransaction(single, finance, (trx) => sql`select 1 / 0`.execute(trx));
  await expect(failed).rejects.toMatchObject({ code: '22012' });
  expect(await readIdentity(single)).toMatchObject({ user_id: '', role: '' });
});

test('a read-only transaction refuses to write', async () => {
  // Expected from the start: a refusal that nobody awaits yet would count as unhandled.
  const refused = expect(
    inTransaction(test1.db, finance, (trx) => sql`create temp table t (x int)`.execute(trx), {
      readOnly: true,
    }),
  ).rejects.toThrow('read-only');
  const insert = inTransaction(
    test1.db,
    finance,
    (trx) => sql`insert into team (name) values ('x')`.execute(trx),
    { readOnly: true },
  );
  await expect(insert).rejects.toMatchObject({ code: '25006' });
  await refused;
});

test('long work names its own statement timeout, the rest keeps the fifteen seconds of the role', async () => {
  const show = async (trx: Db | Trx) =>
    (await sql<{ statement_timeout: string }>`show statement_timeout`.execute(trx)).rows[0]!
      .statement_timeout;
  expect(await inTransaction(single, finance, show, { statementTimeoutMs: 600_000 })).toBe('10min');
  expect(await inTransaction(single, finance, show)).toBe('15s');
});

test('a deadlock repeats the whole transaction of the victim, and both are kept', async () => {
  await sql`create table tally (id int primary key, n int not null); grant all on tally to faircast_app`.execute(
    test1.ownerDb,
  );
  await sql`insert into tally values (1, 0), (2, 0)`.execute(test1.ownerDb);
  let arrived = 0;
  let runs = 0;
  let open: () => void = () => {};
  const bothArrived = new Promise<void>((resolve) => {
    open = resolve;
  });
  const touch = (ids: [number, number]) =>
    inTransaction(test1.db, finance, async (trx) => {
      runs += 1;
      await sql`update tally set n = n + 1 where id = ${ids[0]}`.execute(trx);
      arrived += 1;
      if (arrived === 2) open();
      await bothArrived;
      await sql`update tally set n = n + 1 where id = ${ids[1]}`.execute(trx);
    });
  await Promise.all([touch([1, 2]), touch([2, 1])]);
  expect(runs).toBeGreaterThan(2);
  const { rows } = await sql<{ n: number }>`select n from tally order by id`.execute(test1.db);
  expect(rows).toEqual([{ n: 2 }, { n: 2 }]);
});

test('an error that a repeat cannot heal is thrown at once', async () => {
  let runs = 0;
  const failing = inTransaction(test1.db, finance, async (trx) => {
    runs += 1;
    await sql`select 1 / 0`.execute(trx);
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  expect(runs).toBe(1);
});
