import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listGaps, resolveAlias } from '../../db/queries/order-import-gaps.ts';
import { inTransaction } from '../../db/transaction.ts';
import {
  counts,
  createImportScene,
  FINANCE,
  fixture,
  type ImportScene,
  pick,
} from './import-scene.testing.ts';

let scene: ImportScene;
beforeAll(async () => {
  scene = await createImportScene();
});
beforeEach(() => scene.clear());
afterAll(() => scene.close());

describe('names the files use', () => {
  const gaps = (importId: number | null) =>
    inTransaction(scene.db, FINANCE, (trx) => listGaps(trx, importId));
  const addAnchor = async (name: string) =>
    (await scene.ownerDb.insertInto('anchor').values({ name }).returning('id').executeTakeFirstOrThrow()).id;
  const addProduct = async (name: string) =>
    (await scene.ownerDb.insertInto('product').values({ name }).returning('id').executeTakeFirstOrThrow()).id;

  it('are resolved while reading; unknown ones come back as gaps', async () => {
    const anchorId = await addAnchor('小禾');
    await scene.ownerDb
      .insertInto('anchor_account')
      .values({ anchor_id: anchorId, platform: 'douyin', external_id: 'xiaohe_01' })
      .execute();
    const result = await scene.importFile(fixture('douyin-commission'));
    expect(new Set(pick(await scene.lines(), 'anchor_id').flat())).toEqual(new Set([anchorId]));
    expect(result.gaps).toEqual([
      {
        kind: 'product',
        platform: 'douyin',
        externalId: '3612000000000000001',
        name: '山楂棒 "原味" 500g',
        lines: 4,
        paidFen: 133950,
      },
    ]);
    expect(await gaps(result.importId)).toEqual(result.gaps);
    expect(await gaps(null)).toEqual(result.gaps);
    expect(await gaps(result.importId! + 1)).toEqual([]);
  });

  it('a file that names no anchor takes the one who alone presents the listing', async () => {
    const anchorId = await addAnchor('独家');
    const productId = await addProduct('山楂棒');
    await scene.ownerDb
      .insertInto('product_listing')
      .values({
        product_id: productId,
        platform: 'douyin',
        external_id: '3612000000000000001',
        anchor_id: anchorId,
      })
      .execute();
    await scene.importFile(fixture('douyin-leader'));
    expect(pick(await scene.lines(), 'anchor_id', 'product_id')).toEqual([
      [anchorId, productId],
      [anchorId, productId],
    ]);
  });

  it('an alias fills in every line that is not settled, once and for all', async () => {
    await scene.importFile(fixture('douyin-commission'));
    const anchorId = await addAnchor('小禾');
    const other = await addAnchor('别人');
    const alias = (id: number) =>
      inTransaction(scene.db, FINANCE, (trx) =>
        resolveAlias(trx, { kind: 'anchor', platform: 'douyin', externalId: 'xiaohe_01', id }),
      );
    expect(await alias(anchorId)).toBe(4);
    expect(await alias(anchorId)).toBe(0);
    expect(await alias(other)).toBeUndefined();
    expect(counts(await scene.importFile(fixture('douyin-commission')))).toEqual([0, 0, 4, 1]);
    expect(new Set(pick(await scene.lines(), 'anchor_id').flat())).toEqual(new Set([anchorId]));
    const productId = await addProduct('山楂棒');
    const named = await inTransaction(scene.db, FINANCE, (trx) =>
      resolveAlias(trx, {
        kind: 'product',
        platform: 'douyin',
        externalId: '3612000000000000001',
        id: productId,
      }),
    );
    expect(named).toBe(4);
    expect(await gaps(null)).toEqual([]);
  });
});
