import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addStatement, historyOf, lin, openPayoutScene, wang } from './payout-scene.testing.ts';

const { state, call, prepared } = openPayoutScene();

describe('preparing a payout', () => {
  it('takes the whole payable amount and freezes the payee without its number', async () => {
    const { record, anchorId, statementId } = await prepared(5000);
    expect(record).toMatchObject({
      statementId,
      anchorId,
      month: '2026-05',
      amountFen: 5000,
      status: 'prepared',
      payee: { kind: 'personal', accountName: '岚岚', bankName: '招商银行杭州分行', tail: '6789' },
      payeeState: 'unchanged',
      preparedByName: '林会计',
      rowVersion: 1,
    });
    expect(JSON.stringify(record)).not.toContain('v1:one');
    expect(await historyOf(state.t, record.id)).toEqual(['payouts.prepare']);
  });

  it.each([
    ['nothing_payable', 0, true],
    ['nothing_payable', -100, true],
    ['no_payee', 100, false],
  ] as const)('is refused as %s for %i fen, payee: %s', async (code, payableFen, hasPayee) => {
    const { statementId } = await addStatement(state.t, payableFen, hasPayee);
    expect(await call(lin, '', { statementId })).toMatchObject({ status: 409, body: { code } });
  });

  it('is refused beside a live payout, which it shows, and allowed again after that one is cancelled', async () => {
    const { id, statementId } = await prepared();
    expect(await call(wang, '', { statementId })).toMatchObject({
      status: 409,
      body: { code: 'payout_exists', details: { current: { id } } },
    });
    expect(await call(wang, `/${id}/cancel`)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await call(wang, '', { statementId })).toMatchObject({ status: 200 });
  });

  it('by ten people at once makes one payout', async () => {
    const { statementId } = await addStatement(state.t);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => call({ role: 'finance' }, '', { statementId })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
  });

  it('waits for a studio’s own invoices, and pays when they cover the month', async () => {
    const { anchorId, statementId } = await addStatement(state.t, 5000);
    const { userId } = (await state.app.as(lin)).identity;
    await sql`insert into tax_profile (anchor_id, regime, effective_from, source, payee_name, recorded_by) values (${anchorId}, 'studio_invoice', '2026-01', '合同', '岚岚工作室', ${userId})`.execute(
      state.t.ownerDb,
    );
    await sql`insert into tax_withholding (anchor_id, month, profile_id, regime, gross_fen, tax_fen, table_version, working)
      select anchor_id, '2026-05', id, regime, 5000, 0, '2019-01-01', '[]' from tax_profile where anchor_id = ${anchorId}`.execute(
      state.t.ownerDb,
    );
    const invoice = async (seller: string) => {
      const invoices = [{ number: '1', seller, amountFen: 5000, issuedOn: '2026-06-03' }];
      const finance = await state.app.as(lin);
      await finance.post(`/api/anchors/${anchorId}/tax-inputs`, { month: '2026-05', invoices });
      return call(lin, '', { statementId });
    };
    expect(await call(lin, '', { statementId })).toMatchObject({
      status: 409,
      body: { code: 'invoices_too_small' },
    });
    expect(await invoice('别人')).toMatchObject({ status: 409 });
    expect(await invoice('岚岚工作室')).toMatchObject({ status: 200, body: { amountFen: 5000 } });
  });

  it('knows no such statement: 404; no such field: 422', async () => {
    expect(await call(lin, '', { statementId: 999_999 })).toMatchObject({ status: 404 });
    expect(await call(lin, '', { statementId: 1, amountFen: 5 })).toMatchObject({ status: 422 });
  });
});
