import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listOrders, type OrderFilter } from '../../db/queries/orders.ts';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type Identity, SYSTEM } from '../domain/identity.ts';

const LINES = 110_000;
let testDb: TestDb;

beforeAll(async () => {
  testDb = await createTestDb();
  await sql`
    insert into order_line (id, platform, import_id, src_line, order_no, status, paid_fen)
    select 16777216 + n, case when n % 2 = 0 then 'douyin' else 'tmall' end, 1, n, n::text, 1, 100
      from generate_series(1, ${LINES}::int) n`.execute(testDb.ownerDb);
  await sql`analyze order_line_douyin, order_line_tmall`.execute(testDb.ownerDb);
});
afterAll(() => testDb.close());

const list = (filter: OrderFilter, identity: Identity = SYSTEM) =>
  inTransaction(testDb.db, identity, (trx) =>
    listOrders(trx, { filter, sort: { field: 'id', order: 'desc' }, offset: 0, limit: 3 }),
  );

it('the total of a big book is about right, that of a filter exact', async () => {
  const all = await list({});
  expect(all.rows.map(({ orderNo }) => orderNo)).toEqual(['110000', '109999', '109998']);
  expect(Math.abs(all.total - LINES)).toBeLessThan(LINES / 20);
  expect((await list({ platform: 'tmall' })).total).toBe(LINES / 2);
});

it('whoever does not see every line is told exactly how many are seen', async () => {
  const anchor = await testDb.ownerDb
    .insertInto('anchor')
    .values({ name: '别人的' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await testDb.ownerDb
    .updateTable('order_line')
    .set({ anchor_id: anchor.id })
    .where('src_line', '<=', 10)
    .execute();
  const own: Identity = { ...SYSTEM, userId: 'u-op', role: 'operator', scope: 'own' };
  expect((await list({}, own)).total).toBe(LINES - 10);
});

it('a page of the newest lines is read from an index, without touching the others', async () => {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    explain (costs off) select * from order_line order by id desc limit 25`.execute(testDb.ownerDb);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('Merge Append');
  expect(plan).not.toContain('Seq Scan on order_line_douyin');
});
