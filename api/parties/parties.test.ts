import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp } from '../http/test-client.ts';
import { createParty } from './create-party.ts';

let testDb: TestDb;
let app: TestApp;

beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
});
afterAll(() => testDb.close());

const list = async (who: Parameters<TestApp['as']>[0], filter: object = {}) => {
  const response = await (await app.as(who)).get(
    `/api/parties?filter=${encodeURIComponent(JSON.stringify(filter))}`,
  );
  return (await response.json()) as { id: number; name: string; kind: string }[];
};

describe('parties', () => {
  it('begin with the agency and the platform', async () => {
    expect((await list('finance')).map(({ kind }) => kind).sort()).toEqual(['agency', 'platform']);
  });

  it('are added with a row of history, and found by name and kind', async () => {
    const operator = await app.as('operator');
    const party = await (await operator.post('/api/parties', { kind: 'leader', name: '老赵团长' })).json();
    expect(party).toEqual({ id: party.id, kind: 'leader', name: '老赵团长', anchorId: null });
    expect(await list('compliance', { q: '老赵', kind: 'leader' })).toEqual([party]);
    const audit = await testDb.ownerDb
      .selectFrom('audit_entry')
      .selectAll()
      .where('entity', '=', 'party')
      .execute();
    expect(audit).toMatchObject([
      { action: 'parties.create', entity_id: String(party.id), after: { name: '老赵团长' } },
    ]);
  });

  it('of anchors and of the agency are not made by hand', async () => {
    const admin = await app.as('admin');
    for (const kind of ['anchor', 'agency', 'friend']) {
      expect((await admin.post('/api/parties', { kind, name: '某' })).status).toBe(422);
    }
    expect((await admin.post('/api/parties', { kind: 'agent', name: '某', rateBps: 1 })).status).toBe(422);
  });

  it('hide the anchors an operator does not see', async () => {
    const operator = await app.as('operator');
    await operator.post('/api/anchors', { name: '藏起来' });
    expect((await list('operator', { q: '藏起来' })).length).toBe(1);
    expect(await list({ role: 'operator', scope: 'own' }, { q: '藏起来' })).toEqual([]);
  });

  it('are not for anchors, and not added by compliance', async () => {
    expect((await (await app.as('anchor')).get('/api/parties')).status).toBe(403);
    const compliance = await app.as('compliance');
    expect((await compliance.post('/api/parties', { kind: 'agent', name: '某' })).status).toBe(403);
    expect((await compliance.get(`/api/parties?sort=${encodeURIComponent('["x","ASC"]')}`)).status).toBe(422);
  });
});

it('writing asks the policy itself, whoever calls it', async () => {
  const { identity } = await app.as('compliance');
  const attempts = [createParty(app.services, identity, {} as never)];
  for (const attempt of attempts) {
    await expect(attempt).rejects.toMatchObject({ kind: 'forbidden', code: 'not_your_role' });
  }
});
