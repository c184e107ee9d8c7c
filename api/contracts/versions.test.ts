import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { inTransaction } from '../../db/transaction.ts';
import { createTestApp, type TestApp, type TestClient } from '../http/test-client.ts';
import { activateVersion } from './activate-version.ts';

let testDb: TestDb;
let app: TestApp;
let operator: TestClient;
let compliance: TestClient;
let anchorId: number;
let anchorParty: number;
let agencyParty: number;
let contractId: number;

beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
  operator = await app.as('operator');
  compliance = await app.as('compliance');
  agencyParty = (
    await testDb.ownerDb
      .selectFrom('party')
      .select('id')
      .where('kind', '=', 'agency')
      .executeTakeFirstOrThrow()
  ).id;
});
afterAll(() => testDb.close());

let count = 0;
beforeEach(async () => {
  count += 1;
  anchorId = (await (await operator.post('/api/anchors', { name: `主播${count}` })).json()).id;
  anchorParty = (
    await testDb.ownerDb
      .selectFrom('party')
      .select('id')
      .where('anchor_id', '=', anchorId)
      .executeTakeFirstOrThrow()
  ).id;
  const contract = { no: `C-${count}`, anchorId, title: '合作协议', startsOn: '2026-01-01', note: '内部' };
  contractId = (await (await operator.post('/api/contracts', contract)).json()).id;
});

const parts = (agencyBps = 4_000) => [
  { partyId: agencyParty, takesFrom: 'base', rateBps: agencyBps },
  { partyId: anchorParty, takesFrom: 'base', rateBps: null },
];
const tier = (fromFen: number, toFen: number | null, agencyBps?: number) => ({
  fromFen,
  toFen,
  parts: parts(agencyBps),
});
const rule = (more: object = {}) => ({
  clauseNo: '4.1',
  base: 'commission',
  tierOnRefund: 'frozen',
  tiers: [tier(0, null)],
  ...more,
});
const terms = (more: object = {}) => ({
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  summary: null,
  clauses: [{ clauseNo: '4.1', heading: '分成', body: '净佣金甲方四成,乙方六成。' }],
  rules: [rule()],
  rowVersion: 1,
  ...more,
});
const addDraft = async (more: object = {}) =>
  (
    await operator.post(`/api/contracts/${contractId}/versions`, { effectiveFrom: '2026-01-01', ...more })
  ).json();
const save = (versionId: number, values: object, who = operator) =>
  who.put(`/api/contracts/${contractId}/versions/${versionId}`, values);
const activate = (versionId: number, who = compliance) =>
  who.post(`/api/contracts/${contractId}/versions/${versionId}/activate`);
/** A version in force from this day, its rules as given. */
const addActive = async (effectiveFrom = '2026-01-01', rules: object[] = [rule()]) => {
  const draft = await addDraft({ effectiveFrom });
  expect((await save(draft.id, terms({ effectiveFrom, rules }))).status).toBe(200);
  const response = await activate(draft.id);
  expect(response.status).toBe(200);
  return response.json();
};
const show = async (who: TestClient = compliance) => (await who.get(`/api/contracts/${contractId}`)).json();
const asApp = (statement: ReturnType<typeof sql>) =>
  inTransaction(testDb.db, { ...compliance.identity, role: 'admin' }, (trx) => statement.execute(trx));

describe('a draft version', () => {
  it('may be incomplete, and is written whole', async () => {
    const draft = await addDraft({ summary: '首版' });
    expect(draft).toMatchObject({
      versionNo: 1,
      status: 'draft',
      summary: '首版',
      clauses: [],
      rules: [],
      rowVersion: 1,
    });
    const half = await save(draft.id, terms({ rules: [rule({ tiers: [] })] }));
    expect(await half.json()).toMatchObject({
      rowVersion: 2,
      rules: [{ clauseNo: '4.1', tiers: [], active: false }],
    });
    const whole = await (
      await save(
        draft.id,
        terms({
          rowVersion: 2,
          rules: [rule({ tiers: [tier(0, 1_000_000), tier(1_000_000, null, 3_000)] })],
        }),
      )
    ).json();
    expect(whole.rules[0]).toMatchObject({
      effectiveFrom: '2026-01-01',
      effectiveTo: null,
      tiers: [
        { fromFen: 0, toFen: 1_000_000 },
        {
          parts: [
            { position: 1, partyKind: 'agency', rateBps: 3_000 },
            { position: 2, partyId: anchorParty, rateBps: null },
          ],
        },
      ],
    });
    expect((await show()).versions).toEqual([whole]);
  });

  it('can be sent back as it was read', async () => {
    const draft = await addDraft();
    const saved = await (await save(draft.id, terms())).json();
    const { effectiveFrom, effectiveTo, summary, clauses, rowVersion } = saved;
    const rules = saved.rules.map(
      ({
        clauseId: _c,
        brandName: _b,
        productName: _p,
        streamTitle: _s,
        active: _a,
        ...rest
      }: Record<string, unknown>) => ({
        ...rest,
        tiers: (rest.tiers as { parts: object[] }[]).map((one) => ({
          ...one,
          parts: (one.parts as Record<string, unknown>[]).map(
            ({ partyName: _n, partyKind: _k, ...part }) => part,
          ),
        })),
      }),
    );
    const again = await save(draft.id, { effectiveFrom, effectiveTo, summary, clauses, rules, rowVersion });
    expect(again.status).toBe(200);
  });

  it('is refused where it has no meaning, by name of the field', async () => {
    const draft = await addDraft();
    const errors = async (values: object) => (await (await save(draft.id, terms(values))).json()).errors;
    expect(await errors({ rules: [rule({ clauseNo: '9.9' })] })).toEqual({
      'rules.0.clauseNo': 'rule 1: there is no clause 9.9',
    });
    expect(await errors({ rules: [rule({ tiers: [{ ...tier(0, null), margin: 1 }] })] })).toEqual({
      'rules.0.tiers.0.margin': 'unknown field',
    });
    expect(Object.keys(await errors({ effectiveTo: '2026-01-01' }))).toEqual(['effectiveTo']);
    const other = (await (await operator.post('/api/anchors', { name: '别家' })).json()).id;
    const times = { startsAt: '2026-05-01T20:00:00+08:00', endsAt: '2026-05-01T23:00:00+08:00' };
    const stream = await (
      await operator.post('/api/streams', { anchorId: other, platform: 'douyin', title: '别家的', ...times })
    ).json();
    expect(await errors({ rules: [rule({ streamId: stream.id })] })).toEqual({
      'rules.0.streamId': "no stream of the contract's anchor",
    });
    expect((await save(draft.id, terms({ rules: [rule({ brandId: 99_999 })] }))).status).toBe(422);
  });

  it('is not written over what somebody else wrote meanwhile', async () => {
    const draft = await addDraft();
    expect((await save(draft.id, terms())).status).toBe(200);
    const late = await save(draft.id, terms({ summary: '晚了' }));
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      code: 'changed_meanwhile',
      details: { current: { rowVersion: 2, rules: [{}] } },
    });
  });

  it('copies the clauses and rules of another version of its contract', async () => {
    const first = await addActive();
    const copy = await addDraft({ effectiveFrom: '2026-06-01', copyFrom: first.id });
    expect(copy).toMatchObject({
      versionNo: 2,
      status: 'draft',
      clauses: [{ clauseNo: '4.1' }],
      rules: [{ effectiveFrom: '2026-06-01', active: false, tiers: [{ parts: [{}, {}] }] }],
    });
    const unknown = await operator.post(`/api/contracts/${contractId}/versions`, {
      effectiveFrom: '2026-06-01',
      copyFrom: 99_999,
    });
    expect(unknown.status).toBe(404);
  });

  it('can be thrown away, once', async () => {
    const draft = await addDraft();
    await save(draft.id, terms());
    const path = `/api/contracts/${contractId}/versions/${draft.id}`;
    expect((await operator.delete(path)).status).toBe(200);
    expect((await show()).versions).toEqual([]);
    expect((await operator.delete(path)).status).toBe(404);
  });
});

describe('activating a version', () => {
  it('brings the contract and the rules into force, and names who confirmed', async () => {
    const version = await addActive();
    expect(version).toMatchObject({
      status: 'active',
      confirmedByName: expect.stringContaining('compliance'),
      rules: [{ active: true }],
    });
    expect(version.confirmedAt).toMatch(/^\d{4}-\d\d-\d\dT.*[+Z]/);
    expect(await show()).toMatchObject({ status: 'active' });
    const response = await compliance.get(
      `/api/contracts?filter=${encodeURIComponent(JSON.stringify({ id: [contractId] }))}`,
    );
    expect(await response.json()).toMatchObject([{ versionNo: 1, ruleCount: 1, status: 'active' }]);
    const audit = await testDb.ownerDb
      .selectFrom('audit_entry')
      .select('after')
      .where('action', '=', 'contracts.activate')
      .where('entity_id', '=', String(contractId))
      .execute();
    expect(audit).toMatchObject([
      { after: { status: 'active', versions: [{ versionNo: 1, status: 'active' }] } },
    ]);
  });

  it('is refused with the place of what is missing', async () => {
    const draft = await addDraft();
    const rules = [
      rule(),
      rule({ platform: 'douyin', tiers: [tier(0, 100), tier(100, 200), tier(300, null)] }),
    ];
    await save(draft.id, terms({ rules }));
    const response = await activate(draft.id);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: 'tiers_not_contiguous',
      message: 'rule 2, tier 3: the tier does not start where the one before it ends',
      errors: { 'rules.1.tiers.2': expect.any(String) },
    });
    expect(await show()).toMatchObject({ status: 'draft', versions: [{ status: 'draft' }] });
  });

  it('is for compliance and admins', async () => {
    const draft = await addDraft();
    await save(draft.id, terms());
    for (const role of ['operator', 'finance', 'anchor'] as const) {
      expect((await activate(draft.id, await app.as(role))).status).toBe(403);
    }
    expect((await activate(draft.id, await app.as('admin'))).status).toBe(200);
    expect((await save(draft.id, terms({ rowVersion: 3 }), compliance)).status).toBe(403);
  });

  it('ends the version before it the day before, rules and all', async () => {
    const first = await addActive('2026-01-01', [
      rule(),
      rule({ platform: 'douyin', effectiveFrom: '2026-09-01' }),
    ]);
    const second = await addActive('2026-06-01');
    const { versions } = await show();
    expect(
      versions.map(({ id, effectiveFrom, effectiveTo }: Record<string, unknown>) => ({
        id,
        effectiveFrom,
        effectiveTo,
      })),
    ).toEqual([
      { id: second.id, effectiveFrom: '2026-06-01', effectiveTo: null },
      { id: first.id, effectiveFrom: '2026-01-01', effectiveTo: '2026-06-01' },
    ]);
    expect(versions[1]).toMatchObject({
      status: 'ended',
      rules: [
        { effectiveTo: '2026-06-01', active: true },
        { platform: 'douyin', active: false },
      ],
    });
  });

  it('does not start before the version in force, and does not happen twice', async () => {
    const first = await addActive('2026-03-01');
    expect((await activate(first.id)).status).toBe(409);
    const draft = await addDraft({ effectiveFrom: '2026-03-01' });
    await save(draft.id, terms({ effectiveFrom: '2026-03-01' }));
    expect(await (await activate(draft.id)).json()).toMatchObject({
      code: 'starts_before_version_in_force',
      errors: { effectiveFrom: expect.any(String) },
    });
    const early = await addDraft({ effectiveFrom: '2025-12-31' });
    await save(early.id, terms({ effectiveFrom: '2025-12-31' }));
    expect(await (await activate(early.id)).json()).toMatchObject({ code: 'before_contract' });
  });

  it('fills days before a later version without touching it', async () => {
    const later = await addActive('2026-06-01');
    const draft = await addDraft();
    await save(draft.id, terms({ effectiveTo: '2026-06-01' }));
    expect((await activate(draft.id)).status).toBe(200);
    const { versions } = await show();
    expect(versions.find(({ id }: { id: number }) => id === later.id)).toMatchObject({
      effectiveTo: null,
      rules: [{ active: true, effectiveTo: null }],
    });
  });

  it('is refused while another contract of the anchor shares the same on these days', async () => {
    await addActive();
    const second = await (
      await operator.post('/api/contracts', {
        no: `C-${count}-B`,
        anchorId,
        title: '第二份',
        startsOn: '2026-01-01',
      })
    ).json();
    contractId = second.id;
    const draft = await addDraft();
    await save(draft.id, terms());
    expect(await (await activate(draft.id)).json()).toMatchObject({ code: 'rule_overlaps' });
    expect(await show()).toMatchObject({ status: 'draft' });
  });

  it('happens once when six ask for it at once', async () => {
    const draft = await addDraft();
    await save(draft.id, terms());
    const place = { contractId, versionId: draft.id };
    const attempts = Array.from({ length: 6 }, () =>
      activateVersion(app.services, compliance.identity, place),
    );
    const answers = await Promise.allSettled(attempts);
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(refusals).toHaveLength(5);
    for (const refusal of refusals) expect(refusal).toMatchObject({ kind: 'conflict', code: 'not_a_draft' });
    expect((await show()).versions).toMatchObject([{ status: 'active', rowVersion: 3 }]);
  });
});

describe('terms in force', () => {
  it('are not edited or thrown away through the API', async () => {
    const version = await addActive();
    const path = `/api/contracts/${contractId}/versions/${version.id}`;
    expect(await (await save(version.id, terms({ rowVersion: version.rowVersion }))).json()).toMatchObject({
      code: 'not_a_draft',
    });
    expect((await operator.delete(path)).status).toBe(409);
    expect((await show()).versions).toEqual([version]);
  });

  it('are not edited by SQL either', async () => {
    const version = await addActive();
    const [shareRule] = version.rules;
    const [shareTier] = shareRule.tiers;
    const attempts = [
      sql`update share_rule set base = 'sales' where id = ${shareRule.id}`,
      sql`update share_rule set effective = daterange('2026-02-01', null) where id = ${shareRule.id}`,
      sql`delete from share_rule where id = ${shareRule.id}`,
      sql`update share_tier set to_fen = 5 where id = ${shareTier.id}`,
      sql`delete from share_tier where id = ${shareTier.id}`,
      sql`update share_part set rate_bps = 9999 where tier_id = ${shareTier.id} and position = 1`,
      sql`delete from share_part where tier_id = ${shareTier.id}`,
    ];
    for (const attempt of attempts) await expect(asApp(attempt)).rejects.toMatchObject({ code: '23001' });
    expect((await show()).versions).toEqual([version]);
  });

  it('end with the last day of their contract', async () => {
    await addActive();
    const { id: _, anchorName: _a, versions: _v, ...values } = await show();
    const path = `/api/contracts/${contractId}`;
    expect(await (await operator.put(path, { ...values, status: 'ended' })).json()).toMatchObject({
      code: 'end_has_no_day',
    });
    expect((await operator.put(path, { ...values, status: 'ended', endsOn: '2026-06-30' })).status).toBe(200);
    const ended = await show();
    expect(ended.versions).toMatchObject([
      { effectiveTo: '2026-07-01', rules: [{ effectiveTo: '2026-07-01', active: true }] },
    ]);
    const again = await operator.put(path, { ...values, status: 'active', rowVersion: ended.rowVersion });
    expect(await again.json()).toMatchObject({ code: 'ended_stays' });
    const draft = await addDraft({ effectiveFrom: '2026-08-01' });
    await save(draft.id, terms({ effectiveFrom: '2026-08-01' }));
    expect(await (await activate(draft.id)).json()).toMatchObject({ code: 'contract_ended' });
  });
});

describe('an anchor', () => {
  it('reads the own contract with the own part alone, without notes and drafts', async () => {
    const version = await addActive();
    await addDraft({ effectiveFrom: '2026-09-01', copyFrom: version.id, summary: '压价方案' });
    const own = await app.as({ role: 'anchor', anchorId });
    const shown = await show(own);
    expect(shown).not.toHaveProperty('note');
    expect(shown.versions).toMatchObject([{ id: version.id, clauses: [{ clauseNo: '4.1' }] }]);
    expect(shown.versions[0].rules[0].tiers[0].parts).toEqual([
      {
        position: 2,
        partyId: anchorParty,
        partyName: `主播${count}`,
        partyKind: 'anchor',
        takesFrom: 'base',
        rateBps: null,
      },
    ]);
    expect(JSON.stringify(shown)).not.toContain('压价');
    const list = await (await own.get('/api/contracts')).json();
    expect(list).toMatchObject([{ id: contractId, versionNo: 1 }]);
    expect(list[0]).not.toHaveProperty('note');
  });

  it('neither reads nor writes another anchor’s', async () => {
    const version = await addActive();
    const other = await app.as('anchor');
    expect((await other.get(`/api/contracts/${contractId}`)).status).toBe(404);
    expect(await (await other.get('/api/contracts')).json()).toEqual([]);
    expect((await activate(version.id, other)).status).toBe(403);
    expect((await save(version.id, terms(), other)).status).toBe(403);
    const draft = { effectiveFrom: '2026-01-01' };
    expect((await other.post(`/api/contracts/${contractId}/versions`, draft)).status).toBe(403);
  });
});
