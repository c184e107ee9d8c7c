import { describe, expect, it } from 'vitest';
import { addContract, addLines } from '../../db/test-scene.ts';
import { runSettlement } from './run-settlement.ts';
import { asFinance, half, openSettlementScene } from './settlement-scene.testing.ts';

describe('a figure that no tier of the rule covers', () => {
  const scene = openSettlementScene();

  it('leaves the line open and named: neither the tier below nor a less specific rule steps in', async () => {
    const { ownerDb, db } = scene.t;
    const product = await ownerDb
      .insertInto('product')
      .values({ name: '精华' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await addContract(ownerDb, scene.anchor, [
      {
        anchorId: scene.anchor,
        tiers: [
          { fromFen: 0, toFen: 500_000, parts: half },
          { fromFen: 600_000, toFen: null, parts: half },
        ],
      },
      {
        anchorId: scene.anchor,
        productId: product.id,
        tiers: [{ fromFen: 0, toFen: 100_000, parts: half }],
      },
    ]);
    const line = (id: number, salesFen: number, productId: number | null = null) => ({
      id,
      anchorId: scene.anchor,
      productId,
      paidAt: '2026-05-10T12:00:00+08:00',
      settledAt: `2026-05-20T12:00:0${id}+08:00`,
      salesFen,
      commissionFen: 100,
    });
    // Sums before the lines: 0, 200 000, 200 001 (above the product's tiers), 200 002, 550 002 (between two tiers).
    const lines = [line(1, 200_000), line(2, 1), line(3, 1, product.id), line(4, 350_000), line(5, 60_000)];
    await addLines(ownerDb, [...lines, line(6, 1)]);
    const { problems } = await runSettlement(db, asFinance, { month: '2026-05', dryRun: true });
    expect(problems).toMatchObject([{ reason: 'no_rule', lines: 2 }]);
    expect(problems[0]!.sample.map(({ lineId }) => lineId)).toEqual([3, 5]);
  });
});
