import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp, type TestClient } from '../http/test-client.ts';
import { createStream } from './create-stream.ts';
import { updateStream } from './update-stream.ts';

let testDb: TestDb;
let app: TestApp;
let own: TestClient;
let anchorId: number;
let otherId: number;
let dealLineId: number;
const products: number[] = [];

beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
  const operator = await app.as('operator');
  const post = async (path: string, body: object) => (await operator.post(path, body)).json();
  anchorId = (await post('/api/anchors', { name: '小满' })).id;
  otherId = (await post('/api/anchors', { name: '大雪' })).id;
  own = await app.as({ role: 'anchor', anchorId });
  const brand = await post('/api/brands', { name: '李宁' });
  for (const name of ['跑鞋', '卫衣'])
    products.push((await post('/api/products', { name, brandId: brand.id })).id);
  const line = { productId: products[0], livePriceFen: 100, commissionRateBps: 2000 };
  dealLineId = (await post('/api/deals', { brandId: brand.id, title: '专场', lines: [line] })).lines[0].id;
});
afterAll(() => testDb.close());

/** One day for each test, so that their streams do not meet. */
let day = 0;
const nextDay = () => {
  day += 1;
  const date = `2026-05-${String(day).padStart(2, '0')}`;
  return { startsAt: `${date}T20:00:00+08:00`, endsAt: `${date}T23:00:00+08:00` };
};
const add = async (values: object = {}) => {
  const operator = await app.as('operator');
  const response = await operator.post('/api/streams', {
    anchorId,
    platform: 'douyin',
    title: '晚间专场',
    ...nextDay(),
    ...values,
  });
  return { status: response.status, body: await response.json() };
};
const editable = ({ id: _, anchorName: _a, itemCount: _c, items, ...values }: Record<string, unknown>) => ({
  ...values,
  items: (items as Record<string, unknown>[]).map(({ productName: _, stopSale: _s, ...rest }) => rest),
});
const listed = async (client: TestClient, filter: object = {}) => {
  const response = await client.get(`/api/streams?filter=${encodeURIComponent(JSON.stringify(filter))}`);
  return (await response.json()) as Record<string, unknown>[];
};

describe('streams', () => {
  it('are created with their items in the order sent', async () => {
    const items = [
      { productId: products[1], itemRole: 'traffic' },
      { productId: products[0], dealLineId, plannedMinutes: 15 },
    ];
    const { status, body } = await add({ items, note: '备播' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ anchorName: '小满', status: 'planned', note: '备播', itemCount: 2 });
    expect(body.items).toMatchObject([
      { position: 1, productName: '卫衣', dealLineId: null, itemRole: 'traffic' },
      { position: 2, productName: '跑鞋', dealLineId, itemRole: 'profit', plannedMinutes: 15 },
    ]);
    const audit = await testDb.ownerDb
      .selectFrom('audit_entry')
      .select('action')
      .where('entity', '=', 'stream')
      .where('entity_id', '=', String(body.id))
      .execute();
    expect(audit).toEqual([{ action: 'streams.create' }]);
  });

  it('of one anchor do not overlap unless one is cancelled', async () => {
    const { body } = await add();
    const times = { startsAt: body.startsAt, endsAt: body.endsAt };
    const second = await add(times);
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'stream_overlaps', errors: { startsAt: expect.any(String) } });
    expect((await add({ ...times, anchorId: otherId })).status).toBe(200);
    expect((await add({ ...times, status: 'cancelled' })).status).toBe(200);
    expect(
      (await add({ startsAt: body.endsAt, endsAt: body.endsAt.replace('T23:00', 'T23:30') })).status,
    ).toBe(200);
  });

  it('change their run-sheet: items swap places, come and go', async () => {
    const { body } = await add({ items: [{ productId: products[0] }, { productId: products[1] }] });
    const operator = await app.as('operator');
    const values = editable(body);
    const [first, second] = values.items as object[];
    const items = [
      { ...second, position: 1 },
      { ...first, position: 2 },
    ];
    const swapped = await (await operator.put(`/api/streams/${body.id}`, { ...values, items })).json();
    expect(swapped.items).toMatchObject([
      { id: body.items[1].id, position: 1 },
      { id: body.items[0].id, position: 2 },
    ]);
    const fewer = await operator.put(`/api/streams/${body.id}`, {
      ...editable(swapped),
      items: items.slice(0, 1),
    });
    expect((await fewer.json()).itemCount).toBe(1);
    const late = await operator.put(`/api/streams/${body.id}`, values);
    expect(late.status).toBe(409);
    expect((await late.json()).details.current).toMatchObject({ id: body.id, rowVersion: 3, itemCount: 1 });
  });

  it('are found by time, with the last day included', async () => {
    const { body } = await add();
    const date = body.startsAt.slice(0, 10);
    const finance = await app.as('finance');
    expect((await listed(finance, { from: date, to: date, anchorId })).map(({ id }) => id)).toEqual([
      body.id,
    ]);
    expect(
      await listed(finance, {
        from: body.endsAt,
        to: body.endsAt.replace('T23', 'T24').replace('T24:00', 'T23:59'),
        anchorId,
      }),
    ).toEqual([]);
  });

  it('name the field that is wrong', async () => {
    const errors = async (values: object) => (await add(values)).body.errors;
    const times = nextDay();
    expect(await errors({ startsAt: times.endsAt, endsAt: times.startsAt })).toEqual({
      endsAt: 'the stream ends before it starts',
    });
    expect(await errors({ items: [{ productId: products[1], dealLineId }] })).toEqual({
      'items.0.dealLineId': 'no offer of this product',
    });
    expect(await errors({ anchorId: 99_999 })).toEqual({ anchorId: 'no such record' });
    expect(await errors({ items: [{ productId: products[0], price: 1 }] })).toEqual({
      'items.0.price': 'unknown field',
    });
    const finance = await app.as('finance');
    expect((await finance.get(`/api/streams?sort=${encodeURIComponent('["note","ASC"]')}`)).status).toBe(422);
    expect((await finance.get('/api/streams?range=[0,200]')).status).toBe(422);
    expect((await finance.get('/api/streams/99999')).status).toBe(404);
    expect(
      (await finance.get(`/api/streams?filter=${encodeURIComponent('{"from":"0000-01-01"}')}`)).status,
    ).toBe(422);
    expect((await finance.post('/api/streams', {})).status).toBe(403);
  });
});

describe('an anchor', () => {
  it('sees own streams, without notes and deals, and nobody else’s', async () => {
    const mine = (await add({ note: '毛利低', items: [{ productId: products[0], dealLineId }] })).body;
    const others = (await add({ anchorId: otherId, note: '毛利高' })).body;
    const rows = await listed(own);
    expect(rows.map(({ id }) => id)).toContain(mine.id);
    expect(rows.every((row) => row.anchorId === anchorId && !('note' in row))).toBe(true);
    const shown = await (await own.get(`/api/streams/${mine.id}`)).json();
    expect(shown.items).toHaveLength(1);
    expect(Object.keys(shown.items[0])).not.toContain('dealLineId');
    expect(JSON.stringify(shown)).not.toContain('毛利');
    expect((await own.get(`/api/streams/${others.id}`)).status).toBe(404);
    expect(await listed(own, { id: [others.id] })).toEqual([]);
    expect((await own.put(`/api/streams/${mine.id}`, editable(mine))).status).toBe(403);
  });
});

describe('an operator of own scope', () => {
  it('plans streams of the anchors in own care alone', async () => {
    const operator = await app.as({ role: 'operator', scope: 'own' });
    const cared = await (
      await operator.post('/api/anchors', { name: '我管', managerUserId: operator.identity.userId })
    ).json();
    const stream = { platform: 'douyin', title: '场次', ...nextDay() };
    const mine = await (await operator.post('/api/streams', { ...stream, anchorId: cared.id })).json();
    expect(mine.anchorName).toBe('我管');
    const refused = await operator.post('/api/streams', { ...stream, anchorId });
    expect(await refused.json()).toMatchObject({
      code: 'unknown_reference',
      errors: { anchorId: 'no such record' },
    });
    const others = (await add()).body;
    expect((await operator.get(`/api/streams/${others.id}`)).status).toBe(404);
    expect((await operator.put(`/api/streams/${others.id}`, editable(others))).status).toBe(404);
    expect(await listed(operator)).toHaveLength(1);
    const moved = await operator.put(`/api/streams/${mine.id}`, { ...editable(mine), anchorId });
    expect(await moved.json()).toMatchObject({
      code: 'unknown_reference',
      errors: { anchorId: 'no such record' },
    });
  });
});

it('writing asks the policy itself, whoever calls it', async () => {
  const { identity } = await app.as('anchor');
  const attempts = [
    createStream(app.services, identity, {} as never),
    updateStream(app.services, identity, 1, {} as never),
  ];
  for (const attempt of attempts) {
    await expect(attempt).rejects.toMatchObject({ kind: 'forbidden', code: 'not_your_role' });
  }
});
