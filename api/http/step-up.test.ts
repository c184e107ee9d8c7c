import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { hashPassword } from './password.ts';
import { createTestApp, type TestApp, type TestClient } from './test-client.ts';

let t: TestDb;
let app: TestApp;
let finance: TestClient;
const password = 'eine lange Losung 2026';
beforeAll(async () => {
  t = await createTestDb();
  app = createTestApp(t);
  finance = await app.as('finance');
  await sql`insert into login_account (id, user_id, account_id, provider_id, password)
    values ('a', ${finance.identity.userId}, 'a', 'credential', ${await hashPassword(password)})`.execute(
    t.ownerDb,
  );
});
afterAll(() => t.close());
const prove = async (client: TestClient, body: unknown) => {
  const answer = await client.post('/api/me/step-up', body);
  return { status: answer.status, body: await answer.json() };
};

describe('a step-up sign-in', () => {
  it('takes the right password, holds five minutes, for this session alone', async () => {
    expect(await (await finance.get('/api/me/step-up')).json()).toMatchObject({
      stepUpAt: null,
      asksFor: 'password',
    });
    expect(await prove(finance, { password: 'wrong' })).toMatchObject({
      status: 403,
      body: { code: 'wrong_password' },
    });
    const { status, body } = await prove(finance, { password });
    expect(status).toBe(200);
    expect(Date.parse(body.validUntil) - Date.parse(body.stepUpAt)).toBe(300_000);
    expect(await (await finance.get('/api/me/step-up')).json()).toMatchObject({ stepUpAt: body.stepUpAt });
    expect(await (await (await app.as('admin')).get('/api/me/step-up')).json()).toMatchObject({
      stepUpAt: null,
    });
  });

  it('takes no password from who turned TOTP on', async () => {
    await sql`update app_user set two_factor_enabled = true where id = ${finance.identity.userId}`.execute(
      t.ownerDb,
    );
    expect(await prove(finance, { password })).toMatchObject({ status: 403, body: { code: 'wrong_code' } });
    expect(await prove(finance, { code: '000000' })).toMatchObject({
      status: 403,
      body: { code: 'wrong_code' },
    });
    await sql`update app_user set two_factor_enabled = false where id = ${finance.identity.userId}`.execute(
      t.ownerDb,
    );
  });

  it('is locked after ten wrong tries', async () => {
    const tries = [];
    for (let i = 0; i < 12; i += 1) tries.push((await prove(finance, { password: `wrong ${i}` })).status);
    expect(tries.at(-1)).toBe(429);
    expect((await prove(finance, { password })).status).toBe(429);
  });

  it('ends with its session', async () => {
    await sql`delete from login_session where user_id = ${finance.identity.userId}`.execute(t.ownerDb);
    const { rows } = await sql`select from step_up where user_id = ${finance.identity.userId}`.execute(
      t.ownerDb,
    );
    expect(rows).toEqual([]);
  });
});
