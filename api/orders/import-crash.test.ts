import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSyntheticOrders } from '../../bench/synthetic-orders.ts';
import { failInterruptedImports } from '../../db/queries/order-import.ts';
import { inTransaction } from '../../db/transaction.ts';
import { SYSTEM } from '../domain/identity.ts';
import { createImportScene, type ImportScene } from './import-scene.testing.ts';

let scene: ImportScene;
beforeAll(async () => {
  scene = await createImportScene();
});
afterAll(() => scene.close());

const LINES = 60_000;
const KILLS = 3;

/** How many bytes of a COPY have arrived, as the app's own role sees it; 0 when none is under way. */
async function copiedBytes(): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(max(bytes_processed), 0)::bigint as bytes from pg_stat_progress_copy`.execute(scene.db);
  return rows[0]!.bytes;
}

async function seen(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}

describe('a process that is killed in the middle of an import', () => {
  it('leaves nothing half in, and the next one imports the whole file', async () => {
    const file = path.join(scene.dir, 'orders.csv');
    await writeSyntheticOrders(file, { lines: LINES });
    const start = () =>
      spawn(
        process.execPath,
        [path.join(import.meta.dirname, 'import-crash.testing.ts'), scene.appUrl, file, scene.dataDir],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
    for (let kill = 0; kill < KILLS; kill++) {
      const importing = start();
      // each time a little further in
      await seen(async () => (await copiedBytes()) > 1_000_000 + kill * 6_000_000);
      importing.kill('SIGKILL');
      await once(importing, 'exit');
      expect(importing.signalCode).toBe('SIGKILL');
      await seen(async () => (await copiedBytes()) === 0);
      expect(await scene.lines('true')).toEqual([]);
    }
    const { rows: before } = await sql<{ status: string; n: number }>`
      select status, count(*) as n from order_import group by 1`.execute(scene.ownerDb);
    expect(before).toEqual([{ status: 'running', n: KILLS }]);

    const importing = start();
    const chunks: Buffer[] = [];
    importing.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(importing, 'exit');
    expect(JSON.parse(Buffer.concat(chunks).toString())).toEqual({ lines: LINES, stored: LINES });

    await sql`update order_import set started_at = started_at - interval '1 minute' where status = 'running'`.execute(
      scene.ownerDb,
    );
    expect(await inTransaction(scene.db, SYSTEM, failInterruptedImports)).toBe(KILLS);
    const kept = readdirSync(path.join(scene.dataDir, 'files')).filter(
      (name) => !name.startsWith('.incoming-'),
    );
    expect(kept).toHaveLength(1);
    expect(existsSync(path.join(scene.dataDir, 'files', kept[0]!))).toBe(true);
  }, 180_000);
});
