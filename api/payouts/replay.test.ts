import net from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, createPool, type Db } from '../../db/connect.ts';
import { createApp } from '../app.ts';
import type { TestClient } from '../http/test-client.ts';
import { canonicalJson } from '../pdf/content-hash.ts';
import { addStatement, lin, openPayoutScene } from './payout-scene.testing.ts';

const { state } = openPayoutScene();
const KEYS = 1000;
const REPLAYS = 20;

const preparedOf = async (statementIds: number[]) =>
  (
    await state.t.ownerDb
      .selectFrom('payout')
      .select(['id', 'statement_id'])
      .where('statement_id', 'in', statementIds)
      .execute()
  ).length;

async function addStatements(count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with a as (insert into anchor (name) select '重放' || n from generate_series(1, ${count}::int) n returning id),
         y as (insert into anchor_payee (anchor_id, account_name, bank_name, bank_account_sealed, bank_account_tail) select id, '岚岚', '招商银行', 'v1:x', '6789' from a),
         p as (insert into party (kind, name, anchor_id) select 'anchor', '重放', id from a)
    insert into statement (no, anchor_id, month, opening_fen, earned_fen, closing_fen, payable_fen, document, content_sha256, template_version)
    select 'STR-' || id, id, '2026-03', 0, 100, 100, 100, '{}', repeat('c', 64), 1 from a returning id`.execute(
    state.t.ownerDb,
  );
  return rows.map(({ id }) => id);
}

describe('a thousand Idempotency-Keys, each sent twenty times', () => {
  it('do a thousand things, and every answer is the first one’s or says that it is at work', async () => {
    const finance = await state.app.as(lin);
    const statementIds = await addStatements(KEYS);
    const answers = new Map<string, number>();
    const differing: unknown[] = [];
    const IN_FLIGHT = 4;
    const work = statementIds.map((statementId, i) => ({ statementId, key: `replay-key-${i}` }));
    const runner = async () => {
      for (let one = work.pop(); one; one = work.pop()) {
        const { statementId, key } = one;
        const send = async () => {
          const answer = await finance.post('/api/payouts', { statementId }, { 'idempotency-key': key });
          return { status: answer.status, text: await answer.text() };
        };
        // half of them at once, half after it was answered
        const all = await Promise.all(Array.from({ length: REPLAYS / 2 }, send));
        for (let n = 0; n < REPLAYS / 2; n += 1) all.push(await send());
        const done = all.filter(({ status }) => status === 200);
        const waiting = all.filter(({ status, text }) => status === 409 && text.includes('in_progress'));
        if (
          done.length + waiting.length !== REPLAYS ||
          new Set(done.map(({ text }) => canonicalJson(JSON.parse(text)))).size !== 1
        )
          differing.push(all);
        for (const { status } of all) answers.set(String(status), (answers.get(String(status)) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, runner));
    expect(differing).toEqual([]);
    expect(await preparedOf(statementIds)).toBe(KEYS);
    expect([...answers.values()].reduce((a, b) => a + b)).toBe(KEYS * REPLAYS);
    expect(answers.get('200')).toBeGreaterThanOrEqual(KEYS * (REPLAYS / 2 + 1));
  }, 180_000);
});

describe('a connection that is cut behind COMMIT', () => {
  let cutter: Cutter;
  let db: Db;
  let client: TestClient;
  beforeAll(async () => {
    const url = new URL(state.t.appUrl);
    cutter = await openCutter(url.hostname, Number(url.port));
    url.hostname = '127.0.0.1';
    url.port = String(cutter.port);
    db = createDb(createPool(url.href, { max: 4, onError: () => {} }));
    const app = createApp({ ...state.app.services, db }, state.app.options);
    const real = await state.app.as(lin);
    const cookie = await cookieOf(real);
    client = {
      ...real,
      post: async (path, body, headers = {}) =>
        app.request(path, {
          method: 'POST',
          headers: { cookie, origin: 'http://localhost', 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
    } as TestClient;
  });
  afterAll(async () => {
    await db.destroy();
    await cutter.close();
  });

  it('leaves exactly one effect, and the repeated request gets its answer', async () => {
    const scenes = [];
    for (let i = 0; i < 25; i += 1) scenes.push(await addStatement(state.t, 500 + i));
    let cut = 0;
    for (const [i, { statementId, anchorId }] of scenes.entries()) {
      const key = { 'idempotency-key': `cut-behind-commit-${i}` };
      const send = () => client.post('/api/payouts', { statementId }, key);
      cutter.cutNextCommitAfter('"payout"');
      const first = await send();
      expect(first.status).toBe(500);
      cut += 1;
      expect(await preparedOf([statementId])).toBe(1);
      const second = await send();
      expect(second.status).toBe(200);
      expect(second.headers.get('idempotent-replay')).toBe('true');
      expect(await second.json()).toMatchObject({
        statementId,
        anchorId,
        amountFen: 500 + i,
        status: 'prepared',
      });
      expect(await (await send()).json()).toMatchObject({ statementId });
      expect(await preparedOf([statementId])).toBe(1);
    }
    expect(cut).toBe(25);
    expect(cutter.cuts).toBe(25);
  });
});

/** The session cookie a client of the tests carries. */
async function cookieOf(client: TestClient): Promise<string> {
  const seen: string[] = [];
  const spy = state.app.app.request.bind(state.app.app);
  state.app.app.request = ((path: string, init?: RequestInit) => {
    seen.push((init as { headers: Record<string, string> }).headers.cookie ?? '');
    return spy(path, init);
  }) as typeof state.app.app.request;
  await client.get('/api/me');
  state.app.app.request = spy;
  return seen[0]!;
}

interface Cutter {
  port: number;
  cuts: number;
  /** The next COMMIT of a connection whose transaction said `word` reaches the server; its answer reaches nobody. */
  cutNextCommitAfter(word: string): void;
  close(): Promise<void>;
}

/** A door before PostgreSQL that can be slammed between a COMMIT and its answer. */
function openCutter(host: string, port: number): Promise<Cutter> {
  let word: string | undefined;
  const sockets = new Set<net.Socket>();
  const cutter = { port: 0, cuts: 0 } as Cutter;
  const server = net.createServer((app) => {
    const database = net.connect(port, host);
    let hasSaidIt = false;
    let isCommitting = false;
    for (const socket of [app, database]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    app.on('data', (bytes) => {
      const text = bytes.toString('latin1');
      if (word !== undefined && text.includes(`insert into ${word}`)) hasSaidIt = true;
      if (/^Q[\s\S]{4}(?:begin|start transaction)/.test(text)) hasSaidIt = false;
      if (hasSaidIt && /^Q[\s\S]{4}commit\0/.test(text)) {
        isCommitting = true;
        word = undefined;
      }
      database.write(bytes);
    });
    database.on('data', (bytes) => {
      if (!isCommitting) {
        app.write(bytes);
        return;
      }
      // the server has committed and says so: nobody hears it
      cutter.cuts += 1;
      app.destroy();
      database.destroy();
    });
    app.on('close', () => database.destroy());
    database.on('close', () => app.destroy());
  });
  cutter.cutNextCommitAfter = (next) => {
    word = next;
  };
  cutter.close = () =>
    new Promise((done) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => done());
    });
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => {
      cutter.port = (server.address() as net.AddressInfo).port;
      ready(cutter);
    });
  });
}
