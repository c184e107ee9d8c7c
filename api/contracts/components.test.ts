import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { agreeTo } from '../../db/test-scene.ts';
import { createTestApp, type TestApp, type TestClient } from '../http/test-client.ts';

let testDb: TestDb;
let app: TestApp;
let operator: TestClient;
let anchorId: number;
let contractId: number;
let versionId: number;
let parties: { anchor: number; agency: number };

beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
  operator = await app.as('operator');
  anchorId = (await answer(operator.post('/api/anchors', { name: '小满' }))).id;
  const rows = await testDb.ownerDb.selectFrom('party').select(['id', 'kind', 'anchor_id']).execute();
  parties = {
    anchor: rows.find((row) => row.anchor_id === anchorId)!.id,
    agency: rows.find((row) => row.kind === 'agency')!.id,
  };
  const contract = { no: 'MCN-1', anchorId, title: '合作协议', startsOn: '2026-01-01' };
  contractId = (await answer(operator.post('/api/contracts', contract))).id;
  versionId = (
    await answer(operator.post(`/api/contracts/${contractId}/versions`, { effectiveFrom: '2026-01-01' }))
  ).id;
  await saveClauses(['第一条', '第二条']);
});
afterAll(() => testDb.close());

async function answer(sent: Promise<Response>) {
  const response = await sent;
  const body = await response.json();
  if (response.status !== 200) throw new Error(`${response.status}: ${JSON.stringify(body)}`);
  return body;
}
const at = (version: number, rest = '') => `/api/contracts/${contractId}/versions/${version}${rest}`;
const show = (version: number, who = operator) => answer(who.get(at(version, '/components')));
const rowVersionOf = async (version: number): Promise<number> => (await show(version)).rowVersion;
const save = async (components: object[], version = versionId) =>
  operator.put(at(version, '/components'), { components, rowVersion: await rowVersionOf(version) });
async function saveClauses(numbers: string[]) {
  const clauses = numbers.map((clauseNo) => ({ clauseNo, heading: null, body: '按下列约定。' }));
  const draft = { effectiveFrom: '2026-01-01', effectiveTo: null, summary: null, clauses, rules: [] };
  await answer(operator.put(at(versionId), { ...draft, rowVersion: await rowVersionOf(versionId) }));
}

const stream = {
  clauseNo: '第一条',
  type: 'per_stream',
  effectiveFrom: '2026-01-01',
  rule: { amountFen: 20_000 },
};
const fees = () => ({
  ...{ clauseNo: '第二条', type: 'fee_share', effectiveFrom: '2026-01-01' },
  rule: {
    of: 'slot_fee',
    parts: [
      { partyId: parties.anchor, takesFrom: 'base', rateBps: 4000 },
      { partyId: parties.agency, takesFrom: 'base', rateBps: null },
    ],
  },
});

describe('components of a version', () => {
  it('are written whole and read back as written', async () => {
    const kept = await answer(save([stream, fees()]));
    expect(kept.components).toMatchObject([stream, fees()]);
    expect((await show(versionId)).components).toEqual(kept.components);
  });

  it('name the field that is wrong and keep what was there', async () => {
    for (const [wrong, code, field] of [
      [{ ...stream, minFen: 500, maxFen: 100 }, 'cap_below_min', 'components.0.maxFen'],
      [{ ...stream, clauseNo: '第九条' }, 'no_such_clause', 'components.0.clauseNo'],
      [{ ...stream, effectiveTo: '2025-01-01' }, 'ends_before_start', 'components.0.effectiveTo'],
    ] as const) {
      const response = await save([wrong]);
      expect([response.status, (await response.json()).code]).toEqual([422, code]);
      expect(Object.keys((await (await save([wrong])).json()).errors)).toEqual([field]);
    }
    const tiers = [{ fromFen: 100, rateBps: 500 }];
    const tiered = await save([
      { ...stream, type: 'tiered_share', rule: { of: 'net_sales', mode: 'marginal', tiers } },
    ]);
    expect([tiered.status, (await tiered.json()).errors]).toEqual([
      422,
      { 'components.0.tiers.0.fromFen': expect.any(String) },
    ]);
    expect((await save([{ ...stream, rule: { amountFen: -1 } }])).status).toBe(422);
    expect((await save([{ ...stream, rule: { amountFen: 1, bonus: 2 } }])).status).toBe(422);
    expect((await save([stream, stream])).status).toBe(422);
    expect((await show(versionId)).components).toHaveLength(2);
  });

  it('stay with their clause when the draft is saved, and go with it', async () => {
    await saveClauses(['第一条', '第二条', '第三条']);
    expect((await show(versionId)).components).toHaveLength(2);
    await saveClauses(['第一条']);
    expect((await show(versionId)).components).toMatchObject([stream]);
    await saveClauses(['第一条', '第二条']);
    await answer(save([stream, fees()]));
  });

  it('are copied into a new version, for its own days', async () => {
    const copy = { effectiveFrom: '2026-07-01', copyFrom: versionId };
    const next = (await answer(operator.post(`/api/contracts/${contractId}/versions`, copy))).id;
    const { components } = await show(next);
    expect(
      components.map((one: { type: string; effectiveFrom: string }) => [one.type, one.effectiveFrom]),
    ).toEqual([
      ['per_stream', '2026-07-01'],
      ['fee_share', '2026-07-01'],
    ]);
  });

  it('are part of what both sides accept, and frozen from then on', async () => {
    const hash = async () => {
      const { rows } = await sql<{ hash: string }>`select version_terms_sha256(${versionId}) as hash`.execute(
        testDb.ownerDb,
      );
      return rows[0]!.hash;
    };
    const before = await hash();
    await answer(save([{ ...stream, rule: { amountFen: 30_000 } }, fees()]));
    expect(await hash()).not.toBe(before);
    await testDb.ownerDb.transaction().execute((trx) => agreeTo(trx, versionId));
    const refused = await save([]);
    expect([refused.status, (await refused.json()).code]).toEqual([409, 'not_a_draft']);
    await expect(
      testDb.ownerDb.deleteFrom('pay_component').where('contract_version_id', '=', versionId).execute(),
    ).rejects.toThrow(/confirmed contract version/);
  });

  it('show an anchor the own part of a fee, and nobody else’s', async () => {
    const own = await app.as({ role: 'anchor', anchorId });
    const { components } = await show(versionId, own);
    expect(components[1].rule.parts).toEqual([{ partyId: parties.anchor, takesFrom: 'base', rateBps: 4000 }]);
    const otherId = (await answer(operator.post('/api/anchors', { name: '别人' }))).id;
    const other = await app.as({ role: 'anchor', anchorId: otherId });
    expect((await other.get(at(versionId, '/components'))).status).toBe(404);
    const saved = await own.put(at(versionId, '/components'), { components: [], rowVersion: 1 });
    expect(saved.status).toBe(403);
  });
});
