import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { addAnchor, addContract, addLines, type PartSpec } from '../../db/test-scene.ts';
import { createTestApp, type TestApp, type TestClient } from '../http/test-client.ts';
import { readPages, readRows } from '../pdf/read-pdf.testing.ts';

const half: PartSpec[] = [
  { party: 'agency', rateBps: null },
  { party: 'anchor', rateBps: 5000 },
];
let t: TestDb;
let app: TestApp;
let finance: TestClient;
let lan: number;
let qiao: number;

beforeAll(async () => {
  t = await createTestDb();
  app = createTestApp(t);
  finance = await app.as('finance');
  [lan, qiao] = [await addAnchor(t.ownerDb, '=阿岚'), await addAnchor(t.ownerDb, '乔乔')];
  for (const anchorId of [lan, qiao])
    await addContract(t.ownerDb, anchorId, [{ anchorId, tiers: [{ fromFen: 0, toFen: null, parts: half }] }]);
  await addLines(t.ownerDb, [
    { id: 1, anchorId: lan, salesFen: 10_000_000, commissionFen: 6_000_000 },
    { id: 2, anchorId: qiao, salesFen: 1_000_000, commissionFen: 160_000 },
  ]);
  await sql`update payment_setting set withholds_tax = true`.execute(t.ownerDb);
  await finance.post('/api/settlements', { month: '2026-05' });
});
afterAll(() => t.close());

const post = async (path: string, body: unknown, who = finance) => {
  const answer = await who.post(`/api${path}`, body);
  return { status: answer.status, body: await answer.json() };
};
const get = async (path: string, who = finance) => (await who.get(`/api${path}`)).json();
const labour = { regime: 'labour_single_payment', effectiveFrom: '2026-01', source: '合同第 3 条' };

describe('the tax of a month by the API', () => {
  it('shows who cannot be reckoned and what to do, and issues nothing until it is done', async () => {
    await post(`/anchors/${lan}/tax-profiles`, labour);
    const preview = await get('/tax/preview?month=2026-05');
    expect(preview).toMatchObject({
      withholdsTax: true,
      isIssued: false,
      withheld: [{ anchorId: lan, grossFen: 3_000_000, taxFen: 520_000 }],
      refused: [
        { anchorId: qiao, code: 'no_tax_profile', whatToDo: { zh: expect.stringContaining('登记') } },
      ],
    });
    expect(await post('/statements/issue', { month: '2026-05' })).toMatchObject({
      status: 409,
      body: { code: 'tax_not_ready' },
    });
    expect((await get('/tax-withholdings')).length).toBe(0);
  });

  it('refuses a regime whose setting is off, a studio without a name, and others than finance', async () => {
    expect(
      await post(`/anchors/${qiao}/tax-profiles`, { ...labour, regime: 'platform_worker_cumulative' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'platform_regime_off' },
    });
    expect(
      (await post(`/anchors/${qiao}/tax-profiles`, { ...labour, regime: 'studio_invoice' })).status,
    ).toBe(422);
    expect((await post(`/anchors/${qiao}/tax-profiles`, labour, await app.as('admin'))).status).toBe(403);
    expect(await get('/tax-regimes')).toContainEqual(
      expect.objectContaining({ regime: 'platform_worker_cumulative', allowed: false }),
    );
  });

  it('withholds at issue, with the working, and takes no other profile for that month after', async () => {
    await post(`/anchors/${qiao}/tax-profiles`, labour);
    expect((await post('/statements/issue', { month: '2026-05' })).body).toMatchObject({ issued: 2 });
    const rows = await get('/tax-withholdings?filter={"month":"2026-05"}');
    expect(rows).toMatchObject([
      { anchorId: qiao, grossFen: 80_000, taxFen: 0 },
      { anchorId: lan, taxFen: 520_000, netFen: 2_480_000 },
    ]);
    expect(rows[1].working.map(({ zh }: { zh: string }) => zh).join('')).toContain('5,200.00');
    const again = await post(`/anchors/${lan}/tax-profiles`, {
      ...labour,
      regime: 'nonresident_labour',
      effectiveFrom: '2026-05',
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'withheld_already' } });
    expect(await get('/tax/preview?month=2026-05')).toMatchObject({
      isIssued: true,
      totals: { taxFen: 520_000 },
    });
  });

  it('reports a quarter as table and as CSV without live formulas', async () => {
    expect(await get('/tax/quarter?year=2026&quarter=2')).toMatchObject({
      rows: [
        { anchorId: lan, months: 1, taxFen: 520_000 },
        { anchorId: qiao, taxFen: 0 },
      ],
      totals: { grossFen: 3_080_000, taxFen: 520_000, netFen: 2_560_000 },
    });
    const csv = await (await finance.get('/api/tax/quarter.csv?year=2026&quarter=2')).text();
    expect(csv).toContain("'=阿岚");
    expect(csv).toContain('30000.00,5200.00,0.00,24800.00');
    expect(await get('/tax/quarter?year=2026&quarter=3')).toMatchObject({ rows: [] });
  });

  it('certifies a year to its own anchor, who sees nothing of others', async () => {
    const own = await app.as({ role: 'anchor', anchorId: lan });
    const answer = await own.get(`/api/anchors/${lan}/tax-certificate.pdf?year=2026`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const text = readPages(Buffer.from(await answer.arrayBuffer()))
      .flatMap(readRows)
      .join('\n');
    for (const said of ['年度收入与代扣税款证明', '2026-05', '30,000.00', '5,200.00', 'ST202605-00001'])
      expect(text).toContain(said);
    expect((await own.get(`/api/anchors/${qiao}/tax-certificate.pdf?year=2026`)).status).toBe(404);
    expect((await own.get(`/api/anchors/${lan}/tax-certificate.pdf?year=2025`)).status).toBe(409);
    expect(
      (await get('/tax-withholdings', own)).map(({ anchorId }: { anchorId: number }) => anchorId),
    ).toEqual([lan]);
    expect((await own.get('/api/tax/quarter?year=2026&quarter=2')).status).toBe(403);
  });
});
