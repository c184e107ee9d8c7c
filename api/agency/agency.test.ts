import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp } from '../http/test-client.ts';

let testDb: TestDb;
let app: TestApp;
beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
});
afterAll(() => testDb.close());

const read = async () => (await (await app.as('finance')).get('/api/agency')).json();

describe('the agency', () => {
  it('has a letterhead that an admin writes and the staff read', async () => {
    const admin = await app.as('admin');
    const before = await read();
    const letterhead = {
      name: '杭州明播文化传媒有限公司',
      creditCode: '91330106MA2HABCD0Q',
      address: '杭州市西湖区文三路 1 号',
      publicUrl: 'https://mcn.example.com',
    };
    const answer = await admin.put('/api/agency', { ...letterhead, rowVersion: before.rowVersion });
    expect(await answer.json()).toEqual({ ...letterhead, rowVersion: before.rowVersion + 1 });
    expect(await read()).toMatchObject(letterhead);
    const filter = encodeURIComponent(JSON.stringify({ entity: 'agency', entityId: '1' }));
    const history = await (await admin.get(`/api/history?filter=${filter}`)).json();
    expect(history[0]).toMatchObject({ action: 'agency.edit', before: { name: before.name } });
  });

  it('is not written over what somebody else wrote meanwhile', async () => {
    const admin = await app.as('admin');
    const { rowVersion, ...values } = await read();
    expect((await admin.put('/api/agency', { ...values, address: '别处', rowVersion })).status).toBe(200);
    const late = await admin.put('/api/agency', { ...values, address: '晚了', rowVersion });
    expect(await late.json()).toMatchObject({
      code: 'changed_meanwhile',
      details: { current: { address: '别处' } },
    });
  });

  it('is refused with a wrong credit code or without a name, and to whoever is no admin', async () => {
    const admin = await app.as('admin');
    const values = await read();
    const wrong = await admin.put('/api/agency', { ...values, creditCode: '123' });
    expect(await wrong.json()).toMatchObject({ errors: { creditCode: expect.any(String) } });
    expect((await admin.put('/api/agency', { ...values, name: ' ' })).status).toBe(422);
    for (const role of ['operator', 'compliance', 'finance'] as const)
      expect((await (await app.as(role)).put('/api/agency', values)).status).toBe(403);
    expect((await (await app.as('anchor')).get('/api/agency')).status).toBe(403);
  });
});
