import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type BatchBody, lin, openBatchScene, wang, zhao } from './batch-scene.testing.ts';

const { state, call, stepUp, statements, setAccount, draft, approved, filed, answer } = openBatchScene();

const journals = async (payoutIds: number[]) =>
  (
    await state.t.ownerDb
      .selectFrom('journal')
      .select(['source_type', 'source_id'])
      .where('source_id', 'in', payoutIds.map(String))
      .where('source_type', 'in', ['payout', 'payout_return'])
      .execute()
  ).map(({ source_type, source_id }) => `${source_type}:${source_id}`);
const owner = (statement: ReturnType<typeof sql>) => statement.execute(state.t.ownerDb);

describe('a batch of payouts', () => {
  it('pays what is due of a month and says why the rest stays out', async () => {
    const [one, two] = await statements([5000, 7000]);
    await owner(sql`delete from anchor_payee where anchor_id = ${two!.anchorId}`);
    const { body } = await call(lin, '', {
      month: '2026-05',
      statementIds: [one!.statementId, two!.statementId],
      executeOn: '2026-06-08',
    });
    expect(body).toMatchObject({
      status: 'draft',
      itemCount: 1,
      totalFen: 5000,
      items: [{ amountFen: 5000, attempt: 1, status: 'pending' }],
      leftOut: [{ statementId: two!.statementId, code: 'no_payee' }],
      refusal: { submit: null, approve: { code: 'batch_not_submitted' } },
    });
    expect(body.no).toMatch(/^PB202605-\d{4}$/);
    expect(
      await call(lin, '', { month: '2026-05', statementIds: [one!.statementId], executeOn: '2026-06-08' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'batch_empty', details: { leftOut: [{ code: 'payout_exists' }] } },
    });
  });

  it('is submitted, approved by another who signed in afresh, filed once and paid by the bank’s answer', async () => {
    const batch = await draft([1000, 2000, 3000]);
    expect((await call(lin, `/${batch.id}/submit`)).body.status).toBe('submitted');
    await stepUp(lin);
    expect((await call(lin, `/${batch.id}/approve`)).body.code).toBe('four_eyes');
    await owner(sql`delete from step_up`);
    expect(await call(wang, `/${batch.id}/approve`)).toMatchObject({
      status: 403,
      body: { code: 'step_up_needed' },
    });
    await stepUp(wang);
    expect((await call(wang, `/${batch.id}/approve`)).body).toMatchObject({
      status: 'approved',
      approvals: [{ userName: '王主管', counts: true }],
    });
    await stepUp(lin);
    const { body } = await call(lin, `/${batch.id}/file`, { format: 'pain001' });
    expect(body).toMatchObject({ status: 'filed', file: { format: 'pain001', filedByName: '林会计' } });
    expect((await call(lin, `/${batch.id}/file`, { format: 'csv' })).body.code).toBe('batch_not_approved');
    const response = await (await state.app.as(lin)).get(`/api/payout-batches/${batch.id}/file`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(body.file.sha256);
    expect(bytes.toString()).toContain('6222020200112233445');
    const kept = await owner(sql`select sealed from payout_file where batch_id = ${batch.id}`);
    expect((kept.rows[0] as { sealed: Buffer }).sealed.includes('6222020200112233445')).toBe(false);

    const [a, b, c] = body.items as BatchBody['items'];
    const rows = [
      `${a!.endToEndId},成功,,2026-06-08,LS1,10.00`,
      `${b!.endToEndId},失败,账号户名不符,2026-06-08,LS2,20.00`,
      `${c!.endToEndId},处理中,,,,30.00`,
    ];
    const shown = await answer(batch, rows, '/preview');
    expect(shown.body).toMatchObject({
      paid: [{ itemId: a!.id }],
      failed: [{ reasonText: '账号户名不符' }],
      unknown: [{}],
    });
    expect(await journals([a!.payoutId])).toEqual([]);
    const taken = await answer(batch, rows);
    expect(taken.body.batch).toMatchObject({
      status: 'partly_returned',
      items: [{ status: 'paid', bankReference: 'LS1' }, { status: 'failed' }, { status: 'unknown' }],
    });
    expect(await journals([a!.payoutId, b!.payoutId, c!.payoutId])).toEqual([`payout:${a!.payoutId}`]);
    expect((await answer(batch, rows)).body.code).toBe('same_file');
    expect((await answer(batch, ['PO999999A1,成功,,,,1.00'])).body.code).toBe('other_batch');
    expect(
      (await call(lin, `/${batch.id}/resend`, { itemIds: [c!.id], executeOn: '2026-06-09' })).body.code,
    ).toBe('outcome_unknown');
    expect((await call(lin, `/${batch.id}/close`)).body.code).toBe('outcome_unknown');
    const again = await answer(batch, [`${c!.endToEndId},成功,,2026-06-09,LS3,30.00`]);
    expect(again.body.batch.status).toBe('partly_returned');
  });

  it('sends a failed payment again: the same payout when its payee stands, another one when it was corrected', async () => {
    const batch = await filed([1000, 2000]);
    const [same, other] = batch.items;
    await answer(
      batch,
      batch.items.map((item) => `${item.endToEndId},失败,户名不符,,,`),
    );
    await setAccount(other!.anchorId, '6222020200112299999');
    const { body: next } = await call(lin, `/${batch.id}/resend`, {
      itemIds: [same!.id, other!.id],
      executeOn: '2026-06-10',
    });
    expect(next).toMatchObject({ status: 'draft', totalFen: 3000 });
    expect(next.items).toMatchObject([
      { payoutId: same!.payoutId, attempt: 2, endToEndId: same!.endToEndId.replace(/A1$/, 'A2') },
      { attempt: 1, payee: { tail: '9999' } },
    ]);
    expect(next.items[1].payoutId).not.toBe(other!.payoutId);
    const old = await (await (await state.app.as(lin)).get(`/api/payout-batches/${batch.id}`)).json();
    expect(old).toMatchObject({ status: 'closed', items: [{ status: 'resent' }, { status: 'corrected' }] });
    await call(lin, `/${next.id}/submit`);
    await stepUp(wang);
    expect((await call(wang, `/${next.id}/approve`)).body.status).toBe('approved');
    await stepUp(lin);
    const { body: sent } = await call(lin, `/${next.id}/file`, { format: 'csv' });
    const rows = (sent.items as BatchBody['items']).map(
      (item, i) => `${item.endToEndId},成功,,2026-06-10,LX${i},`,
    );
    expect((await answer(sent, rows)).body.batch).toMatchObject({ status: 'closed' });
    expect(await journals([same!.payoutId, other!.payoutId, next.items[1].payoutId])).toHaveLength(2);
  });

  it('takes back paid money that came back, once, and lets it be paid again', async () => {
    const batch = await filed([1500]);
    const [item] = batch.items;
    await answer(batch, [`${item!.endToEndId},成功,,2026-06-08,LB1,15.00`]);
    const path = `/${batch.id}/items/${item!.id}/settle`;
    const back = { outcome: 'failed', reason: '退汇：账户已销户' };
    expect(await call(lin, path, back)).toMatchObject({
      status: 200,
      body: { items: [{ status: 'failed' }] },
    });
    expect((await call(lin, path, back)).status).toBe(409);
    expect((await journals([item!.payoutId])).sort()).toEqual([
      `payout:${item!.payoutId}`,
      `payout_return:${item!.payoutId}`,
    ]);
    const { rows } = await owner(
      sql`select sum(p.amount_fen)::int as fen from posting p join account a on a.id = p.account_id join party y on y.id = a.party_id where y.anchor_id = ${item!.anchorId}`,
    );
    expect(rows).toEqual([{ fen: 0 }]);
  });

  it('asks for two approvers above the tier, and counts no one twice', async () => {
    const batch = await draft([6_000_000]);
    await call(lin, `/${batch.id}/submit`);
    for (const who of [wang, zhao]) await stepUp(who);
    expect((await call(wang, `/${batch.id}/approve`)).body).toMatchObject({
      status: 'submitted',
      approversAsked: 2,
      approversMissing: 1,
    });
    expect((await call(wang, `/${batch.id}/approve`)).body.code).toBe('approved_already');
    expect((await call(zhao, `/${batch.id}/approve`)).body).toMatchObject({ status: 'approved' });
  });

  it('sends a single payout above the tier into a batch', async () => {
    const [one] = await statements([6_000_000]);
    const finance = await state.app.as(lin);
    const { id } = await (await finance.post('/api/payouts', { statementId: one!.statementId })).json();
    const refused = await (await state.app.as(wang)).post(`/api/payouts/${id}/approve`);
    expect([refused.status, (await refused.json()).code]).toEqual([409, 'more_approvers_needed']);
  });

  it('is refused when an account changed between submitting and approving, and between approving and filing', async () => {
    const batch = await draft([1000]);
    await call(lin, `/${batch.id}/submit`);
    await setAccount(batch.made[0]!.anchorId, '6222020200000000001');
    await stepUp(wang);
    expect(await call(wang, `/${batch.id}/approve`)).toMatchObject({
      status: 409,
      body: { code: 'payee_changed' },
    });
    const other = await approved([1000]);
    await setAccount(other.made[0]!.anchorId, '6222020200000000002');
    await stepUp(lin);
    expect((await call(lin, `/${other.id}/file`, { format: 'csv' })).body.code).toBe('payee_changed');
  });

  it('is refused when a line was disputed since, and pays the rest when it is added again', async () => {
    const batch = await draft([1000]);
    const [{ anchorId, statementId }] = batch.made as [{ anchorId: number; statementId: number }];
    await owner(
      sql`insert into app_user (id, name, email, role, anchor_id) values (${`a${anchorId}`}, 'x', ${`${anchorId}@e.cn`}, 'anchor', ${anchorId})`,
    );
    await owner(sql`insert into dispute (statement_id, anchor_id, line_id, line_seq, label, amount_fen, body, raised_by)
      values (${statementId}, ${anchorId}, 1, 0, 'NO1', 400, '少了', ${`a${anchorId}`})`);
    expect((await call(lin, `/${batch.id}/submit`)).body.code).toBe('more_than_due');
    await call(lin, `/${batch.id}/items/${batch.items[0]!.id}/remove`);
    const { body } = await call(lin, `/${batch.id}/items`, { statementIds: [statementId] });
    expect(body).toMatchObject({ totalFen: 600, items: [{ amountFen: 600, heldFen: 400 }] });
  });

  it('keeps its payouts to itself, and cancels them with it', async () => {
    const batch = await draft([1000]);
    const [item] = batch.items;
    const other = await state.app.as(wang);
    const alone = await other.post(`/api/payouts/${item!.payoutId}/approve`);
    expect((await alone.json()).code).toBe('in_batch');
    expect((await call(lin, `/${batch.id}/cancel`)).body.status).toBe('cancelled');
    expect(await (await other.get(`/api/payouts/${item!.payoutId}`)).json()).toMatchObject({
      status: 'cancelled',
    });
  });

  it('forgets approvals when it goes back to draft', async () => {
    const batch = await approved([1000]);
    expect((await call(lin, `/${batch.id}/withdraw`)).body).toMatchObject({
      status: 'draft',
      approversMissing: 1,
    });
    await call(lin, `/${batch.id}/submit`);
    await stepUp(lin);
    expect((await call(lin, `/${batch.id}/file`, { format: 'csv' })).body.code).toBe('batch_not_approved');
  });
});

describe('the database behind a batch', () => {
  it('refuses an approver who had a hand in it, an approval too few, another total and another payment', async () => {
    const batch = await draft([1000]);
    await call(lin, `/${batch.id}/submit`);
    const { userId } = (await state.app.as(lin)).identity;
    const { rows } = await owner(sql`select revision from payout_batch where id = ${batch.id}`);
    const { revision } = rows[0] as { revision: number };
    await expect(
      owner(
        sql`insert into payout_batch_approval (batch_id, revision, user_id) values (${batch.id}, ${revision}, ${userId})`,
      ),
    ).rejects.toThrow('had a hand');
    await expect(
      owner(sql`update payout_batch set status = 'approved' where id = ${batch.id}`),
    ).rejects.toThrow('approvals of');
    await expect(owner(sql`update payout_batch set total_fen = 1 where id = ${batch.id}`)).rejects.toThrow(
      'keeps its payments',
    );
    await expect(
      owner(sql`update payout_batch_item set amount_fen = 1 where batch_id = ${batch.id}`),
    ).rejects.toThrow('not made another');
    await expect(owner(sql`delete from payout_batch_item where batch_id = ${batch.id}`)).rejects.toThrow(
      'keeps its payments',
    );
    const free = await draft([1000]);
    await expect(owner(sql`update payout_batch set total_fen = 1 where id = ${free.id}`)).rejects.toThrow(
      'it has 1 of 1000',
    );
  });
});
