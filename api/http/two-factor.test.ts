import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp } from './test-client.ts';

const password = '长一点的密码-correct horse';
let testDb: TestDb;
let testApp: TestApp;

beforeAll(async () => {
  testDb = await createTestDb();
  testApp = createTestApp(testDb);
});
afterAll(() => testDb.close());

const signIn = (email: string) => testApp.anonymous.post('/api/auth/sign-in/email', { email, password });
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const meWith = (cookie: string) => testApp.anonymous.request('/api/me', { headers: { cookie } });

describe('TOTP', () => {
  it('asks for a code after the password, once it was set up, and takes a recovery code once', async () => {
    const email = `${randomUUID()}@example.com`;
    await (await testApp.as('admin')).post('/api/users', { name: '小王', email, password, role: 'finance' });
    const first = cookieOf(await signIn(email));
    const enabled = await testApp.anonymous.post(
      '/api/auth/two-factor/enable',
      { password },
      { cookie: first },
    );
    const { totpURI, backupCodes } = await enabled.json();
    const verified = await testApp.anonymous.post(
      '/api/auth/two-factor/verify-totp',
      { code: totp(totpURI) },
      { cookie: first },
    );
    expect(verified.status).toBe(200);
    expect(await verified.json()).not.toHaveProperty('token');

    const half = await signIn(email);
    expect(await half.json()).toMatchObject({ twoFactorRedirect: true, twoFactorMethods: ['totp'] });
    expect((await meWith(cookieOf(half))).status).toBe(401);
    const wrong = await testApp.anonymous.post(
      '/api/auth/two-factor/verify-totp',
      { code: '000000' },
      { cookie: cookieOf(half) },
    );
    expect(wrong.status).toBe(401);
    const right = await testApp.anonymous.post(
      '/api/auth/two-factor/verify-totp',
      { code: totp(totpURI) },
      { cookie: cookieOf(half) },
    );
    expect(right.status).toBe(200);
    expect(await (await meWith(cookieOf(right))).json()).toMatchObject({ email, twoFactorEnabled: true });

    const late = cookieOf(await signIn(email));
    await testDb.ownerDb
      .updateTable('login_verification')
      .set({ expires_at: '2020-01-01T00:00:00Z' })
      .execute();
    const lapsed = await testApp.anonymous.post(
      '/api/auth/two-factor/verify-totp',
      { code: totp(totpURI) },
      { cookie: late },
    );
    expect(lapsed.status).toBe(401);

    const recover = async () => {
      const cookie = cookieOf(await signIn(email));
      return testApp.anonymous.post(
        '/api/auth/two-factor/verify-backup-code',
        { code: backupCodes[0] },
        { cookie },
      );
    };
    expect((await recover()).status).toBe(200);
    expect((await recover()).status).toBe(401);
  });
});

/** The code of this half minute (RFC 6238: SHA-1, 30 s, 6 digits). */
function totp(uri: string): string {
  const key = base32(new URL(uri).searchParams.get('secret')!);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest[19]! & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function base32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '')]
    .map((char) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
