import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp, type TestClient } from '../http/test-client.ts';

/** The house of a test file, and the contract every test of it starts with: fresh, of a fresh anchor, without versions. */
export interface VersionState {
  testDb: TestDb;
  app: TestApp;
  operator: TestClient;
  compliance: TestClient;
  agencyParty: number;
  anchorId: number;
  anchorParty: number;
  contractId: number;
  count: number;
}

/** Call once at the head of a test file; the state is there inside of tests only. */
export function openVersionScene() {
  const state = { count: 0 } as VersionState;
  beforeAll(() => openHouse(state));
  afterAll(() => state.testDb.close());
  beforeEach(() => startContract(state));
  return { state, ...termsOf(state), ...verbsOf(state) };
}

async function openHouse(state: VersionState): Promise<void> {
  state.testDb = await createTestDb();
  state.app = createTestApp(state.testDb);
  state.operator = await state.app.as('operator');
  state.compliance = await state.app.as('compliance');
  state.agencyParty = await partyWhere(state, 'kind', 'agency');
}

async function startContract(state: VersionState): Promise<void> {
  const { operator } = state;
  state.count += 1;
  const name = `主播${state.count}`;
  state.anchorId = (await (await operator.post('/api/anchors', { name })).json()).id;
  state.anchorParty = await partyWhere(state, 'anchor_id', state.anchorId);
  const { anchorId } = state;
  const contract = {
    no: `C-${state.count}`,
    anchorId,
    title: '合作协议',
    startsOn: '2026-01-01',
    note: '内部',
  };
  state.contractId = (await (await operator.post('/api/contracts', contract)).json()).id;
}

const partyWhere = async ({ testDb }: VersionState, column: 'kind' | 'anchor_id', value: string | number) =>
  (
    await testDb.ownerDb
      .selectFrom('party')
      .select('id')
      .where(column, '=', value as never)
      .executeTakeFirstOrThrow()
  ).id;

/** Terms as a browser sends them: one clause, one rule of one tier, four tenths to the agency. */
function termsOf(state: VersionState) {
  const tier = (fromFen: number, toFen: number | null, agencyBps = 4_000) => ({
    fromFen,
    toFen,
    parts: [
      { partyId: state.agencyParty, takesFrom: 'base', rateBps: agencyBps },
      { partyId: state.anchorParty, takesFrom: 'base', rateBps: null },
    ],
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
  return { tier, rule, terms };
}

function verbsOf(state: VersionState) {
  const { rule, terms } = termsOf(state);
  const versions = () => `/api/contracts/${state.contractId}/versions`;
  const addDraft = async (more: object = {}) =>
    (await state.operator.post(versions(), { effectiveFrom: '2026-01-01', ...more })).json();
  const save = (versionId: number, values: object, who = state.operator) =>
    who.put(`${versions()}/${versionId}`, values);
  const verb = (versionId: number, name: string, who: TestClient, body?: object) =>
    who.post(`${versions()}/${versionId}/${name}`, body);
  /** Both sides agree, on paper: submitted, sent, signed, acknowledged. Steps that are refused are left out. */
  const agree = async (versionId: number) => {
    const { operator, compliance } = state;
    await verb(versionId, 'submit', operator);
    await verb(versionId, 'send', compliance);
    const paper = { signerName: '主播', signedOn: '2025-12-20', documentId: null };
    await verb(versionId, 'paper-acceptance', compliance, paper);
    const form = await (await operator.get(`${versions()}/${versionId}/acceptance`)).json();
    const { textSha256, termsSha256, statementSha256, lang } = form;
    const word = { signerName: '机构', textSha256, termsSha256, statementSha256, lang, isRead: true };
    await verb(versionId, 'acknowledge', operator, word);
  };
  const activate = (versionId: number, who = state.compliance) => verb(versionId, 'activate', who);
  /** A version in force from this day, its rules as given. */
  const addActive = async (effectiveFrom = '2026-01-01', rules: object[] = [rule()]) => {
    const draft = await addDraft({ effectiveFrom });
    expect((await save(draft.id, terms({ effectiveFrom, rules }))).status).toBe(200);
    await agree(draft.id);
    const response = await activate(draft.id);
    expect([response.status, await response.clone().text()]).toEqual([200, expect.any(String)]);
    return response.json();
  };
  const show = async (who = state.compliance) => (await who.get(`/api/contracts/${state.contractId}`)).json();
  return { addDraft, save, verb, agree, activate, addActive, show };
}
