import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../domain/error.ts';
import type { Actor } from '../fresh-sign-in.ts';
import { type BatchBody, lin, openBatchScene } from './batch-scene.testing.ts';
import { approveBatch } from './move-batch.ts';

const { state, call, draft, stepUp, answer } = openBatchScene();
const PAYOUTS = 200;
const APPROVERS = 50;

/** People of finance, each with a sign-in that was proved a moment ago. */
async function addActors(count: number): Promise<Actor[]> {
  const people = Array.from({ length: count }, () => randomUUID());
  await sql`insert into app_user (id, name, email, role) select x, x, x || '@example.com', 'finance' from unnest(${people}::text[]) x`.execute(
    state.t.ownerDb,
  );
  await sql`insert into login_session (id, user_id, token, expires_at) select x, x, x, now() + interval '8 hours' from unnest(${people}::text[]) x`.execute(
    state.t.ownerDb,
  );
  await sql`insert into step_up (session_id, user_id) select x, x from unnest(${people}::text[]) x`.execute(
    state.t.ownerDb,
  );
  return people.map((userId) => ({
    identity: { userId, role: 'finance', anchorId: null, teamId: null, scope: 'all' },
    sessionId: userId,
  }));
}

const countOf = async (query: ReturnType<typeof sql>) =>
  Number(((await query.execute(state.t.ownerDb)).rows[0] as { n: number | string }).n);

describe('a batch of two hundred payouts and fifty people who approve it at once, the preparer among them', () => {
  it('is approved once by another and comes to two hundred journals', async () => {
    const batch = await draft(Array.from({ length: PAYOUTS }, (_, i) => 100 + i));
    await call(lin, `/${batch.id}/submit`);
    await stepUp(lin);
    const { identity } = await state.app.as(lin);
    const session = await sql<{
      id: string;
    }>`select session_id as id from step_up where user_id = ${identity.userId}`.execute(state.t.ownerDb);
    const preparer: Actor = { identity, sessionId: session.rows[0]!.id };
    const approvers = [preparer, ...(await addActors(APPROVERS - 1))];
    const results = await Promise.allSettled(
      approvers.map((actor) => approveBatch(state.t.db, actor, batch.id)),
    );
    const refusals = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(results[0]!.status).toBe('rejected');
    // refused by the rule, or told to try again because another one holds the batch
    expect(refusals.every((reason) => reason instanceof DomainError || reason.code === '55P03')).toBe(true);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await countOf(sql`select count(*) as n from payout where status = 'approved'`)).toBe(PAYOUTS);
    expect(await countOf(sql`select count(*) as n from payout_batch_approval`)).toBe(1);

    const { body } = await call(lin, `/${batch.id}/file`, { format: 'csv' });
    const rows = (body.items as BatchBody['items']).map(
      ({ endToEndId }, i) => `${endToEndId},成功,,2026-06-08,R${i},`,
    );
    // the same answer from five hands at once
    const taken = await Promise.all(Array.from({ length: 5 }, () => answer(batch, rows)));
    expect(taken.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(await countOf(sql`select count(*) as n from journal where source_type = 'payout'`)).toBe(PAYOUTS);
    expect(await countOf(sql`select count(*) as n from payout where status = 'paid'`)).toBe(PAYOUTS);
    expect(await countOf(sql`select count(*) as n from payout where approved_by = prepared_by`)).toBe(0);
    expect(
      await countOf(
        sql`select count(*) as n from audit_entry where action = 'payouts.approve' and actor_id = ${identity.userId}`,
      ),
    ).toBe(0);
  });

  it('is approved by its preparer once the rule and the walls of the database are taken away', async () => {
    const batch = await draft([100]);
    await call(lin, `/${batch.id}/submit`);
    const { userId } = (await state.app.as(lin)).identity;
    const trigger = (state_: 'disable' | 'enable') =>
      sql`alter table payout_batch_approval ${sql.raw(state_)} trigger payout_batch_approval_holds`.execute(
        state.t.ownerDb,
      );
    const approveOwn = () =>
      sql`insert into payout_batch_approval (batch_id, revision, user_id) select id, revision, ${userId} from payout_batch where id = ${batch.id}`.execute(
        state.t.ownerDb,
      );
    await expect(approveOwn()).rejects.toThrow('had a hand');
    await trigger('disable');
    await approveOwn();
    await trigger('enable');
    // and even then it does not count
    await expect(
      sql`update payout_batch set status = 'approved' where id = ${batch.id}`.execute(state.t.ownerDb),
    ).rejects.toThrow('has 0 approvals');
  });
});
