import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { historyOf, lin, openPayoutScene, setPayee, wang } from './payout-scene.testing.ts';

const { state, call, prepared, approved } = openPayoutScene();

describe('paying a payout', () => {
  const postings = (id: number) =>
    sql<{ kind: string; anchorId: number | null; amountFen: number }>`
      select a.kind, p.anchor_id as "anchorId", x.amount_fen as "amountFen" from journal j join posting x on x.journal_id = j.id
        join account a on a.id = x.account_id left join party p on p.id = a.party_id
       where j.source_type = 'payout' and j.source_id = ${String(id)} order by x.seq`
      .execute(state.t.ownerDb)
      .then(({ rows }) => rows);

  it('keeps the bank’s reference and uses up the anchor’s credit in a balanced journal', async () => {
    const { id, anchorId } = await approved(5000);
    expect(await call(lin, `/${id}/pay`, { bankReference: 'CMB-20260605-1' })).toMatchObject({
      status: 200,
      body: { status: 'paid', bankReference: 'CMB-20260605-1', paidByName: '林会计' },
    });
    expect(await postings(id)).toEqual([
      { kind: 'party', anchorId, amountFen: -5000 },
      { kind: 'bank', anchorId: null, amountFen: 5000 },
    ]);
    expect(await historyOf(state.t, id)).toEqual(['payouts.prepare', 'payouts.approve', 'payouts.pay']);
  });

  it('asks who is at the keyboard', async () => {
    const { id } = await approved();
    const teller = await state.app.as({ role: 'finance' });
    const answer = await teller.post(`/api/payouts/${id}/pay`, { bankReference: 'R' });
    expect([answer.status, (await answer.json()).code]).toEqual([403, 'step_up_needed']);
    expect(await postings(id)).toEqual([]);
  });

  it('twice is refused, and twice at once pays once', async () => {
    const { id } = await approved();
    const answers = await Promise.all(
      [lin, wang, lin].map((who, i) => call(who, `/${id}/pay`, { bankReference: `R${i}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await postings(id)).toHaveLength(2);
  });

  it('posts one journal even where the status lets a second through', async () => {
    const { id } = await approved();
    await sql`with j as (insert into journal (source_type, source_id, month) values ('payout', ${String(id)}, '2026-05') returning id)
      insert into posting select j.id, n, (select id from account where code = c), a from j, (values (1, 'bank', 5), (2, 'clearing', -5)) v(n, c, a)`.execute(
      state.t.ownerDb,
    );
    expect(await call(lin, `/${id}/pay`, { bankReference: 'R' })).toMatchObject({
      status: 409,
      body: { code: 'already_posted' },
    });
    expect(await (await (await state.app.as(lin)).get(`/api/payouts/${id}`)).json()).toMatchObject({
      status: 'approved',
    });
  });

  it('is refused before approval, after a change of payee, and without the bank’s reference', async () => {
    const early = await prepared();
    const pay = { bankReference: 'R1' };
    expect(await call(lin, `/${early.id}/pay`, pay)).toMatchObject({
      status: 409,
      body: { code: 'payout_not_approved' },
    });
    const { id, anchorId } = await approved();
    await setPayee(state.t, anchorId, 'v1:two');
    expect(await call(lin, `/${id}/pay`, pay)).toMatchObject({
      status: 409,
      body: { code: 'payee_changed' },
    });
    expect(await call(lin, `/${id}/pay`, { bankReference: ' ' })).toMatchObject({ status: 422 });
    expect(await call(lin, `/${id}/pay`)).toMatchObject({ status: expect.toBeOneOf([400, 415, 422]) });
  });
});
