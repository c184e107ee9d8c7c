import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp, type TestClient } from '../http/test-client.ts';

let testDb: TestDb;
let app: TestApp;
let admin: TestClient;
beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
  admin = await app.as('admin');
});
afterAll(() => testDb.close());

const list = async (query = '', who = admin) => (await who.get(`/api/teams${query}`)).json();
const filter = (value: object) => `?filter=${encodeURIComponent(JSON.stringify(value))}`;

describe('teams', () => {
  it('are made by an admin, each name once', async () => {
    const made = await (await admin.post('/api/teams', { name: ' 一组 ' })).json();
    expect(made).toEqual({ id: expect.any(Number), name: '一组', members: 0, anchors: 0 });
    expect((await admin.post('/api/teams', { name: '一组' })).status).toBe(409);
    expect(await list()).toContainEqual(made);
    expect(await list(filter({ q: '一' }))).toEqual([made]);
    expect(await list(filter({ id: [made.id] }))).toEqual([made]);
    expect(await list(filter({ q: '没有' }))).toEqual([]);
    expect(await (await admin.get(`/api/teams/${made.id}`)).json()).toEqual(made);
  });

  it('say how many people and anchors they have', async () => {
    const { id } = await (await admin.post('/api/teams', { name: '二组' })).json();
    await app.as({ role: 'operator', scope: 'group', teamId: id });
    await admin.post('/api/anchors', { name: '组里的主播', teamId: id });
    expect(await (await admin.get(`/api/teams/${id}`)).json()).toMatchObject({ members: 1, anchors: 1 });
  });

  it('are renamed by an admin, and the history says from what', async () => {
    const { id } = await (await admin.post('/api/teams', { name: '旧名' })).json();
    expect(await (await admin.put(`/api/teams/${id}`, { name: '新名' })).json()).toMatchObject({
      name: '新名',
    });
    expect((await admin.put(`/api/teams/${id}`, { name: '一组' })).status).toBe(409);
    expect((await admin.put('/api/teams/999999', { name: '没有' })).status).toBe(404);
    expect((await admin.put(`/api/teams/${id}`, { name: ' ' })).status).toBe(422);
    const history = await (
      await admin.get(`/api/history${filter({ entity: 'teams', entityId: String(id) })}`)
    ).json();
    expect(history[0]).toMatchObject({
      action: 'teams.edit',
      before: { name: '旧名' },
      after: { name: '新名' },
    });
  });

  it('are seen by the staff, changed by admins alone', async () => {
    for (const role of ['operator', 'compliance', 'finance'] as const) {
      const who = await app.as(role);
      expect((await who.get('/api/teams')).status).toBe(200);
      expect((await who.post('/api/teams', { name: '三组' })).status).toBe(403);
      expect((await who.put('/api/teams/1', { name: '三组' })).status).toBe(403);
    }
    expect((await (await app.as('anchor')).get('/api/teams')).status).toBe(403);
  });
});
