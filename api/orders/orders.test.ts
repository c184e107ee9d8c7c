import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp, type TestRole, type TestUser } from '../http/test-client.ts';
import { nameExternalId } from './alias.ts';

let testDb: TestDb;
let app: TestApp;
let anchorId: number;
let productId: number;

const FIRST = 2 ** 24 + 1;
const settled = {
  status: 3,
  settled_fen: 8_000,
  commission_fen: 800,
  settled_at: '2026-05-20T10:00:00+08:00',
};

beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
  anchorId = (
    await testDb.ownerDb
      .insertInto('anchor')
      .values({ name: '小满' })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;
  productId = (
    await testDb.ownerDb
      .insertInto('product')
      .values({ name: '蜜粉' })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;
  const lines = [
    {
      platform: 'douyin',
      order_no: '6921',
      ...settled,
      anchor_id: anchorId,
      product_id: productId,
      anchor_name: '文件里的名字',
    },
    {
      platform: 'douyin',
      order_no: '6922',
      status: 1,
      anchor_id: anchorId,
      paid_at: '2026-05-31T23:30:00+08:00',
      unsettled_reason: '售后中',
    },
    {
      platform: 'kuaishou',
      order_no: '77',
      status: 0,
      anchor_ext_id: 'ks-1',
      anchor_name: '快手阿强',
      product_ext_id: 'g-1',
      product_name: '散粉',
    },
    {
      platform: 'kuaishou',
      order_no: '78',
      status: 4,
      refund_fen: 10_000,
      anchor_ext_id: 'ks-1',
      anchor_name: '快手阿强',
      product_ext_id: 'g-1',
    },
    { platform: 'tmall', order_no: '0099', status: 5 },
  ];
  const common = { import_id: 1, paid_fen: 10_000, paid_at: '2026-05-01T00:00:00+08:00' };
  await testDb.ownerDb
    .insertInto('order_line')
    .values(lines.map((line, at) => ({ ...common, ...line, id: FIRST + at, src_line: at + 1 })))
    .execute();
});
afterAll(() => testDb.close());

const get = async (path: string, filter: object = {}, who: TestRole | TestUser = 'finance', more = '') => {
  const response = await (await app.as(who)).get(
    `/api${path}?filter=${encodeURIComponent(JSON.stringify(filter))}${more}`,
  );
  return {
    range: response.headers.get('content-range'),
    status: response.status,
    body: await response.json(),
  };
};
const numbers = async (filter: object, who?: TestRole | TestUser) =>
  (await get('/orders', filter, who)).body.map(({ orderNo }: { orderNo: string }) => orderNo);
const alias = async (input: object, who: TestRole | TestUser = 'finance', headers = {}) => {
  const response = await (await app.as(who)).post('/api/orders/alias', input, headers);
  return { status: response.status, body: await response.json() };
};

describe('order lines', () => {
  it('are shown on their track, by our names where we know them', async () => {
    const { body, range } = await get('/orders');
    expect(range).toBe('orders 0-4/5');
    expect(body.map(({ id }: { id: number }) => id)).toEqual([4, 3, 2, 1, 0].map((at) => FIRST + at));
    expect(body[4]).toMatchObject({
      orderNo: '6921',
      kind: 'sale',
      status: 'settled',
      track: 'settled',
      anchorName: '小满',
      productName: '蜜粉',
      settledFen: 8_000,
      commissionFen: 800,
      settledAt: '2026-05-20T10:00:00+08:00',
    });
    expect(body[3]).toMatchObject({
      status: 'paid',
      track: 'estimated',
      settledFen: null,
      unsettledReason: '售后中',
    });
    expect(body[2]).toMatchObject({
      status: 'unpaid',
      anchorId: null,
      anchorName: '快手阿强',
      productName: '散粉',
    });
    expect((await get(`/orders/${FIRST}`)).body).toEqual(body[4]);
  });

  it('are filtered by everything the list offers', async () => {
    expect(await numbers({ q: '6922' })).toEqual(['6922']);
    expect(await numbers({ platform: 'kuaishou', status: 'refunded' })).toEqual(['78']);
    expect(await numbers({ track: 'settled' })).toEqual(['6921']);
    expect(await numbers({ anchorId, track: 'estimated' })).toEqual(['6922']);
    expect(await numbers({ productId, importId: 1 })).toEqual(['6921']);
    expect(await numbers({ from: '2026-05-31', to: '2026-05-31' })).toEqual(['6922']);
    expect(await numbers({ from: '2026-05-31T23:31:00+08:00' })).toEqual([]);
    expect(await numbers({ id: [FIRST + 4] })).toEqual(['0099']);
  });

  it('are sorted with what is missing at the end, and paged', async () => {
    const settledFirst = await get(
      '/orders',
      {},
      'finance',
      `&sort=${encodeURIComponent('["settledAt","DESC"]')}&range=[0,1]`,
    );
    expect(settledFirst.body.map(({ orderNo }: { orderNo: string }) => orderNo)).toEqual(['6921', '0099']);
    expect(settledFirst.range).toBe('orders 0-1/5');
    expect((await get('/orders', {}, 'finance', '&range=[0,200]')).status).toBe(422);
    expect(
      (await get('/orders', {}, 'finance', `&sort=${encodeURIComponent('["buyerKey","ASC"]')}`)).status,
    ).toBe(422);
    expect((await get('/orders', { buyerKey: 'x' })).status).toBe(422);
    expect((await get('/orders/999')).status).toBe(404);
    expect((await get('/orders/1e30')).status).toBe(404);
  });

  it('add up on both tracks, and settled never falls back to paid', async () => {
    expect((await get('/orders/summary')).body).toEqual({
      lines: 5,
      paidFen: 50_000,
      refundFen: 10_000,
      settledFen: 8_000,
      settledLines: 1,
      unsettledLines: 4,
      noEvidenceLines: 1,
      unpaidLines: 1,
      refundedLines: 1,
      unlinkedRefunds: 0,
      unlinkedRefundFen: 0,
    });
    expect((await get('/orders/summary', { platform: 'tmall' })).body).toMatchObject({
      lines: 1,
      settledFen: 0,
      settledLines: 0,
    });
  });

  it('are found by kind, and refunds without their sale by themselves', async () => {
    const refund = {
      ...{ platform: 'other', kind: 1, status: 4, import_id: 9, paid_fen: -700 },
      anchor_id: null,
    };
    await testDb.ownerDb
      .insertInto('order_line')
      .values([
        { ...refund, id: 9 * 2 ** 24 + 1, src_line: 1, order_no: 'R1', refund_of_id: null },
        { ...refund, id: 9 * 2 ** 24 + 2, src_line: 2, order_no: 'R2', refund_of_id: FIRST },
      ])
      .execute();
    expect(await numbers({ kind: 'refund' })).toEqual(['R2', 'R1']);
    expect(await numbers({ kind: 'sale' })).toHaveLength(5);
    expect(await numbers({ unlinked: true })).toEqual(['R1']);
    expect((await get('/orders', { unlinked: false })).status).toBe(422);
    expect((await get('/orders/summary', { importId: 9 })).body).toMatchObject({
      lines: 2,
      paidFen: -1_400,
      unlinkedRefunds: 1,
      unlinkedRefundFen: -700,
    });
    await testDb.ownerDb.deleteFrom('order_line').where('import_id', '=', 9).execute();
  });

  it('are for staff; an operator of own scope sees own anchors’ lines and those nobody is known for', async () => {
    expect((await get('/orders', {}, 'anchor')).status).toBe(403);
    expect((await get(`/orders/${FIRST}`, {}, 'anchor')).status).toBe(403);
    expect((await get('/orders/summary', {}, 'anchor')).status).toBe(403);
    const own: TestUser = { role: 'operator', scope: 'own' };
    expect(await numbers({}, own)).toEqual(['0099', '78', '77']);
    expect((await get('/orders', {}, own)).range).toBe('orders 0-2/3');
    expect((await get(`/orders/${FIRST}`, {}, own)).status).toBe(404);
  });
});

describe('gaps', () => {
  it('are listed and closed by one alias each, which is written down', async () => {
    const before = await get('/orders/gaps');
    expect(before.body).toMatchObject([
      { kind: 'product', externalId: 'g-1', name: '散粉', lines: 2 },
      { kind: 'anchor', externalId: 'ks-1', name: '快手阿强', lines: 2 },
    ]);
    const input = { kind: 'anchor', platform: 'kuaishou', externalId: 'ks-1', anchorId };
    const key = { 'idempotency-key': 'alias-ks-1-once' };
    expect(await alias(input, 'finance', key)).toEqual({ status: 200, body: { lines: 2 } });
    expect(await alias(input, 'finance', key)).toEqual({ status: 200, body: { lines: 2 } });
    expect(
      (await alias({ kind: 'product', platform: 'kuaishou', externalId: 'g-1', productId }, 'operator')).body,
    ).toEqual({ lines: 2 });
    expect((await get('/orders/gaps')).body).toEqual([]);
    expect(await numbers({ anchorId, platform: 'kuaishou' })).toEqual(['78', '77']);
    const audit = await testDb.ownerDb
      .selectFrom('audit_entry')
      .select(['entity', 'entity_id', 'after'])
      .where('action', '=', 'orders.alias')
      .orderBy('id')
      .execute();
    expect(audit).toEqual([
      {
        entity: 'anchor',
        entity_id: String(anchorId),
        after: { platform: 'kuaishou', externalId: 'ks-1', lines: 2 },
      },
      {
        entity: 'product',
        entity_id: String(productId),
        after: { platform: 'kuaishou', externalId: 'g-1', lines: 2 },
      },
    ]);
  });

  it('are not closed by a name that is taken, unknown or out of sight', async () => {
    const other = (
      await testDb.ownerDb
        .insertInto('anchor')
        .values({ name: '大雪' })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
    await testDb.ownerDb
      .insertInto('anchor_account')
      .values({ anchor_id: other, platform: 'wechat', external_id: 'wx-1' })
      .execute();
    const input = { kind: 'anchor', platform: 'wechat', externalId: 'wx-1', anchorId };
    expect(await alias(input)).toMatchObject({ status: 409, body: { code: 'alias_taken' } });
    expect(await alias({ ...input, anchorId: 99_999 })).toMatchObject({
      status: 422,
      body: { errors: { anchorId: 'no such record' } },
    });
    expect(await alias(input, { role: 'operator', scope: 'own' })).toMatchObject({ status: 422 });
    expect(
      await alias({ kind: 'product', platform: 'wechat', externalId: 'x', productId: 99_999 }),
    ).toMatchObject({ status: 422, body: { errors: { productId: 'no such record' } } });
    expect((await alias({ ...input, productId })).status).toBe(422);
    expect((await alias(input, 'compliance')).status).toBe(403);
    expect((await alias(input, 'anchor')).status).toBe(403);
  });
});

it('writing asks the policy itself, whoever calls it', async () => {
  const { identity } = await app.as('compliance');
  const attempts = [nameExternalId(app.services, identity, {} as never)];
  for (const attempt of attempts) {
    await expect(attempt).rejects.toMatchObject({ kind: 'forbidden', code: 'not_your_role' });
  }
});
