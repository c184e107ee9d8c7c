import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createBrand } from '../brands/create-brand.ts';
import { createTestApp, type TestApp, type TestClient } from './test-client.ts';

let testDb: TestDb;
let testApp: TestApp;
let admin: TestClient;
beforeAll(async () => {
  testDb = await createTestDb();
  testApp = createTestApp(testDb);
  admin = await testApp.as('admin');
});
afterAll(() => testDb.close());

const requestIdOf = async (brandId: number) => {
  const entry = await testDb.ownerDb
    .selectFrom('audit_entry')
    .select('request_id')
    .where('entity', '=', 'brand')
    .where('entity_id', '=', String(brandId))
    .executeTakeFirstOrThrow();
  return entry.request_id;
};

describe('what a request did', () => {
  it('is found in the history by the id its answer carries, also when many are answered at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => admin.post('/api/brands', { name: `品牌${n}` })),
    );
    const told = answers.map((answer) => answer.headers.get('x-request-id'));
    expect(new Set(told).size).toBe(8);
    const brands = await Promise.all(answers.map((answer) => answer.json()));
    expect(await Promise.all(brands.map(({ id }) => requestIdOf(id)))).toEqual(told);
  });

  it('names no request when none asked for it', async () => {
    const unsaid = { company: null, creditCode: null, contact: null, note: null, status: 'active' as const };
    const { id } = await createBrand(testApp.services, admin.identity, { name: '命令行的品牌', ...unsaid });
    expect(await requestIdOf(id)).toBeNull();
  });
});
