import { sql } from 'kysely';
import type { Db } from './connect.ts';

/** Order lines as the owner sees them, in the order of their files; `where` is SQL written by a test. */
export async function readOrderLines(ownerDb: Db, where: string): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from order_line where ${sql.raw(where)} order by import_id, src_line`.execute(ownerDb);
  return rows;
}

/** Takes out every import and everything that hangs on one, and starts their numbers anew. */
export async function forgetImports(ownerDb: Db): Promise<void> {
  // append-only is meant for the product, not for the next test
  await sql`alter table settlement_line disable trigger user`.execute(ownerDb);
  await sql`truncate settlement_line`.execute(ownerDb);
  await sql`alter table settlement_line enable trigger user`.execute(ownerDb);
  await sql`truncate order_line, order_line_revision, order_reject, order_import, order_file, import_mapping,
    anchor_account, product_listing restart identity cascade`.execute(ownerDb);
}

export async function addFinanceUser(ownerDb: Db, id: string): Promise<void> {
  await ownerDb
    .insertInto('app_user')
    .values({ id, name: '财务', email: `${id}@example.com`, role: 'finance' })
    .execute();
}
