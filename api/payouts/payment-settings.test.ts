import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openPayoutScene } from './payout-scene.testing.ts';

const { state } = openPayoutScene();
const read = async () => (await (await state.app.as('finance')).get('/api/payment-settings')).json();
const write = async (changes: object, role: 'admin' | 'finance' = 'admin') => {
  const { disputeWindowDays, remindDaysBefore, approvalTiers, withholdsTax, rowVersion } = await read();
  const whole = {
    ...{ disputeWindowDays, remindDaysBefore, approvalTiers, withholdsTax, rowVersion },
    ...{ platformWorkerCumulative: false, naturalPersonVat: false, debtor: null, chargeBearer: 'DEBT' },
    ...{ csvTemplate: null, returnMapping: null },
  };
  const answer = await (await state.app.as(role)).put('/api/payment-settings', { ...whole, ...changes });
  return { status: answer.status, body: await answer.json() };
};
const debtor = { name: '明播文化', bankName: '招商银行', account: '571900000010001', cnaps: null };

describe('the settings of payments', () => {
  it('say what is the house’s default and what the agency decided', async () => {
    expect(await read()).toMatchObject({
      windowDays: 7,
      isHouseWindow: true,
      isHouseTiers: true,
      withholdsTax: false,
      debtor: null,
    });
    expect((await write({ disputeWindowDays: 10 })).body).toMatchObject({
      windowDays: 10,
      isHouseWindow: false,
    });
    expect((await write({}, 'finance')).status).toBe(403);
  });

  it('keep the paying account sealed, and its number when none is given again', async () => {
    expect((await write({ debtor })).body.debtor).toEqual({
      name: '明播文化',
      bankName: '招商银行',
      accountTail: '0001',
      cnaps: null,
    });
    const { account: _, ...without } = debtor;
    expect((await write({ debtor: { ...without, bankName: '工商银行' } })).body.debtor).toMatchObject({
      bankName: '工商银行',
      accountTail: '0001',
    });
    const { rows } =
      await sql`select to_jsonb(s)::text as kept from payment_setting s union all select after::text from audit_entry`.execute(
        state.t.ownerDb,
      );
    expect(JSON.stringify(rows)).not.toContain('571900000010001');
  });

  it('refuse tiers that are none, a first account without number, and a stale version', async () => {
    const tiers = [{ fromBatchFen: 0, fromPayoutFen: null, approvers: 9 }];
    expect(await write({ approvalTiers: tiers })).toMatchObject({
      status: 422,
      body: { errors: { 'approvalTiers.0.approvers': expect.any(String) } },
    });
    await write({ debtor: null });
    const { account: _, ...without } = debtor;
    expect((await write({ debtor: without })).body.errors).toHaveProperty(['debtor.account']);
    expect(await write({ rowVersion: 1 })).toMatchObject({
      status: 409,
      body: { code: 'changed_meanwhile' },
    });
  });
});
