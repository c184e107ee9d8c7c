import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../db/test-db.ts';
import { addAnchor, addContract, addLines } from '../db/test-scene.ts';
import { inTransaction } from '../db/transaction.ts';
import { reportOnBooks } from './books/check-books.ts';
import { SYSTEM } from './domain/identity.ts';
import type { StatementDocument } from './domain/statement.ts';
import { runSettlement } from './settlements/run-settlement.ts';
import { issueStatements } from './statements/issue-statements.ts';

let t: TestDb;
let anchorId: number;
let tieredId: number;

/** 50 % of commission, 200.00 a stream, a guarantee of 3,000.00, 10 % held back for 30 days, an advance paid back by at most 500.00 a month. */
beforeAll(async () => {
  t = await createTestDb();
  anchorId = await addAnchor(t.ownerDb, '阿岚');
  await sql`insert into app_user (id, name, email, role) values ('fin', '林会计', 'lin@example.com', 'finance'), ('boss', '王主管', 'wang@example.com', 'finance')`.execute(
    t.ownerDb,
  );
  await addContract(
    t.ownerDb,
    anchorId,
    [
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
    ],
    'C-1',
    [
      { type: 'per_stream', rule: { amountFen: 20_000 } },
      {
        type: 'guarantee',
        rule: {
          amountFen: 300_000,
          prorate: false,
          span: 'month',
          counts: 'all_earnings',
          conditions: [{ kind: 'min_streams', count: 2 }],
        },
      },
      {
        type: 'holdback',
        rule: { rates: [{ category: null, rateBps: 1000 }], releaseAfterDays: 30 },
        priority: 10,
      },
      { type: 'recoup', rule: { of: 'advance', shareCeilingBps: null }, maxFen: 50_000, priority: 20 },
    ],
  );
  tieredId = await addAnchor(t.ownerDb, '阿青');
  await addContract(
    t.ownerDb,
    tieredId,
    [
      {
        anchorId: tieredId,
        tiers: [
          {
            fromFen: 0,
            toFen: null,
            parts: [
              { party: 'anchor', rateBps: 1000 },
              { party: 'agency', rateBps: null },
            ],
          },
        ],
      },
    ],
    'C-2',
    [
      {
        type: 'tiered_share',
        rule: {
          ...{ of: 'net_sales', mode: 'marginal' },
          tiers: [
            { fromFen: 0, rateBps: 100 },
            { fromFen: 1_000_000, rateBps: 200 },
          ],
        },
      },
      {
        type: 'tiered_share',
        rule: { of: 'commission', mode: 'retroactive', tiers: [{ fromFen: 0, rateBps: 50 }] },
      },
      {
        type: 'holdback',
        rule: { rates: [{ category: '护肤', rateBps: 2000 }], releaseAfterDays: 400 },
      },
    ],
  );
  await sql`insert into recoup_item (component_id, anchor_id, name, day, amount_fen, evidence, requested_by, approved_by, approved_at)
    select id, ${anchorId}, '入职预支', '2026-04-20', 80_000, '付款单 88', 'fin', 'boss', now() from pay_component where type = 'recoup'`.execute(
    t.ownerDb,
  );
  await sql`insert into stream (anchor_id, platform, title, status, starts_at, ends_at)
    select ${anchorId}, 'douyin', '第' || n || '场', 'ended', timestamptz '2026-05-03 20:00+08' + n * interval '7 days', timestamptz '2026-05-03 23:00+08' + n * interval '7 days' from generate_series(0, 1) n`.execute(
    t.ownerDb,
  );
  const { id: creamId } = await t.ownerDb
    .insertInto('product')
    .values({ name: '面霜', category: '护肤' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addLines(t.ownerDb, [
    { id: 1, anchorId, salesFen: 900_000, commissionFen: 200_000 },
    { id: 2, anchorId, salesFen: 2_000_000, commissionFen: 900_000, settledAt: '2026-06-10T12:00:00+08:00' },
    // of no category: nothing is held back of it
    { id: 11, anchorId: tieredId, salesFen: 1_500_000, commissionFen: 100_000 },
    { id: 14, anchorId: tieredId, productId: creamId, salesFen: 0, commissionFen: 2_000 },
    {
      ...{ id: 12, anchorId: tieredId, kind: 1, refundOfId: 11, salesFen: -800_000, commissionFen: -40_000 },
      settledAt: '2026-06-10T12:00:00+08:00',
    },
    {
      ...{ id: 13, anchorId: tieredId, salesFen: 500_000, commissionFen: 30_000 },
      settledAt: '2026-06-11T12:00:00+08:00',
    },
  ]);
});
afterAll(() => t.close());

async function close(month: string): Promise<StatementDocument> {
  await runSettlement(t.db, SYSTEM, { month: month as '2026-05' });
  await issueStatements(t.db, SYSTEM, month as '2026-05');
  const { document } = await t.ownerDb
    .selectFrom('statement')
    .select('document')
    .where('month', '=', month)
    .where('anchor_id', '=', anchorId)
    .executeTakeFirstOrThrow();
  return document as unknown as StatementDocument;
}
/** The lines of this scene come from no import; every other rule must hold. */
async function brokenRules(): Promise<string[]> {
  const { checks } = await inTransaction(t.db, SYSTEM, reportOnBooks);
  return checks.filter(({ ok, code }) => !ok && code !== 'order_line_has_import').map(({ code }) => code);
}
const said = ({ entries = [] }: StatementDocument) => entries.map(({ kind, amountFen }) => [kind, amountFen]);

describe('a month with more than shares', () => {
  it('pays streams, tops up to the guarantee, keeps the deposit back and takes the advance within its cap', async () => {
    const may = await close('2026-05');
    expect(may.summary.earnedFen).toBe(100_000);
    expect(said(may)).toEqual([
      ['fixed', 40_000], // 2 streams × 200.00
      ['guarantee', 160_000], // 3,000.00 − (1,000.00 + 400.00)
      ['holdback', -10_000], // 1,000.00 × 10 %
      ['recoup', -50_000], // of 800.00, 500.00 at most
    ]);
    expect(may.summary.closingFen).toBe(240_000);
    expect(may.entries![1]!.explanation.zh).toContain('C-1 v1 §4.1');
  });

  it('does not pay a stream again, says why there is no guarantee by giving none, and takes only what is left of the advance', async () => {
    const june = await close('2026-06');
    expect(said(june)).toEqual([
      ['holdback_release', 10_000], // due on 30 June
      ['holdback', -45_000],
      ['recoup', -30_000],
    ]);
    const balances = await sql<{ code: string; fen: number }>`
      select a.code, coalesce(sum(p.amount_fen), 0)::bigint as fen from account a left join posting p on p.account_id = a.id
       where a.code in ('holdback', 'advance', 'agency') group by 1 order by 1`.execute(t.ownerDb);
    expect(balances.rows).toEqual([
      { code: 'advance', fen: 80_000 },
      { code: 'agency', fen: -200_000 - 12_460 },
      { code: 'holdback', fen: 45_000 + 40 },
    ]);
  });

  it('pays tiers on the whole month, and takes back at the tiers of the month a refund belongs to', async () => {
    const entries = await t.ownerDb
      .selectFrom('pay_entry')
      .select(['month', 'concerns_month', 'amount_fen'])
      .where('anchor_id', '=', tieredId)
      .where('kind', '=', 'tiered')
      .orderBy('id')
      .execute();
    expect(entries.map((entry) => [entry.month, entry.concerns_month, entry.amount_fen])).toEqual([
      ['2026-05', '2026-05', 20_000], // 10,000.00 × 1 % + 5,000.00 × 2 %
      ['2026-05', '2026-05', 510], // 1,020.00 of commission × 0.5 %
      ['2026-06', '2026-05', -13_000], // of 15,000.00 only 7,000.00 were kept: 70.00 − 200.00
      ['2026-06', '2026-06', 5_000],
      ['2026-06', '2026-05', -200],
      ['2026-06', '2026-06', 150],
    ]);
  });

  it('holds back of the goods a contract names, by their category, and of no others', async () => {
    const entries = await t.ownerDb
      .selectFrom('pay_entry')
      .select(['month', 'amount_fen', 'explanation'])
      .where('anchor_id', '=', tieredId)
      .where('kind', '=', 'holdback')
      .execute();
    // 20.00 of commission × 10 % is the anchor's, of that 20 %
    expect(entries).toMatchObject([{ month: '2026-05', amount_fen: -40 }]);
    expect(entries[0]!.explanation).toMatchObject({ zh: expect.stringContaining('护肤') });
  });

  it('leaves the books clean', async () => {
    expect(await brokenRules()).toEqual([]);
  });
});

describe('a month with tax', () => {
  it('is not issued while nobody has said how an anchor is taxed, and names that anchor', async () => {
    await sql`update payment_setting set withholds_tax = true`.execute(t.ownerDb);
    await addLines(t.ownerDb, [
      {
        id: 3,
        anchorId,
        salesFen: 3_000_000,
        commissionFen: 2_000_000,
        settledAt: '2026-07-10T12:00:00+08:00',
      },
    ]);
    await runSettlement(t.db, SYSTEM, { month: '2026-07' });
    await expect(issueStatements(t.db, SYSTEM, '2026-07')).rejects.toMatchObject({
      code: 'tax_not_ready',
      details: { refused: [{ anchorName: '阿岚', code: 'no_tax_profile' }] },
    });
    const kept = await t.ownerDb
      .selectFrom('pay_entry')
      .select('id')
      .where('month', '=', '2026-07')
      .execute();
    expect(kept).toEqual([]);
  });

  it('withholds on what the statement gives, with the working beside it', async () => {
    await sql`insert into tax_profile (anchor_id, regime, effective_from, source, recorded_by) values (${anchorId}, 'labour_single_payment', '2026-01', '合同第 3 条', 'fin')`.execute(
      t.ownerDb,
    );
    const july = await close('2026-07');
    // 10,000.00 of shares + 450.00 released − 1,000.00 held back = 9,450.00; less 20 %, of that 20 %
    expect(said(july)).toEqual([
      ['holdback_release', 45_000],
      ['holdback', -100_000],
      ['tax', -151_200],
    ]);
    expect(july.entries!.at(-1)!.explanation.working!.length).toBeGreaterThan(1);
    expect(july.summary.payableFen).toBe(793_800);
    expect(await brokenRules()).toEqual([]);
  });
});
