import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

/** Whether an anchor is there for this identity, by row-level security. */
export async function isAnchorInSight(trx: Trx, anchorId: number): Promise<boolean> {
  return (await sql`select from anchor where id = ${anchorId}`.execute(trx)).rows.length === 1;
}
