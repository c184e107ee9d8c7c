import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { createTestDb, type TestDb } from './test-db.ts';

let testDb: TestDb;
let dir: string;

beforeEach(async () => {
  testDb = await createTestDb();
  // An empty database again: these tests bring their own files.
  await sql`drop schema public cascade`.execute(testDb.ownerDb);
  await sql`create schema public`.execute(testDb.ownerDb);
  await sql`grant usage on schema public to faircast_app`.execute(testDb.ownerDb);
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-migrations-'));
});
afterEach(async () => {
  await testDb.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

const write = (name: string, content: string) => fs.writeFileSync(path.join(dir, name), content);
const run = () => migrate(testDb.ownerUrl, { dir });
const select = async (query: string) =>
  (await sql.raw<Record<string, unknown>>(query).execute(testDb.ownerDb)).rows;

test('files are applied once each, in the order of their names', async () => {
  write('20260102T0000-second.sql', 'insert into step values (2)');
  write('20260101T0000-first.sql', 'create table step (n int); insert into step values (1)');
  expect(await run()).toEqual(['20260101T0000-first.sql', '20260102T0000-second.sql']);
  write('20260103T0000-third.sql', 'insert into step values (3)');
  expect(await run()).toEqual(['20260103T0000-third.sql']);
  expect(await run()).toEqual([]);
  expect(await select('select n from step')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test('a file that fails leaves nothing of itself, keeps those before it, and says where', async () => {
  write('1-good.sql', 'create table good (n int)');
  write('2-bad.sql', 'create table half (n int);\nselect * from nowhere;');
  await expect(run()).rejects.toThrow(
    'migration 2-bad.sql failed (line 2): relation "nowhere" does not exist',
  );
  expect(await select("select to_regclass('good')::text as good, to_regclass('half')::text as half")).toEqual(
    [{ good: 'good', half: null }],
  );
  write('2-bad.sql', 'create table half (n int)');
  expect(await run()).toEqual(['2-bad.sql']);
});

test('an applied file that was edited is refused', async () => {
  write('1-table.sql', 'create table t (n int)');
  await run();
  write('1-table.sql', 'create table t (n bigint)');
  await expect(run()).rejects.toMatchObject({
    code: 'migration_edited',
    message: expect.stringContaining('1-table.sql'),
  });
});

test('a database that is ahead of the files is refused, before anything is applied', async () => {
  write('1-table.sql', 'create table t (n int)');
  write('2-future.sql', 'create table future (n int)');
  await run();
  fs.rmSync(path.join(dir, '2-future.sql'));
  write('3-other.sql', 'create table other (n int)');
  await expect(run()).rejects.toMatchObject({
    code: 'database_ahead',
    message: expect.stringContaining('2-future.sql'),
  });
  expect(await select("select to_regclass('other')::text as other")).toEqual([{ other: null }]);
});

test('five processes that boot at once apply each file once', async () => {
  // Without the lock several would find the table absent and create it.
  for (let n = 1; n <= 5; n += 1)
    write(`${n}-step.sql`, `create table step_${n} as select ${n} as n, pg_backend_pid() as pid`);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => migrateInOwnProcess()));
  expect(answers.flat().sort()).toEqual([
    '1-step.sql',
    '2-step.sql',
    '3-step.sql',
    '4-step.sql',
    '5-step.sql',
  ]);
  expect(await select('select count(*)::int as n from schema_migration')).toEqual([{ n: 5 }]);
});

test('a migration waits its turn behind a reader instead of giving up', async () => {
  write('1-table.sql', 'create table busy (n int)');
  await run();
  write('2-column.sql', 'alter table busy add column m int');
  let finish: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const reader = testDb.ownerDb.transaction().execute(async (trx) => {
    await sql`select * from busy`.execute(trx);
    await held;
  });
  const migrating = run();
  // The first attempt's lock_timeout has passed when a second backend start of the same statement is seen.
  await untilLockWasRefused();
  finish();
  await reader;
  expect(await migrating).toEqual(['2-column.sql']);
});

async function untilLockWasRefused(): Promise<void> {
  const starts = new Set<string>();
  while (starts.size < 2) {
    const rows = await select(
      "select xact_start::text as start from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    for (const row of rows) starts.add(String(row.start));
  }
}

function migrateInOwnProcess(): Promise<string[]> {
  const module = pathToFileURL(path.join(import.meta.dirname, 'migrate.ts')).href;
  const code = `import { migrate } from '${module}';
    console.log(JSON.stringify(await migrate(${JSON.stringify(testDb.ownerUrl)}, { dir: ${JSON.stringify(dir)} })));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let complaint = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    complaint += data;
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(out)) : reject(new Error(complaint))));
  });
}
