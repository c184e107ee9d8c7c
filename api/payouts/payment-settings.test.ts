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

  it('show the file a template writes and how a bank’s answer is read, and keep nothing of either', async () => {
    const admin = await state.app.as('admin');
    const ask = async (path: string, body: object, who = admin) => {
      const answer = await who.post(`/api/payment-settings/${path}`, body);
      return { status: answer.status, body: await answer.json() };
    };
    const { rowVersion } = await read();
    const columns = [
      { header: '编号', field: 'endToEndId' },
      { header: '金额(元)', field: 'amountYuan' },
      { header: '户名', field: 'creditorName' },
      { header: '账号', field: 'creditorAccount' },
      { header: '币种', constant: '人民币' },
    ];
    const shown = await ask('csv-preview', { csvTemplate: { encoding: 'gb18030', columns } });
    expect(shown.body.text.split('\r\n').slice(0, 2)).toEqual([
      '编号,金额(元),户名,账号,币种',
      'PO000001A1,1234.50,示例主播甲,9999000000000018,人民币',
    ]);
    const lacking = await ask('csv-preview', {
      csvTemplate: { encoding: 'gb18030', columns: columns.slice(1) },
    });
    expect(lacking).toMatchObject({
      status: 422,
      body: { errors: { 'csvTemplate.columns': expect.any(String) } },
    });
    const returnMapping = {
      ...{ encoding: 'auto', separator: ';' },
      columns: {
        ...{ endToEndId: '编号', status: '结果', reason: null },
        ...{ paidOn: null, bankReference: null, amountYuan: null },
      },
      words: { paid: ['OK'], failed: ['NO'], unknown: [] },
    };
    const file = (text: string) => ({ name: '回单.csv', base64: Buffer.from(text).toString('base64') });
    const answer = { returnMapping, file: file('编号;结果\nPO1A1;OK\nPO2A1;maybe\n') };
    expect((await ask('return-preview', answer)).body).toMatchObject({
      ...{ format: 'csv', rowCount: 1, rows: [{ endToEndId: 'PO1A1', outcome: 'paid' }] },
      ...{ problemCount: 1, problems: [{ row: 3, code: 'status_word_unknown' }] },
    });
    expect(await ask('return-preview', { returnMapping, file: file('别的;列\n1;2\n') })).toMatchObject({
      status: 422,
      body: { code: 'return_column_missing', details: { missing: ['编号', '结果'] } },
    });
    expect((await ask('return-preview', answer, await state.app.as('finance'))).status).toBe(403);
    expect((await read()).rowVersion).toBe(rowVersion);
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
