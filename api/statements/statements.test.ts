import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { addAnchor, addContract, addLines, type PartSpec } from '../../db/test-scene.ts';
import { createTestApp, type TestApp, type TestClient } from '../http/test-client.ts';

const half: PartSpec[] = [
  { party: 'agency', rateBps: null },
  { party: 'anchor', rateBps: 5000 },
];
const tiers = [{ fromFen: 0, toFen: null, parts: half }];

let t: TestDb;
let app: TestApp;
let finance: TestClient;
let lan: number;
let qiao: number;

beforeAll(async () => {
  t = await createTestDb();
  app = createTestApp(t);
  finance = await app.as('finance');
  [lan, qiao] = [await addAnchor(t.ownerDb, '阿岚'), await addAnchor(t.ownerDb, '乔乔')];
  for (const anchorId of [lan, qiao]) await addContract(t.ownerDb, anchorId, [{ anchorId, tiers }]);
  // 阿岚 sells for 100.00 in May and all of it comes back in June; 乔乔 sells in both months
  await addLines(t.ownerDb, [
    { id: 1, anchorId: lan },
    { id: 2, anchorId: qiao, commissionFen: 3001 },
    {
      id: 3,
      anchorId: lan,
      kind: 1,
      refundOfId: 1,
      salesFen: -10_000,
      commissionFen: -2000,
      settledAt: '2026-06-03T10:00:00+08:00',
    },
    { id: 4, anchorId: qiao, settledAt: '2026-06-04T10:00:00+08:00' },
    { id: 5, anchorId: lan, settledAt: '2026-07-04T10:00:00+08:00' },
  ]);
});
afterAll(() => t.close());

const settleAndIssue = async (month: string) => {
  await finance.post('/api/settlements', { month });
  const answer = await finance.post('/api/statements/issue', { month });
  return { status: answer.status, body: await answer.json() };
};
const statementOf = async (client: TestClient, month: string, anchorId: number) => {
  const rows = (await (
    await client.get(`/api/statements?filter=${encodeURIComponent(JSON.stringify({ month, anchorId }))}`)
  ).json()) as { id: number }[];
  return (await client.get(`/api/statements/${rows[0]?.id}`)).json();
};

describe('issuing the statements of a month', () => {
  it('refuses a month in which nothing is settled', async () => {
    const answer = await finance.post('/api/statements/issue', { month: '2026-05' });
    expect([answer.status, (await answer.json()).code]).toEqual([409, 'nothing_settled']);
  });

  it('gives each anchor one statement with a number and closes the month', async () => {
    expect(await settleAndIssue('2026-05')).toEqual({
      status: 200,
      body: { month: '2026-05', issued: 2, payableFen: 2500, earlierOpen: [] },
    });
    expect(await statementOf(finance, '2026-05', qiao)).toMatchObject({
      no: 'ST202605-00002',
      earnedFen: 1500,
      payableFen: 1500,
      issuedByName: expect.stringContaining('finance'),
    });
    const again = await finance.post('/api/statements/issue', { month: '2026-05' });
    expect((await again.json()).code).toBe('already_issued');
  });

  it('carries a negative month forward and pays only what is left of the next', async () => {
    await settleAndIssue('2026-06');
    expect(await statementOf(finance, '2026-06', lan)).toMatchObject({
      openingFen: 0,
      earnedFen: -1000,
      closingFen: -1000,
      payableFen: 0,
    });
    expect((await statementOf(finance, '2026-06', lan)).document.reversals).toEqual([
      expect.objectContaining({ orderNo: 'NO3', settledIn: '2026-05', reason: 'refund', amountFen: -1000 }),
    ]);
    await settleAndIssue('2026-07');
    expect(await statementOf(finance, '2026-07', lan)).toMatchObject({
      openingFen: -1000,
      earnedFen: 1000,
      closingFen: 0,
      payableFen: 0,
    });
  });

  it('settles a line that comes late for a closed month in the next open one', async () => {
    await addLines(t.ownerDb, [{ id: 9, anchorId: lan, settledAt: '2026-05-30T10:00:00+08:00' }]);
    const closed = await finance.post('/api/settlements', { month: '2026-05' });
    expect((await closed.json()).code).toBe('month_closed');
    expect(await (await finance.post('/api/settlements', { month: '2026-08' })).json()).toMatchObject({
      lines: 1,
      month: '2026-08',
    });
  });

  it('wants the months in their order, since balances carry forward', async () => {
    await addLines(t.ownerDb, [{ id: 10, anchorId: lan, settledAt: '2026-09-30T10:00:00+08:00' }]);
    const answer = await settleAndIssue('2026-09');
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'earlier_month_open', details: { month: '2026-08' } },
    });
  });

  it('leaves an issued statement as it is, whoever asks', async () => {
    await expect(
      sql`update statement set earned_fen = earned_fen + 1, closing_fen = closing_fen + 1`.execute(t.ownerDb),
    ).rejects.toThrow('not edited');
  });
});

describe('a statement on screen and on paper', () => {
  it('is the same PDF each time it is asked for', async () => {
    const { id, no } = await statementOf(finance, '2026-05', lan);
    const [first, second] = await Promise.all([1, 2].map(() => finance.get(`/api/statements/${id}/pdf`)));
    const bytes = Buffer.from(await first!.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first!.headers.get('content-disposition')).toBe(`inline; filename="${no}.pdf"`);
    expect(first!.headers.get('etag')).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`);
    expect(Buffer.from(await second!.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('lists its lines, and each says why', async () => {
    const { id } = await statementOf(finance, '2026-05', qiao);
    const lines = await (await finance.get(`/api/statements/${id}/lines`)).json();
    expect(lines).toEqual([
      expect.objectContaining({
        lineId: 2,
        seq: 0,
        orderNo: 'NO2',
        streamTitle: null,
        baseFen: 3001,
        rateBps: 5000,
        amountFen: 1500,
      }),
    ]);
    const why = await (await finance.get('/api/settlement-lines/2/0/explain')).json();
    expect(why.parts).toEqual([
      expect.objectContaining({ kind: 'agency', amountFen: 1501, rateBps: null }),
      expect.objectContaining({ kind: 'anchor', amountFen: 1500, rateBps: 5000, fromFen: 3001 }),
    ]);
    expect(why.sentences.map((s: { text: string }) => s.text).join('\n')).toContain(
      '30.01 × 50.00% = 15.00 元（不足一分舍去）',
    );
  });
});

describe('an anchor', () => {
  it('sees own statements and why, the own part alone, and nothing of anybody else', async () => {
    const anchor = await app.as({ role: 'anchor', anchorId: qiao });
    const rows = await (await anchor.get('/api/statements')).json();
    expect(rows.map((row: { anchorName: string }) => row.anchorName)).toEqual(['乔乔', '乔乔']);
    const other = await statementOf(finance, '2026-05', lan);
    for (const path of ['', '/pdf', '/lines'])
      expect((await anchor.get(`/api/statements/${other.id}${path}`)).status).toBe(404);
    const why = await (await anchor.get('/api/settlement-lines/2/0/explain')).json();
    expect(why.parts).toEqual([expect.objectContaining({ partyName: '乔乔', amountFen: 1500 })]);
    expect(JSON.stringify(why)).not.toContain('1501');
    expect((await anchor.get('/api/settlement-lines/1/0/explain')).status).toBe(404);
    expect((await anchor.get('/api/settlement-lines')).status).toBe(403);
    expect((await anchor.post('/api/settlements', { month: '2026-05' })).status).toBe(403);
  });
});

describe('a co-host', () => {
  it('sees why of the own part of another anchor’s line, without that contract’s words or that anchor’s sales', async () => {
    const guest = await addAnchor(t.ownerDb, '小鹿');
    const { id: partyId } = await t.ownerDb
      .selectFrom('party')
      .select('id')
      .where('anchor_id', '=', guest)
      .executeTakeFirstOrThrow();
    const host = await addAnchor(t.ownerDb, '老陈');
    await addContract(
      t.ownerDb,
      host,
      [
        {
          anchorId: host,
          tiers: [
            {
              fromFen: 0,
              toFen: null,
              parts: [
                { party: 'agency', rateBps: null },
                { party: 'anchor', rateBps: 4000 },
                { party: partyId, rateBps: 500 },
              ],
            },
          ],
        },
      ],
      'HOST-1',
    );
    await addLines(t.ownerDb, [{ id: 31, anchorId: host, settledAt: '2026-08-02T10:00:00+08:00' }]);
    await finance.post('/api/settlements', { month: '2026-08' });
    const client = await app.as({ role: 'anchor', anchorId: guest });
    const why = await (await client.get('/api/settlement-lines/31/0/explain')).json();
    expect(why).toMatchObject({
      rule: {
        contractNo: 'HOST-1',
        clauseNo: '§4.1',
        clauseText: '',
        clauseHeading: null,
        cumulativeBeforeFen: null,
      },
      parts: [{ partyName: '小鹿', amountFen: 100, fromFen: 2000 }],
    });
    expect(JSON.stringify(why)).not.toMatch(/老陈|40.00%|佣金按下列/);
  });
});

describe('an earlier month with lines that no run has settled', () => {
  it('is told when a later one is issued, and by the months themselves', async () => {
    await addLines(t.ownerDb, [
      { id: 41, anchorId: lan, settledAt: '2026-12-02T10:00:00+08:00' },
      { id: 42, anchorId: lan, settledAt: '2026-12-31T23:59:59+08:00' },
      { id: 43, anchorId: qiao, settledAt: '2027-02-02T10:00:00+08:00' },
    ]);
    const months = (await (await finance.get('/api/settlements/months')).json()) as { month: string }[];
    const before = months.map(({ month }) => month).filter((month) => month < '2026-12');
    for (const month of before.sort()) await settleAndIssue(month);
    expect(await settleAndIssue('2027-02')).toMatchObject({
      status: 200,
      body: { issued: expect.any(Number), earlierOpen: [{ month: '2026-12', openLines: 2 }] },
    });
    const warned = async (month: string) =>
      (await finance.post('/api/settlements/preview', { month })).json();
    expect(await warned('2027-02')).toMatchObject({ earlierOpen: [{ month: '2026-12', openLines: 2 }] });
    expect(await warned('2026-12')).toMatchObject({ earlierOpen: [] });
  });
});

describe('bad questions', () => {
  it('are answered by what is wrong with them', async () => {
    for (const [path, status] of [
      ['/api/statements/999999', 404],
      ['/api/statements/nonsense', 404],
      ['/api/settlement-lines/77777/0/explain', 404],
      ['/api/statements?filter={"colour":"red"}', 422],
      ['/api/statements?sort=["document","ASC"]', 422],
      ['/api/settlements?range=[0,500]', 422],
    ] as const) {
      expect([path, (await finance.get(path)).status]).toEqual([path, status]);
    }
    for (const [body, status] of [
      [{ month: '2026-13' }, 422],
      [{ month: '2026-05', force: true }, 422],
      [{}, 422],
    ] as const) {
      expect((await finance.post('/api/settlements', body)).status).toBe(status);
    }
  });
});
