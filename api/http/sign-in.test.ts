import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp, type TestClient } from './test-client.ts';

const password = '长一点的密码-correct horse';
let testDb: TestDb;
let testApp: TestApp;
let admin: TestClient;

beforeAll(async () => {
  testDb = await createTestDb();
  testApp = createTestApp(testDb, { options: { trustedProxies: ['127.0.0.1'] } });
  admin = await testApp.as('admin');
});
afterAll(() => testDb.close());

async function addUser(role = 'operator'): Promise<{ id: string; email: string }> {
  const email = `${randomUUID()}@example.com`;
  const answer = await admin.post('/api/users', { name: '小王', email, password, role });
  expect(answer.status).toBe(200);
  return answer.json();
}

const signIn = (email: string, word = password, headers: Record<string, string> = {}) =>
  testApp.anonymous.post('/api/auth/sign-in/email', { email, password: word }, headers);

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const meWith = (cookie: string) => testApp.anonymous.request('/api/me', { headers: { cookie } });

describe('signing in', () => {
  it('opens the API with the right password, and never shows a session token', async () => {
    const { email } = await addUser();
    const answer = await signIn(email.toUpperCase());
    expect(answer.status).toBe(200);
    const said = await answer.text();
    const token = decodeURIComponent(cookieOf(answer)).split('=')[1]!.split('.')[0]!;
    expect(token.length).toBeGreaterThanOrEqual(32);
    expect(said).not.toContain(token);
    expect(JSON.parse(said)).not.toHaveProperty('token');
    const me = await meWith(cookieOf(answer));
    expect(await me.json()).toMatchObject({ email, role: 'operator', twoFactorEnabled: false });
  });

  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const { email } = await addUser();
    const [cookie] = (await signIn(email)).headers.getSetCookie();
    expect(cookie).toMatch(/^faircast=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure|Domain/i);
  });

  it('binds the cookie to the host over https', async () => {
    const { email } = await addUser();
    const publicUrl = 'https://desk.example.com';
    const behindTls = createTestApp(testDb, { options: { publicUrl } });
    const answer = await behindTls.anonymous.post(
      '/api/auth/sign-in/email',
      { email, password },
      { origin: publicUrl },
    );
    expect(answer.status).toBe(200);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-faircast=.*Path=\/.*Secure/i);
    expect(
      (await behindTls.anonymous.request('/api/me', { headers: { cookie: cookieOf(answer) } })).status,
    ).toBe(200);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const { email } = await addUser();
    const wrong = await signIn(email, 'wrong password!');
    const unknown = await signIn('nobody@example.com', 'wrong password!');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const [one, other] = [await wrong.json(), await unknown.json()];
    expect({ ...one, requestId: '' }).toEqual({ ...other, requestId: '' });
    expect(one.code).toBe('invalid_email_or_password');
  });

  it('locks an account after ten wrong passwords, with the right one too, and an unknown one alike', async () => {
    const { email } = await addUser();
    for (const name of [email, `${randomUUID()}@example.com`]) {
      const tries = await Promise.all(
        Array.from({ length: 10 }, (_, i) => signIn(name, `wrong password ${i}`)),
      );
      expect(tries.map((answer) => answer.status)).toEqual(Array(10).fill(401));
      const locked = await signIn(name);
      expect([locked.status, (await locked.json()).code]).toEqual([429, 'too_many_attempts']);
    }
    await testDb.ownerDb
      .updateTable('login_attempt')
      .set({ expire: Date.now() - 1 })
      .execute();
    expect((await signIn(email)).status).toBe(200);
  });

  it('counts attempts that are sent together, so that no more than ten passwords are looked at', async () => {
    const { email } = await addUser();
    const tries = await Promise.all(
      Array.from({ length: 30 }, (_, i) => signIn(email, `wrong password ${i}`)),
    );
    expect(tries.filter((answer) => answer.status === 401)).toHaveLength(10);
    expect(tries.filter((answer) => answer.status === 429)).toHaveLength(20);
  });

  it('does not believe an X-Forwarded-For that the caller wrote in front of the proxy’s', async () => {
    const { email } = await addUser();
    const answer = await signIn(email, password, { 'x-forwarded-for': '6.6.6.6, 203.0.113.9' });
    const sessions = await testApp.anonymous.request('/api/sessions', {
      headers: { cookie: cookieOf(answer) },
    });
    expect((await sessions.json())[0]).toMatchObject({ ipAddress: '203.0.113.9', current: true });
  });

  it('refuses a banned user at the door and in the middle of the work', async () => {
    const user = await addUser();
    const cookie = cookieOf(await signIn(user.email));
    expect((await meWith(cookie)).status).toBe(200);
    const record = await (await admin.get(`/api/users/${user.id}`)).json();
    expect((await admin.put(`/api/users/${user.id}`, { ...record, banned: true })).status).toBe(200);
    expect((await meWith(cookie)).status).toBe(401);
    const again = await signIn(user.email);
    expect([again.status, (await again.json()).code]).toEqual([403, 'banned']);

    const other = await addUser();
    const held = cookieOf(await signIn(other.email));
    await testDb.ownerDb.updateTable('app_user').set({ banned: true }).where('id', '=', other.id).execute();
    expect((await meWith(held)).status).toBe(401);
  });

  it('refuses a forged and a tampered cookie', async () => {
    const { email } = await addUser();
    const good = cookieOf(await signIn(email));
    const token = decodeURIComponent(good).split('=')[1]!.split('.')[0]!;
    const forged = createHmac('sha256', 'another secret').update(token).digest('base64');
    expect((await meWith(`faircast=${encodeURIComponent(`${token}.${forged}`)}`)).status).toBe(401);
    expect((await meWith(good.replace('faircast=', 'faircast=x'))).status).toBe(401);
    expect((await meWith(good)).status).toBe(200);
  });

  it('ends the session at sign-out', async () => {
    const { email } = await addUser();
    const cookie = cookieOf(await signIn(email));
    expect((await testApp.anonymous.post('/api/auth/sign-out', {}, { cookie })).status).toBe(200);
    expect((await meWith(cookie)).status).toBe(401);
  });

  it('ends an expired session, and one of finance that stood idle for half an hour, by the database’s clock', async () => {
    const finance = await addUser('finance');
    const operator = await addUser('operator');
    const cookies = [cookieOf(await signIn(finance.email)), cookieOf(await signIn(operator.email))];
    const ago = new Date(Date.now() - 31 * 60_000).toISOString();
    await testDb.ownerDb
      .updateTable('login_session')
      .set({ updated_at: ago })
      .where('user_id', 'in', [finance.id, operator.id])
      .execute();
    expect((await meWith(cookies[0]!)).status).toBe(401);
    expect((await meWith(cookies[1]!)).status).toBe(200);
    await testDb.ownerDb
      .updateTable('login_session')
      .set({ expires_at: ago })
      .where('user_id', '=', operator.id)
      .execute();
    expect((await meWith(cookies[1]!)).status).toBe(401);
  });

  it('keeps every other door of the sign-in library shut', async () => {
    const paths = [
      'sign-up/email',
      'sign-in/social',
      'request-password-reset',
      'reset-password',
      'update-user',
      'delete-user',
      'change-email',
      'list-accounts',
      'revoke-sessions',
      'two-factor/send-otp',
      'update-session',
      'set-password',
    ];
    for (const path of paths) {
      expect((await admin.post(`/api/auth/${path}`, {})).status, path).toBe(404);
      expect((await admin.get(`/api/auth/${path}`)).status, path).toBe(404);
    }
    expect((await admin.get('/api/auth/get-session')).status).toBe(404);
  });
});

describe('a new password', () => {
  it('ends the other sessions when the user changes it, and needs the old one', async () => {
    const { email } = await addUser();
    const [mine, other] = [cookieOf(await signIn(email)), cookieOf(await signIn(email))];
    const change = (currentPassword: string) =>
      testApp.anonymous.post(
        '/api/auth/change-password',
        { currentPassword, newPassword: 'another long password' },
        { cookie: mine },
      );
    expect((await change('not my password')).status).toBe(400);
    const changed = await change(password);
    expect(changed.status).toBe(200);
    expect(await changed.json()).not.toHaveProperty('token');
    expect((await meWith(other)).status).toBe(401);
    expect((await meWith(cookieOf(changed))).status).toBe(200);
    expect((await signIn(email)).status).toBe(401);
    expect((await signIn(email, 'another long password')).status).toBe(200);
  });

  it('ends every session when an admin resets it', async () => {
    const user = await addUser();
    const cookie = cookieOf(await signIn(user.email));
    expect(
      (await admin.post(`/api/users/${user.id}/password`, { password: 'given by the admin' })).status,
    ).toBe(200);
    expect((await meWith(cookie)).status).toBe(401);
    expect((await signIn(user.email, 'given by the admin')).status).toBe(200);
  });
});
