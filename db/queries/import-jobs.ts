import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

/** What a worker needs to know of an import it takes up. */
export interface ImportJob {
  fileName: string;
  fileSha256: string;
  profile: string;
  mapping: unknown;
  createdBy: string | null;
}

/** `busy`: another worker still holds it. `over`: nothing is left to do. `spent`: it was tried often enough. */
export type TakenUp = ImportJob | 'busy' | 'over' | 'spent';

/**
 * Takes an import up once more: one that waits, and one whose worker is gone, whatever the row says of it. Nothing of a
 * worker that is gone is in, so the import starts from the beginning.
 */
export async function takeUpImport(trx: Trx, importId: number, maxAttempts: number): Promise<TakenUp> {
  const row = await trx
    .selectFrom('order_import')
    .select(['status', 'failure', 'cancel_requested', 'attempts', 'created_by', 'mapping', 'profile'])
    .select(['file_name', 'file_sha256'])
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || row.file_sha256 === null || !mayBeTried(row)) return 'over';
  if (!(await isFree(trx, importId))) return 'busy';
  if (row.cancel_requested) {
    await closeRow(
      trx,
      importId,
      'cancelled',
      'import_cancelled: The import was cancelled; nothing of it is in.',
    );
    return 'over';
  }
  if (row.attempts >= maxAttempts) return 'spent';
  await trx
    .updateTable('order_import')
    .set({ status: 'queued', attempts: row.attempts + 1, failure: null, finished_at: null, bytes_read: 0 })
    .where('id', '=', importId)
    .execute();
  return {
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    profile: row.profile,
    mapping: row.mapping,
    createdBy: row.created_by,
  };
}

/** Lets an import that was stopped with its process wait again; this try does not count. */
export async function requeueImport(trx: Trx, importId: number): Promise<void> {
  await trx
    .updateTable('order_import')
    .set({
      status: 'queued',
      attempts: sql`attempts - 1`,
      failure: null,
      finished_at: null,
      bytes_read: 0,
    })
    .where('id', '=', importId)
    .where('status', '=', 'cancelled')
    .where('cancel_requested', '=', false)
    .execute();
}

/** Ends an import that no worker will try again; its row says why. */
export async function giveUpImport(trx: Trx, importId: number, failure: string): Promise<void> {
  await closeRow(trx, importId, 'failed', failure);
}

/**
 * Ends imports that say they run or wait although nobody holds them and no job is left for them: those of a command that
 * was killed, and those whose job was lost. Young ones are left alone: they may be about to be held.
 */
export async function failLostImports(trx: Trx): Promise<number> {
  const result = await sql`
    update order_import i set status = 'failed', failure = 'interrupted', finished_at = clock_timestamp()
     where coalesce(i.started_at, i.created_at) < clock_timestamp() - interval '30 seconds'
       and i.status in ('queued', 'running')
       and not exists (select from pgboss.job j where j.name = 'import' and j.state < 'completed'
                        and (j.data ->> 'importId')::int = i.id)
       and pg_try_advisory_xact_lock(hashtext('faircast.import'), i.id)`.execute(trx);
  return Number(result.numAffectedRows ?? 0);
}

/** The words of order-import.ts for a worker that is gone or met a bug. */
const UNFINISHED = ['interrupted', 'internal error'];

function mayBeTried(row: { status: string; failure: string | null; cancel_requested: boolean }): boolean {
  if (row.status === 'failed') return UNFINISHED.includes(row.failure ?? '');
  if (row.status === 'cancelled') return !row.cancel_requested;
  return row.status === 'queued' || row.status === 'running';
}

/** An import holds this lock while it runs; see holdImport. */
async function isFree(trx: Trx, importId: number): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('faircast.import'), ${importId}) as free`.execute(trx);
  return rows[0]!.free;
}

async function closeRow(
  trx: Trx,
  importId: number,
  status: 'cancelled' | 'failed',
  failure: string,
): Promise<void> {
  await trx
    .updateTable('order_import')
    .set({ status, failure, finished_at: sql`clock_timestamp()` })
    .where('id', '=', importId)
    .where('status', 'not in', ['done', 'undone'])
    .execute();
}
