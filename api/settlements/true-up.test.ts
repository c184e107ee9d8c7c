import { describe, expect, it } from 'vitest';
import { addContract, addLines } from '../../db/test-scene.ts';
import { runSettlement } from './run-settlement.ts';
import { asFinance, openSettlementScene, settlementLinesOf } from './settlement-scene.testing.ts';

describe('a contract that trues up', () => {
  const scene = openSettlementScene();

  it('moves later lines down a tier when a refund shrinks the month, and names both tiers', async () => {
    await addContract(scene.t.ownerDb, scene.anchor, [
      {
        anchorId: scene.anchor,
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
    await addLines(scene.t.ownerDb, [
      { id: 1, anchorId: scene.anchor, settledAt: '2026-05-01T12:00:00+08:00' },
      { id: 2, anchorId: scene.anchor, settledAt: '2026-05-02T12:00:00+08:00' },
    ]);
    await runSettlement(scene.t.db, asFinance, { month: '2026-05' });
    expect((await settlementLinesOf(scene.t, 2))[0]?.parts).toEqual([800, 1200]);
    await addLines(scene.t.ownerDb, [
      {
        id: 3,
        anchorId: scene.anchor,
        kind: 1,
        refundOfId: 1,
        salesFen: -10_000,
        commissionFen: -2000,
        settledAt: '2026-06-01T12:00:00+08:00',
      },
    ]);
    const run = await runSettlement(scene.t.db, asFinance, { month: '2026-06' });
    expect(run).toMatchObject({ lines: 1, changes: 2, baseFen: -2000 });
    expect(await settlementLinesOf(scene.t, 2)).toEqual([
      expect.objectContaining({ seq: 0, parts: [800, 1200] }),
      { seq: 1, kind: 2, amendsLineId: 2, amendsSeq: 0, baseFen: -2000, parts: [-800, -1200] },
      { seq: 2, kind: 2, amendsLineId: 2, amendsSeq: 0, baseFen: 2000, parts: [1200, 800] },
    ]);
  });
});
