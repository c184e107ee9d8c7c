import {
  type Ids,
  idOf,
  idOfOther,
  listPayable,
  plantWords,
  readIds,
  readSecretAmounts,
} from '../db/anchor-wall-canaries.ts';
import type { TestDb } from '../db/test-db.ts';
import { addLines } from '../db/test-scene.ts';
import { addCaseIds, plantCase } from './anchor-wall-cases.testing.ts';
import { plantContractPapers } from './anchor-wall-contracts.testing.ts';
import { addPaymentIds, askForOneApprover, plantPayments } from './anchor-wall-payments.testing.ts';
import { plantSamples } from './anchor-wall-samples.testing.ts';
import { createSeededTestDb, SEEDED_SEAL_KEY } from './cli/seed/seeded-test-db.ts';
import { createTestApp, type TestApp, type TestClient } from './http/test-client.ts';

/** The demo with words and amounts in it that an anchor must never meet, and the anchor who looks for them. */
export interface WallScene {
  testDb: TestDb;
  app: TestApp;
  /** 小鹿, who has a part in another anchor's lines: the one who could see most. */
  anchor: TestClient;
  anchorId: number;
  /** Amounts that belong to others or to the agency, as an answer or a PDF would write them. */
  secretAmounts: ReadonlySet<string>;
  /** By path parameter's place: ids the anchor owns and ids of others. */
  ids: Ids;
}

/** Unlike any other amount of the demo. */
const OWN_COMMISSION_FEN = 70_000_019;
const OTHERS_COMMISSION_FEN = 60_000_053;
const LINES = { own: 900_000_001, others: 900_000_002 };

export async function openWallScene(): Promise<WallScene> {
  const testDb = await createSeededTestDb();
  const app = createTestApp(testDb, { services: { sealKey: SEEDED_SEAL_KEY } });
  const anchorId = await idOf(testDb, '小鹿');
  await plantWords(testDb, anchorId);
  await addLines(testDb.ownerDb, [
    juneLine(LINES.own, anchorId, OWN_COMMISSION_FEN),
    juneLine(LINES.others, await idOfOther(testDb, anchorId), OTHERS_COMMISSION_FEN),
  ]);
  await askForOneApprover(testDb);
  await settleAndPay(app, testDb, anchorId);
  await plantPayments(testDb, anchorId, await idOfOther(testDb, anchorId));
  await plantContractPapers(app, anchorId, await idOfOther(testDb, anchorId));
  await plantSamples(testDb, anchorId, await idOfOther(testDb, anchorId));
  await plantCase(app, testDb, LINES);
  const ids = await readIds(testDb, anchorId, LINES);
  await addCaseIds(ids, testDb, anchorId);
  await addPaymentIds(ids, testDb, anchorId);
  return {
    testDb,
    app,
    anchor: await app.as({ role: 'anchor', anchorId }),
    anchorId,
    secretAmounts: await readSecretAmounts(testDb, anchorId, LINES),
    ids,
  };
}

const juneLine = (id: number, anchorId: number, commissionFen: number) => ({
  id,
  anchorId,
  commissionFen,
  salesFen: commissionFen * 4,
  paidAt: '2026-06-10T12:00:00+08:00',
  settledAt: '2026-06-20T12:00:00+08:00',
});

/** June by the routes finance uses, then a payout of the anchor's own and one of somebody else, both with their PDF. */
async function settleAndPay(app: TestApp, testDb: TestDb, anchorId: number): Promise<void> {
  const finance = await app.as('finance');
  const second = await app.as('admin');
  await testDb.ownerDb
    .insertInto('step_up')
    .columns(['session_id', 'user_id'])
    .expression((eb) =>
      eb.selectFrom('login_session').select(['id', 'user_id']).where('user_id', '=', second.identity.userId!),
    )
    .execute();
  await mustSucceed(finance.post('/api/settlements', { month: '2026-06' }));
  await mustSucceed(finance.post('/api/statements/issue', { month: '2026-06' }));
  const anchors = [anchorId, await idOfOther(testDb, anchorId)];
  for (const studio of await listStudios(testDb, anchors)) {
    const invoices = [
      {
        number: 'WALL-1',
        seller: studio.payee_name!,
        amountFen: OTHERS_COMMISSION_FEN,
        issuedOn: '2026-07-02',
      },
    ];
    await mustSucceed(
      finance.post(`/api/anchors/${studio.anchor_id}/tax-inputs`, { month: '2026-06', invoices }),
    );
  }
  for (const statementId of await listPayable(testDb, '2026-06', anchors)) {
    const { id } = await mustSucceed(finance.post('/api/payouts', { statementId }));
    await mustSucceed(second.post(`/api/payouts/${id}/approve`));
  }
}

/** Who of these is paid against invoices of a studio. */
const listStudios = ({ ownerDb }: TestDb, anchors: number[]) =>
  ownerDb
    .selectFrom('tax_profile')
    .select(['anchor_id', 'payee_name'])
    .where('regime', '=', 'studio_invoice')
    .where('anchor_id', 'in', anchors)
    .execute();

async function mustSucceed(sent: Promise<Response>): Promise<{ id: number }> {
  const response = await sent;
  if (response.status !== 200)
    throw new Error(`the scene fails: ${response.status} ${await response.text()}`);
  return response.json() as Promise<{ id: number }>;
}
