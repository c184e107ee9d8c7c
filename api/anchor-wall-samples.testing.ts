import type { TestDb } from '../db/test-db.ts';

/** A sample of the anchor's own and one of somebody else's, with what the office writes to itself about both. */
export async function plantSamples({ ownerDb }: TestDb, anchorId: number, otherId: number): Promise<void> {
  const { id: productId } = await ownerDb.selectFrom('product').select('id').executeTakeFirstOrThrow();
  for (const [owner, secret] of [
    [anchorId, ''],
    [otherId, 'canary-sample-of-others'],
  ] as const) {
    const { id } = await ownerDb
      .insertInto('sample')
      .values({
        ...{ product_id: productId, anchor_id: owner, pieces: 1, is_loan: true, loan_days: 15 },
        ...{
          requested_on: '2026-06-01',
          stage: 'approved',
          value_fen: 987_654_301,
          purpose: `试用 ${secret}`,
        },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await ownerDb
      .insertInto('sample_step')
      .values([
        { sample_id: id, step: 'request', to_stage: 'requested', note: `试用 ${secret}` },
        {
          sample_id: id,
          step: 'approve',
          from_stage: 'requested',
          to_stage: 'approved',
          note: 'canary-office-note',
        },
      ])
      .execute();
  }
}
