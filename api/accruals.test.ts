import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../db/test-db.ts';
import { addAnchor, addContract, addLines } from '../db/test-scene.ts';
import { inTransaction } from '../db/transaction.ts';
import { reportOnBooks } from './books/check-books.ts';
import { SYSTEM } from './domain/identity.ts';
import { createTestApp, type TestApp, type TestClient } from './http/test-client.ts';

let t: TestDb;
let app: TestApp;
let finance: TestClient;
let anchorId: number;

/** 40 % of commission, above 1,000.00 of sales 50 %. May: one line settled, three only paid, one of them after the month. */
beforeAll(async () => {
  t = await createTestDb();
  app = createTestApp(t);
  finance = await app.as('finance');
  anchorId = await addAnchor(t.ownerDb, '阿岚');
  const at = (rateBps: number) => [
    { party: 'anchor' as const, rateBps },
    { party: 'agency' as const, rateBps: null },
  ];
  await addContract(t.ownerDb, anchorId, [
    {
      anchorId,
      tiers: [
        { fromFen: 0, toFen: 100_000, parts: at(4000) },
        { fromFen: 100_000, toFen: null, parts: at(5000) },
      ],
    },
  ]);
  const paid = (id: number, paidAt: string, status = 1) => ({
    ...{ id, anchorId, paidAt, status, settledAt: null, salesFen: null, commissionFen: null },
  });
  await addLines(t.ownerDb, [
    { id: 1, anchorId, salesFen: 90_000, commissionFen: 10_000 },
    paid(2, '2026-05-28T12:00:00+08:00'),
    paid(3, '2026-05-29T12:00:00+08:00', 2),
    paid(4, '2026-06-01T00:00:00+08:00'),
    paid(5, '2026-05-30T12:00:00+08:00', 4),
  ]);
  await sql`update order_line set paid_fen = 20000, refund_fen = 0, commission_est_fen = 10001 where id in (2, 3, 4, 5)`.execute(
    t.ownerDb,
  );
  await send('/settlements', { month: '2026-05' });
});
afterAll(() => t.close());

async function send(path: string, body: object, who = finance) {
  const answer = await who.post(`/api${path}`, body);
  return { status: answer.status, body: await answer.json() };
}
const ask = async (path: string) => (await finance.get(`/api${path}`)).json();
const accrualsOf = async () => (await ask('/accruals?month=2026-05')).accruals;
const balances = async () => {
  const { rows } = await sql<{ code: string; fen: number }>`
    select a.code, coalesce(sum(p.amount_fen), 0)::bigint as fen from account a left join posting p on p.account_id = a.id
     where a.kind = 'accrued' group by 1 order by 1`.execute(t.ownerDb);
  return Object.fromEntries(rows.map(({ code, fen }) => [code, fen]));
};
/** The lines of this scene come from no import; every other rule must hold. */
const brokenRules = async () => {
  const { checks } = await inTransaction(t.db, SYSTEM, reportOnBooks);
  return checks.filter(({ ok, code }) => !ok && code !== 'order_line_has_import').map(({ code }) => code);
};

describe('accruals of an open month', () => {
  it('are previewed: what is paid and not settled by its end, tiered on top of what settled', async () => {
    const { anchors } = await ask('/accruals/preview?month=2026-05');
    // 100.01 × 40 % = 40.00 (sales stood at 900.00), 100.01 × 50 % = 50.00 (at 1,100.00)
    expect(anchors).toMatchObject([
      { anchorId, lines: 2, payableFen: 9000, houseFen: 11_002, refused: { no_rule: 0, no_commission: 0 } },
    ]);
    expect(await accrualsOf()).toEqual([]);
    expect((await send('/accruals', { month: '2026-03' })).body.code).toBe('nothing_to_accrue');
    for (const role of ['operator', 'compliance', 'anchor'] as const)
      expect((await send('/accruals', { month: '2026-05' }, await app.as(role))).status).toBe(403);
  });

  it('are booked on accounts of their own, and nobody’s balance moves', async () => {
    const before = await ask('/pay-preview?month=2026-05');
    expect((await send('/accruals', { month: '2026-05' })).body).toMatchObject({
      ...{ posted: 1, replaced: 0, unchanged: 0 },
      accruals: [{ anchorId, payableFen: 9000, houseFen: 11_002, reversedIn: null }],
    });
    expect(await balances()).toEqual({
      accrued_house: 11_002,
      accrued_payable: 9000,
      accrued_platform: -20_002,
    });
    expect(await ask('/pay-preview?month=2026-05')).toEqual(before);
    expect(await brokenRules()).toEqual([]);
  });

  it('stay as they are when nothing changed, and are replaced when the estimate did', async () => {
    expect((await send('/accruals', { month: '2026-05' })).body).toMatchObject({ posted: 0, unchanged: 1 });
    await sql`update order_line set commission_est_fen = null where id = 3`.execute(t.ownerDb);
    const { anchors } = await ask('/accruals/preview?month=2026-05');
    expect(anchors[0].refused).toEqual({ no_rule: 0, no_commission: 1 });
    const { body } = await send('/accruals', { month: '2026-05' });
    expect(body).toMatchObject({ posted: 1, replaced: 1, unchanged: 0 });
    expect(body.accruals.map((one: { reversedIn: string | null }) => one.reversedIn)).toEqual([
      null,
      '2026-05',
    ]);
    expect(await balances()).toEqual({
      accrued_house: 6001,
      accrued_payable: 4000,
      accrued_platform: -10_001,
    });
  });

  it('are taken back whole when the month is closed, and none is booked in it any more', async () => {
    expect((await send('/statements/issue', { month: '2026-05' })).status).toBe(200);
    const [newest] = await accrualsOf();
    expect(newest).toMatchObject({ payableFen: 4000, reversedIn: '2026-06' });
    expect(await balances()).toEqual({ accrued_house: 0, accrued_payable: 0, accrued_platform: 0 });
    const { rows } =
      await sql`select j.month, j.source_id from journal j where j.source_type = 'accrual' order by j.id`.execute(
        t.ownerDb,
      );
    expect(rows).toEqual([
      { month: '2026-05', source_id: `accrual:2026-05:${anchorId}:1` },
      { month: '2026-05', source_id: `back:accrual:2026-05:${anchorId}:1` },
      { month: '2026-05', source_id: `accrual:2026-05:${anchorId}:2` },
      { month: '2026-06', source_id: `back:accrual:2026-05:${anchorId}:2` },
    ]);
    expect((await send('/accruals', { month: '2026-05' })).body.code).toBe('month_closed');
    expect(await brokenRules()).toEqual([]);
  });

  it('are refused by the database itself for a closed month, and never edited', async () => {
    const again = sql`insert into accrual (month, posted_month, anchor_id, lines, payable_fen, house_fen, parts, source_key, journal_id)
      select month, posted_month, anchor_id, 1, 1, 0, '[]', 'accrual:again', journal_id from accrual where reverses_id is null limit 1`;
    await expect(again.execute(t.ownerDb)).rejects.toThrow('is closed: nothing is accrued');
    await expect(sql`update accrual set payable_fen = 1`.execute(t.ownerDb)).rejects.toThrow();
  });
});
