import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

export interface SavedMapping {
  id: number;
  name: string;
  platform: string;
  mapping: unknown;
}

/** The mapping saved for files with exactly these headers. */
export async function findMapping(trx: Trx, headerKey: string): Promise<SavedMapping | undefined> {
  return trx
    .selectFrom('import_mapping')
    .select(['id', 'name', 'platform', 'mapping'])
    .where('header_key', '=', headerKey)
    .executeTakeFirst();
}

/** Saves a mapping for files with these headers; the one saved for them before is replaced. Answers its id. */
export async function saveMapping(
  trx: Trx,
  row: { name: string; platform: string; headerKey: string; mapping: unknown; createdBy: string | null },
): Promise<number> {
  const mapping = JSON.stringify(row.mapping);
  const { id } = await trx
    .insertInto('import_mapping')
    .values({
      name: row.name,
      platform: row.platform,
      header_key: row.headerKey,
      mapping,
      created_by: row.createdBy,
    })
    .onConflict((conflict) =>
      conflict.column('header_key').doUpdateSet({
        name: row.name,
        platform: row.platform,
        mapping,
        row_version: sql`import_mapping.row_version + 1`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
