import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NewPayEntry, postingMonth, postPayEntries } from '../db/queries/pay-entries.ts';
import { createTestDb, type TestDb } from '../db/test-db.ts';
import { addAnchor, addContract, addLines } from '../db/test-scene.ts';
import { inTransaction } from '../db/transaction.ts';
import { type Identity, SYSTEM } from './domain/identity.ts';
import { runSettlement } from './settlements/run-settlement.ts';
import { issueStatements } from './statements/issue-statements.ts';

let t: TestDb;
let anchorId: number;
let otherId: number;
let parties: Map<number, number>;

beforeAll(async () => {
  t = await createTestDb();
  anchorId = await addAnchor(t.ownerDb, '阿岚');
  otherId = await addAnchor(t.ownerDb, '小满');
  await addContract(t.ownerDb, anchorId, [
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
    { id: 1, anchorId, salesFen: 10_000, commissionFen: 2_000 },
    { id: 2, anchorId, salesFen: 10_000, commissionFen: 3_000, settledAt: '2026-06-10T12:00:00+08:00' },
  ]);
  const rows = await t.ownerDb.selectFrom('party').select(['id', 'anchor_id']).execute();
  parties = new Map(rows.flatMap((row) => (row.anchor_id === null ? [] : [[row.anchor_id, row.id]])));
});
afterAll(() => t.close());

const entry = (
  of: number,
  sourceKey: string,
  amountFen: number,
  more: Partial<NewPayEntry> = {},
): NewPayEntry => ({
  ...{ partyId: parties.get(of)!, amountFen, sourceKey, reversesId: null },
  ...{ month: '2026-05', concernsMonth: '2026-05', kind: 'case_hold', counter: 'held' },
  explanation: { zh: '核查期间暂扣', en: 'Held while a case is open' },
  details: {},
  ...more,
});
const post = (who: Identity, ...entries: NewPayEntry[]) =>
  inTransaction(t.db, who, (trx) => postPayEntries(trx, entries, null));
const as = (role: Identity['role'], more: Partial<Identity> = {}): Identity => ({ ...SYSTEM, role, ...more });
const statementsOf = async (month: string) =>
  (
    await sql<{
      anchorId: number;
      earned: number;
      entries: number;
      closing: number;
      document: { entries: unknown[] };
    }>`
      select anchor_id as "anchorId", earned_fen as earned, entries_fen as entries, closing_fen as closing, document
        from statement where month = ${month} order by anchor_id`.execute(t.ownerDb)
  ).rows;

describe('pay entries', () => {
  it('are posted once, whoever repeats them', async () => {
    await runSettlement(t.db, SYSTEM, { month: '2026-05' });
    const first = await post(SYSTEM, entry(anchorId, 'case:1:hold', -400));
    expect(first).toHaveLength(1);
    expect(await post(SYSTEM, entry(anchorId, 'case:1:hold', -400))).toEqual([]);
    const balance = await sql<{ fen: number }>`
      select sum(p.amount_fen)::bigint as fen from posting p join account a on a.id = p.account_id where a.code = 'held'`.execute(
      t.ownerDb,
    );
    expect(balance.rows[0]!.fen).toBe(400);
  });

  it('stand on the statement of their month, and on that of an anchor without any line', async () => {
    await post(SYSTEM, entry(otherId, 'fee:1', 250, { kind: 'fixed', counter: 'agency' }));
    await issueStatements(t.db, SYSTEM, '2026-05');
    const statements = await statementsOf('2026-05');
    expect(statements.map(({ document, ...sums }) => [sums, document.entries.length])).toEqual([
      [{ anchorId, earned: 1_000, entries: -400, closing: 600 }, 1],
      [{ anchorId: otherId, earned: 0, entries: 250, closing: 250 }, 1],
    ]);
  });

  it('never join a closed month: the open one takes them and names the month they are about', async () => {
    await expect(post(SYSTEM, entry(anchorId, 'case:2:hold', -5_000))).rejects.toThrow(
      /month 2026-05 is closed/,
    );
    const month = await inTransaction(t.db, SYSTEM, (trx) => postingMonth(trx, '2026-05'));
    expect(month).toBe('2026-06');
    await post(SYSTEM, entry(anchorId, 'case:2:hold', -5_000, { month }));
    await runSettlement(t.db, SYSTEM, { month: '2026-06' });
    await issueStatements(t.db, SYSTEM, '2026-06');
    const [own] = await statementsOf('2026-06');
    // Held of a month that was paid: what is owed now, carried until it is earned.
    expect(own).toMatchObject({ earned: 1_500, entries: -5_000, closing: -3_500 });
  });

  it('are read by their own anchor alone, and written by nobody who may not hold money', async () => {
    const seen = (who: Identity) =>
      inTransaction(t.db, who, (trx) => trx.selectFrom('pay_entry').select('source_key').execute());
    expect(await seen(as('anchor', { anchorId: otherId }))).toEqual([{ source_key: 'fee:1' }]);
    expect(await seen(as('compliance'))).toHaveLength(3);
    for (const who of [as('operator'), as('anchor', { anchorId })])
      await expect(post(who, entry(anchorId, `by:${who.role}`, 1, { month: '2026-07' }))).rejects.toThrow(
        /security/,
      );
    await expect(
      post(as('compliance'), entry(anchorId, 'case:3:hold', -1, { month: '2026-07' })),
    ).resolves.toHaveLength(1);
  });

  it('are not edited and not deleted', async () => {
    for (const write of [sql`update pay_entry set amount_fen = 1`, sql`delete from pay_entry`])
      await expect(write.execute(t.ownerDb)).rejects.toThrow();
  });
});
