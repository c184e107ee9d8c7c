import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp } from '../http/test-client.ts';
import { createProduct } from './create-product.ts';
import { updateProduct } from './update-product.ts';

let testDb: TestDb;
let app: TestApp;
let brandId: number;

beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
  brandId = (
    await testDb.ownerDb
      .insertInto('brand')
      .values({ name: '花西子' })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;
});
afterAll(() => testDb.close());

const add = async (values: object) => {
  const operator = await app.as('operator');
  const response = await operator.post('/api/products', { name: '蜜粉', brandId, ...values });
  return { status: response.status, body: await response.json() };
};
const editable = ({ id: _, brandName: __, ...values }: Record<string, unknown>) => values;

describe('products', () => {
  it('are created with their listings and read with their brand', async () => {
    const listings = [{ platform: 'douyin', externalId: '3672819', title: '花西子蜜粉' }];
    const { body } = await add({ gtin: '6901234567892', listings });
    expect(body).toMatchObject({
      brandName: '花西子',
      gtin: '6901234567892',
      listings: [{ platform: 'douyin', externalId: '3672819', anchorId: null }],
    });
    const shown = await (await app.as('compliance')).get(`/api/products/${body.id}`);
    expect(await shown.json()).toEqual(body);
  });

  it('refuse a barcode whose check digit is wrong', async () => {
    const { status, body } = await add({ gtin: '6901234567893' });
    expect(status).toBe(422);
    expect(body.errors.gtin).toContain('check digit');
  });

  it('are found by name, barcode and listing', async () => {
    const { body } = await add({
      name: '苗族印象礼盒',
      gtin: '4006381333931',
      listings: [{ platform: 'kuaishou', externalId: 'KS-77' }],
    });
    const finance = await app.as('finance');
    for (const q of ['印象', '4006381333931', 'KS-77']) {
      const response = await finance.get(
        `/api/products?filter=${encodeURIComponent(JSON.stringify({ q, brandId }))}`,
      );
      expect((await response.json()).map((row: { id: number }) => row.id)).toEqual([body.id]);
    }
  });

  it('keep the listings that are sent, by their id, and drop the others', async () => {
    const { body } = await add({
      listings: [
        { platform: 'tmall', externalId: 'A' },
        { platform: 'tmall', externalId: 'B' },
      ],
    });
    const operator = await app.as('operator');
    const [first] = body.listings;
    const listings = [
      { ...first, title: '新标题' },
      { platform: 'tmall', externalId: 'C' },
    ];
    const edited = await (
      await operator.put(`/api/products/${body.id}`, { ...editable(body), listings })
    ).json();
    expect(edited.listings).toMatchObject([{ id: first.id, title: '新标题' }, { externalId: 'C' }]);
    const audit = await testDb.ownerDb
      .selectFrom('audit_entry')
      .select('after')
      .where('entity_id', '=', String(body.id))
      .where('action', '=', 'products.edit')
      .execute();
    expect(audit).toHaveLength(1);
    const other = await add({ listings: [{ platform: 'tmall', externalId: 'D' }] });
    const stolen = await operator.put(`/api/products/${body.id}`, {
      ...editable(edited),
      listings: [other.body.listings[0]],
    });
    expect(stolen.status).toBe(422);
    expect(await stolen.json()).toMatchObject({ errors: { 'listings.0.id': 'no such record here' } });
  });

  it('are edited from the latest version alone', async () => {
    const { body } = await add({});
    const operator = await app.as('operator');
    expect((await operator.put(`/api/products/${body.id}`, { ...editable(body), spec: '8g' })).status).toBe(
      200,
    );
    const late = await operator.put(`/api/products/${body.id}`, { ...editable(body), spec: '9g' });
    expect(late.status).toBe(409);
    expect((await late.json()).details.current).toMatchObject({ spec: '8g', rowVersion: 2 });
  });

  it('name an anchor only of the editor’s own sight', async () => {
    const anchor = await testDb.ownerDb
      .insertInto('anchor')
      .values({ name: '别人的主播' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const listings = [{ platform: 'wechat', externalId: 'W1', anchorId: anchor.id }];
    const blind = await app.as({ role: 'operator', scope: 'own' });
    const refused = await blind.post('/api/products', { name: '蜜粉', listings });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: 'unknown_reference',
      errors: { 'listings.0.anchorId': 'no such record' },
    });
    expect((await add({ listings })).status).toBe(200);
  });

  it('say no by role, by unknown field, filter, sort and id', async () => {
    const { body } = await add({});
    const anchor = await app.as('anchor');
    expect((await anchor.get('/api/products')).status).toBe(403);
    expect((await anchor.get(`/api/products/${body.id}`)).status).toBe(403);
    const finance = await app.as('finance');
    expect((await finance.put(`/api/products/${body.id}`, editable(body))).status).toBe(403);
    expect((await finance.post('/api/products', { name: '新' })).status).toBe(403);
    expect((await add({ cost: 1 })).body.errors).toEqual({ cost: 'unknown field' });
    expect((await add({ brandId: 99999 })).status).toBe(422);
    expect((await finance.get(`/api/products?sort=${encodeURIComponent('["gtin","ASC"]')}`)).status).toBe(
      422,
    );
    expect((await finance.get(`/api/products?range=${encodeURIComponent('[0,500]')}`)).status).toBe(422);
    expect((await finance.get('/api/products/99999')).status).toBe(404);
  });
});

it('writing asks the policy itself, whoever calls it', async () => {
  const { identity } = await app.as('finance');
  const attempts = [
    createProduct(app.services, identity, {} as never),
    updateProduct(app.services, identity, 1, {} as never),
  ];
  for (const attempt of attempts) {
    await expect(attempt).rejects.toMatchObject({ kind: 'forbidden', code: 'not_your_role' });
  }
});
