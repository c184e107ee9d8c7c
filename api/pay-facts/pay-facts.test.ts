import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { addAnchor, addContract } from '../../db/test-scene.ts';
import { createTestApp, type TestApp, type TestClient } from '../http/test-client.ts';

let testDb: TestDb;
let app: TestApp;
let operator: TestClient;
let compliance: TestClient;
let finance: TestClient;
let boss: TestClient;
let anchor: TestClient;
let other: TestClient;
let anchorId: number;
let recoupId: number;
let fineId: number;

beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
  anchorId = await addAnchor(testDb.ownerDb, '阿岚');
  const otherId = await addAnchor(testDb.ownerDb, '小满');
  operator = await app.as('operator');
  compliance = await app.as('compliance');
  finance = await app.as('finance');
  boss = await app.as('admin');
  anchor = await app.as({ role: 'anchor', anchorId });
  other = await app.as({ role: 'anchor', anchorId: otherId });
  await addContract(testDb.ownerDb, anchorId, [], 'C-1', [
    { type: 'recoup', rule: { of: 'advance', shareCeilingBps: null } },
    { type: 'fine', rule: { capBps: null, noticeDays: null } },
  ]);
  const { rows } = await sql<{
    id: number;
    type: string;
  }>`select id, type from pay_component order by id`.execute(testDb.ownerDb);
  recoupId = rows.find((row) => row.type === 'recoup')!.id;
  fineId = rows.find((row) => row.type === 'fine')!.id;
});
afterAll(() => testDb.close());

const read = async (sent: Promise<Response>) => {
  const response = await sent;
  return { status: response.status, body: await response.json() };
};
const post = (who: TestClient, path: string, body: object = {}) => read(who.post(`/api/${path}`, body));
const listOf = async (who: TestClient, path: string) => (await read(who.get(`/api/${path}`))).body;

describe('advances', () => {
  const advance = () => ({
    componentId: recoupId,
    name: '入职预支',
    day: '2026-04-20',
    amountFen: 80_000,
    evidence: '付款单 88',
  });

  it('wait for another person than the one who asked', async () => {
    const { status, body } = await post(finance, 'recoup-items', advance());
    expect([status, body.balanceFen, body.refusal.approve.code]).toEqual([200, 80_000, 'four_eyes']);
    expect(await post(finance, `recoup-items/${body.id}/approve`)).toMatchObject({
      status: 403,
      body: { code: 'four_eyes' },
    });
    expect(await post(boss, `recoup-items/${body.id}/approve`)).toMatchObject({ status: 200 });
    expect(await post(boss, `recoup-items/${body.id}/approve`)).toMatchObject({
      status: 409,
      body: { code: 'decided_already' },
    });
    await expect(sql`update recoup_item set amount_fen = 1`.execute(testDb.ownerDb)).rejects.toThrow(
      /not edited/,
    );
  });

  it('need a clause that lets them be taken back, and are seen by their own anchor alone', async () => {
    expect(await post(finance, 'recoup-items', { ...advance(), componentId: fineId })).toMatchObject({
      status: 422,
      body: { errors: { componentId: expect.any(String) } },
    });
    expect(await post(compliance, 'recoup-items', advance())).toMatchObject({ status: 403 });
    expect(await listOf(anchor, 'recoup-items')).toHaveLength(1);
    expect(await listOf(other, 'recoup-items')).toEqual([]);
  });
});

describe('fines', () => {
  it('are told to the anchor, who objects, and somebody else decides', async () => {
    const fine = {
      componentId: fineId,
      day: '2026-05-03',
      amountFen: 5_000,
      what: '迟到 40 分钟',
      evidence: '场控记录 12',
    };
    const proposed = (await post(compliance, 'pay-fines', fine)).body;
    expect(proposed).toMatchObject({
      state: 'proposed',
      objectUntil: null,
      refusal: { object: { code: 'not_notified' } },
    });
    expect(await listOf(anchor, 'pay-fines')).toEqual([]);
    expect(await post(anchor, `pay-fines/${proposed.id}/object`, { text: '设备故障' })).toMatchObject({
      status: 404,
    });
    const told = (await post(compliance, `pay-fines/${proposed.id}/notify`)).body;
    expect(told.state).toBe('notified');
    expect(told.objectUntil > told.notifiedOn).toBe(true);
    expect(await listOf(anchor, 'pay-fines')).toMatchObject([
      { proposedByName: null, refusal: { object: null } },
    ]);
    expect(await post(other, `pay-fines/${proposed.id}/object`, { text: '我' })).toMatchObject({
      status: 404,
    });
    expect(
      await post(anchor, `pay-fines/${proposed.id}/object`, { text: '设备故障，有报修单' }),
    ).toMatchObject({ status: 200, body: { state: 'objected' } });
    expect(
      await post(compliance, `pay-fines/${proposed.id}/decide`, { outcome: 'rejected', reason: '不成立' }),
    ).toMatchObject({ status: 403, body: { code: 'four_eyes' } });
    const second = await app.as({ role: 'compliance', name: '复核' });
    expect(
      await post(second, `pay-fines/${proposed.id}/decide`, { outcome: 'upheld', reason: '报修单属实' }),
    ).toMatchObject({
      status: 200,
      body: { state: 'decided', objection: 'upheld', decisionReason: '报修单属实' },
    });
  });

  it('let an anchor write an objection and no decision, whatever the code above says', async () => {
    const { body } = await post(compliance, 'pay-fines', {
      componentId: fineId,
      day: '2026-05-04',
      amountFen: 1,
      what: '缺席',
      evidence: '记录',
    });
    await post(compliance, `pay-fines/${body.id}/notify`);
    const asAnchor = testDb.db.transaction().execute(async (trx) => {
      await sql`select set_config('faircast.role', 'anchor', true), set_config('faircast.anchor_id', ${String(anchorId)}, true)`.execute(
        trx,
      );
      await sql`update pay_fine set objection = 'upheld', objection_text = 'x', decided_by = 'x', decision_reason = 'x' where id = ${body.id}`.execute(
        trx,
      );
    });
    await expect(asAnchor).rejects.toThrow(/row-level security/);
  });
});

describe('adjustments and fees', () => {
  it('take two people, and a declined one stays declined', async () => {
    const wanted = {
      anchorId,
      concernsMonth: '2026-04',
      amountFen: -1_250,
      reason: '重复计费',
      evidence: '对账单 4-17',
    };
    const one = (await post(finance, 'pay-adjustments', wanted)).body;
    expect(await post(finance, `pay-adjustments/${one.id}/approve`)).toMatchObject({
      status: 403,
      body: { code: 'four_eyes' },
    });
    expect(await post(boss, `pay-adjustments/${one.id}/decline`, { reason: '凭证不清' })).toMatchObject({
      status: 200,
      body: { state: 'declined' },
    });
    expect(await post(boss, `pay-adjustments/${one.id}/approve`)).toMatchObject({
      status: 409,
      body: { code: 'decided_already' },
    });
    expect(await post(finance, 'pay-adjustments', { ...wanted, amountFen: 0 })).toMatchObject({
      status: 422,
    });
    const two = (await post(finance, 'pay-adjustments', wanted)).body;
    expect(await post(boss, `pay-adjustments/${two.id}/approve`)).toMatchObject({
      body: { state: 'approved' },
    });
    const preview = (await read(finance.get('/api/pay-preview?month=2026-05'))).body;
    const entries = preview.anchors.find((row: { anchorId: number }) => row.anchorId === anchorId).entries;
    expect(entries).toMatchObject([{ kind: 'adjustment', amountFen: -1_250, concernsMonth: '2026-04' }]);
    expect((await read(anchor.get('/api/pay-preview?month=2026-05'))).status).toBe(403);
  });

  it('give a fee back by a row of its own, once', async () => {
    const { rows } = await sql<{ id: number }>`
      with b as (insert into brand (name) values ('花漾') returning id), p as (insert into product (brand_id, name) select id, '精华' from b returning id, brand_id),
      d as (insert into deal (brand_id, title) select brand_id, '五月专场' from p returning id)
      insert into deal_line (deal_id, product_id, live_price_fen, commission_rate_bps) select d.id, p.id, 9900, 2000 from d, p returning id`.execute(
      testDb.ownerDb,
    );
    const fee = {
      dealLineId: rows[0]!.id,
      kind: 'slot_fee',
      streamId: null,
      amountFen: 500_000,
      receivedOn: '2026-05-02',
      reference: 'CMB-77',
    };
    const kept = (await post(finance, 'deal-fees', fee)).body;
    expect(kept).toMatchObject({
      amountFen: 500_000,
      dealTitle: '五月专场',
      isReversed: false,
      isShared: false,
    });
    const back = { receivedOn: '2026-05-20', reference: 'CMB-99' };
    expect(await post(finance, `deal-fees/${kept.id}/reverse`, back)).toMatchObject({
      body: { amountFen: -500_000, reversesId: kept.id },
    });
    expect(await post(finance, `deal-fees/${kept.id}/reverse`, back)).toMatchObject({
      status: 409,
      body: { code: 'reversed_already' },
    });
    expect(await listOf(operator, 'deal-fees?filter={"month":"2026-05"}')).toHaveLength(2);
    expect((await read(anchor.get('/api/deal-fees'))).status).toBe(403);
  });
});
