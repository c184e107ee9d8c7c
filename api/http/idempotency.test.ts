import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { answerError } from './errors.ts';
import { idempotent } from './idempotency.ts';
import { identity } from './identity.ts';
import { requestContext } from './request-context.ts';
import { body, json, route, router } from './route.ts';
import { createTestApp, type TestApp, type TestClient } from './test-client.ts';

let testDb: TestDb;
let testApp: TestApp;
let finance: TestClient;
/** What the verb under test did, and where it waits. */
const deeds: string[] = [];
let gate: Promise<void> = Promise.resolve();

beforeAll(async () => {
  testDb = await createTestDb();
  testApp = createTestApp(testDb);
  finance = await testApp.as('finance');
  // The same guards with one verb of the test's own behind them.
  const verbs = router();
  const shape = z.strictObject({ word: z.string() });
  const verb = route({
    method: 'post',
    path: '/verb',
    policy: 'me.edit',
    middleware: [idempotent()],
    request: body(shape),
    responses: json(shape, 'said'),
  });
  verbs.openapi(verb, async (c) => {
    const { word } = c.req.valid('json');
    deeds.push(word);
    await gate;
    if (word === 'bug') throw new Error('a bug');
    return c.json({ word: `${word} ${deeds.length}` }, 200);
  });
  const app = router();
  app.onError(answerError);
  app.use(requestContext(testApp.services, testApp.options), identity(testApp.options));
  app.route('/', verbs);
  testApp.app.request = app.request as typeof testApp.app.request;
});
afterAll(() => testDb.close());

const say = (word: string, key: string, client = finance) =>
  client.post('/verb', { word }, { 'idempotency-key': key });

describe('a verb with an Idempotency-Key', () => {
  it('answers a repeated request as it did the first time, and does it once', async () => {
    const key = randomUUID();
    const first = await (await say('pay', key)).json();
    const again = await say('pay', key);
    expect(await again.json()).toEqual(first);
    expect(again.headers.get('idempotent-replay')).toBe('true');
    expect(deeds.filter((word) => word === 'pay')).toHaveLength(1);
  });

  it('does twenty requests that come at once only once', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => say('race', key)));
    expect(deeds.filter((word) => word === 'race')).toHaveLength(1);
    expect(answers.every((answer) => answer.status === 200 || answer.status === 409)).toBe(true);
    expect(answers.some((answer) => answer.status === 200)).toBe(true);
  });

  it('refuses the same key with another body', async () => {
    const key = randomUUID();
    await say('one', key);
    const other = await say('two', key);
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: 'idempotency_key_reused' });
    expect(deeds).not.toContain('two');
  });

  it('says so while the first request is still at work', async () => {
    const key = randomUUID();
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const first = say('slow', key);
    await expect.poll(() => deeds.includes('slow')).toBe(true);
    const second = await say('slow', key);
    expect([second.status, (await second.json()).code]).toEqual([409, 'in_progress']);
    open();
    expect((await first).status).toBe(200);
    expect((await say('slow', key)).status).toBe(200);
  });

  it('gives the key back after a failure, so that the same request may be tried again', async () => {
    const key = randomUUID();
    expect((await say('bug', key)).status).toBe(500);
    expect((await say('bug', key)).status).toBe(500);
    expect(deeds.filter((word) => word === 'bug')).toHaveLength(2);
  });

  it('frees the key of a request that died a minute ago, by the database’s clock, and not earlier', async () => {
    const key = randomUUID();
    await say('died', key);
    const aged = async (seconds: number) => {
      await testDb.ownerDb
        .updateTable('idempotency_key')
        .set({ status: null, body: null, created_at: new Date(Date.now() - seconds * 1000).toISOString() })
        .where('key', '=', key)
        .execute();
    };
    await aged(30);
    expect((await say('died', key)).status).toBe(409);
    await aged(61);
    expect((await say('died', key)).status).toBe(200);
  });

  it('keeps the keys of two people apart', async () => {
    const key = randomUUID();
    await say('mine', key);
    const admin = await testApp.as('admin');
    const other = await say('mine', key, admin);
    expect(other.headers.get('idempotent-replay')).toBeNull();
    expect(deeds.filter((word) => word === 'mine')).toHaveLength(2);
  });

  it('clears answers of last week and sessions that are over away, a hundred rows at a time', async () => {
    await sql`
      insert into idempotency_key (actor_id, route, key, fingerprint, status, created_at)
      select 'somebody', 'POST /verb', 'a key of old ' || n, '', 200, now() - case when n > 150 then interval '6 days' else interval '8 days' end
        from generate_series(1, 155) n`.execute(testDb.ownerDb);
    await sql`
      insert into login_session (id, user_id, token, expires_at)
      select 'old ' || n, ${finance.identity.userId}, 'old ' || n, now() + case when n > 150 then interval '1 minute' else interval '-1 minute' end
        from generate_series(1, 155) n`.execute(testDb.ownerDb);
    const left = async () => {
      const { rows } = await sql<{ keys: number; sessions: number }>`
        select (select count(*) from idempotency_key where actor_id = 'somebody') as keys,
               (select count(*) from login_session where token like 'old %') as sessions`.execute(
        testDb.ownerDb,
      );
      return rows[0];
    };
    const key = randomUUID();
    await say('tidy', key);
    expect(await left()).toEqual({ keys: 55, sessions: 55 });
    await say('tidy', key);
    expect(await left()).toEqual({ keys: 55, sessions: 55 });
    await say('tidy', randomUUID());
    expect(await left()).toEqual({ keys: 5, sessions: 5 });
  });

  it('refuses a verb without a key', async () => {
    const answer = await finance.post('/verb', { word: 'keyless' }, { 'idempotency-key': '' });
    expect([answer.status, (await answer.json()).code]).toEqual([422, 'idempotency_key_missing']);
  });
});
