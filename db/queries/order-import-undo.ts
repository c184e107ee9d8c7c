import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

const ID_FACTOR = 16_777_216;

export interface ImportState {
  id: number;
  platform: string;
  status: string;
  stored: number;
  updated: number;
}

/** Locks the import's row, so that two people cannot undo it at once; undefined when there is none. */
export async function readImportForUpdate(trx: Trx, importId: number): Promise<ImportState | undefined> {
  return trx
    .selectFrom('order_import')
    .select(['id', 'platform', 'status', 'stored', 'updated'])
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst();
}

/** What stands against taking an import back: lines that are settled, and lines a later import changed. */
export async function countUndoObstacles(
  trx: Trx,
  importId: number,
): Promise<{ settled: number; laterImports: number[] }> {
  const { rows } = await sql<{ settled: number; laterImports: number[] }>`
    with touched as (select line_id from order_line_revision where import_id = ${importId})
    select (select count(distinct l.line_id) from settlement_line l
             where ${isOwn(importId, sql`l.line_id`)} or l.line_id in (select line_id from touched)) as settled,
           (select coalesce(array_agg(distinct v.import_id order by v.import_id), '{}')::bigint[] from order_line_revision v
             where v.import_id > ${importId} and (${isOwn(importId, sql`v.line_id`)} or v.line_id in (select line_id from touched)))
             as "laterImports"`.execute(trx);
  return rows[0]!;
}

/** Takes out the lines an import brought; refunds elsewhere that were linked to them wait again, in no stream. */
export async function deleteImported(trx: Trx, platform: string, importId: number): Promise<number> {
  await sql`update order_line set refund_of_id = null, stream_id = null
    where platform = ${platform} and ${isOwn(importId, sql`refund_of_id`)} and not (${isOwn(importId, sql`id`)})`.execute(
    trx,
  );
  const result =
    await sql`delete from order_line where platform = ${platform} and ${isOwn(importId, sql`id`)}`.execute(
      trx,
    );
  return Number(result.numAffectedRows ?? 0);
}

/** Puts lines an import changed back to what they were; what people named since (anchor, product, link) stays. */
export async function restoreRevised(trx: Trx, platform: string, importId: number): Promise<number> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
     where attrelid = 'order_line'::regclass and attnum > 0 and not attisdropped
       and attname not in ('id', 'platform', 'order_no', 'line_no', 'anchor_id', 'product_id', 'refund_of_id', 'stream_id')`.execute(
    trx,
  );
  const assigned = rows.map(({ name }) => sql`${sql.ref(name)} = ${sql.ref(`was.${name}`)}`);
  const result = await sql`
    update order_line o set ${sql.join(assigned)}, anchor_id = coalesce(was.anchor_id, o.anchor_id),
           product_id = coalesce(was.product_id, o.product_id)
      from order_line_revision v, jsonb_populate_record(null::order_line, v.before) was
     where v.import_id = ${importId} and o.platform = ${platform} and o.id = v.line_id`.execute(trx);
  await trx.deleteFrom('order_line_revision').where('import_id', '=', importId).execute();
  return Number(result.numAffectedRows ?? 0);
}

export async function markUndone(trx: Trx, importId: number, undoneBy: string | null): Promise<void> {
  await trx
    .updateTable('order_import')
    .set({ status: 'undone', undone_by: undoneBy, undone_at: sql`clock_timestamp()` })
    .where('id', '=', importId)
    .execute();
}

/** Ids say which import brought a line first. */
function isOwn(importId: number, id: ReturnType<typeof sql>) {
  return sql`${id} >= ${importId * ID_FACTOR}::bigint and ${id} < ${(importId + 1) * ID_FACTOR}::bigint`;
}
