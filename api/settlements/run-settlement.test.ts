import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { addAnchor, addContract, addLines, type LineSpec, type PartSpec } from '../../db/test-scene.ts';
import { type Identity, SYSTEM } from '../domain/identity.ts';
import { runSettlement } from './run-settlement.ts';

const half: PartSpec[] = [
  { party: 'agency', rateBps: null },
  { party: 'anchor', rateBps: 5000 },
];
const finance: Identity = { ...SYSTEM, role: 'finance' };

let t: TestDb;
let anchor: number;
const linesOf = (lineId: number) =>
  sql<{
    seq: number;
    kind: number;
    amendsLineId: number | null;
    amendsSeq: number | null;
    baseFen: number;
    parts: number[];
  }>`
    select seq, kind, amends_line_id as "amendsLineId", amends_seq as "amendsSeq", base_fen as "baseFen", parts_fen as parts
      from settlement_line where line_id = ${lineId} order by seq`
    .execute(t.ownerDb)
    .then((r) => r.rows);

async function scene() {
  t = await createTestDb();
  await sql`insert into app_user (id, name, email, role) values ('fin', '财务', 'fin@example.com', 'finance')`.execute(
    t.ownerDb,
  );
  anchor = await addAnchor(t.ownerDb, '阿岚');
}
const asFinance = { ...finance, userId: 'fin' };

describe('a settlement run', () => {
  beforeAll(scene);
  afterAll(() => t.close());

  it('refuses the whole run and names the lines when one has no rule', async () => {
    await addLines(t.ownerDb, [{ id: 1, anchorId: anchor }]);
    await expect(runSettlement(t.db, asFinance, { month: '2026-05' })).rejects.toMatchObject({
      code: 'lines_without_rule',
      details: {
        problems: [{ reason: 'no_rule', anchorName: '阿岚', lines: 1, sample: [{ orderNo: 'NO1' }] }],
      },
    });
    expect(await linesOf(1)).toEqual([]);
  });

  it('shows in a dry run what it would do, and keeps nothing', async () => {
    await addContract(t.ownerDb, anchor, [
      { anchorId: anchor, tiers: [{ fromFen: 0, toFen: null, parts: half }] },
    ]);
    const dry = await runSettlement(t.db, asFinance, { month: '2026-05', dryRun: true });
    expect(dry).toMatchObject({
      runId: null,
      lines: 1,
      baseFen: 2000,
      anchors: [{ name: '阿岚', amountFen: 1000 }],
    });
    expect(await linesOf(1)).toEqual([]);
  });

  it('settles each line once, however often it is run', async () => {
    const first = await runSettlement(t.db, asFinance, { month: '2026-05' });
    expect(first).toMatchObject({
      lines: 1,
      baseFen: 2000,
      parties: expect.arrayContaining([expect.objectContaining({ kind: 'agency', amountFen: 1000 })]),
    });
    expect(await runSettlement(t.db, asFinance, { month: '2026-05' })).toMatchObject({
      runId: null,
      lines: 0,
      changes: 0,
    });
    expect(await linesOf(1)).toHaveLength(1);
  });

  it('never settles a line that is only paid', async () => {
    await addLines(t.ownerDb, [{ id: 2, anchorId: anchor, settledAt: null, salesFen: 5000 }]);
    const run = await runSettlement(t.db, asFinance, { month: '2026-05' });
    expect(run).toMatchObject({ lines: 0, unsettled: { noEvidence: 1 } });
  });

  it('stops at lines of an unknown anchor unless told to leave them open', async () => {
    await addLines(t.ownerDb, [
      { id: 3, anchorId: null },
      { id: 4, anchorId: anchor },
    ]);
    await expect(runSettlement(t.db, asFinance, { month: '2026-05' })).rejects.toMatchObject({
      code: 'lines_without_rule',
    });
    expect(await runSettlement(t.db, asFinance, { month: '2026-05', leaveUnassigned: true })).toMatchObject({
      lines: 1,
    });
    await t.ownerDb.updateTable('order_line').set({ anchor_id: anchor }).where('id', '=', 3).execute();
    expect(await runSettlement(t.db, asFinance, { month: '2026-05' })).toMatchObject({ lines: 1 });
  });

  it('takes back the share of a refund after settlement with a new negative line that names the old one', async () => {
    await sql`insert into order_file (sha256, name, size_bytes) values (repeat('a', 64), 'x.csv', 1)`.execute(
      t.ownerDb,
    );
    await sql`insert into order_import (file_sha256, file_name, profile, platform) values (repeat('a', 64), 'x.csv', 'p', 'douyin')`.execute(
      t.ownerDb,
    );
    await t.ownerDb
      .updateTable('order_line')
      .set({ settled_fen: 4000, commission_fen: 800 })
      .where('id', '=', 1)
      .execute();
    await sql`insert into order_line_revision (line_id, platform, import_id, before) values (1, 'douyin', 1, '{}')`.execute(
      t.ownerDb,
    );
    const run = await runSettlement(t.db, asFinance, { month: '2026-06' });
    expect(run).toMatchObject({ lines: 0, changes: 1, baseFen: -1200 });
    expect(await linesOf(1)).toEqual([
      { seq: 0, kind: 0, amendsLineId: null, amendsSeq: null, baseFen: 2000, parts: [1000, 1000] },
      { seq: 1, kind: 1, amendsLineId: 1, amendsSeq: 0, baseFen: -1200, parts: [-600, -600] },
    ]);
    expect(await runSettlement(t.db, asFinance, { month: '2026-06' })).toMatchObject({
      runId: null,
      changes: 0,
    });
  });

  it('settles a refund line of its own on the terms of the sale it names, and lets it wait for an unsettled sale', async () => {
    await addLines(t.ownerDb, [
      {
        id: 5,
        anchorId: anchor,
        kind: 1,
        refundOfId: 4,
        salesFen: -10_000,
        commissionFen: -2000,
        settledAt: '2026-06-02T12:00:00+08:00',
      },
      {
        id: 6,
        anchorId: anchor,
        kind: 1,
        refundOfId: 2,
        salesFen: -5000,
        commissionFen: -1000,
        settledAt: '2026-06-02T12:00:00+08:00',
      },
    ]);
    const run = await runSettlement(t.db, asFinance, { month: '2026-06' });
    expect(run).toMatchObject({ lines: 1, baseFen: -2000, unsettled: { refundsWaiting: 1 } });
    expect(await linesOf(5)).toEqual([
      { seq: 0, kind: 1, amendsLineId: 4, amendsSeq: 0, baseFen: -2000, parts: [-1000, -1000] },
    ]);
  });

  it('is finance’s to run: nobody else may', async () => {
    for (const role of ['operator', 'compliance', 'admin', 'anchor'] as const) {
      await expect(runSettlement(t.db, { ...asFinance, role }, { month: '2026-05' })).rejects.toMatchObject({
        kind: 'forbidden',
      });
    }
  });

  it('cannot be edited afterwards, not even by hand', async () => {
    await expect(sql`update settlement_line set base_fen = 0`.execute(t.ownerDb)).rejects.toThrow(
      'append-only',
    );
    await expect(sql`delete from posting`.execute(t.ownerDb)).rejects.toThrow('append-only');
    await expect(sql`truncate settlement_line`.execute(t.ownerDb)).rejects.toThrow('append-only');
    await expect(sql`delete from order_line where id = 1`.execute(t.ownerDb)).rejects.toThrow(
      'settled and stays',
    );
    await expect(sql`update order_line set anchor_id = null where id = 1`.execute(t.ownerDb)).rejects.toThrow(
      'its anchor stays',
    );
  });
});

describe('three runs of one month at once', () => {
  beforeAll(scene);
  afterAll(() => t.close());

  it('settle every line exactly once between them', async () => {
    await addContract(t.ownerDb, anchor, [
      { anchorId: anchor, tiers: [{ fromFen: 0, toFen: null, parts: half }] },
    ]);
    await addLines(
      t.ownerDb,
      Array.from({ length: 2000 }, (_, i) => ({ id: i + 1, anchorId: anchor })),
    );
    const runs = await Promise.all([1, 2, 3].map(() => runSettlement(t.db, asFinance, { month: '2026-05' })));
    expect(runs.map((run) => run.lines).sort((a, b) => a - b)).toEqual([0, 0, 2000]);
    const { rows } = await sql<{
      n: number;
      base: number;
    }>`select count(*) as n, sum(base_fen)::bigint as base from settlement_line`.execute(t.ownerDb);
    expect(rows[0]).toEqual({ n: 2000, base: 4_000_000 });
  });

  it('are refused by the key itself when the lock is taken away', async () => {
    await expect(
      sql`insert into settlement_line select line_id, seq, run_id, anchor_id, tier_id, kind, amends_line_id, amends_seq, cumulative_fen, sales_fen, base_fen, parts_fen from settlement_line limit 1`.execute(
        t.ownerDb,
      ),
    ).rejects.toMatchObject({ constraint: 'settlement_line_key' });
  });
});

describe('a contract that trues up', () => {
  beforeAll(scene);
  afterAll(() => t.close());

  it('moves later lines down a tier when a refund shrinks the month, and names both tiers', async () => {
    await addContract(t.ownerDb, anchor, [
      {
        anchorId: anchor,
        tierOnRefund: 'trueup',
        tiers: [
          {
            fromFen: 0,
            toFen: 10_000,
            parts: [
              { party: 'agency', rateBps: null },
              { party: 'anchor', rateBps: 4000 },
            ],
          },
          {
            fromFen: 10_000,
            toFen: null,
            parts: [
              { party: 'agency', rateBps: null },
              { party: 'anchor', rateBps: 6000 },
            ],
          },
        ],
      },
    ]);
    await addLines(t.ownerDb, [
      { id: 1, anchorId: anchor, settledAt: '2026-05-01T12:00:00+08:00' },
      { id: 2, anchorId: anchor, settledAt: '2026-05-02T12:00:00+08:00' },
    ]);
    await runSettlement(t.db, asFinance, { month: '2026-05' });
    expect((await linesOf(2))[0]?.parts).toEqual([800, 1200]);
    await addLines(t.ownerDb, [
      {
        id: 3,
        anchorId: anchor,
        kind: 1,
        refundOfId: 1,
        salesFen: -10_000,
        commissionFen: -2000,
        settledAt: '2026-06-01T12:00:00+08:00',
      },
    ]);
    const run = await runSettlement(t.db, asFinance, { month: '2026-06' });
    expect(run).toMatchObject({ lines: 1, changes: 2, baseFen: -2000 });
    expect(await linesOf(2)).toEqual([
      expect.objectContaining({ seq: 0, parts: [800, 1200] }),
      { seq: 1, kind: 2, amendsLineId: 2, amendsSeq: 0, baseFen: -2000, parts: [-800, -1200] },
      { seq: 2, kind: 2, amendsLineId: 2, amendsSeq: 0, baseFen: 2000, parts: [1200, 800] },
    ]);
  });
});

describe('the set-based run and the line-by-line domain', () => {
  beforeAll(scene);
  afterAll(() => t.close());

  it('give every line the same rule, tier and fen on random months', async () => {
    const { compareWithOracle } = await import('./oracle.ts');
    const sample = fc.sample(
      fc.record({
        anchor: fc.nat(4),
        platform: fc.constantFrom('douyin', 'kuaishou'),
        product: fc.option(fc.nat(3)),
        day: fc.integer({ min: 1, max: 31 }),
        second: fc.nat(5),
        paidDay: fc.integer({ min: 1, max: 30 }),
        salesFen: fc.integer({ min: -20_000, max: 500_000 }),
        commissionFen: fc.integer({ min: -3000, max: 90_000 }),
      }),
      { numRuns: 3000, seed: 20260523 },
    );
    const anchors = [
      anchor,
      ...(await Promise.all(['甲', '乙', '丙', '丁'].map((name) => addAnchor(t.ownerDb, name)))),
    ];
    const brand = await t.ownerDb
      .insertInto('brand')
      .values({ name: '山岚' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const products = await t.ownerDb
      .insertInto('product')
      .values([0, 1, 2, 3].map((i) => ({ name: `商品${i}`, brand_id: i % 2 ? brand.id : null })))
      .returning('id')
      .execute();
    for (const [i, id] of anchors.entries()) {
      const tiers = [0, 1, 2].map((k) => ({
        fromFen: k * 3_000_000,
        toFen: k === 2 ? null : (k + 1) * 3_000_000,
        parts: [
          { party: 'platform', rateBps: 333 + k },
          { party: 'anchor', rateBps: 4111 + 501 * k, takesFrom: i % 2 ? 'rest' : 'base' },
          { party: 'agency', rateBps: null },
        ] as PartSpec[],
      }));
      const scoped =
        i < 2
          ? []
          : [
              { anchorId: id, productId: products[0]!.id, tiers: [{ fromFen: 0, toFen: null, parts: half }] },
              {
                anchorId: id,
                brandId: brand.id,
                base: 'sales' as const,
                tiers: [
                  {
                    fromFen: 0,
                    toFen: null,
                    parts: [
                      { party: 'anchor', rateBps: 77 },
                      { party: 'agency', rateBps: null },
                    ] as PartSpec[],
                  },
                ],
              },
              {
                anchorId: id,
                platform: 'kuaishou',
                to: '2026-05-15',
                tiers: [
                  { fromFen: 0, toFen: null, parts: [{ party: 'anchor', rateBps: null }] as PartSpec[] },
                ],
              },
            ];
      await addContract(t.ownerDb, id, [
        { anchorId: id, to: '2026-05-10', tiers },
        {
          anchorId: id,
          from: '2026-05-10',
          tiers: tiers.map((tier) => ({ ...tier, parts: [...tier.parts].reverse() })),
        },
        ...scoped,
      ]);
    }
    await addLines(
      t.ownerDb,
      sample.map(
        (s, i): LineSpec => ({
          id: i + 1,
          anchorId: anchors[s.anchor]!,
          platform: s.platform,
          productId: s.product === null ? null : products[s.product]!.id,
          paidAt: `2026-05-${String(s.paidDay).padStart(2, '0')}T00:00:0${s.second}+08:00`,
          settledAt: `2026-05-${String(s.day).padStart(2, '0')}T23:59:5${s.second}+08:00`,
          salesFen: s.salesFen,
          commissionFen: s.commissionFen,
        }),
      ),
    );
    await runSettlement(t.db, asFinance, { month: '2026-05' });
    expect(await compareWithOracle(t.db, SYSTEM, '2026-05')).toEqual({
      lines: 3000,
      differing: 0,
      sample: [],
    });
  });
});
