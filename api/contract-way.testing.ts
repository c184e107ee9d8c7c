import { createTestDb, type TestDb } from '../db/test-db.ts';
import { buildDocx, paragraph } from './documents/docx/build-docx.testing.ts';
import { createTestApp, type TestApp, type TestClient } from './http/test-client.ts';

/** One contract of one anchor, and everybody who has to do with it. */
export interface WayScene {
  testDb: TestDb;
  app: TestApp;
  operator: TestClient;
  compliance: TestClient;
  finance: TestClient;
  anchor: TestClient;
  anchorId: number;
  anchorParty: number;
  agencyParty: number;
  contractId: number;
}

export const FAIR = [
  '直播带货合作协议',
  '甲方：明播文化有限公司　乙方：小满',
  '第一条 合作',
  '甲方为乙方提供选品与运营服务，双方为平等的商事合作关系。',
  '第二条 分成',
  '平台结算佣金由乙方得60%，甲方得40%。',
];
/** A penalty that compliance may waive, and one more clause to talk about. */
export const PENALTY = ['第三条 违约', '乙方提前解约的，无论何种原因，应一次性向甲方赔偿人民币五百万元。'];
export const FAIR_PENALTY = ['第三条 违约', '任何一方违约的，赔偿守约方因此受到的实际损失。'];
/** What nobody may send. */
export const KEEPS_ID = ['第四条 证件', '甲方有权保管乙方的身份证原件直至合同期满。'];

export const docxOf = (...lines: string[]): Buffer =>
  buildDocx({ body: lines.map((line) => paragraph(line)).join('') });

export async function openWayScene(bornOn: string | null = '1995-05-05'): Promise<WayScene> {
  const testDb = await createTestDb();
  const app = createTestApp(testDb);
  const [operator, compliance, finance] = [
    await app.as('operator'),
    await app.as('compliance'),
    await app.as('finance'),
  ];
  const { id: anchorId } = await mustBe(operator.post('/api/anchors', { name: '小满', bornOn }));
  const partyOf = async (column: 'kind' | 'anchor_id', value: string | number) => {
    const party = testDb.ownerDb
      .selectFrom('party')
      .select('id')
      .where(column, '=', value as never);
    return (await party.executeTakeFirstOrThrow()).id;
  };
  const { id: contractId } = await mustBe(
    operator.post('/api/contracts', { no: 'C-1', anchorId, title: '合作协议', startsOn: '2026-01-01' }),
  );
  return {
    testDb,
    app,
    operator,
    compliance,
    finance,
    anchor: await app.as({ role: 'anchor', anchorId }),
    anchorId,
    anchorParty: await partyOf('anchor_id', anchorId),
    agencyParty: await partyOf('kind', 'agency'),
    contractId,
  };
}

/** The answer's JSON; anything but 200 fails with what was said. */
export async function mustBe(sent: Promise<Response>, status = 200) {
  const response = await sent;
  const text = await response.text();
  if (response.status !== status) throw new Error(`${response.status} instead of ${status}: ${text}`);
  return JSON.parse(text);
}

export const fileForm = (bytes: Buffer, name: string): RequestInit => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return { method: 'POST', body: form };
};

/** Verbs over the versions of the scene's contract; `version` is an id. */
export function verbsOf(scene: () => WayScene) {
  const at = (version: number, rest = '') =>
    `/api/contracts/${scene().contractId}/versions/${version}${rest}`;
  return {
    at,
    addDraft: async (more: object = {}): Promise<{ id: number; clauses: { clauseNo: string }[] }> =>
      mustBe(
        scene().operator.post(`/api/contracts/${scene().contractId}/versions`, {
          effectiveFrom: '2026-01-01',
          ...more,
        }),
      ),
    upload: (version: number, bytes: Buffer, name = '合同.docx', who = scene().operator) =>
      who.request(at(version, '/documents'), fileForm(bytes, name)),
    show: async (version: number, who = scene().compliance) => {
      const { versions } = await mustBe(who.get(`/api/contracts/${scene().contractId}`));
      return versions.find(({ id }: { id: number }) => id === version);
    },
    review: (version: number, who = scene().compliance) => mustBe(who.get(at(version, '/review'))),
    /** Share terms beside the text: sixty to the anchor, forty to the agency. */
    writeTerms: async (version: number, clauseNo = '第二条') => {
      const { anchorParty, agencyParty, contractId, operator } = scene();
      const { versions } = await mustBe(operator.get(`/api/contracts/${contractId}`));
      const { clauses, rowVersion } = versions.find(({ id }: { id: number }) => id === version);
      const parts = [
        { partyId: anchorParty, takesFrom: 'base', rateBps: 6000 },
        { partyId: agencyParty, takesFrom: 'base', rateBps: null },
      ];
      const rule = {
        clauseNo,
        base: 'commission',
        tierOnRefund: 'frozen',
        tiers: [{ fromFen: 0, toFen: null, parts }],
      };
      const draft = {
        effectiveFrom: '2026-01-01',
        effectiveTo: null,
        summary: null,
        clauses,
        rules: [rule],
        rowVersion,
      };
      return operator.put(at(version), draft);
    },
    /** The words of one side, for what stands now. */
    accept: async (version: number, who: TestClient, verb: 'accept' | 'acknowledge', more: object = {}) => {
      const form = await mustBe(who.get(at(version, '/acceptance')));
      const { textSha256, termsSha256, statementSha256, lang } = form;
      const word = { signerName: '小满', textSha256, termsSha256, statementSha256, lang, isRead: true };
      return who.post(at(version, `/${verb}`), { ...word, ...more });
    },
  };
}
