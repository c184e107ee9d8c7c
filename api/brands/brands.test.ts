import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp } from '../http/test-client.ts';
import { createBrand } from './create-brand.ts';
import { updateBrand } from './update-brand.ts';

let testDb: TestDb;
let app: TestApp;

beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
});
afterAll(() => testDb.close());

const addBrand = async (more: object) => {
  const operator = await app.as('operator');
  const response = await operator.post('/api/brands', { name: '花西子', ...more });
  return { status: response.status, brand: await response.json() };
};

describe('brands', () => {
  it('are created by an operator, with a row of history and its numbers masked', async () => {
    const { status, brand } = await addBrand({ name: '山茶堂', contact: '王经理 13800138000' });
    expect(status).toBe(200);
    expect(brand).toMatchObject({
      name: '山茶堂',
      contact: '王经理 13800138000',
      status: 'active',
      productCount: 0,
      rowVersion: 1,
    });
    const history = await testDb.ownerDb
      .selectFrom('audit_entry')
      .selectAll()
      .where('entity', '=', 'brand')
      .where('entity_id', '=', String(brand.id))
      .execute();
    expect(history).toHaveLength(1);
    expect(history[0]).toMatchObject({
      action: 'brands.create',
      actor_role: 'operator',
      before: null,
      after: { contact: '王经理 138****8000' },
    });
  });

  it('are listed by pinyin, searched as typed, and paged', async () => {
    for (const name of ['张小泉', '安踏', '李宁 100%']) await addBrand({ name });
    const finance = await app.as('finance');
    const list = async (query: object) => {
      const parameters = Object.entries(query).map(
        ([key, value]) => `${key}=${encodeURIComponent(JSON.stringify(value))}`,
      );
      const response = await finance.get(`/api/brands?${parameters.join('&')}`);
      return {
        range: response.headers.get('content-range'),
        names: ((await response.json()) as { name: string }[]).map((row) => row.name),
      };
    };
    const sorted = await list({ sort: ['name', 'ASC'], filter: { q: '' } });
    expect(sorted.names.filter((name) => ['张小泉', '安踏', '李宁 100%'].includes(name))).toEqual([
      '安踏',
      '李宁 100%',
      '张小泉',
    ]);
    expect(await list({ filter: { q: '0%' } })).toEqual({ range: 'brands 0-0/1', names: ['李宁 100%'] });
    expect((await list({ filter: { q: '_' } })).names).toEqual([]);
    expect((await list({ range: [0, 0] })).range).toBe(`brands 0-0/${sorted.names.length}`);
    expect((await list({ range: [100, 120] })).range).toMatch(new RegExp(`/${sorted.names.length}$`));
  });

  it('refuse an unknown filter, an unknown sort and a page of more than 200', async () => {
    const admin = await app.as('admin');
    const status = async (query: string) => (await admin.get(`/api/brands?${query}`)).status;
    expect(await status(`filter=${encodeURIComponent('{"note":"x"}')}`)).toBe(422);
    expect(await status(`sort=${encodeURIComponent('["note","ASC"]')}`)).toBe(422);
    expect(await status(`range=${encodeURIComponent('[0,200]')}`)).toBe(422);
    expect(await status(`range=${encodeURIComponent('[0,199]')}`)).toBe(200);
  });

  it('are edited from the latest version alone; who comes late is shown the record as it is', async () => {
    const { brand } = await addBrand({ name: '云南白药' });
    const { id, productCount: _, dealCount: __, rowVersion, ...values } = brand;
    const compliance = await app.as('compliance');
    const first = await compliance.put(`/api/brands/${id}`, { ...values, status: 'blacklisted', rowVersion });
    expect(await first.json()).toMatchObject({ status: 'blacklisted', rowVersion: 2 });
    const late = await compliance.put(`/api/brands/${id}`, { ...values, note: '续约', rowVersion });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      code: 'changed_meanwhile',
      details: { current: { status: 'blacklisted', rowVersion: 2 } },
    });
    const history = await testDb.ownerDb
      .selectFrom('audit_entry')
      .select(['action', 'before', 'after'])
      .where('entity', '=', 'brand')
      .where('entity_id', '=', String(id))
      .orderBy('id')
      .execute();
    expect(history.slice(1)).toEqual([
      { action: 'brands.edit', before: { status: 'active' }, after: { status: 'blacklisted' } },
    ]);
  });

  it('name what is wrong with the input', async () => {
    const operator = await app.as('operator');
    const unknown = await operator.post('/api/brands', { name: 'x', margin: 3 });
    expect(unknown.status).toBe(422);
    expect((await unknown.json()).errors).toEqual({ margin: 'unknown field' });
    expect((await operator.post('/api/brands', { name: '' })).status).toBe(422);
    expect((await addBrand({ name: '山茶堂' })).status).toBe(409);
    expect(
      (
        await operator.put('/api/brands/999999', {
          name: 'x',
          company: null,
          creditCode: null,
          contact: null,
          status: 'active',
          note: null,
          rowVersion: 1,
        })
      ).status,
    ).toBe(404);
    expect((await operator.get('/api/brands/999999')).status).toBe(404);
  });

  it('are none of an anchor’s business, and not finance’s to edit', async () => {
    const { brand } = await addBrand({ name: '自然堂' });
    const anchor = await app.as('anchor');
    expect((await anchor.get('/api/brands')).status).toBe(403);
    expect((await anchor.get(`/api/brands/${brand.id}`)).status).toBe(403);
    const finance = await app.as('finance');
    expect((await finance.post('/api/brands', { name: '新' })).status).toBe(403);
    expect((await finance.put(`/api/brands/${brand.id}`, {})).status).toBe(403);
    expect((await app.anonymous.get('/api/brands')).status).toBe(401);
  });
});

it('writing asks the policy itself, whoever calls it', async () => {
  const { identity } = await app.as('finance');
  const attempts = [
    createBrand(app.services, identity, undefined as never),
    updateBrand(app.services, identity, 1, {} as never),
  ];
  for (const attempt of attempts) {
    await expect(attempt).rejects.toMatchObject({ kind: 'forbidden', code: 'not_your_role' });
  }
});
