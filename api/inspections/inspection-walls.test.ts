import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../db/transaction.ts';
import type { Identity } from '../domain/identity.ts';
import { addPhoto } from '../photo-scene.testing.ts';
import { likeSealed, nextSeed, openInspectionScene } from './inspection-scene.testing.ts';

const { scene, addSealed, mystery } = openInspectionScene();

/** Everything that samples and inspections are kept in, but the sample and its steps, which have an owner. */
const OF_STAFF = [
  ...['photo', 'sample_seal', 'sample_face', 'inspection', 'inspection_custody', 'inspection_unit'],
  ...['inspection_unit_photo', 'photo_comparison', 'inspection_difference', 'inspection_decision'],
];

const count = (identity: Identity, table: string) =>
  inTransaction(scene.testDb.db, identity, async (trx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
      trx,
    );
    return rows[0]!.n;
  });

describe('row-level security', () => {
  it('shows each of these tables to every role of the office and to no anchor', async () => {
    const { id } = await (await mystery(await addSealed())).json();
    const hand = { step: 'received', at: '2026-05-03T09:00:00+08:00', place: '杭州仓', holder: '王敏' };
    await scene.operator.post(`/api/inspections/${id}/custody`, hand);
    const photos = [{ face: 'front', photoId: await addPhoto(scene.operator, nextSeed()) }];
    const attributes = { ...likeSealed(), netContent: '15 ml' };
    const unit = await (
      await scene.operator.post(`/api/inspections/${id}/units`, { attributes, photos })
    ).json();
    await scene.compliance.post(`/api/inspection-differences/${unit.differences[0].id}/uphold`, {
      reason: '不符',
    });
    const anchor = await scene.app.as('anchor');
    for (const table of OF_STAFF) {
      for (const role of ['operator', 'compliance', 'finance', 'admin'] as const)
        expect(await count((await scene.app.as(role)).identity, table), `${role} ${table}`).toBeGreaterThan(
          0,
        );
      expect(await count(anchor.identity, table), `anchor ${table}`).toBe(0);
    }
    for (const table of ['sample', 'sample_step']) expect(await count(anchor.identity, table)).toBe(0);
  });
});
