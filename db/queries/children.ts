import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import { refuseUnknown } from './references.ts';

type ChildTable = 'anchor_account' | 'product_listing' | 'deal_line' | 'stream_item';

export interface ChildrenOf {
  table: ChildTable;
  /** The column that names the parent. */
  parentColumn: string;
  parentId: number;
  /** The list's name in the input, for complaints. */
  field: string;
}

type Child = { id?: number } & Record<string, unknown>;

/**
 * Makes the children of a record be these: those with an id are changed, those without are added, the others go.
 * Keys are column names. An id that is not this parent's child is a 422.
 */
export async function replaceChildren(trx: Trx, of: ChildrenOf, children: readonly Child[]): Promise<void> {
  const table = sql.table(of.table);
  const isChild = sql`${sql.ref(of.parentColumn)} = ${of.parentId}`;
  const kept = children.flatMap(({ id }) => (id === undefined ? [] : [id]));
  await sql`delete from ${table} where ${isChild} and not (id = any(${kept}::int[]))`.execute(trx);
  for (const [at, { id, ...values }] of children.entries()) {
    const columns = Object.keys(values).map((column) => sql.ref(column));
    if (id === undefined) {
      await sql`insert into ${table} (${sql.join([sql.ref(of.parentColumn), ...columns])})
        values (${sql.join([of.parentId, ...Object.values(values)])})`.execute(trx);
      continue;
    }
    const assignments = Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
    const { numAffectedRows } = await sql`
      update ${table} set ${sql.join(assignments)} where ${isChild} and id = ${id}`.execute(trx);
    if (numAffectedRows !== 1n) {
      refuseUnknown([{ path: `${of.field}.${at}.id` }], 'no such record here');
    }
  }
}
