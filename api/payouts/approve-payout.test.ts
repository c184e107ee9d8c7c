import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { TestUser } from '../http/test-client.ts';
import { readPages, readRows } from '../pdf/read-pdf.testing.ts';
import { historyOf, lin, openPayoutScene, setPayee, wang } from './payout-scene.testing.ts';

const { state, call, stepUp, prepared, approved } = openPayoutScene();

describe('approving a payout', () => {
  it('freezes a payment advice whose bytes have the hash the record names', async () => {
    const { id } = await approved(140_950);
    const finance = await state.app.as(wang);
    const record = await (await finance.get(`/api/payouts/${id}`)).json();
    expect(record).toMatchObject({ status: 'approved', approvedByName: '王主管', rowVersion: 2 });
    const response = await finance.get(`/api/payouts/${id}/pdf`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(record.pdfSha256);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      etag: `"${record.pdfSha256}"`,
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="payout-${id}.pdf"`,
      'x-content-type-options': 'nosniff',
    });
    const again = await finance.request(`/api/payouts/${id}/pdf`, {
      headers: { 'if-none-match': `"${record.pdfSha256}"` },
    });
    expect(again.status).toBe(304);
    const text = readRows(readPages(bytes)[0]!).join('\n');
    for (const said of ['付款通知单', '¥ 1,409.50', '人民币壹仟肆佰零玖元伍角整', '岚岚', '尾号 6789'])
      expect(text).toContain(said);
    for (const said of [record.statementNo, '林会计', '王主管', '第 1 页 / 共 1 页', '阿岚'])
      expect(text).toContain(said);
    expect(await historyOf(state.t, id)).toEqual(['payouts.prepare', 'payouts.approve']);
  });

  it('is never the preparer’s own', async () => {
    const { id } = await prepared();
    expect(await call(lin, `/${id}/approve`)).toMatchObject({
      status: 403,
      body: { code: 'four_eyes', details: { current: { status: 'prepared' } } },
    });
  });

  it('asks who is at the keyboard, of this session and within five minutes', async () => {
    const { id } = await prepared();
    const other: TestUser = { role: 'finance' };
    const send = async () => {
      const answer = await (await state.app.as(other)).post(`/api/payouts/${id}/approve`);
      return [answer.status, (await answer.json()).code ?? 'done'];
    };
    expect(await send()).toEqual([403, 'step_up_needed']);
    await stepUp(other);
    const { userId } = (await state.app.as(other)).identity;
    await sql`update step_up set at = at - interval '6 minutes' where user_id = ${userId}`.execute(
      state.t.ownerDb,
    );
    expect(await send()).toEqual([403, 'step_up_needed']);
    expect(await historyOf(state.t, id)).toEqual(['payouts.prepare']);
    await stepUp(other);
    expect(await send()).toEqual([200, 'done']);
  });

  it('is refused by the database itself when the rule above it is taken away', async () => {
    const { id, record } = await prepared();
    await expect(
      sql`with frozen as (insert into frozen_pdf (sha256, bytes) values (repeat('0', 64), 'x') returning sha256)
        update payout set status = 'approved', approved_by = ${record.preparedBy}, pdf_sha256 = (select sha256 from frozen) where id = ${id}`.execute(
        state.t.ownerDb,
      ),
    ).rejects.toThrow('approver_is_another_person');
  });

  it('is refused when the payee was changed or taken away since', async () => {
    const { id, anchorId } = await prepared();
    await setPayee(state.t, anchorId, 'v1:two');
    expect(await call(wang, `/${id}/approve`)).toMatchObject({
      status: 409,
      body: { code: 'payee_changed' },
    });
    await sql`delete from anchor_payee where anchor_id = ${anchorId}`.execute(state.t.ownerDb);
    expect(await call(wang, `/${id}/approve`)).toMatchObject({ status: 409, body: { code: 'no_payee' } });
  });

  it('by twenty approvers and the preparer at once happens once', async () => {
    const { id } = await prepared();
    const approvers: TestUser[] = Array.from({ length: 20 }, () => ({ role: 'finance' }));
    for (const approver of approvers) await state.app.as(approver);
    const answers = await Promise.all([lin, ...approvers].map((who) => call(who, `/${id}/approve`)));
    expect([403, 409]).toContain(answers[0]!.status);
    const others = answers.slice(1);
    expect(others.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { body } of others.filter(({ status }) => status !== 200))
      expect(body).toMatchObject({
        code: 'payout_not_prepared',
        details: { current: { status: 'approved' } },
      });
    expect(await historyOf(state.t, id)).toEqual(['payouts.prepare', 'payouts.approve']);
  });

  it('has no PDF before it', async () => {
    const { id } = await prepared();
    expect((await (await state.app.as(wang)).get(`/api/payouts/${id}/pdf`)).status).toBe(404);
  });

  it('happens once for a repeated Idempotency-Key, with the same answer', async () => {
    const { id } = await prepared();
    const key = { 'idempotency-key': 'approve-once-1' };
    const finance = await state.app.as(wang);
    await stepUp(wang);
    const first = await finance.post(`/api/payouts/${id}/approve`, undefined, key);
    const second = await finance.post(`/api/payouts/${id}/approve`, undefined, key);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await second.json()).toEqual(await first.json());
  });
});
