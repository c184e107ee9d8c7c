import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addContract, addLines } from '../../db/test-scene.ts';
import { runSettlement } from './run-settlement.ts';
import { asFinance, half, openSettlementScene, settlementLinesOf } from './settlement-scene.testing.ts';

describe('a settlement run', () => {
  const scene = openSettlementScene();

  it('refuses the whole run and names the lines when one has no rule', async () => {
    await addLines(scene.t.ownerDb, [{ id: 1, anchorId: scene.anchor }]);
    await expect(runSettlement(scene.t.db, asFinance, { month: '2026-05' })).rejects.toMatchObject({
      code: 'lines_without_rule',
      details: {
        problems: [{ reason: 'no_rule', anchorName: '阿岚', lines: 1, sample: [{ orderNo: 'NO1' }] }],
      },
    });
    expect(await settlementLinesOf(scene.t, 1)).toEqual([]);
  });

  it('shows in a dry run what it would do, and keeps nothing', async () => {
    await addContract(scene.t.ownerDb, scene.anchor, [
      { anchorId: scene.anchor, tiers: [{ fromFen: 0, toFen: null, parts: half }] },
    ]);
    const dry = await runSettlement(scene.t.db, asFinance, { month: '2026-05', dryRun: true });
    expect(dry).toMatchObject({
      runId: null,
      lines: 1,
      baseFen: 2000,
      anchors: [{ name: '阿岚', amountFen: 1000 }],
    });
    expect(await settlementLinesOf(scene.t, 1)).toEqual([]);
  });

  it('settles each line once, however often it is run', async () => {
    const first = await runSettlement(scene.t.db, asFinance, { month: '2026-05' });
    expect(first).toMatchObject({
      lines: 1,
      baseFen: 2000,
      parties: expect.arrayContaining([expect.objectContaining({ kind: 'agency', amountFen: 1000 })]),
    });
    expect(await runSettlement(scene.t.db, asFinance, { month: '2026-05' })).toMatchObject({
      runId: null,
      lines: 0,
      changes: 0,
    });
    expect(await settlementLinesOf(scene.t, 1)).toHaveLength(1);
  });

  it('never settles a line that is only paid', async () => {
    await addLines(scene.t.ownerDb, [{ id: 2, anchorId: scene.anchor, settledAt: null, salesFen: 5000 }]);
    const run = await runSettlement(scene.t.db, asFinance, { month: '2026-05' });
    expect(run).toMatchObject({ lines: 0, unsettled: { noEvidence: 1 } });
  });

  it('stops at lines of an unknown anchor unless told to leave them open', async () => {
    await addLines(scene.t.ownerDb, [
      { id: 3, anchorId: null },
      { id: 4, anchorId: scene.anchor },
    ]);
    await expect(runSettlement(scene.t.db, asFinance, { month: '2026-05' })).rejects.toMatchObject({
      code: 'lines_without_rule',
    });
    expect(
      await runSettlement(scene.t.db, asFinance, { month: '2026-05', leaveUnassigned: true }),
    ).toMatchObject({
      lines: 1,
    });
    await scene.t.ownerDb
      .updateTable('order_line')
      .set({ anchor_id: scene.anchor })
      .where('id', '=', 3)
      .execute();
    expect(await runSettlement(scene.t.db, asFinance, { month: '2026-05' })).toMatchObject({ lines: 1 });
  });

  it('takes back the share of a refund after settlement with a new negative line that names the old one', async () => {
    await sql`insert into order_file (sha256, name, size_bytes) values (repeat('a', 64), 'x.csv', 1)`.execute(
      scene.t.ownerDb,
    );
    await sql`insert into order_import (file_sha256, file_name, profile, platform) values (repeat('a', 64), 'x.csv', 'p', 'douyin')`.execute(
      scene.t.ownerDb,
    );
    await scene.t.ownerDb
      .updateTable('order_line')
      .set({ settled_fen: 4000, commission_fen: 800 })
      .where('id', '=', 1)
      .execute();
    await sql`insert into order_line_revision (line_id, platform, import_id, before) values (1, 'douyin', 1, '{}')`.execute(
      scene.t.ownerDb,
    );
    const run = await runSettlement(scene.t.db, asFinance, { month: '2026-06' });
    expect(run).toMatchObject({ lines: 0, changes: 1, baseFen: -1200 });
    expect(await settlementLinesOf(scene.t, 1)).toEqual([
      { seq: 0, kind: 0, amendsLineId: null, amendsSeq: null, baseFen: 2000, parts: [1000, 1000] },
      { seq: 1, kind: 1, amendsLineId: 1, amendsSeq: 0, baseFen: -1200, parts: [-600, -600] },
    ]);
    expect(await runSettlement(scene.t.db, asFinance, { month: '2026-06' })).toMatchObject({
      runId: null,
      changes: 0,
    });
  });

  it('settles a refund line of its own on the terms of the sale it names, and lets it wait for an unsettled sale', async () => {
    await addLines(scene.t.ownerDb, [
      {
        id: 5,
        anchorId: scene.anchor,
        kind: 1,
        refundOfId: 4,
        salesFen: -10_000,
        commissionFen: -2000,
        settledAt: '2026-06-02T12:00:00+08:00',
      },
      {
        id: 6,
        anchorId: scene.anchor,
        kind: 1,
        refundOfId: 2,
        salesFen: -5000,
        commissionFen: -1000,
        settledAt: '2026-06-02T12:00:00+08:00',
      },
    ]);
    const run = await runSettlement(scene.t.db, asFinance, { month: '2026-06' });
    expect(run).toMatchObject({ lines: 1, baseFen: -2000, unsettled: { refundsWaiting: 1 } });
    expect(await settlementLinesOf(scene.t, 5)).toEqual([
      { seq: 0, kind: 1, amendsLineId: 4, amendsSeq: 0, baseFen: -2000, parts: [-1000, -1000] },
    ]);
  });

  it('is finance’s to run: nobody else may', async () => {
    for (const role of ['operator', 'compliance', 'admin', 'anchor'] as const) {
      await expect(
        runSettlement(scene.t.db, { ...asFinance, role }, { month: '2026-05' }),
      ).rejects.toMatchObject({
        kind: 'forbidden',
      });
    }
  });

  it('cannot be edited afterwards, not even by hand', async () => {
    await expect(sql`update settlement_line set base_fen = 0`.execute(scene.t.ownerDb)).rejects.toThrow(
      'append-only',
    );
    await expect(sql`delete from posting`.execute(scene.t.ownerDb)).rejects.toThrow('append-only');
    await expect(sql`truncate settlement_line`.execute(scene.t.ownerDb)).rejects.toThrow('append-only');
    await expect(sql`delete from order_line where id = 1`.execute(scene.t.ownerDb)).rejects.toThrow(
      'settled and stays',
    );
    await expect(
      sql`update order_line set anchor_id = null where id = 1`.execute(scene.t.ownerDb),
    ).rejects.toThrow('its anchor stays');
  });
});

describe('three runs of one month at once', () => {
  const scene = openSettlementScene();

  it('settle every line exactly once between them', async () => {
    await addContract(scene.t.ownerDb, scene.anchor, [
      { anchorId: scene.anchor, tiers: [{ fromFen: 0, toFen: null, parts: half }] },
    ]);
    await addLines(
      scene.t.ownerDb,
      Array.from({ length: 2000 }, (_, i) => ({ id: i + 1, anchorId: scene.anchor })),
    );
    const runs = await Promise.all(
      [1, 2, 3].map(() => runSettlement(scene.t.db, asFinance, { month: '2026-05' })),
    );
    expect(runs.map((run) => run.lines).sort((a, b) => a - b)).toEqual([0, 0, 2000]);
    const { rows } = await sql<{
      n: number;
      base: number;
    }>`select count(*) as n, sum(base_fen)::bigint as base from settlement_line`.execute(scene.t.ownerDb);
    expect(rows[0]).toEqual({ n: 2000, base: 4_000_000 });
  });

  it('are refused by the key itself when the lock is taken away', async () => {
    await expect(
      sql`insert into settlement_line select line_id, seq, run_id, anchor_id, tier_id, kind, amends_line_id, amends_seq, cumulative_fen, sales_fen, base_fen, parts_fen from settlement_line limit 1`.execute(
        scene.t.ownerDb,
      ),
    ).rejects.toMatchObject({ constraint: 'settlement_line_key' });
  });
});
