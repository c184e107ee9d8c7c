import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { addOrders, openAsSuperuser } from '../../db/queries/book-checks/books-scene.testing.ts';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { openCommands } from '../cli/processes.testing.ts';

const commands = openCommands();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-kill-statements-'));
const out = path.join(folder, 'out');
let t: TestDb;
/** Sees what every session is at. */
let superDb: Db;

beforeAll(async () => {
  t = await createTestDb();
  superDb = openAsSuperuser(t);
  await addOrders(t);
  expect(await start('settle').ended).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await commands.endAll();
  await superDb.destroy();
  await t.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const start = (command: string, ...args: string[]) =>
  commands.start([command, '--month', '2026-05', '--data', folder, '--json', ...args], {
    DATABASE_URL: t.appUrl,
    DATABASE_URL_DIRECT: t.ownerUrl,
  });
const issue = () => start('statements', '--out', out);

async function sessions(): Promise<{ query: string; waitsFor: string | null }[]> {
  const { rows } = await sql<{ query: string; waitsFor: string | null }>`
    select query, wait_event_type as "waitsFor" from pg_stat_activity
     where datname = current_database() and usename = 'faircast_app'`.execute(superDb);
  return rows;
}

async function countKept() {
  const { rows } = await sql<Record<'statements' | 'numbers' | 'months' | 'audited', number>>`
    select (select count(*) from statement) as statements, (select coalesce(sum(last_no), 0)::int from number_series) as numbers,
           (select count(*) from month_close) as months, (select count(*) from audit_entry where action = 'statements.issue') as audited`.execute(
    t.ownerDb,
  );
  return rows[0]!;
}

describe('statements whose issuing is killed', () => {
  it('leave neither a statement nor a number nor a closed month', async () => {
    // Nobody may close a month: the process stops between its statements and that.
    const gate = await t.ownerDb.startTransaction().execute();
    await sql`lock table month_close in share mode`.execute(gate);
    const { child, ended } = issue();
    const isThere = ({ query, waitsFor }: { query: string; waitsFor: string | null }) =>
      waitsFor === 'Lock' && /insert into "?month_close/.test(query);
    while (!(await sessions()).some(isThere))
      expect(child.exitCode, 'it ended before it was killed').toBeNull();
    child.kill('SIGKILL');
    expect(await ended).toMatchObject({ code: null, signal: 'SIGKILL', out: '' });
    await gate.rollback().execute();
    while ((await sessions()).length > 0);
    expect(await countKept()).toEqual({ statements: 0, numbers: 0, months: 0, audited: 0 });
    expect(fs.existsSync(out)).toBe(false);
  });

  it('are issued once when it is done again, numbered without a gap, and once only', async () => {
    const first = await issue().ended;
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(first.out)).toMatchObject({ issued: 2, written: 2 });
    expect(JSON.parse((await issue().ended).out)).toMatchObject({ issued: 0, written: 2 });
    expect(await countKept()).toEqual({ statements: 2, numbers: 2, months: 1, audited: 1 });
    const files = fs.readdirSync(out).sort();
    expect(files).toEqual(['ST202605-00001.pdf', 'ST202605-00002.pdf', 'index.csv']);
  });
});
