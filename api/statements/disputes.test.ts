import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { addAnchor, addContract, addLines, type PartSpec } from '../../db/test-scene.ts';
import { createTestApp, type TestApp, type TestClient, type TestUser } from '../http/test-client.ts';
import { remindStatements } from '../jobs/remind-statements.ts';

const half: PartSpec[] = [
  { party: 'agency', rateBps: null },
  { party: 'anchor', rateBps: 5000 },
];
const tiers = [{ fromFen: 0, toFen: null, parts: half }];
const lin: TestUser = { role: 'finance', name: '林会计' };
const wang: TestUser = { role: 'finance', name: '王主管' };

let t: TestDb;
let app: TestApp;
let lan: { client: TestClient; anchorId: number; statement: { id: number; contentSha256: string } };
let qiao: typeof lan;

beforeAll(async () => {
  t = await createTestDb();
  app = createTestApp(t);
  const ids = [await addAnchor(t.ownerDb, '阿岚'), await addAnchor(t.ownerDb, '乔乔')];
  for (const anchorId of ids) {
    await addContract(t.ownerDb, anchorId, [{ anchorId, tiers }]);
    await sql`insert into anchor_payee (anchor_id, account_name, bank_name, bank_account_sealed, bank_account_tail)
      values (${anchorId}, '岚岚', '招商银行', 'v1:x', '6789')`.execute(t.ownerDb);
  }
  await addLines(
    t.ownerDb,
    [1, 2, 3].flatMap((n) => ids.map((anchorId, i) => ({ id: n * 2 + i, anchorId }))),
  );
  const finance = await app.as(lin);
  await finance.post('/api/settlements', { month: '2026-05' });
  expect((await finance.post('/api/statements/issue', { month: '2026-05' })).status).toBe(200);
  [lan, qiao] = (await Promise.all(ids.map(meet))) as [typeof lan, typeof lan];
});
afterAll(() => t.close());

async function meet(anchorId: number) {
  const client = await app.as({ role: 'anchor', anchorId });
  const [statement] = (await (await client.get('/api/statements')).json()) as (typeof lan.statement)[];
  return { client, anchorId, statement: statement! };
}
const post = async (client: TestClient, path: string, body?: unknown) => {
  const answer = await client.post(`/api${path}`, body);
  return { status: answer.status, body: await answer.json() };
};
const confirmation = async (client: TestClient, id: number) =>
  (await client.get(`/api/statements/${id}/confirmation`)).json();
const dispute = (who: typeof lan, lineId: number) =>
  post(who.client, `/statements/${who.statement.id}/disputes`, { lineId, seq: 0, body: '少算了一半' });

describe('a statement and its anchor', () => {
  it('is not answered before it was sent', async () => {
    const { id, contentSha256 } = lan.statement;
    expect(await confirmation(lan.client, id)).toMatchObject({ state: 'not_sent', dueFen: 3000 });
    expect(await post(lan.client, `/statements/${id}/confirm`, { contentSha256 })).toMatchObject({
      status: 409,
      body: { code: 'not_sent' },
    });
    expect(await dispute(lan, 2)).toMatchObject({ status: 409, body: { code: 'not_sent' } });
  });

  it('is sent once, with the house’s seven days, and its anchor is told', async () => {
    const finance = await app.as(lin);
    expect((await post(finance, '/statements/send', { month: '2026-05' })).body).toEqual({
      month: '2026-05',
      sent: 2,
      alreadySent: 0,
    });
    expect((await post(finance, '/statements/send', { month: '2026-05' })).body).toMatchObject({
      sent: 0,
      alreadySent: 2,
    });
    expect(await confirmation(lan.client, lan.statement.id)).toMatchObject({
      state: 'open',
      windowDays: 7,
      isHouseWindow: true,
      silence: null,
      refusal: { confirm: null, dispute: null },
    });
    const notices = await (await lan.client.get('/api/notices')).json();
    expect(notices).toMatchObject([{ kind: 'statement_sent', entityId: String(lan.statement.id) }]);
    expect(await (await lan.client.get('/api/notices/count')).json()).toEqual({ unread: 1 });
    expect((await post(lan.client, `/notices/${notices[0].id}/read`)).body).toEqual({ read: 1 });
    expect((await post(qiao.client, `/notices/${notices[0].id}/read`)).status).toBe(404);
  });

  it('is confirmed by its own anchor alone, for the content that was issued', async () => {
    const { id, contentSha256 } = qiao.statement;
    const path = `/statements/${id}/confirm`;
    expect((await post(lan.client, path, { contentSha256 })).status).toBe(404);
    expect((await post(qiao.client, path, { contentSha256: '0'.repeat(64) })).body.code).toBe(
      'content_differs',
    );
    expect((await post(qiao.client, path, { contentSha256 })).body).toMatchObject({ state: 'confirmed' });
    expect((await post(qiao.client, path, { contentSha256 })).body.code).toBe('already_answered');
    expect((await dispute(qiao, 3)).body.code).toBe('already_answered');
  });

  it('holds the disputed line alone; the rest is paid, and after the decision what was held', async () => {
    const finance = await app.as(lin);
    const { body: raised } = await dispute(lan, 2);
    expect(raised).toMatchObject({ state: 'open', amountFen: 1000, heldFen: 1000, label: 'NO2' });
    expect((await dispute(lan, 2)).body.code).toBe('already_disputed');
    expect((await dispute(lan, 3)).body.code).toBe('not_on_statement');
    expect(await confirmation(lan.client, lan.statement.id)).toMatchObject({
      state: 'disputed',
      heldFen: 1000,
      dueFen: 2000,
    });
    const { body: payout } = await post(finance, '/payouts', { statementId: lan.statement.id });
    expect(payout).toMatchObject({ amountFen: 2000 });
    const second = await app.as(wang);
    await sql`insert into step_up (session_id, user_id) select id, user_id from login_session`.execute(
      t.ownerDb,
    );
    await post(second, `/payouts/${payout.id}/approve`);
    await post(finance, `/payouts/${payout.id}/pay`, { bankReference: 'R1' });
    expect((await post(finance, '/payouts', { statementId: lan.statement.id })).body.code).toBe(
      'nothing_due',
    );
    await post(finance, `/disputes/${raised.id}/reject`, { reason: '按合同 §4.1 计算无误' });
    expect(await confirmation(lan.client, lan.statement.id)).toMatchObject({ paidFen: 2000, dueFen: 1000 });
    expect((await post(finance, '/payouts', { statementId: lan.statement.id })).body).toMatchObject({
      amountFen: 1000,
    });
  });

  it('is adjusted in the open month when a dispute is upheld by two people', async () => {
    const finance = await app.as(lin);
    const { id } = (await dispute(lan, 4)).body;
    const uphold = { adjustmentFen: 500, reason: '比例应为 75%' };
    expect((await post(finance, `/disputes/${id}/uphold`, uphold)).body).toMatchObject({ state: 'proposed' });
    expect(await post(finance, `/disputes/${id}/approve`)).toMatchObject({
      status: 403,
      body: { code: 'four_eyes' },
    });
    expect(
      (await post(await app.as(wang), `/disputes/${id}/decline`, { reason: '请附计算' })).body,
    ).toMatchObject({ state: 'open', declined: [{ reason: '请附计算' }] });
    await post(finance, `/disputes/${id}/answers`, { body: '重新核对后确认差额 5.00 元' });
    await post(finance, `/disputes/${id}/uphold`, uphold);
    const { body } = await post(await app.as(wang), `/disputes/${id}/approve`);
    expect(body).toMatchObject({
      state: 'upheld',
      outcome: { adjustmentFen: 500, decidedByName: '王主管', postedMonth: '2026-06' },
      answers: [{ side: 'agency' }],
    });
    const entry = await t.ownerDb
      .selectFrom('pay_entry')
      .selectAll()
      .where('id', '=', body.outcome.payEntryId)
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({
      kind: 'adjustment',
      amount_fen: 500,
      month: '2026-06',
      concerns_month: '2026-05',
    });
    expect((await post(await app.as(wang), `/disputes/${id}/approve`)).body.code).toBe('dispute_decided');
  });

  it('is refused a second person’s own approval by the database itself', async () => {
    const { id } = (await dispute(lan, 6)).body;
    await post(await app.as(lin), `/disputes/${id}/uphold`, { adjustmentFen: 1, reason: 'x' });
    await expect(
      sql`update dispute_outcome set decision = 'declined', decided_by = proposed_by, decided_at = now() where dispute_id = ${id}`.execute(
        t.ownerDb,
      ),
    ).rejects.toThrow('dispute_four_eyes');
    await expect(sql`update dispute set amount_fen = 1 where id = ${id}`.execute(t.ownerDb)).rejects.toThrow(
      'append-only',
    );
    expect((await lan.client.get(`/api/disputes/${id}`)).status).toBe(200);
    expect((await qiao.client.get(`/api/disputes/${id}`)).status).toBe(404);
    expect(await (await qiao.client.get('/api/disputes')).json()).toEqual([]);
    await post(await app.as(wang), `/disputes/${id}/decline`, { reason: '不成立' });
    expect((await post(lan.client, `/disputes/${id}/withdraw`)).body.state).toBe('withdrawn');
  });

  it('keeps evidence as it came and hands it to the two sides alone', async () => {
    const [{ id }] = (await (await lan.client.get('/api/disputes')).json()) as [{ id: number }];
    const form = new FormData();
    form.set('file', new File(['%PDF-1.7 evidence'], '截图.pdf'));
    const answer = await lan.client.request(`/api/disputes/${id}/files`, { method: 'POST', body: form });
    expect(answer.status).toBe(200);
    const { files } = await answer.json();
    expect(files).toMatchObject([{ name: '截图.pdf', sizeBytes: 17 }]);
    const bytes = await (await (await app.as(lin)).get(`/api/disputes/${id}/files/${files[0].id}`)).text();
    expect(bytes).toBe('%PDF-1.7 evidence');
    expect((await qiao.client.get(`/api/disputes/${id}/files/${files[0].id}`)).status).toBe(404);
    const program = new FormData();
    program.set('file', new File([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0])], 'x.pdf'));
    expect(
      (await lan.client.request(`/api/disputes/${id}/files`, { method: 'POST', body: program })).status,
    ).toBe(422);
  });
});

describe('the night’s round', () => {
  const sendJune = async (silentClause: boolean) => {
    const anchorId = await addAnchor(t.ownerDb, `夜${silentClause}`);
    const contractId = await addContract(t.ownerDb, anchorId, [{ anchorId, tiers }]);
    const version = await t.ownerDb
      .selectFrom('contract_version')
      .select('id')
      .where('contract_id', '=', contractId)
      .executeTakeFirstOrThrow();
    if (silentClause)
      expect(
        await post(await app.as('compliance'), '/silence-terms', {
          versionId: version.id,
          clauseNo: '§4.1',
          days: 5,
        }),
      ).toMatchObject({ status: 200, body: { days: 5 } });
    await sql`insert into statement (no, anchor_id, month, opening_fen, earned_fen, closing_fen, payable_fen, document, content_sha256, template_version)
      values (${`ST202604-${anchorId}`}, ${anchorId}, '2026-04', 0, 100, 100, 100, '{}', repeat('b', 64), 1)`.execute(
      t.ownerDb,
    );
    await post(await app.as(lin), '/statements/send', { month: '2026-04' });
    const met = await meet(anchorId);
    return { ...met, id: met.statement.id };
  };
  const turnClock = async (id: number, days: number) => {
    await sql`alter table statement_delivery disable trigger statement_delivery_append_only`.execute(
      t.ownerDb,
    );
    await sql`update statement_delivery set sent_at = sent_at - make_interval(days => ${days}), answer_until = answer_until - make_interval(days => ${days}) where statement_id = ${id}`.execute(
      t.ownerDb,
    );
    await sql`alter table statement_delivery enable trigger statement_delivery_append_only`.execute(
      t.ownerDb,
    );
  };

  it('reminds once per step and leaves an unanswered statement open where no clause says that silence accepts', async () => {
    const { client, id } = await sendJune(false);
    await turnClock(id, 4);
    expect((await remindStatements(t.db)).reminded).toBeGreaterThan(0);
    expect((await remindStatements(t.db)).reminded).toBe(0);
    expect(await confirmation(client, id)).toMatchObject({ reminders: [{ daysLeft: 3 }] });
    await turnClock(id, 4);
    expect(await remindStatements(t.db)).toMatchObject({ acceptedBySilence: 0 });
    expect(await confirmation(client, id)).toMatchObject({
      state: 'overdue',
      refusal: { dispute: { code: 'window_closed' }, confirm: null },
    });
  });

  it('accepts by silence under a clause that says so, after its days and not before', async () => {
    const { client, id } = await sendJune(true);
    expect(await confirmation(client, id)).toMatchObject({
      windowDays: 5,
      isHouseWindow: false,
      silence: { clauseNo: '§4.1' },
    });
    expect((await remindStatements(t.db)).acceptedBySilence).toBe(0);
    await turnClock(id, 6);
    expect((await remindStatements(t.db)).acceptedBySilence).toBe(1);
    expect(await confirmation(client, id)).toMatchObject({ state: 'accepted_by_silence' });
    expect((await remindStatements(t.db)).acceptedBySilence).toBe(0);
  });
});
