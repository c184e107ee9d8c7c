import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failInterruptedImports, requestCancel } from '../../db/queries/order-import.ts';
import { inTransaction } from '../../db/transaction.ts';
import { SYSTEM } from '../domain/identity.ts';
import { createImportScene, type ImportScene, tmallText } from './import-scene.testing.ts';

let scene: ImportScene;
beforeAll(async () => {
  scene = await createImportScene();
});
beforeEach(() => scene.clear());
afterAll(() => scene.close());

const importRow = async (id: number) =>
  scene.ownerDb.selectFrom('order_import').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const put = (rows: [no: number | string, paid: string][]) => scene.write('orders.csv', tmallText(rows));
const count = async (table: 'order_line' | 'order_line_revision' | 'order_import' | 'order_reject') =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(scene.ownerDb)).rows[0]!.n;

describe('cancelling', () => {
  const many = () => put(Array.from({ length: 60_000 }, (_, i) => [i, '1.00'] as [number, string]));

  it('by the caller leaves nothing in', async () => {
    const stop = new AbortController();
    const file = await many();
    stop.abort();
    await expect(scene.importFile(file, { signal: stop.signal })).rejects.toMatchObject({
      code: 'import_cancelled',
    });
    expect(await count('order_line')).toBe(0);
    expect((await importRow(1)).status).toBe('cancelled');
  });

  it('by another connection leaves nothing in, even at the last moment', async () => {
    const file = await many();
    const locked = await holdOrders();
    const importing = scene.importFile(file);
    importing.catch(() => {});
    await until(async () => (await count('order_import')) === 1);
    expect(await inTransaction(scene.db, SYSTEM, (trx) => requestCancel(trx, 1))).toBe(true);
    await locked.release();
    await expect(importing).rejects.toMatchObject({ code: 'import_cancelled' });
    expect(await count('order_line')).toBe(0);
    expect((await importRow(1)).status).toBe('cancelled');
  });

  it('of a waiting import means that it never starts', async () => {
    await sql`insert into order_import (file_name, profile, platform) values ('x', '', 'tmall')`.execute(
      scene.ownerDb,
    );
    await inTransaction(scene.db, SYSTEM, (trx) => requestCancel(trx, 1));
    const refused = scene.importFile(await put([['1', '1.00']]), { importId: 1 });
    await expect(refused).rejects.toMatchObject({ code: 'import_not_waiting' });
    expect((await importRow(1)).status).toBe('cancelled');
  });

  it('an import whose process is gone is found and marked, one that runs is not', async () => {
    await sql`insert into order_import (file_name, profile, platform, status, started_at) values ('x', '', 'tmall', 'running', now() - interval '1 hour')`.execute(
      scene.ownerDb,
    );
    const held = await holdAdvisory(sql`hashtext('faircast.import'), 1`);
    expect(await inTransaction(scene.db, SYSTEM, failInterruptedImports)).toBe(0);
    await held.release();
    expect(await inTransaction(scene.db, SYSTEM, failInterruptedImports)).toBe(1);
    expect(await importRow(1)).toMatchObject({ status: 'failed', failure: 'interrupted' });
  });

  const holdOrders = () => holdAdvisory(sql`hashtext('faircast.orders'), hashtext('tmall')`);

  /** Holds an advisory lock on a connection of its own until released. */
  async function holdAdvisory(key: ReturnType<typeof sql>) {
    const isHeld = Promise.withResolvers<void>();
    const isReleased = Promise.withResolvers<void>();
    const done = scene.ownerDb.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${key})`.execute(trx);
      isHeld.resolve();
      await isReleased.promise;
    });
    await isHeld.promise;
    return {
      async release() {
        isReleased.resolve();
        await done;
      },
    };
  }

  async function until(isTrue: () => Promise<boolean>): Promise<void> {
    while (!(await isTrue())) await new Promise((resolve) => setImmediate(resolve));
  }
});
