import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, createPool, type Db } from '../../db/connect.ts';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { addAnchor, addContract, type PartSpec } from '../../db/test-scene.ts';
import { openCommands } from '../cli/processes.testing.ts';

const LINES = 60_000;

const commands = openCommands();
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-kill-settlement-'));
let server: Embedded;
let ownerDb: Db;
/** Sees what every session is at. */
let superDb: Db;

beforeAll(async () => {
  await openServer();
  await migrate(server.ownerUrl);
  await importLines();
  // A database that is killed reads its log again from here, not from the first order line.
  await sql`checkpoint`.execute(superDb);
});
afterAll(async () => {
  await commands.endAll();
  await closeServer();
  await server.stop();
  fs.rmSync(data, { recursive: true, force: true });
});

/** A month of two anchors whose sales climb from tier to tier, as one import left it. */
async function importLines(): Promise<void> {
  await sql`insert into order_file (sha256, name, size_bytes) values (repeat('a', 64), 'may.csv', 1)`.execute(
    ownerDb,
  );
  for (const name of ['阿岚', '小满']) {
    const anchorId = await addAnchor(ownerDb, name);
    const split = (rateBps: number): PartSpec[] => [
      { party: 'platform', rateBps: 1000 },
      { party: 'anchor', rateBps },
      { party: 'agency', rateBps: null },
    ];
    const tiers = [
      { fromFen: 0, toFen: 30_000_000, parts: split(3900) },
      { fromFen: 30_000_000, toFen: null, parts: split(4400) },
    ];
    await addContract(ownerDb, anchorId, [{ anchorId, tiers }]);
  }
  await sql`
    insert into order_line (id, platform, import_id, src_line, order_no, line_no, status, anchor_id, quantity, paid_fen, settled_fen, commission_fen, paid_at, settled_at)
    select n, 'douyin', 1, n, 'NO' || n, '', 3, anchors.ids[1 + n % 2], 1, 990 + n % 50000, 990 + n % 50000, 198 + n % 7,
           '2026-05-10 12:00+08', timestamptz '2026-05-20 12:00+08' + n * interval '1 second'
      from generate_series(1, ${LINES}::int) n, (select array_agg(id) as ids from anchor) anchors`.execute(
    ownerDb,
  );
  await sql`
    insert into order_import (file_sha256, file_name, profile, platform, status, lines, stored, paid_fen, settled_fen)
    select repeat('a', 64), 'may.csv', 'douyin', 'douyin', 'done', count(*), count(*), sum(paid_fen), sum(settled_fen) from order_line`.execute(
    ownerDb,
  );
}

/** The durable server of a data folder, as `faircast start` keeps it running while somebody settles at a terminal. */
async function openServer(): Promise<void> {
  server = await startEmbedded({ dir: path.join(data, 'pg'), durable: true });
  const open = (url: string) => createDb(createPool(url, { max: 2, onError: () => {} }));
  [ownerDb, superDb] = [open(server.ownerUrl), open(server.superuserUrl)];
}
const closeServer = () => Promise.all([ownerDb.destroy(), superDb.destroy()]);

const onData = (...args: string[]) =>
  commands.start([...args, '--data', data], { DATABASE_URL: undefined, DATABASE_URL_DIRECT: undefined });
const settle = () => onData('settle', '--month', '2026-05', '--json');
type Settling = ReturnType<typeof settle>;

interface AppSession {
  pid: number;
  state: string;
  query: string;
  waitsFor: string | null;
}
async function appSessions(): Promise<AppSession[]> {
  const { rows } = await sql<AppSession>`
    select pid, state, query, wait_event_type as "waitsFor" from pg_stat_activity
     where datname = 'faircast' and usename = 'faircast_app'`.execute(superDb);
  return rows;
}

/** Until the process has the database at this; fails when the process ends before. */
async function untilAt({ child }: Settling, isThere: (session: AppSession) => boolean): Promise<void> {
  while (!(await appSessions()).some(isThere))
    expect(child.exitCode, 'it ended before it was killed').toBeNull();
}

async function kill({ child, ended }: Settling): Promise<void> {
  child.kill('SIGKILL');
  expect(await ended).toMatchObject({ code: null, signal: 'SIGKILL', out: '' });
}
/** The database notices later: a session without a client ends with its statement. */
async function untilNoSession(): Promise<void> {
  while ((await appSessions()).length > 0);
}

const isWritingLines = ({ state, query }: AppSession) =>
  state === 'active' && /^\s*insert into settlement_line/.test(query);

async function countKept() {
  const { rows } = await sql<Record<'runs' | 'lines' | 'journals' | 'postings' | 'audited', number>>`
    select (select count(*) from settlement_run) as runs, (select count(*) from settlement_line) as lines,
           (select count(*) from journal) as journals, (select count(*) from posting) as postings,
           (select count(*) from audit_entry) as audited`.execute(ownerDb);
  return rows[0]!;
}
const nothing = { runs: 0, lines: 0, journals: 0, postings: 0, audited: 0 };

describe('a settlement that is killed', () => {
  it('while it writes its lines, leaves nothing of them', async () => {
    const killed = settle();
    await untilAt(killed, isWritingLines);
    await kill(killed);
    await untilNoSession();
    expect(await countKept()).toEqual(nothing);
  });

  it('between its lines and their journals, leaves neither', async () => {
    // Nobody may post: the run stops exactly there.
    const gate = await ownerDb.startTransaction().execute();
    await sql`lock table journal in share mode`.execute(gate);
    const killed = settle();
    await untilAt(killed, ({ waitsFor, query }) => waitsFor === 'Lock' && /insert into journal/.test(query));
    await kill(killed);
    await gate.rollback().execute();
    await untilNoSession();
    expect(await countKept()).toEqual(nothing);
  });

  it('with its database, leaves nothing after the database has come back', async () => {
    const killed = settle();
    await untilAt(killed, isWritingLines);
    process.kill(server.pid, 'SIGKILL');
    await kill(killed);
    await closeServer();
    await openServer();
    expect(await countKept()).toEqual(nothing);
  });

  it('settles every line once when it is run again, and once only', async () => {
    const first = await settle().ended;
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(first.out)).toMatchObject({ lines: LINES, changes: 0, problems: [] });
    const again = await settle().ended;
    expect(JSON.parse(again.out)).toMatchObject({ runId: null, lines: 0, changes: 0 });
    expect(await countKept()).toMatchObject({ runs: 1, lines: LINES, audited: 1 });
    const { rows } = await sql<{ settledOnce: number; splitFen: number; baseFen: number }>`
      select count(distinct line_id) filter (where seq = 0) as "settledOnce", sum(base_fen)::bigint as "baseFen",
             (select sum(amount_fen)::bigint from settlement_part) as "splitFen" from settlement_line`.execute(
      ownerDb,
    );
    expect(rows[0]!.settledOnce).toBe(LINES);
    expect(rows[0]!.splitFen).toBe(rows[0]!.baseFen);
  });

  it('leaves books that balance', async () => {
    const { rows } = await sql`
      select journal_id from posting group by journal_id having sum(amount_fen) <> 0 or count(*) < 2`.execute(
      ownerDb,
    );
    expect(rows).toEqual([]);
    expect((await countKept()).journals).toBeGreaterThan(0);
    const books = await onData('check-books').ended;
    expect(books.code, books.out + books.err).toBe(0);
  });
});
