import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import { readStreamWindows } from './order-streams.ts';

export interface NewImport {
  fileName: string;
  profile: string;
  platform: string;
  mapping: unknown;
  mappingId: number | null;
  bytesTotal: number;
  createdBy: string | null;
}

/** Announces an import so that it can be seen, followed and cancelled while it runs; answers its id. */
export async function insertImport(trx: Trx, row: NewImport): Promise<number> {
  const { id } = await trx
    .insertInto('order_import')
    .values({
      file_name: row.fileName,
      profile: row.profile,
      platform: row.platform,
      mapping: row.mapping === null ? null : JSON.stringify(row.mapping),
      mapping_id: row.mappingId,
      bytes_total: row.bytesTotal,
      created_by: row.createdBy,
      status: 'running',
      started_at: sql`clock_timestamp()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Turns an import that waits for a worker into a running one; false when it is not waiting (any more). */
export async function startImport(trx: Trx, importId: number, row: NewImport): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('order_import')
    .set({
      profile: row.profile,
      platform: row.platform,
      mapping: row.mapping === null ? null : JSON.stringify(row.mapping),
      mapping_id: row.mappingId,
      bytes_total: row.bytesTotal,
      status: 'running',
      started_at: sql`clock_timestamp()`,
    })
    .where('id', '=', importId)
    .where('status', '=', 'queued')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Says how far an import is and answers whether somebody asked to cancel it. */
export async function reportProgress(trx: Trx, importId: number, bytesRead: number): Promise<boolean> {
  const row = await trx
    .updateTable('order_import')
    .set({ bytes_read: bytesRead })
    .where('id', '=', importId)
    .where('status', '=', 'running')
    .returning('cancel_requested')
    .executeTakeFirst();
  return row?.cancel_requested ?? true;
}

export interface ImportFigures {
  lines: number;
  stored: number;
  updated: number;
  unchanged: number;
  rejected: number;
  paidFen: number;
  settledFen: number;
  refundedFen: number;
}

/** false when the import is no longer running: cancelled at the last moment, or taken for dead by another process. */
export async function finishImport(
  trx: Trx,
  importId: number,
  figures: ImportFigures,
  fileSha256: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('order_import')
    .set({
      status: 'done',
      file_sha256: fileSha256,
      bytes_read: sql`bytes_total`,
      lines: figures.lines,
      stored: figures.stored,
      updated: figures.updated,
      unchanged: figures.unchanged,
      rejected: figures.rejected,
      paid_fen: figures.paidFen,
      settled_fen: figures.settledFen,
      refunded_fen: figures.refundedFen,
      finished_at: sql`clock_timestamp()`,
    })
    .where('id', '=', importId)
    .where('status', '=', 'running')
    .where('cancel_requested', '=', false)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Nothing of it is in; the row says why. */
export async function closeImport(
  trx: Trx,
  importId: number,
  status: 'cancelled' | 'failed',
  failure: string,
): Promise<void> {
  await trx
    .updateTable('order_import')
    .set({ status, failure, finished_at: sql`clock_timestamp()` })
    .where('id', '=', importId)
    .where('status', 'in', ['queued', 'running'])
    .execute();
}

/** Asks a waiting or running import to stop; false when it is over already. */
export async function requestCancel(trx: Trx, importId: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('order_import')
    .set({ cancel_requested: true, status: sql`case status when 'queued' then 'cancelled' else status end` })
    .where('id', '=', importId)
    .where('status', 'in', ['queued', 'running'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Held while an import runs, so that one whose process died can be told from one that is alive. */
export async function holdImport(trx: Trx, importId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('faircast.import'), ${importId})`.execute(trx);
}

/** Imports that say "running" while nobody holds them: their process is gone and nothing of them is in. */
export async function failInterruptedImports(trx: Trx): Promise<number> {
  const result = await sql`
    update order_import set status = 'failed', failure = 'interrupted', finished_at = clock_timestamp()
     where status = 'running' and started_at < clock_timestamp() - interval '30 seconds'
       and pg_try_advisory_xact_lock(hashtext('faircast.import'), id)`.execute(trx);
  return Number(result.numAffectedRows ?? 0);
}

export interface RejectRow {
  line: number;
  columnName: string | null;
  code: string;
  reason: string;
  raw: string;
}

export async function insertRejects(
  trx: Trx,
  importId: number,
  rejects: readonly RejectRow[],
): Promise<void> {
  if (rejects.length === 0) return;
  await sql`
    insert into order_reject (import_id, src_line, column_name, code, reason, raw)
    select ${importId}::int, line, "columnName", code, reason, raw
      from jsonb_to_recordset(${JSON.stringify(rejects)}::jsonb)
        as r(line int, "columnName" text, code text, reason text, raw text)`.execute(trx);
}

/** The file an import came from, by content: the same file twice is one row. */
export async function insertFile(
  trx: Trx,
  file: { sha256: string; name: string; sizeBytes: number },
): Promise<void> {
  await trx
    .insertInto('order_file')
    .values({ sha256: file.sha256, name: file.name, size_bytes: file.sizeBytes })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Who and what is known on a platform, by the ids its files use, and who was on air when. */
export async function readKnownParties(trx: Trx, platform: string) {
  const anchors = await trx
    .selectFrom('anchor_account')
    .select(['external_id', 'anchor_id'])
    .where('platform', '=', platform)
    .execute();
  const products = await trx
    .selectFrom('product_listing')
    .select(['external_id', 'product_id', 'anchor_id'])
    .where('platform', '=', platform)
    .execute();
  return {
    anchors: new Map(anchors.map((row) => [row.external_id, row.anchor_id])),
    products: new Map(
      products.map((row) => [row.external_id, { productId: row.product_id, anchorId: row.anchor_id }]),
    ),
    streams: await readStreamWindows(trx, platform),
  };
}
