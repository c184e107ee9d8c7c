import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../db/test-db.ts';
import { addAnchor, addContract, addLines } from '../db/test-scene.ts';
import { SYSTEM } from './domain/identity.ts';
import { createTestApp, type TestClient } from './http/test-client.ts';
import { runSettlement } from './settlements/run-settlement.ts';
import { issueStatements } from './statements/issue-statements.ts';

let t: TestDb;
let operator: TestClient;
let anchor: TestClient;
let contractId: number;
let versionId: number;

/** May: 1,000.00 of commission, June: 3,000.00; the anchor has half. */
beforeAll(async () => {
  t = await createTestDb();
  const app = createTestApp(t);
  operator = await app.as('operator');
  const anchorId = await addAnchor(t.ownerDb, '阿岚');
  anchor = await app.as({ role: 'anchor', anchorId });
  contractId = await addContract(t.ownerDb, anchorId, [
    {
      anchorId,
      tiers: [
        {
          fromFen: 0,
          toFen: null,
          parts: [
            { party: 'anchor', rateBps: 5000 },
            { party: 'agency', rateBps: null },
          ],
        },
      ],
    },
  ]);
  await addLines(t.ownerDb, [
    { id: 1, anchorId, salesFen: 500_000, commissionFen: 100_000 },
    { id: 2, anchorId, salesFen: 900_000, commissionFen: 300_000, settledAt: '2026-06-10T12:00:00+08:00' },
  ]);
  for (const month of ['2026-05', '2026-06'] as const) {
    await runSettlement(t.db, SYSTEM, { month });
    await issueStatements(t.db, SYSTEM, month);
  }
  const { versions } = await answer(operator.get(`/api/contracts/${contractId}`));
  const copy = { effectiveFrom: '2026-09-01', copyFrom: versions[0].id };
  const draft = await answer(operator.post(`/api/contracts/${contractId}/versions`, copy));
  versionId = draft.id;
  const rule = { ...draft.rules[0], effectiveFrom: null, effectiveTo: null };
  const [own, agency] = rule.tiers[0].parts;
  const parts = [
    { partyId: own.partyId, takesFrom: 'base', rateBps: 4000 },
    { partyId: agency.partyId, takesFrom: 'base', rateBps: null },
  ];
  const { clauseNo, base, tierOnRefund } = rule;
  const rules = [{ clauseNo, base, tierOnRefund, tiers: [{ fromFen: 0, toFen: null, parts }] }];
  const { clauses, rowVersion } = draft;
  const edit = { effectiveFrom: '2026-09-01', effectiveTo: null, summary: null, clauses, rules, rowVersion };
  const saved = await answer(operator.put(`/api/contracts/${contractId}/versions/${versionId}`, edit));
  const component = {
    ...{ clauseNo, type: 'guarantee', effectiveFrom: '2026-09-01' },
    rule: { amountFen: 60_000, prorate: false, span: 'month', counts: 'shares', conditions: [] },
  };
  await answer(
    operator.put(`/api/contracts/${contractId}/versions/${versionId}/components`, {
      components: [component],
      rowVersion: saved.rowVersion,
    }),
  );
});
afterAll(() => t.close());

async function answer(sent: Promise<Response>) {
  const response = await sent;
  const body = await response.json();
  if (response.status !== 200) throw new Error(`${response.status}: ${JSON.stringify(body)}`);
  return body;
}

describe('the dry run of a version', () => {
  const path = () => `/api/contracts/${contractId}/versions/${versionId}/dry-run`;

  it('says month by month who gains and who loses, guarantee included', async () => {
    const { months, anchors } = await answer(operator.get(path()));
    expect(months).toEqual(['2026-05', '2026-06']);
    // May: 500.00 → 400.00 topped up to 600.00; June: 1,500.00 → 1,200.00
    expect(anchors).toMatchObject([
      {
        anchorName: '阿岚',
        beforeFen: 200_000,
        afterFen: 180_000,
        diffFen: -20_000,
        months: [
          { month: '2026-05', beforeFen: 50_000, afterFen: 60_000, diffFen: 10_000, unsettledAfter: 0 },
          { month: '2026-06', beforeFen: 150_000, afterFen: 120_000, diffFen: -30_000, unsettledAfter: 0 },
        ],
      },
    ]);
  });

  it('keeps nothing, and is for staff', async () => {
    const entries = await t.ownerDb.selectFrom('pay_entry').select('id').execute();
    expect(entries).toEqual([]);
    expect((await anchor.get(path())).status).toBe(403);
    expect((await operator.get(`${path()}?months=99`)).status).toBe(422);
  });
});
