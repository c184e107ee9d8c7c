import { sql } from 'kysely';
import { afterAll, beforeAll, expect } from 'vitest';
import { createTestDb, type TestDb } from '../../../db/test-db.ts';
import { sealBankAccount, sealText } from '../../files/seal.ts';
import { createTestApp, type TestApp, type TestClient, type TestUser } from '../../http/test-client.ts';
import { addStatement } from '../payout-scene.testing.ts';
import { DEBTOR_PLACE } from './file-batch.ts';

export const lin: TestUser = { role: 'finance', name: '林会计' };
export const wang: TestUser = { role: 'finance', name: '王主管' };
export const zhao: TestUser = { role: 'admin', name: '赵总' };

/** Call once at the head of a test file; `state` is there inside of tests only. Lin prepares, Wang and Zhao approve. */
export function openBatchScene() {
  const state = {} as { t: TestDb; app: TestApp };
  beforeAll(async () => {
    state.t = await createTestDb();
    state.app = createTestApp(state.t);
    const sealed = sealText(state.app.services.sealKey, DEBTOR_PLACE, '571900000010001');
    await sql`update payment_setting set debtor_name = '明播文化', debtor_bank_name = '招商银行', debtor_account_tail = '0001', debtor_account_sealed = ${sealed}`.execute(
      state.t.ownerDb,
    );
  });
  afterAll(() => state.t.close());

  const post = async (client: TestClient, path: string, body?: unknown) => {
    const answer = await client.post(`/api/payout-batches${path}`, body);
    return { status: answer.status, body: await answer.json() };
  };
  const call = async (who: TestUser, path: string, body?: unknown) =>
    post(await state.app.as(who), path, body);
  /** Every session of this person proved a moment ago who it is. */
  const stepUp = async (who: TestUser) => {
    const { userId } = (await state.app.as(who)).identity;
    await sql`insert into step_up (session_id, user_id) select id, user_id from login_session where user_id = ${userId}
      on conflict (session_id) do update set at = clock_timestamp()`.execute(state.t.ownerDb);
  };
  /** Statements of May with accounts that open. */
  async function statements(amounts: readonly number[]) {
    const made: { anchorId: number; statementId: number }[] = [];
    for (const amount of amounts) {
      const scene = await addStatement(state.t, amount);
      await setAccount(scene.anchorId, '6222020200112233445');
      made.push(scene);
    }
    return made;
  }
  /** As if two people had agreed a day ago. */
  async function setAccount(anchorId: number, account: string) {
    const sealed = sealBankAccount(state.app.services.sealKey, anchorId, account);
    await sql`update anchor_payee set bank_account_sealed = ${sealed}, bank_account_tail = ${account.slice(-4)} where anchor_id = ${anchorId}`.execute(
      state.t.ownerDb,
    );
  }
  async function draft(amounts: readonly number[] = [1000, 2000]) {
    const made = await statements(amounts);
    const { status, body } = await call(lin, '', {
      month: '2026-05',
      statementIds: made.map(({ statementId }) => statementId),
      executeOn: '2026-06-08',
    });
    expect(status, JSON.stringify(body)).toBe(200);
    return { ...body, made } as BatchBody & { made: typeof made };
  }
  async function approved(amounts?: readonly number[]) {
    const batch = await draft(amounts);
    await call(lin, `/${batch.id}/submit`);
    await stepUp(wang);
    expect(await call(wang, `/${batch.id}/approve`)).toMatchObject({ body: { status: 'approved' } });
    return batch;
  }
  async function filed(amounts?: readonly number[], format = 'csv') {
    const batch = await approved(amounts);
    await stepUp(lin);
    const { status, body } = await call(lin, `/${batch.id}/file`, { format });
    expect(status, JSON.stringify(body)).toBe(200);
    return { ...body, made: batch.made } as BatchBody & { made: typeof batch.made };
  }
  /** Hands in a CSV as the bank answers in the house's own layout. */
  async function answer(batch: { id: number }, rows: readonly string[], path = '') {
    const form = new FormData();
    const csv = `业务编号,处理结果,原因,日期,流水号,金额\r\n${rows.join('\r\n')}\r\n`;
    form.set('file', new File([csv], '回盘.csv'));
    const client = await state.app.as(lin);
    const response = await client.request(`/api/payout-batches/${batch.id}/returns${path}`, {
      method: 'POST',
      body: form,
    });
    return { status: response.status, body: await response.json() };
  }
  return { state, call, stepUp, statements, setAccount, draft, approved, filed, answer };
}

export interface BatchBody {
  id: number;
  no: string;
  status: string;
  totalFen: number;
  items: {
    id: number;
    payoutId: number;
    endToEndId: string;
    amountFen: number;
    anchorId: number;
    status: string;
  }[];
}
