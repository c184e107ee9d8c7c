import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp } from '../http/test-client.ts';
import { createDeal } from './create-deal.ts';
import { updateDeal } from './update-deal.ts';

let testDb: TestDb;
let app: TestApp;
let brandId: number;
const products: number[] = [];

beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
  brandId = (
    await testDb.ownerDb
      .insertInto('brand')
      .values({ name: '李宁' })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;
  for (const name of ['跑鞋', '卫衣']) {
    products.push(
      (
        await testDb.ownerDb
          .insertInto('product')
          .values({ name, brand_id: brandId })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id,
    );
  }
});
afterAll(() => testDb.close());

const line = (at: number, more: object = {}) => ({
  productId: products[at],
  livePriceFen: 19_900,
  commissionRateBps: 2_000,
  ...more,
});
const add = async (values: object = {}) => {
  const operator = await app.as('operator');
  const response = await operator.post('/api/deals', {
    brandId,
    title: '双十一专场',
    lines: [line(0)],
    ...values,
  });
  return { status: response.status, body: await response.json() };
};
const editable = ({
  id: _,
  brandName: _b,
  ownerName: _o,
  lineCount: _c,
  lines,
  ...values
}: Record<string, unknown>) => ({
  ...values,
  lines: (lines as Record<string, unknown>[]).map(({ productName: _, stopSale: _s, ...rest }) => rest),
});

describe('deals', () => {
  it('are created with their offer lines, exact to the fen', async () => {
    const { body } = await add({
      startsOn: '2026-11-01',
      endsOn: '2026-11-11',
      lines: [line(0, { slotFeeFen: 9_007_199_254_740_991, gifts: '袜子一双' })],
    });
    expect(body).toMatchObject({ brandName: '李宁', status: 'draft', startsOn: '2026-11-01', lineCount: 1 });
    expect(body.lines).toMatchObject([
      {
        productName: '跑鞋',
        livePriceFen: 19_900,
        slotFeeFen: 9_007_199_254_740_991,
        couponFen: 0,
        exclusive: false,
      },
    ]);
  });

  it('are listed by brand and status, with how many lines they have', async () => {
    const { body } = await add({ title: '年货节', status: 'agreed', lines: [line(0), line(1)] });
    const finance = await app.as('finance');
    const response = await finance.get(
      `/api/deals?filter=${encodeURIComponent(JSON.stringify({ brandId, status: 'agreed', q: '年货' }))}`,
    );
    expect(response.headers.get('content-range')).toBe('deals 0-0/1');
    expect(await response.json()).toMatchObject([{ id: body.id, lineCount: 2 }]);
  });

  it('change, gain and lose offer lines by their id', async () => {
    const { body } = await add();
    const operator = await app.as('operator');
    const values = editable(body);
    const lines = [{ ...(values.lines as object[])[0], livePriceFen: 17_900 }, line(1)];
    const edited = await (await operator.put(`/api/deals/${body.id}`, { ...values, lines })).json();
    expect(edited.lines).toMatchObject([
      { id: body.lines[0].id, livePriceFen: 17_900 },
      { productName: '卫衣' },
    ]);
    const audit = await testDb.ownerDb
      .selectFrom('audit_entry')
      .select(['before', 'after'])
      .where('action', '=', 'deals.edit')
      .where('entity_id', '=', String(body.id))
      .execute();
    expect(audit).toMatchObject([{ before: { lineCount: 1 }, after: { lineCount: 2 } }]);
    const fewer = await operator.put(`/api/deals/${body.id}`, { ...editable(edited), lines: [] });
    expect(await fewer.json()).toMatchObject({ lines: [], lineCount: 0, rowVersion: 3 });
    const late = await operator.put(`/api/deals/${body.id}`, values);
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      code: 'changed_meanwhile',
      details: { current: { rowVersion: 3, lines: [] } },
    });
  });

  it('name the field that is wrong', async () => {
    const errors = async (values: object) => (await add(values)).body.errors;
    expect(await errors({ startsOn: '2026-11-11', endsOn: '2026-11-10' })).toEqual({
      endsOn: 'the deal ends before it starts',
    });
    expect(Object.keys(await errors({ lines: [line(0, { commissionRateBps: 10_001 })] }))).toEqual([
      'lines.0.commissionRateBps',
    ]);
    expect(Object.keys(await errors({ lines: [line(0, { livePriceFen: 199.5 })] }))).toEqual([
      'lines.0.livePriceFen',
    ]);
    expect(await errors({ lines: [line(0, { margin: 1 })] })).toEqual({ 'lines.0.margin': 'unknown field' });
    expect((await add({ lines: [line(0), line(0)] })).status).toBe(409);
    expect((await add({ lines: [line(0, { productId: 99_999 })] })).status).toBe(422);
  });

  it('are the staff’s alone, and finance does not write them', async () => {
    const { body } = await add();
    const anchor = await app.as('anchor');
    expect((await anchor.get('/api/deals')).status).toBe(403);
    expect((await anchor.get(`/api/deals/${body.id}`)).status).toBe(403);
    const finance = await app.as('finance');
    expect((await finance.get(`/api/deals/${body.id}`)).status).toBe(200);
    expect((await finance.put(`/api/deals/${body.id}`, editable(body))).status).toBe(403);
    expect((await finance.post('/api/deals', {})).status).toBe(403);
    expect((await finance.get('/api/deals/99999')).status).toBe(404);
    expect((await finance.get(`/api/deals?sort=${encodeURIComponent('["note","ASC"]')}`)).status).toBe(422);
    expect((await finance.get(`/api/deals?range=${encodeURIComponent('[0,200]')}`)).status).toBe(422);
  });
});

it('writing asks the policy itself, whoever calls it', async () => {
  const { identity } = await app.as('compliance');
  const attempts = [
    createDeal(app.services, identity, {} as never),
    updateDeal(app.services, identity, 1, {} as never),
  ];
  for (const attempt of attempts) {
    await expect(attempt).rejects.toMatchObject({ kind: 'forbidden', code: 'not_your_role' });
  }
});
