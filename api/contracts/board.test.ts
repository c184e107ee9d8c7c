import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOARD_KINDS } from '../../db/queries/contract-board.ts';
import type { TestDb } from '../../db/test-db.ts';
import { addAnchor } from '../../db/test-scene.ts';
import { createSeededTestDb } from '../cli/seed/seeded-test-db.ts';
import { createTestApp, type TestApp } from '../http/test-client.ts';

let testDb: TestDb;
let app: TestApp;
beforeAll(async () => {
  testDb = await createSeededTestDb();
  app = createTestApp(testDb);
});
afterAll(() => testDb.close());

const counts = async () =>
  (await app.as('compliance')).get('/api/contract-board/counts').then((one) => one.json());
const list = async (kind: string, more: object = {}) => {
  const query = encodeURIComponent(JSON.stringify({ kind, ...more }));
  const response = await (await app.as('compliance')).get(
    `/api/contract-board?filter=${query}&range=[0,199]`,
  );
  return { rows: await response.json(), total: Number(response.headers.get('content-range')!.split('/')[1]) };
};
/** The last day of a contract in force, so many days from today. */
const endIn = (no: string, days: number) =>
  sql`update contract set ends_on = (now() at time zone 'Asia/Shanghai')::date + ${days}::int where no = ${no}`.execute(
    testDb.ownerDb,
  );

describe('the board of contracts', () => {
  it('shows as many as each list holds', async () => {
    const all = await counts();
    for (const kind of BOARD_KINDS) {
      const { rows, total } = await list(kind);
      expect([kind, rows.length, total]).toEqual([kind, all[kind], all[kind]]);
      expect(new Set(rows.map(({ id }: { id: string }) => id)).size).toBe(rows.length);
    }
    expect(all).toMatchObject({ withAnchor: 1, inReview: 1, openQuestions: 1 });
    expect(all.scanMissing).toBeGreaterThan(0);
    expect((await list('openQuestions')).rows).toMatchObject([
      { contractNo: 'MC-2027-002', anchorName: '北川', count: 1 },
    ]);
  });

  it('counts what ends within 90, 30 and 7 days, and what has ended', async () => {
    const kinds = ['expiring90', 'expiring30', 'expiring7', 'expired'];
    const of = async (no: string) => {
      const found = await Promise.all(kinds.map((kind) => list(kind, { q: no })));
      return found.map(({ total }) => total);
    };
    for (const [days, expected] of [
      [91, [0, 0, 0, 0]],
      [90, [1, 0, 0, 0]],
      [30, [1, 1, 0, 0]],
      [7, [1, 1, 1, 0]],
      [0, [1, 1, 1, 0]],
      [-1, [0, 0, 0, 1]],
    ] as const) {
      await endIn('MC-2026-003', days);
      expect([days, await of('MC-2026-003')]).toEqual([days, expected]);
    }
  });

  it('names who is on air without a contract, and what was signed after it began', async () => {
    const anchor = await addAnchor(testDb.ownerDb, '无约主播');
    await sql`insert into stream (anchor_id, platform, title, starts_at, ends_at, status)
      values (${anchor}, 'douyin', '试播', now() - interval '2 days', now() - interval '47 hours', 'ended')`.execute(
      testDb.ownerDb,
    );
    expect((await list('unsignedStreaming', { q: '无约' })).rows).toMatchObject([
      { anchorId: anchor, contractId: null, count: 1 },
    ]);
    const before = (await counts()).backDated;
    await sql`alter table contract_acceptance disable trigger user`.execute(testDb.ownerDb);
    await sql`update contract_acceptance set signed_on = '2026-06-30' where side = 'anchor' and method = 'paper' and contract_version_id =
      (select v.id from contract_version v join contract c on c.id = v.contract_id where c.no = 'MC-2026-006')`.execute(
      testDb.ownerDb,
    );
    expect((await counts()).backDated).toBe(before + 1);
    expect((await list('backDated', { q: 'MC-2026-006' })).rows).toMatchObject([{ day: '2026-06-30' }]);
  });

  it('is the office’s: no anchor, and an operator only for the anchors in own care', async () => {
    const anchor = await app.as('anchor');
    expect((await anchor.get('/api/contract-board/counts')).status).toBe(403);
    const own = await app.as({ role: 'operator', scope: 'own' });
    expect(
      Object.values(await (await own.get('/api/contract-board/counts')).json()).every((count) => count === 0),
    ).toBe(true);
    expect((await (await app.as('compliance')).get('/api/contract-board')).status).toBe(422);
  });
});
