import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import {
  createTestApp,
  type TestApp,
  type TestClient,
  type TestRole,
  type TestUser,
} from '../http/test-client.ts';
import { createAnchor } from './create-anchor.ts';
import { setPayee } from './set-payee.ts';
import { updateAnchor } from './update-anchor.ts';

let testDb: TestDb;
let app: TestApp;

beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
});
afterAll(() => testDb.close());

const add = async (values: object = {}, who: TestRole | TestUser = 'operator') => {
  const client = await app.as(who);
  const response = await client.post('/api/anchors', { name: '小满', ...values });
  return { status: response.status, body: await response.json() };
};
const editable = ({ id: _, managerName: _m, createdAt: _c, payee: _p, ...values }: Record<string, unknown>) =>
  values;
const idsOf = async (client: TestClient, filter: object = {}) => {
  const response = await client.get(
    `/api/anchors?range=[0,199]&filter=${encodeURIComponent(JSON.stringify(filter))}`,
  );
  return ((await response.json()) as { id: number }[]).map(({ id }) => id);
};
const history = (entityId: number) =>
  testDb.ownerDb
    .selectFrom('audit_entry')
    .select(['action', 'before', 'after'])
    .where('entity', '=', 'anchor')
    .where('entity_id', '=', String(entityId))
    .orderBy('id')
    .execute();

describe('anchors', () => {
  it('are created with their accounts and their party', async () => {
    const accounts = [{ platform: 'douyin', externalId: 'dy-1001', nickname: '小满来了' }];
    const { status, body } = await add({
      realName: '王小满',
      phone: '13800138000',
      bornOn: '1999-05-01',
      accounts,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      tier: 'tail',
      status: 'active',
      phone: '13800138000',
      payee: null,
      rowVersion: 1,
    });
    expect(body.accounts).toMatchObject([{ platform: 'douyin', externalId: 'dy-1001', binding: 'bound' }]);
    const parties = await testDb.ownerDb
      .selectFrom('party')
      .selectAll()
      .where('anchor_id', '=', body.id)
      .execute();
    expect(parties).toMatchObject([{ kind: 'anchor', name: '小满' }]);
    expect(await history(body.id)).toMatchObject([
      { action: 'anchors.create', before: null, after: { phone: '138****8000' } },
    ]);
  });

  it('are found by name, account, tier, platform and id', async () => {
    const { body } = await add({
      name: '查找我',
      tier: 'head',
      accounts: [{ platform: 'xiaohongshu', externalId: 'xhs-9', nickname: '红薯姐' }],
    });
    const finance = await app.as('finance');
    for (const filter of [
      { q: '查找' },
      { q: '红薯' },
      { q: 'xhs-9' },
      { tier: 'head' },
      { platform: 'xiaohongshu' },
      { id: [body.id] },
    ]) {
      expect(await idsOf(finance, filter)).toEqual([body.id]);
    }
    expect(await idsOf(finance, { q: '13800138000' })).toEqual([]);
    const response = await finance.get(
      `/api/anchors?filter=${encodeURIComponent(JSON.stringify({ q: '查找' }))}`,
    );
    expect(await response.json()).toMatchObject([{ accountCount: 1, activeContractNo: null }]);
  });

  it('are edited with all their accounts; their party takes the new name', async () => {
    const { body } = await add({
      accounts: [
        { platform: 'taobao', externalId: 'tb-1' },
        { platform: 'taobao', externalId: 'tb-2' },
      ],
    });
    const operator = await app.as('operator');
    const accounts = [body.accounts[1], { platform: 'taobao', externalId: 'tb-3' }];
    const edited = await (
      await operator.put(`/api/anchors/${body.id}`, { ...editable(body), name: '大满', accounts })
    ).json();
    expect(edited).toMatchObject({
      name: '大满',
      rowVersion: 2,
      accounts: [{ id: body.accounts[1].id }, { externalId: 'tb-3' }],
    });
    const party = await testDb.ownerDb
      .selectFrom('party')
      .select('name')
      .where('anchor_id', '=', body.id)
      .executeTakeFirst();
    expect(party).toEqual({ name: '大满' });
    const late = await operator.put(`/api/anchors/${body.id}`, { ...editable(body), name: '中满' });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      code: 'changed_meanwhile',
      details: { current: { name: '大满', rowVersion: 2 } },
    });
    expect((await history(body.id)).map(({ action }) => action)).toEqual(['anchors.create', 'anchors.edit']);
  });

  it('are 16 or older: the law refuses younger ones, a guardian consents to the contracts of minors', async () => {
    const yearsAgo = (years: number) => `${new Date().getFullYear() - years}-06-30`;
    expect((await add({ bornOn: yearsAgo(14) })).body).toMatchObject({
      code: 'under_16',
      errors: { bornOn: expect.any(String) },
    });
    expect((await add({ bornOn: yearsAgo(17) })).status).toBe(200);
    expect((await add({ bornOn: yearsAgo(19) })).status).toBe(200);
    const { body } = await add({ bornOn: '1990-01-01' });
    const operator = await app.as('operator');
    const younger = await operator.put(`/api/anchors/${body.id}`, {
      ...editable(body),
      bornOn: yearsAgo(15),
    });
    expect(younger.status).toBe(422);
  });

  it('name the field that is wrong', async () => {
    expect((await add({ margin: 1 })).body.errors).toEqual({ margin: 'unknown field' });
    expect((await add({ managerUserId: 'nobody' })).body.errors).toEqual({
      managerUserId: 'nobody of the staff',
    });
    expect((await add({ phone: 'call me' })).status).toBe(422);
    const taken = { accounts: [{ platform: 'wechat', externalId: 'wx-1' }] };
    expect((await add(taken)).status).toBe(200);
    expect((await add(taken)).status).toBe(409);
    const finance = await app.as('finance');
    expect((await finance.get(`/api/anchors?sort=${encodeURIComponent('["phone","ASC"]')}`)).status).toBe(
      422,
    );
    expect((await finance.get(`/api/anchors?filter=${encodeURIComponent('{"phone":"138"}')}`)).status).toBe(
      422,
    );
    expect((await finance.get('/api/anchors?range=[0,200]')).status).toBe(422);
    expect((await finance.get('/api/anchors/99999')).status).toBe(404);
  });

  it('are not for anchors to read, nor for finance and compliance to write', async () => {
    const { body } = await add();
    const own = await app.as({ role: 'anchor', anchorId: body.id });
    expect((await own.get('/api/anchors')).status).toBe(403);
    expect((await own.get(`/api/anchors/${body.id}`)).status).toBe(403);
    for (const role of ['finance', 'compliance'] as const) {
      const client = await app.as(role);
      expect((await client.get(`/api/anchors/${body.id}`)).status).toBe(200);
      expect((await client.put(`/api/anchors/${body.id}`, editable(body))).status).toBe(403);
      expect((await client.post('/api/anchors', { name: '新' })).status).toBe(403);
    }
  });
});

describe('the payee of an anchor', () => {
  const payee = {
    kind: 'personal',
    accountName: '王小满',
    bankName: '招商银行杭州分行',
    bankAccount: '6222 0202 0011 2233 445',
  };

  it('is set by finance; of the number only the tail is ever seen again', async () => {
    const { body } = await add();
    const finance = await app.as('finance');
    const response = await finance.put(`/api/anchors/${body.id}/payee`, payee);
    const shown = {
      kind: 'personal',
      accountName: '王小满',
      bankName: '招商银行杭州分行',
      bankAccountTail: '3445',
    };
    expect(await response.json()).toEqual(shown);
    expect((await (await finance.get(`/api/anchors/${body.id}`)).json()).payee).toEqual(shown);
    const row = await testDb.ownerDb
      .selectFrom('anchor_payee')
      .selectAll()
      .where('anchor_id', '=', body.id)
      .executeTakeFirstOrThrow();
    const written = JSON.stringify([row, await history(body.id)]);
    expect(row.bank_account_sealed).toMatch(/^v1:/);
    expect(written).not.toContain('6222020200112233445');
    expect(await history(body.id)).toMatchObject([
      {},
      { action: 'anchors.payee', before: { payee: null }, after: { payee: shown } },
    ]);
  });

  it('is set once: another one is two people’s work', async () => {
    const { body } = await add();
    const admin = await app.as('admin');
    await admin.put(`/api/anchors/${body.id}/payee`, payee);
    const other = { ...payee, kind: 'studio', bankAccount: '88887777' };
    const refused = await admin.put(`/api/anchors/${body.id}/payee`, other);
    expect([refused.status, (await refused.json()).code]).toEqual([409, 'payee_needs_change_request']);
    const rows = await testDb.ownerDb
      .selectFrom('anchor_payee')
      .selectAll()
      .where('anchor_id', '=', body.id)
      .execute();
    expect(rows).toMatchObject([{ kind: 'personal', bank_account_tail: '3445' }]);
  });

  it('is refused to others, to unknown anchors and with a number that is none', async () => {
    const { body } = await add();
    for (const role of ['operator', 'compliance', 'anchor'] as const) {
      expect((await (await app.as(role)).put(`/api/anchors/${body.id}/payee`, payee)).status).toBe(403);
    }
    const finance = await app.as('finance');
    expect((await finance.put('/api/anchors/99999/payee', payee)).status).toBe(404);
    for (const bankAccount of ['1234567', '1'.repeat(33), '6222 0202 abcd', '']) {
      const refused = await finance.put(`/api/anchors/${body.id}/payee`, { ...payee, bankAccount });
      expect(refused.status).toBe(422);
      expect(JSON.stringify(await refused.json())).not.toContain(bankAccount || 'never');
    }
  });
});

describe('an operator of own or group scope', () => {
  it('sees and edits the anchors in own care, or of the team, and no others', async () => {
    const team = await testDb.ownerDb
      .insertInto('team')
      .values({ name: '一组' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const own = await app.as({ role: 'operator', scope: 'own', teamId: team.id });
    const group = await app.as({ role: 'operator', scope: 'group', teamId: team.id });
    const mine = (await add({ managerUserId: own.identity.userId })).body;
    const teams = (await add({ teamId: team.id })).body;
    const others = (await add()).body;
    expect(await idsOf(own)).toEqual([mine.id]);
    expect(await idsOf(group)).toEqual([teams.id]);
    expect((await own.get(`/api/anchors/${teams.id}`)).status).toBe(404);
    expect((await own.put(`/api/anchors/${others.id}`, editable(others))).status).toBe(404);
    expect((await group.put(`/api/anchors/${teams.id}`, { ...editable(teams), note: '改' })).status).toBe(
      200,
    );
    expect((await own.put(`/api/anchors/${mine.id}`, { ...editable(mine), note: '改' })).status).toBe(200);
  });

  it('signs anchors into own care alone, and does not give one away', async () => {
    const own = await app.as({ role: 'operator', scope: 'own' });
    const refused = await own.post('/api/anchors', { name: '无人管' });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: 'only_own_care',
      errors: { managerUserId: expect.any(String) },
    });
    const mine = await (
      await own.post('/api/anchors', { name: '我管', managerUserId: own.identity.userId })
    ).json();
    expect(mine.managerName).toBeTruthy();
    expect(
      (await own.put(`/api/anchors/${mine.id}`, { ...editable(mine), managerUserId: null })).status,
    ).toBe(422);
  });
});

it('writing asks the policy itself, whoever calls it', async () => {
  const { identity } = await app.as('compliance');
  const attempts = [
    createAnchor(app.services, identity, {} as never),
    updateAnchor(app.services, identity, 1, {} as never),
    setPayee(app.services, identity, 1, {} as never),
  ];
  for (const attempt of attempts) {
    await expect(attempt).rejects.toMatchObject({ kind: 'forbidden', code: 'not_your_role' });
  }
});
