import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAnchor, addContract, addLines, type LineSpec, type PartSpec } from '../../db/test-scene.ts';
import { SYSTEM } from '../domain/identity.ts';
import { compareWithOracle } from './oracle.ts';
import { runSettlement } from './run-settlement.ts';
import { asFinance, half, openSettlementScene } from './settlement-scene.testing.ts';

describe('the set-based run and the line-by-line domain', () => {
  const scene = openSettlementScene();

  it('give every line the same rule, tier and fen on random months', async () => {
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
      scene.anchor,
      ...(await Promise.all(['甲', '乙', '丙', '丁'].map((name) => addAnchor(scene.t.ownerDb, name)))),
    ];
    const brand = await scene.t.ownerDb
      .insertInto('brand')
      .values({ name: '山岚' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const products = await scene.t.ownerDb
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
      await addContract(scene.t.ownerDb, id, [
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
      scene.t.ownerDb,
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
    await runSettlement(scene.t.db, asFinance, { month: '2026-05' });
    expect(await compareWithOracle(scene.t.db, SYSTEM, '2026-05')).toEqual({
      lines: 3000,
      differing: 0,
      sample: [],
    });
  });
});
