import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSyntheticOrders } from '../../bench/synthetic-orders.ts';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { openCommands } from '../cli/processes.testing.ts';
import { createTestApp, type TestApp } from '../http/test-client.ts';
import { upload } from '../orders/imports.testing.ts';

const LINES = 100_000;

let testDb: TestDb;
let app: TestApp;
const commands = openCommands();
beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
});
afterAll(async () => {
  await commands.endAll();
  await testDb.close();
});

/** The real server on the test's database and files. */
function startServer() {
  return commands.start(['start', '--port', '0', '--no-screens', '--data', app.services.dataDir], {
    DATABASE_URL: testDb.appUrl,
    DATABASE_URL_DIRECT: testDb.ownerUrl,
  });
}

/** How many bytes of a COPY into this database have arrived. */
async function copiedBytes(): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(max(bytes_processed), 0)::bigint as bytes from pg_stat_progress_copy
     where datname = current_database()`.execute(testDb.db);
  return rows[0]!.bytes;
}
const row = (id: number) =>
  testDb.ownerDb.selectFrom('order_import').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('a server that is killed in the middle of an import', () => {
  it('leaves nothing half in, and the next one finishes the import without being asked', async () => {
    const finance = await app.as('finance');
    const file = path.join(app.services.dataDir, 'synthetic.csv');
    await writeSyntheticOrders(file, { lines: LINES });
    const { fileToken, fileName } = await (
      await upload(finance, await readFile(file), 'synthetic.csv')
    ).json();
    const { id } = await (await finance.post('/api/imports', { fileToken, fileName })).json();

    const killed = startServer();
    while ((await copiedBytes()) < 2_000_000) expect(killed.child.exitCode).toBeNull();
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(await row(id)).toMatchObject({ status: 'running', attempts: 1, stored: 0 });
    while ((await copiedBytes()) > 0);
    const { rows } = await sql<{ n: number }>`select count(*) as n from order_line`.execute(testDb.ownerDb);
    expect(rows[0]!.n).toBe(0);

    const next = startServer();
    await expect.poll(async () => (await row(id)).status, { timeout: 90_000, interval: 500 }).toBe('done');
    expect(await row(id)).toMatchObject({ lines: LINES, stored: LINES, rejected: 0, attempts: 2 });
    const { rows: sums } = await sql<{ n: number; paid: number }>`
      select count(*) as n, sum(paid_fen)::bigint as paid from order_line`.execute(testDb.ownerDb);
    expect(sums[0]).toEqual({ n: LINES, paid: (await row(id)).paid_fen });
    next.child.kill('SIGTERM');
    expect(await next.ended).toMatchObject({ code: 0 });
    const { rows: jobs } = await sql<{ state: string }>`
      select state::text as state from pgboss.job where name = 'import'`.execute(testDb.ownerDb);
    expect(jobs).toEqual([{ state: 'completed' }]);
  }, 240_000);
});
