import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { lin, openBatchScene, wang } from './batches/batch-scene.testing.ts';

const { state, stepUp, statements } = openBatchScene();
const change = {
  kind: 'personal',
  accountName: '岚岚',
  bankName: '工商银行',
  bankAccount: '6217 0000 1111 2222',
  reason: '原账户已销户',
};
const post = async (who: Parameters<typeof state.app.as>[0], path: string, body?: unknown) => {
  const answer = await (await state.app.as(who)).post(`/api${path}`, body);
  return { status: answer.status, body: await answer.json() };
};
const tailOf = async (anchorId: number) =>
  (
    await sql<{
      tail: string;
    }>`select bank_account_tail as tail from anchor_payee where anchor_id = ${anchorId}`.execute(
      state.t.ownerDb,
    )
  ).rows[0]!.tail;
const passADay = (id: number) =>
  sql`alter table payee_change disable trigger payee_change_goes_forward`
    .execute(state.t.ownerDb)
    .then(() =>
      sql`update payee_change set requested_at = requested_at - interval '25 hours', approved_at = approved_at - interval '25 hours', effective_at = effective_at - interval '25 hours' where id = ${id}`.execute(
        state.t.ownerDb,
      ),
    )
    .then(() =>
      sql`alter table payee_change enable trigger payee_change_goes_forward`.execute(state.t.ownerDb),
    );

describe('a change of payee', () => {
  it('is asked for by one, approved by another, and paid a day later; the old account until then', async () => {
    const [one, two] = await statements([1000, 1000]);
    const { body: asked } = await post(lin, `/anchors/${one!.anchorId}/payee-changes`, change);
    expect(asked).toMatchObject({ state: 'requested', tail: '2222', requestedByName: '林会计' });
    expect(JSON.stringify(asked)).not.toContain('6217000011112222');
    await stepUp(lin);
    expect((await post(lin, `/payee-changes/${asked.id}/approve`)).body.code).toBe('four_eyes');
    await sql`delete from step_up`.execute(state.t.ownerDb);
    expect((await post(wang, `/payee-changes/${asked.id}/approve`)).body.code).toBe('step_up_needed');
    await stepUp(wang);
    expect((await post(wang, `/payee-changes/${asked.id}/approve`)).body.state).toBe('approved');
    const payout = (await post(lin, '/payouts', { statementId: one!.statementId })).body;
    expect(payout.payee.tail).toBe('3445');
    await passADay(asked.id);
    expect((await post(wang, `/payouts/${payout.id}/approve`)).body.code).toBe('payee_changed');
    expect(await post(lin, '/payouts', { statementId: two!.statementId })).toMatchObject({ status: 200 });
    expect(await tailOf(one!.anchorId)).toBe('2222');
    expect((await (await state.app.as(lin)).get(`/api/payee-changes/${asked.id}`)).status).toBe(200);
  });

  it('is one at a time, seen by the own anchor alone, and refused or withdrawn before its day', async () => {
    const [one, two] = await statements([1000, 1000]);
    const own = { role: 'anchor', anchorId: one!.anchorId } as const;
    const stranger = { role: 'anchor', anchorId: two!.anchorId } as const;
    const { body: asked } = await post(own, `/anchors/${one!.anchorId}/payee-changes`, change);
    expect((await post(lin, `/anchors/${one!.anchorId}/payee-changes`, change)).body.code).toBe(
      'change_pending',
    );
    expect((await post(stranger, `/anchors/${one!.anchorId}/payee-changes`, change)).status).toBe(404);
    expect((await (await state.app.as(stranger)).get(`/api/payee-changes/${asked.id}`)).status).toBe(404);
    expect((await post(lin, `/payee-changes/${asked.id}/withdraw`)).body.code).toBe('not_yours');
    await stepUp(wang);
    await post(wang, `/payee-changes/${asked.id}/approve`);
    expect((await post(lin, `/payee-changes/${asked.id}/refuse`, { reason: '本人否认' })).body.state).toBe(
      'refused',
    );
    expect((await post(own, `/payee-changes/${asked.id}/withdraw`)).body.code).toBe('change_decided');
    expect(await tailOf(one!.anchorId)).toBe('3445');
  });

  it('is refused by the database to whoever writes the payee without it', async () => {
    const [one] = await statements([1000]);
    const { identity } = await state.app.as('admin');
    const write = state.t.db.transaction().execute(async (trx) => {
      await sql`select set_config('faircast.role', 'admin', true), set_config('faircast.user_id', ${identity.userId}, true)`.execute(
        trx,
      );
      await sql`update anchor_payee set bank_account_sealed = 'v1:thief' where anchor_id = ${one!.anchorId}`.execute(
        trx,
      );
    });
    await expect(write).rejects.toThrow('two people and a day later');
    const direct = await (await state.app.as('admin')).put(`/api/anchors/${one!.anchorId}/payee`, {
      kind: 'personal',
      accountName: '贼',
      bankName: '银行',
      bankAccount: '6217000011113333',
    });
    expect([direct.status, (await direct.json()).code]).toEqual([409, 'payee_needs_change_request']);
  });
});
