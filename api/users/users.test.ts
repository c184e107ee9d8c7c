import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp, type TestClient } from '../http/test-client.ts';

let testDb: TestDb;
let testApp: TestApp;
let admin: TestClient;

beforeAll(async () => {
  testDb = await createTestDb();
  testApp = createTestApp(testDb);
  admin = await testApp.as('admin');
});
afterAll(() => testDb.close());

const newUser = (changes: object = {}) => ({
  name: '李运营',
  email: `${randomUUID()}@example.com`,
  password: 'a long first password',
  role: 'operator',
  ...changes,
});
const add = async (changes: object = {}) => (await admin.post('/api/users', newUser(changes))).json();
const query = (name: string, value: unknown) => `${name}=${encodeURIComponent(JSON.stringify(value))}`;

describe('users', () => {
  it('are made by an admin, listed, found by name and shown without any secret', async () => {
    const made = await add({ name: '赵小满', locale: 'en' });
    expect(made).toMatchObject({
      role: 'operator',
      scope: 'own',
      locale: 'en',
      banned: false,
      twoFactorEnabled: false,
      rowVersion: 1,
    });
    const list = await admin.get(
      `/api/users?${query('filter', { q: '小满' })}&${query('sort', ['name', 'ASC'])}`,
    );
    expect(list.headers.get('content-range')).toBe('users 0-0/1');
    expect(await list.json()).toEqual([made]);
    expect(await (await admin.get(`/api/users/${made.id}`)).json()).toEqual(made);
    expect(await (await admin.get(`/api/users?${query('filter', { id: [made.id] })}`)).json()).toHaveLength(
      1,
    );
    expect(JSON.stringify(made)).not.toMatch(/argon2|password/);
  });

  it('of an anchor name the anchor, and only those', async () => {
    const { id } = await testDb.ownerDb
      .insertInto('anchor')
      .values({ name: '阿月' })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect(await add({ role: 'anchor', anchorId: id })).toMatchObject({ anchorId: id, anchorName: '阿月' });
    for (const wrong of [{ role: 'anchor' }, { role: 'finance', anchorId: id }]) {
      const answer = await admin.post('/api/users', newUser(wrong));
      expect(answer.status).toBe(422);
      expect((await answer.json()).errors).toHaveProperty('anchorId');
    }
    const grouped = await admin.post('/api/users', newUser({ scope: 'group' }));
    expect((await grouped.json()).errors).toHaveProperty('teamId');
  });

  it('need a password of twelve characters and an address of their own', async () => {
    const short = await admin.post('/api/users', newUser({ password: 'eleven char' }));
    expect([short.status, Object.keys((await short.json()).errors)]).toEqual([422, ['password']]);
    const { email } = await add();
    const twice = await admin.post('/api/users', newUser({ email: email.toUpperCase() }));
    expect([twice.status, (await twice.json()).errors]).toEqual([409, { email: 'already in use' }]);
  });

  it('lose their sessions when the role changes, and not when the name does', async () => {
    const worker = await testApp.as({ role: 'operator' });
    const path = `/api/users/${worker.identity.userId}`;
    const record = await (await admin.get(path)).json();
    const renamed = await (await admin.put(path, { ...record, name: '新名字' })).json();
    expect((await worker.get('/api/me')).status).toBe(200);
    expect((await admin.put(path, { ...renamed, role: 'compliance' })).status).toBe(200);
    expect((await worker.get('/api/me')).status).toBe(401);
  });

  it('are not overwritten by somebody who read an older version', async () => {
    const record = await add();
    const path = `/api/users/${record.id}`;
    await admin.put(path, { ...record, name: '先改' });
    const stale = await admin.put(path, { ...record, name: '后改' });
    expect(stale.status).toBe(409);
    expect(await stale.json()).toMatchObject({
      code: 'changed_meanwhile',
      details: { current: { name: '先改', rowVersion: 2 } },
    });
  });

  it('keep their history: who made and changed them', async () => {
    const record = await add();
    await admin.put(`/api/users/${record.id}`, { ...record, name: '改名' });
    const history = await admin.get(
      `/api/history?${query('filter', { entity: 'users', entityId: record.id })}`,
    );
    expect(history.headers.get('content-range')).toBe('history 0-1/2');
    expect(await history.json()).toMatchObject([
      { action: 'users.edit', actorRole: 'admin', before: { name: '李运营' }, after: { name: '改名' } },
      { action: 'users.create', before: null, after: { email: record.email } },
    ]);
    const anchor = await testApp.as('anchor');
    expect(
      (await anchor.get(`/api/history?${query('filter', { entity: 'users', entityId: record.id })}`)).status,
    ).toBe(403);
  });

  it('are for admins only; unknown ones are 404', async () => {
    for (const role of ['anchor', 'operator', 'compliance', 'finance'] as const) {
      const client = await testApp.as(role);
      expect((await client.get('/api/users')).status).toBe(403);
      expect((await client.post('/api/users', newUser())).status).toBe(403);
      expect((await client.put(`/api/users/${admin.identity.userId}`, {})).status).toBe(403);
      expect(
        (
          await client.post(`/api/users/${admin.identity.userId}/password`, {
            password: 'taking over the desk',
          })
        ).status,
      ).toBe(403);
    }
    expect((await admin.get('/api/users/nobody')).status).toBe(404);
    expect((await admin.put('/api/users/nobody', { ...(await add()), id: 'nobody' })).status).toBe(404);
  });

  it('refuse unknown fields, filters and sorts, and pages that are too long', async () => {
    const field = await admin.post('/api/users', newUser({ emailVerified: true }));
    expect([field.status, (await field.json()).errors]).toEqual([422, { emailVerified: 'unknown field' }]);
    for (const bad of [
      query('filter', { password: 'x' }),
      query('sort', ['id', 'ASC']),
      query('range', [0, 500]),
      'filter={',
    ]) {
      expect((await admin.get(`/api/users?${bad}`)).status, bad).toBe(422);
    }
  });
});

describe('the admins', () => {
  it('are never nobody: the last one cannot be demoted or disabled, two at once neither', async () => {
    const own = await createTestDb();
    try {
      const app = createTestApp(own);
      const [one, two] = [await app.as({ role: 'admin' }), await app.as({ role: 'admin' })];
      const demote = async (by: TestClient, whom: TestClient) => {
        const record = await (await by.get(`/api/users/${whom.identity.userId}`)).json();
        return () => by.put(`/api/users/${whom.identity.userId}`, { ...record, role: 'operator' });
      };
      const deeds = [await demote(one, two), await demote(two, one)];
      // Both are let go at the same moment: each has come as far as its first lock.
      const answers = await own.ownerDb.transaction().execute(async (trx) => {
        await trx.selectFrom('app_user').select('id').forUpdate().execute();
        const both = deeds.map((deed) => deed());
        await expect.poll(() => countWaiting(own)).toBe(2);
        return { both };
      });
      const statuses = (await Promise.all(answers.both)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      const left = await own.ownerDb
        .selectFrom('app_user')
        .select('id')
        .where('role', '=', 'admin')
        .execute();
      expect(left).toHaveLength(1);
      const last = left[0]!.id === one.identity.userId ? one : two;
      const record = await (await last.get(`/api/users/${last.identity.userId}`)).json();
      const gone = await last.put(`/api/users/${last.identity.userId}`, { ...record, banned: true });
      expect([gone.status, (await gone.json()).code]).toEqual([409, 'last_admin']);
    } finally {
      await own.close();
    }
  });

  it('change neither their own role nor disable themselves', async () => {
    const other = await testApp.as({ role: 'admin' });
    const path = `/api/users/${other.identity.userId}`;
    const record = await (await other.get(path)).json();
    expect(await (await other.put(path, { ...record, role: 'finance' })).json()).toMatchObject({
      code: 'own_role',
    });
    expect(await (await other.put(path, { ...record, banned: true })).json()).toMatchObject({
      code: 'own_ban',
    });
  });
});

async function countWaiting({ ownerDb }: TestDb): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from pg_locks l join pg_stat_activity a using (pid)
    where not l.granted and a.datname = current_database()`.execute(ownerDb);
  return rows[0]!.n;
}

describe('staff and teams', () => {
  it('are lists for pickers: names only, without anchors and disabled people', async () => {
    await testApp.as('anchor');
    const gone = await add({ name: '已离职', banned: true });
    const finance = await testApp.as('finance');
    const staff = await (await finance.get(`/api/staff?${query('range', [0, 199])}`)).json();
    expect(staff.map(({ id }: { id: string }) => id)).toContain(admin.identity.userId);
    expect(staff.map(({ id }: { id: string }) => id)).not.toContain(gone.id);
    expect(Object.keys(staff[0]).sort()).toEqual(['id', 'name']);
    expect(await (await finance.get(`/api/staff?${query('filter', { id: [gone.id] })}`)).json()).toEqual([
      { id: gone.id, name: '已离职' },
    ]);
    const anchor = await testApp.as('anchor');
    expect((await anchor.get('/api/staff')).status).toBe(403);
  });

  it('of a group see its anchors: a user names a team that is there', async () => {
    const made = await (await admin.post('/api/teams', { name: '一组' })).json();
    const member = await add({ scope: 'group', teamId: made.id });
    expect(member).toMatchObject({ scope: 'group', teamId: made.id });
  });
});
