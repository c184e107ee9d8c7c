import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { policy } from '../domain/permission.ts';
import { createTestApp, type TestApp } from '../http/test-client.ts';

let testDb: TestDb;
let testApp: TestApp;

beforeAll(async () => {
  testDb = await createTestDb();
  testApp = createTestApp(testDb);
});
afterAll(() => testDb.close());

describe('who is signed in', () => {
  it('is told what the policy table grants, role by role', async () => {
    for (const role of ['anchor', 'operator', 'compliance', 'finance', 'admin'] as const) {
      const client = await testApp.as(role);
      const me = await (await client.get('/api/me')).json();
      expect(me).toMatchObject({ id: client.identity.userId, role, anchorId: client.identity.anchorId });
      const granted = Object.entries(policy).filter(([, roles]) =>
        (roles as readonly string[]).includes(role),
      );
      expect(me.can.sort()).toEqual(granted.map(([action]) => action).sort());
    }
  });

  it('changes the own name and language, and nothing else', async () => {
    const anchor = await testApp.as('anchor');
    const changed = await anchor.put('/api/me', { name: '阿月', locale: 'en' });
    expect(await changed.json()).toMatchObject({ name: '阿月', locale: 'en', role: 'anchor' });
    expect((await anchor.put('/api/me', { name: '阿月', locale: 'en', anchorId: 1 })).status).toBe(422);
    expect((await anchor.put('/api/me', { name: '', locale: 'fr' })).status).toBe(422);
  });
});

describe('own sign-ins', () => {
  it('are listed without tokens and end when revoked, for their owner alone', async () => {
    const finance = await testApp.as('finance');
    const [own] = await (await finance.get('/api/sessions')).json();
    expect(own).toMatchObject({ current: true });
    expect(Object.keys(own).sort()).toEqual([
      'createdAt',
      'current',
      'expiresAt',
      'id',
      'ipAddress',
      'userAgent',
    ]);
    const admin = await testApp.as('admin');
    expect((await admin.post(`/api/sessions/${own.id}/revoke`)).status).toBe(404);
    expect((await finance.get('/api/me')).status).toBe(200);
    expect((await finance.post(`/api/sessions/${own.id}/revoke`)).status).toBe(200);
    expect((await finance.get('/api/me')).status).toBe(401);
  });

  it('of a role this version does not know open nothing', async () => {
    const stranger = await testApp.as({ role: 'operator' });
    await testDb.ownerDb.schema.alterTable('app_user').dropConstraint('app_user_role_check').execute();
    await testDb.ownerDb
      .updateTable('app_user')
      .set({ role: 'owner' })
      .where('id', '=', stranger.identity.userId)
      .execute();
    expect((await stranger.get('/api/me')).status).toBe(401);
    await testDb.ownerDb
      .updateTable('app_user')
      .set({ role: 'system' })
      .where('id', '=', stranger.identity.userId)
      .execute();
    expect((await stranger.get('/api/me')).status).toBe(401);
  });
});
