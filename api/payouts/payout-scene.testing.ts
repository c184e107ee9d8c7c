import { sql } from 'kysely';
import { afterAll, beforeAll, expect } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { addAnchor } from '../../db/test-scene.ts';
import { createTestApp, type TestApp, type TestRole, type TestUser } from '../http/test-client.ts';

export const lin: TestUser = { role: 'finance', name: '林会计' };
export const wang: TestUser = { role: 'finance', name: '王主管' };

/** Call once at the head of a test file; `state` is there inside of tests only. Lin prepares, Wang approves. */
export function openPayoutScene() {
  const state = {} as { t: TestDb; app: TestApp };
  beforeAll(async () => {
    state.t = await createTestDb();
    state.app = createTestApp(state.t);
  });
  afterAll(() => state.t.close());

  /** Every session of this person proved a moment ago who it is. */
  const stepUp = async (who: TestRole | TestUser) => {
    const { userId } = (await state.app.as(who)).identity;
    await sql`insert into step_up (session_id, user_id) select id, user_id from login_session where user_id = ${userId}
      on conflict (session_id) do update set at = clock_timestamp()`.execute(state.t.ownerDb);
  };
  /** As a person who proved a moment ago who they are. */
  async function call(who: TestRole | TestUser, path: string, body?: unknown) {
    if (/\/(approve|pay)$/.test(path)) await stepUp(who);
    const response = await (await state.app.as(who)).post(`/api/payouts${path}`, body);
    return { status: response.status, body: await response.json() };
  }
  async function prepared(payableFen?: number) {
    const scene = await addStatement(state.t, payableFen);
    const { status, body } = await call(lin, '', { statementId: scene.statementId });
    expect(status).toBe(200);
    return { ...scene, id: body.id as number, record: body };
  }
  async function approved(payableFen?: number) {
    const payout = await prepared(payableFen);
    expect(await call(wang, `/${payout.id}/approve`)).toMatchObject({ status: 200 });
    return payout;
  }
  return { state, call, stepUp, prepared, approved };
}

/** An anchor with a payee, an account in the books, and a statement with this much to pay: where a payout starts. */
export async function addStatement(t: TestDb, payableFen = 123_456, hasPayee = true) {
  const anchorId = await addAnchor(t.ownerDb, '阿岚');
  if (hasPayee) await setPayee(t, anchorId, 'v1:one');
  const { rows } = await sql<{ id: number }>`
    insert into statement (no, anchor_id, month, opening_fen, earned_fen, closing_fen, payable_fen, document, content_sha256, template_version)
    values (${`ST202605-${anchorId}`}, ${anchorId}, '2026-05', 0, ${payableFen}::bigint, ${payableFen}::bigint, greatest(0, ${payableFen}::bigint), '{}', repeat('a', 64), 1)
    returning id`.execute(t.ownerDb);
  await sql`insert into account (code, kind, party_id) select 'party:' || id, 'party', id from party where anchor_id = ${anchorId}`.execute(
    t.ownerDb,
  );
  return { anchorId, statementId: rows[0]!.id };
}

export const setPayee = (t: TestDb, anchorId: number, sealed: string) =>
  sql`insert into anchor_payee (anchor_id, account_name, bank_name, bank_account_sealed, bank_account_tail)
    values (${anchorId}, '岚岚', '招商银行杭州分行', ${sealed}, '6789')
    on conflict (anchor_id) do update set bank_account_sealed = excluded.bank_account_sealed`.execute(
    t.ownerDb,
  );

/** The actions of a payout's history, oldest first. */
export const historyOf = (t: TestDb, id: number): Promise<string[]> =>
  t.ownerDb
    .selectFrom('audit_entry')
    .select('action')
    .where('entity', '=', 'payout')
    .where('entity_id', '=', String(id))
    .orderBy('id')
    .execute()
    .then((rows) => rows.map((row) => row.action));
