import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { approvePayout } from './approve-payout.ts';
import { toldOnTheMachine } from './fresh-sign-in.ts';
import { payPayout } from './pay-payout.ts';
import { addStatement, lin, openPayoutScene } from './payout-scene.testing.ts';
import { preparePayout } from './prepare-payout.ts';

const { state } = openPayoutScene();
const PAYOUTS = 20;
const APPROVERS = 50;

/** People of finance, made at once; sessions are not needed below the API. */
async function addPeople(count: number): Promise<Identity[]> {
  const ids = Array.from({ length: count }, (_, i) => `race-${i}`);
  await sql`insert into app_user (id, name, email, role) select x, x, x || '@example.com', 'finance' from unnest(${ids}::text[]) x on conflict do nothing`.execute(
    state.t.ownerDb,
  );
  return ids.map((userId) => ({ userId, role: 'finance', anchorId: null, teamId: null, scope: 'all' }));
}

/** An anchor, a payee and a statement for each. */
async function addPayouts(preparer: Identity, count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const { statementId } = await addStatement(state.t, 1000 + i);
    ids.push((await preparePayout(state.t.db, preparer, statementId)).id);
  }
  return ids;
}

const countOf = async (query: ReturnType<typeof sql>) =>
  Number(((await query.execute(state.t.ownerDb)).rows[0] as { n: number | string }).n);

describe('payouts and fifty people who approve each at once, the preparer among them', () => {
  it('are approved once, by another, and come to one journal each', async () => {
    const preparer = (await state.app.as(lin)).identity;
    const approvers = [preparer, ...(await addPeople(APPROVERS - 1))];
    const ids = await addPayouts(preparer, PAYOUTS);
    const codes = new Map<string, number>();
    let approvals = 0;
    for (const id of ids) {
      const results = await Promise.allSettled(
        approvers.map((who) => approvePayout(state.t.db, who, id, toldOnTheMachine)),
      );
      approvals += results.filter(({ status }) => status === 'fulfilled').length;
      for (const result of results) {
        if (result.status === 'fulfilled') continue;
        if (!(result.reason instanceof DomainError)) throw result.reason;
        codes.set(result.reason.code, (codes.get(result.reason.code) ?? 0) + 1);
      }
      const paid = await Promise.allSettled(
        approvers
          .slice(0, 3)
          .map((who) => payPayout(state.t.db, who, id, { bankReference: `R${id}`, prove: toldOnTheMachine })),
      );
      expect(paid.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
    expect(approvals).toBe(PAYOUTS);
    expect([...codes.keys()].sort()).toEqual(['four_eyes', 'payout_not_prepared']);
    expect([...codes.values()].reduce((a, b) => a + b)).toBe(PAYOUTS * (APPROVERS - 1));
    expect(await countOf(sql`select count(*) as n from journal where source_type = 'payout'`)).toBe(PAYOUTS);
    expect(await countOf(sql`select count(*) as n from payout where approved_by = prepared_by`)).toBe(0);
    expect(await countOf(sql`select count(*) as n from payout where status = 'paid'`)).toBe(PAYOUTS);
    expect(await countOf(sql`select count(*) as n from audit_entry where action = 'payouts.approve'`)).toBe(
      PAYOUTS,
    );
  }, 120_000);

  it('would be approved many times, by the preparer too, without the guards', async () => {
    const preparer = (await state.app.as(lin)).identity;
    const approvers = [preparer, ...(await addPeople(APPROVERS - 1))];
    const ids = await addPayouts(preparer, 20);
    const { ownerDb } = state.t;
    await sql`create table naive_journal (payout_id int, approved_by text)`.execute(ownerDb);
    await sql`create table naive_payout as select id, status, prepared_by from payout where id = any(${ids})`.execute(
      ownerDb,
    );
    // Looks first and writes then, with nobody asking who it was: the twin the real one is measured against.
    const approveNaively = async (who: Identity, id: number) => {
      const { rows } = await sql<{
        status: string;
      }>`select status from naive_payout where id = ${id}`.execute(ownerDb);
      if (rows[0]!.status !== 'prepared') return;
      await sql`update naive_payout set status = 'approved' where id = ${id}`.execute(ownerDb);
      await sql`insert into naive_journal values (${id}, ${who.userId})`.execute(ownerDb);
    };
    for (const id of ids) await Promise.all(approvers.map((who) => approveNaively(who, id)));
    expect(await countOf(sql`select count(*) as n from naive_journal`)).toBeGreaterThan(ids.length);
    expect(
      await countOf(
        sql`select count(*) as n from naive_journal j join naive_payout p on p.id = j.payout_id where j.approved_by = p.prepared_by`,
      ),
    ).toBeGreaterThan(0);
  });
});
