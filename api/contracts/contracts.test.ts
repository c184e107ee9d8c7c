import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp, type TestClient } from '../http/test-client.ts';
import { activateVersion } from './activate-version.ts';
import { createContract } from './create-contract.ts';
import { createVersion } from './create-version.ts';
import { deleteDraft } from './delete-draft.ts';
import { saveDraft } from './save-draft.ts';
import { updateContract } from './update-contract.ts';

let testDb: TestDb;
let app: TestApp;
let operator: TestClient;
let anchorId: number;

beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
  operator = await app.as('operator');
  anchorId = (await (await operator.post('/api/anchors', { name: '小满' })).json()).id;
});
afterAll(() => testDb.close());

let count = 0;
const add = async (values: object = {}) => {
  count += 1;
  const contract = {
    no: `MCN-2026-${count}`,
    anchorId,
    title: '独家合作协议',
    startsOn: '2026-01-01',
    ...values,
  };
  const response = await operator.post('/api/contracts', contract);
  return { status: response.status, body: await response.json() };
};
const editable = ({ id: _, anchorName: _a, versions: _v, ...values }: Record<string, unknown>) => values;
const list = async (client: TestClient, filter: object = {}) => {
  const response = await client.get(`/api/contracts?filter=${encodeURIComponent(JSON.stringify(filter))}`);
  return (await response.json()) as Record<string, unknown>[];
};

describe('contracts', () => {
  it('begin as drafts, with a row of history', async () => {
    const { status, body } = await add({ note: '让步两个点', endsOn: '2027-12-31' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      anchorName: '小满',
      status: 'draft',
      note: '让步两个点',
      versions: [],
      rowVersion: 1,
    });
    const audit = await testDb.ownerDb
      .selectFrom('audit_entry')
      .selectAll()
      .where('entity', '=', 'contract')
      .where('entity_id', '=', String(body.id))
      .execute();
    expect(audit).toMatchObject([
      { action: 'contracts.create', before: null, after: { title: '独家合作协议' } },
    ]);
  });

  it('are found by number, title and anchor', async () => {
    const { body } = await add({ no: 'FIND-ME', title: '找得到' });
    const finance = await app.as('finance');
    for (const filter of [{ q: 'find-me' }, { q: '找得到', anchorId }, { id: [body.id], status: 'draft' }]) {
      expect(await list(finance, filter)).toMatchObject([{ id: body.id, versionNo: null, ruleCount: 0 }]);
    }
  });

  it('are edited from the latest version alone', async () => {
    const { body } = await add();
    const edited = await operator.put(`/api/contracts/${body.id}`, { ...editable(body), title: '新标题' });
    expect(await edited.json()).toMatchObject({ title: '新标题', rowVersion: 2 });
    const late = await operator.put(`/api/contracts/${body.id}`, { ...editable(body), title: '旧标题' });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      code: 'changed_meanwhile',
      details: { current: { title: '新标题', rowVersion: 2 } },
    });
  });

  it('do not come into force by an edit', async () => {
    const { body } = await add();
    const response = await operator.put(`/api/contracts/${body.id}`, { ...editable(body), status: 'active' });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      code: 'activate_a_version',
      errors: { status: expect.any(String) },
    });
  });

  it('name the field that is wrong', async () => {
    expect((await add({ endsOn: '2025-12-31' })).body.errors).toEqual({
      endsOn: 'the contract ends before it starts',
    });
    expect((await add({ anchorId: 99_999 })).body.errors).toEqual({ anchorId: 'no such record' });
    expect((await add({ status: 'active' })).body.errors).toEqual({ status: 'unknown field' });
    expect((await add({ startsOn: '2026-02-30' })).status).toBe(422);
    expect((await add({ no: 'TWICE' })).status).toBe(200);
    expect((await add({ no: 'TWICE' })).status).toBe(409);
    const finance = await app.as('finance');
    expect((await finance.get(`/api/contracts?sort=${encodeURIComponent('["note","ASC"]')}`)).status).toBe(
      422,
    );
    expect((await finance.get('/api/contracts?range=[0,200]')).status).toBe(422);
    expect((await finance.get('/api/contracts/99999')).status).toBe(404);
    expect((await finance.post('/api/contracts', {})).status).toBe(403);
    expect((await app.anonymous.get('/api/contracts')).status).toBe(401);
  });

  it('of anchors out of an operator’s sight are out of sight', async () => {
    const { body } = await add();
    const own = await app.as({ role: 'operator', scope: 'own' });
    const cared = await (
      await own.post('/api/anchors', { name: '我管', managerUserId: own.identity.userId })
    ).json();
    const contract = { title: '协议', startsOn: '2026-01-01' };
    const mine = await (
      await own.post('/api/contracts', { ...contract, no: 'OWN-1', anchorId: cared.id })
    ).json();
    expect((await list(own)).map(({ id }) => id)).toEqual([mine.id]);
    expect((await own.get(`/api/contracts/${body.id}`)).status).toBe(404);
    expect((await own.put(`/api/contracts/${body.id}`, editable(body))).status).toBe(404);
    const version = await own.post(`/api/contracts/${body.id}/versions`, { effectiveFrom: '2026-01-01' });
    expect(version.status).toBe(404);
    const other = await own.post('/api/contracts', { ...contract, no: 'OWN-2', anchorId });
    expect(await other.json()).toMatchObject({ errors: { anchorId: 'no such record' } });
    const moved = await own.put(`/api/contracts/${mine.id}`, { ...editable(mine), anchorId });
    expect(await moved.json()).toMatchObject({
      code: 'unknown_reference',
      errors: { anchorId: 'no such record' },
    });
  });
});

it('writing asks the policy itself, whoever calls it', async () => {
  const { identity } = await app.as('finance');
  const attempts = [
    createContract(app.services, identity, {} as never),
    updateContract(app.services, identity, 1, {} as never),
    createVersion(app.services, identity, 1, {} as never),
    saveDraft(app.services, identity, { contractId: 1, versionId: 1 }, {} as never),
    deleteDraft(app.services, identity, { contractId: 1, versionId: 1 }),
    activateVersion(app.services, identity, { contractId: 1, versionId: 1 }),
  ];
  for (const attempt of attempts) {
    await expect(attempt).rejects.toMatchObject({ kind: 'forbidden', code: 'not_your_role' });
  }
});
