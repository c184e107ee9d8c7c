import { sql } from 'kysely';
import { DomainError } from '../../api/domain/error.ts';
import type { Trx } from '../connect.ts';

/** Tables whose records are edited by people and carry `row_version`. */
export type VersionedTable =
  | 'agency'
  | 'anchor'
  | 'brand'
  | 'product'
  | 'deal'
  | 'stream'
  | 'contract'
  | 'contract_version'
  | 'contract_promise'
  | 'payment_setting'
  | 'substitution_case'
  | 'sample'
  | 'inspection'
  | 'inspection_unit';

/**
 * Holds a record until the transaction ends, so that what is read after this is what is written over.
 * False when there is none in sight: to row-level security that is the same as none at all.
 */
export async function lockRow(trx: Trx, table: VersionedTable, id: number): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} where id = ${id} for update`.execute(trx);
  return rows.length === 1;
}

/**
 * Counts the record's version up if the writer has seen the latest; the caller holds the record and writes the rest.
 * DomainError 409 `changed_meanwhile` carries `current` as it is now, for a screen that shows both.
 */
export async function raiseRowVersion(
  trx: Trx,
  table: VersionedTable,
  { id, rowVersion }: { id: number; rowVersion: number },
  current: unknown,
): Promise<void> {
  const { rows } = await sql`
    update ${sql.table(table)} set row_version = row_version + 1
     where id = ${id} and row_version = ${rowVersion} returning id`.execute(trx);
  if (rows.length === 0) {
    const message = 'somebody else changed this record meanwhile: look at it again';
    throw new DomainError('conflict', 'changed_meanwhile', message, { details: { current } });
  }
}
