import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestDb } from '../../db/test-db.ts';
import { createSeededTestDb } from '../cli/seed/seeded-test-db.ts';
import { createTestApp, type TestApp, type TestRole, type TestUser } from '../http/test-client.ts';

let testDb: TestDb;
let app: TestApp;
beforeAll(async () => {
  testDb = await createSeededTestDb();
  app = createTestApp(testDb);
});
afterAll(() => testDb.close());

const dashboard = async (who: TestRole | TestUser) => {
  const response = await (await app.as(who)).get('/api/dashboard');
  expect(response.status).toBe(200);
  return response.json();
};
const anchorIdOf = async (name: string) =>
  (await testDb.ownerDb.selectFrom('anchor').select('id').where('name', '=', name).executeTakeFirstOrThrow())
    .id;

const WHOLE = [
  'booksCheck',
  'contractDrafts',
  'gaps',
  'importsFailed',
  'importsRunning',
  'openMonths',
  'payoutsToApprove',
  'settledMonths',
  'statementsWithoutPayout',
];

it('tells the office what waits, as the lists behind each figure do', async () => {
  const figures = await dashboard('finance');
  const finance = await app.as('finance');
  const of = async (path: string) => (await (await finance.get(path)).json()) as Record<string, unknown>[];
  const prepared = await testDb.ownerDb
    .selectFrom('payout')
    .select('id')
    .where('status', '=', 'prepared')
    .execute();
  const months = (await of('/api/settlements/months')).filter(({ openLines }) => openLines !== 0);
  expect(months.length).toBeGreaterThan(0);
  expect(figures).toMatchObject({
    openMonths: months.map(({ month, openLines }) => ({ month, openLines })),
    gaps: (await of('/api/orders/gaps')).length,
    importsRunning: 0,
    importsFailed: 0,
    payoutsToApprove: prepared.length,
    contractDrafts: (await of(`/api/contracts?filter=${encodeURIComponent('{"status":"draft"}')}`)).length,
  });
});

it('tells how much was settled of each month, as its runs say', async () => {
  const { settledMonths } = await dashboard('finance');
  const runs = await (await (await app.as('finance')).get('/api/settlements')).json();
  const sums = new Map<string, { month: string; lines: number; baseFen: number }>();
  for (const { month, lines, baseFen } of runs) {
    const sum = sums.get(month) ?? { month, lines: 0, baseFen: 0 };
    sums.set(month, { month, lines: sum.lines + lines, baseFen: sum.baseFen + baseFen });
  }
  expect(settledMonths).toEqual([...sums.values()].sort((a, b) => a.month.localeCompare(b.month)));
  expect(settledMonths.length).toBeGreaterThan(1);
});

it('counts a statement as waiting until it has a payout that counts', async () => {
  const { statementsWithoutPayout } = await dashboard('finance');
  const filter = encodeURIComponent(JSON.stringify({ withoutPayout: true }));
  const listed = await (await (await app.as('finance')).get(`/api/statements?filter=${filter}`)).json();
  expect(listed).toHaveLength(statementsWithoutPayout);
  for (const statement of listed) expect(statement).toMatchObject({ payoutId: null });
  await testDb.ownerDb
    .updateTable('payout')
    .set({ status: 'cancelled' })
    .where('status', '=', 'prepared')
    .execute();
  const after = await dashboard('finance');
  expect(after.statementsWithoutPayout).toBeGreaterThan(statementsWithoutPayout);
  expect(after.payoutsToApprove).toBe(0);
});

it('shows each role what it may open, and nothing else', async () => {
  for (const role of ['finance', 'compliance', 'admin'] as const)
    expect(Object.keys(await dashboard(role)).sort()).toEqual(WHOLE);
  expect(Object.keys(await dashboard('operator')).sort()).toEqual(['contractDrafts', 'gaps']);
  expect((await app.anonymous.get('/api/dashboard')).status).toBe(401);
});

it('an anchor sees the own running month: what has settled, how much is open, what is carried', async () => {
  const anchorId = await anchorIdOf('北川');
  const own = await dashboard({ role: 'anchor', anchorId });
  const last = await testDb.ownerDb
    .selectFrom('statement')
    .select('closing_fen')
    .where('anchor_id', '=', anchorId)
    .where('month', '=', '2026-05')
    .executeTakeFirstOrThrow();
  const open = await testDb.ownerDb
    .selectFrom('order_line')
    .select('id')
    .where('anchor_id', '=', anchorId)
    .where('kind', '=', 0)
    .where('status', 'in', [1, 2])
    .execute();
  expect(own).toEqual({
    month: '2026-06',
    settledFen: 0,
    settledLines: 0,
    openOrders: open.length,
    carriedFen: last.closing_fen,
  });
  expect(own.carriedFen).toBeLessThan(0);
});

it('an anchor’s month grows by the own part alone once it is settled', async () => {
  const anchorId = await anchorIdOf('林小满');
  const finance = await app.as('finance');
  expect((await finance.post('/api/settlements', { month: '2026-06' })).status).toBe(200);
  const own = await dashboard({ role: 'anchor', anchorId });
  const preview = await testDb.ownerDb
    .selectFrom('settlement_line as l')
    .innerJoin('settlement_run as r', 'r.id', 'l.run_id')
    .innerJoin('share_part as p', 'p.tier_id', 'l.tier_id')
    .innerJoin('party as y', 'y.id', 'p.party_id')
    .select(['l.parts_fen', 'p.position'])
    .where('r.month', '=', '2026-06')
    .where('y.anchor_id', '=', anchorId)
    .execute();
  const earned = preview.reduce((sum, { parts_fen, position }) => sum + Number(parts_fen[position - 1]), 0);
  expect(own).toMatchObject({ month: '2026-06', settledFen: earned, carriedFen: 0 });
  expect(earned).toBeGreaterThan(0);
});
