import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../db/test-db.ts';
import { createApp } from './app.ts';
import { isAction } from './domain/permission.ts';
import { openApiDocument } from './http/openapi.ts';
import { createTestApp, type TestApp, type TestClient } from './http/test-client.ts';

let testDb: TestDb;
let testApp: TestApp;
let operator: TestClient;

beforeAll(async () => {
  testDb = await createTestDb();
  testApp = createTestApp(testDb);
  operator = await testApp.as('operator');
});
afterAll(() => testDb.close());

interface Operation {
  method: string;
  path: string;
  policy: string;
}

function operations(): Operation[] {
  const { paths = {} } = openApiDocument(testApp.app);
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { 'x-policy': string }>).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      policy: operation['x-policy'],
    })),
  );
}

describe('every route', () => {
  it('names a policy of the table, or says that it is public', () => {
    expect(operations().length).toBeGreaterThan(20);
    const without = operations().filter(({ policy }) => policy !== 'public' && !isAction(policy));
    expect(without).toEqual([]);
  });

  it('is in the contract: nothing answers that was written past route()', () => {
    const documented = new Set(
      operations().map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const mounted = testApp.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
      .map(({ method, path }) => `${method} ${path}`);
    const own = new Set(['GET /api/openapi.json']);
    expect([...new Set(mounted)].filter((route) => !documented.has(route) && !own.has(route))).toEqual([]);
  });

  it('is public only where nobody can be signed in yet', () => {
    const open = operations().filter(({ policy }) => policy === 'public');
    expect(open.map(({ path }) => path).sort()).toEqual([
      '/api/auth/sign-in/email',
      '/api/auth/sign-out',
      '/api/auth/two-factor/verify-backup-code',
      '/api/auth/two-factor/verify-totp',
      '/api/verify/{code}',
      '/livez',
      '/readyz',
      '/version',
    ]);
  });

  it('refuses somebody who is not signed in, before it looks at anything', async () => {
    for (const { method, path } of operations().filter(({ policy }) => policy !== 'public')) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : '{}';
      const headers = { 'content-type': 'application/json' };
      const answer = await testApp.anonymous.request(path.replaceAll(/\{\w+\}/g, '1'), {
        method,
        body,
        headers,
      });
      expect([answer.status, (await answer.json()).code], `${method} ${path}`).toEqual([
        401,
        'sign_in_first',
      ]);
    }
  });
});

describe('a request from another site', () => {
  const attempt = (headers: Record<string, string>, method = 'PUT') =>
    testApp.app.request('/api/me', {
      method,
      body: method === 'GET' ? undefined : JSON.stringify({ name: '小王', locale: 'zh' }),
      headers: { 'content-type': 'application/json', ...headers },
    });

  it('is refused for every unsafe method, signed in or not', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const headers of [
        {},
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: 'http://localhost.evil.example' },
        { origin: 'http://localhost:81' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
        { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
      ] as Record<string, string>[]) {
        const answer = await attempt(headers, method);
        expect([answer.status, (await answer.json()).code], `${method} ${JSON.stringify(headers)}`).toEqual([
          403,
          'cross_site',
        ]);
      }
    }
  });

  it('is refused at the sign-in too', async () => {
    const answer = await testApp.anonymous.post(
      '/api/auth/sign-in/email',
      { email: 'a@b.cn', password: 'x' },
      { origin: 'https://evil.example' },
    );
    expect([answer.status, (await answer.json()).code]).toEqual([403, 'cross_site']);
  });

  it('may read nothing without a session, and one of our own pages may write', async () => {
    expect((await attempt({ 'sec-fetch-site': 'cross-site' }, 'GET')).status).toBe(401);
    expect((await attempt({ 'sec-fetch-site': 'same-origin' })).status).toBe(401);
    const own = await operator.request('/api/me', {
      method: 'PUT',
      body: JSON.stringify({ name: '小王', locale: 'zh' }),
      headers: { 'content-type': 'application/json' },
    });
    expect(own.status).toBe(200);
  });

  it('is told by the public address when there is one', async () => {
    const { app } = createTestApp(testDb, { options: { publicUrl: 'https://desk.example.com' } });
    const put = (origin: string) =>
      app.request('http://10.0.0.5:8787/api/me', { method: 'PUT', headers: { origin } });
    expect((await put('https://desk.example.com')).status).toBe(401);
    expect((await put('http://desk.example.com')).status).toBe(403);
    expect((await put('http://10.0.0.5:8787')).status).toBe(403);
  });
});

describe('a body', () => {
  const send = (body: string, type?: string) =>
    operator.request('/api/me', { method: 'PUT', body, headers: type ? { 'content-type': type } : {} });
  const good = JSON.stringify({ name: '小王', locale: 'zh' });

  it('is JSON and says so', async () => {
    expect((await send(good, 'application/json; charset=utf-8')).status).toBe(200);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
    ]) {
      const answer = await send(good, type);
      expect([answer.status, (await answer.json()).code], type).toEqual([415, 'json_only']);
    }
    const unnamed = await operator.request('/api/me', {
      method: 'PUT',
      body: Buffer.from(good),
      headers: { 'content-length': '40' },
    });
    expect(unnamed.status).toBe(415);
  });

  it('that is malformed is a 400', async () => {
    const answer = await send('{"name":', 'application/json');
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'malformed_request']);
  });

  it('with an unknown field is a 422 that names the field', async () => {
    const answer = await send(
      JSON.stringify({ name: '小王', locale: 'zh', role: 'admin' }),
      'application/json',
    );
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'invalid_input', errors: { role: 'unknown field' } });
  });

  it('of more than 2 MiB is a 413', async () => {
    const answer = await send(
      JSON.stringify({ name: 'x'.repeat(3_000_000), locale: 'zh' }),
      'application/json',
    );
    expect([answer.status, (await answer.json()).code]).toEqual([413, 'too_large']);
  });

  it('with a NUL character is refused, not a bug', async () => {
    const answer = await send(JSON.stringify({ name: 'a\u0000b', locale: 'zh' }), 'application/json');
    expect([answer.status, (await answer.json()).code]).toEqual([422, 'unstorable_text']);
  });
});

describe('an address', () => {
  it('that leads nowhere under /api is a JSON 404 with the request’s id', async () => {
    const answer = await operator.get('/api/nothing');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      code: 'not_found',
      requestId: answer.headers.get('x-request-id'),
    });
  });

  it('of the watchers answers: alive, ready, version, and not ready while stopping or without database', async () => {
    expect((await testApp.app.request('/livez')).status).toBe(200);
    expect((await testApp.app.request('/readyz')).status).toBe(200);
    expect(await (await testApp.app.request('/version')).json()).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
    const stopping = createApp(testApp.services, { ...testApp.options, isDraining: () => true });
    expect((await stopping.request('/readyz')).status).toBe(503);
    const gone = await createTestDb();
    await gone.close();
    const without = createApp({ ...testApp.services, db: gone.db }, testApp.options);
    expect((await without.request('/readyz')).status).toBe(503);
    expect((await without.request('/livez')).status).toBe(200);
  });

  it('of an unexpected error gives no detail away', async () => {
    const gone = await createTestDb();
    await gone.close();
    const { app } = createTestApp(testDb, { services: { db: gone.db } });
    const cookie = (await import('hono/utils/cookie')).serializeSigned(
      'faircast',
      'x',
      testApp.options.authSecret,
    );
    const answer = await app.request('/api/me', { headers: { cookie: await cookie } });
    expect(answer.status).toBe(500);
    expect(Object.keys(await answer.json()).sort()).toEqual(['code', 'message', 'requestId']);
  });
});

describe('the screens', () => {
  let webDir: string;
  let web: (path: string, headers?: Record<string, string>) => Promise<Response>;

  beforeAll(() => {
    const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-web-'));
    fs.writeFileSync(path.join(outside, 'secret.txt'), 'secret');
    webDir = path.join(outside, 'web');
    fs.mkdirSync(path.join(webDir, 'assets'), { recursive: true });
    fs.writeFileSync(
      path.join(webDir, 'index.html'),
      '<meta nonce="__NONCE__"><script nonce="__NONCE__" src="/assets/a.js"></script>',
    );
    fs.writeFileSync(path.join(webDir, 'assets', 'a.js'), `export const a = "${'x'.repeat(2000)}";`);
    const app = createApp(testApp.services, { ...testApp.options, webDir });
    web = async (path, headers) => app.request(path, { headers });
  });

  it('carry a nonce of their own request, in the page and in the policy, and are not kept', async () => {
    const [one, two] = [await web('/'), await web('/anchors/3/show')];
    const [policy, page] = [one.headers.get('content-security-policy')!, await one.text()];
    const nonce = /nonce="([^"]+)"/.exec(page)![1]!;
    expect(page).not.toContain('__NONCE__');
    expect(policy).toContain(`'nonce-${nonce}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(one.headers.get('cache-control')).toBe('no-store');
    expect(await two.text()).not.toContain(nonce);
  });

  it('have assets that never change, zipped for whoever can read it', async () => {
    const plain = await web('/assets/a.js');
    expect(plain.headers.get('cache-control')).toContain('immutable');
    expect(plain.headers.get('content-type')).toContain('text/javascript');
    const zipped = await web('/assets/a.js', { 'accept-encoding': 'gzip, br' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect((await zipped.arrayBuffer()).byteLength).toBeLessThan(200);
  });

  it('lead to no other file, however the path is written', async () => {
    for (const path of [
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/..%5csecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '//secret.txt',
      '/assets/%00a.js',
      '/secret.txt',
      '/assets/missing.js',
    ]) {
      const answer = await web(path);
      expect(answer.status, path).toBe(404);
      expect(await answer.text(), path).not.toContain('secret');
    }
  });
});
