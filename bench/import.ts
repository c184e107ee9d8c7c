import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { SYSTEM } from '../api/domain/identity.ts';
import { type ImportResult, importOrders } from '../api/orders/import-orders.ts';
import { createDb, createPool } from '../db/connect.ts';
import { type Embedded, startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import type { BenchResult } from './result.ts';
import { writeSyntheticOrders } from './synthetic-orders.ts';

const LINES = 1_000_000;
const ROUNDS = 2;

/** The table a plain COPY of the file needs: the same values, key and logging, nothing checked. */
const FLOOR_TABLE = `
  create table floor_order (
    platform text not null default 'douyin', order_no text not null, line_no text not null, product_ext_id text, product_name text,
    spec text, shop_name text, anchor_ext_id text, anchor_name text, room_ext_id text, quantity int, unit_price numeric, paid numeric,
    rate text, commission numeric, service_rate text, status text, ordered_at timestamptz, paid_at timestamptz, settled_at timestamptz,
    refund numeric, remark text, primary key (platform, order_no, line_no))`;
const FLOOR_COLUMNS =
  'order_no, line_no, product_ext_id, product_name, spec, shop_name, anchor_ext_id, anchor_name, room_ext_id, quantity, unit_price, paid, rate, commission, service_rate, status, ordered_at, paid_at, settled_at, refund, remark';

/**
 * A million order lines imported, imported again, and in GB18030, against a plain `COPY … FROM STDIN (FORMAT csv)` of the
 * same file into a logged table with the same key, in the same run. Each import is a process of its own, for its memory.
 */
export async function benchImport(lines = LINES): Promise<BenchResult[]> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'faircast-bench-import-'));
  const server = await startEmbedded({ dir: path.join(dir, 'pg'), durable: true });
  try {
    await migrate(server.ownerUrl);
    const file = path.join(dir, 'orders.csv');
    const gbFile = path.join(dir, 'orders-gb18030.csv');
    await writeSyntheticOrders(file, { lines });
    await toGb18030(file, gbFile);
    const floors: number[] = [];
    const firsts: Measured[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      floors.push(await measureFloor(server, file));
      await empty(server);
      firsts.push(await measureImport(server, file, dir, lines));
    }
    const again = await measureImport(server, file, dir, lines);
    if (again.result.unchanged !== lines)
      throw new Error(`the second import changed ${lines - again.result.unchanged} lines`);
    await empty(server);
    const gb = await measureImport(server, gbFile, dir, lines);
    if (gb.result.paidFen !== again.result.paidFen) throw new Error('GB18030 and UTF-8 differ');
    const floor = Math.min(...floors);
    const first = firsts.reduce((best, one) => (one.seconds < best.seconds ? one : best));
    return [
      resultOf('import-1m-lines', floor, first, 1.1),
      resultOf('import-again-unchanged', first.seconds, again, 1.5),
      resultOf('import-gb18030', first.seconds, gb, 1.3),
    ];
  } finally {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

interface Measured {
  seconds: number;
  rssMb: number;
  result: ImportResult;
}

function resultOf(name: string, floorSeconds: number, one: Measured, target: number): BenchResult {
  return {
    name,
    floorSeconds,
    seconds: one.seconds,
    ratio: one.seconds / floorSeconds,
    target,
    rssMb: one.rssMb,
  };
}

async function measureFloor(server: Embedded, file: string): Promise<number> {
  return asOwner(server, async (client) => {
    await client.query('drop table if exists floor_order');
    await client.query(FLOOR_TABLE);
    await checkpoint(server);
    const started = performance.now();
    const copy = client.query(
      copyFrom(`copy floor_order (${FLOOR_COLUMNS}) from stdin with (format csv, header)`),
    );
    await pipeline(createReadStream(file, { highWaterMark: 1 << 18 }), copy);
    const seconds = (performance.now() - started) / 1000;
    await client.query('drop table floor_order');
    return seconds;
  });
}

async function measureImport(server: Embedded, file: string, dir: string, lines: number): Promise<Measured> {
  await checkpoint(server);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [import.meta.filename, server.appUrl, file, dir],
    { maxBuffer: 64 << 20 },
  );
  const measured = JSON.parse(stdout) as Measured;
  if (measured.result.lines !== lines || measured.result.rejected !== 0) {
    throw new Error(`${measured.result.lines} lines read, ${measured.result.rejected} refused`);
  }
  return measured;
}

/** What the measured process does: one import, its time and its peak memory. */
async function importOnce(appUrl: string, file: string, dataDir: string): Promise<void> {
  const db = createDb(createPool(appUrl, { max: 4 }));
  const started = performance.now();
  const result = await importOrders({
    db,
    identity: SYSTEM,
    dataDir,
    file: { path: file, name: path.basename(file) },
  });
  const seconds = (performance.now() - started) / 1000;
  await db.destroy();
  const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(JSON.stringify({ seconds, rssMb, result: { ...result, gaps: [] } }));
}

async function empty(server: Embedded): Promise<void> {
  await asOwner(server, (client) => client.query('truncate order_line, order_line_revision, order_reject'));
}

/** So that no measurement pays for the writing of the one before. */
async function checkpoint(server: Embedded): Promise<void> {
  const client = new Client({ connectionString: server.superuserUrl });
  await client.connect();
  await client.query('checkpoint');
  await client.end();
}

async function asOwner<T>(server: Embedded, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Node encodes no GB18030: the table is built from its decoder, for the characters the file has. */
export async function toGb18030(source: string, target: string): Promise<void> {
  const table = gb18030Table();
  const text = (await readFile(source, 'utf8')).replace(/^\ufeff/, '');
  const out = createWriteStream(target);
  for (let at = 0; at < text.length; at += 1 << 18) {
    const part = text.slice(at, at + (1 << 18));
    const bytes = Buffer.allocUnsafe(part.length * 2);
    let length = 0;
    for (let i = 0; i < part.length; i++) {
      const code = part.charCodeAt(i);
      const pair = code < 0x80 ? code : table.get(code);
      if (pair === undefined) throw new Error(`no GB18030 pair for ${part[i]}`);
      if (pair > 0xff) bytes[length++] = pair >> 8;
      bytes[length++] = pair & 0xff;
    }
    if (!out.write(bytes.subarray(0, length)))
      await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  }
  await new Promise<void>((resolve) => out.end(resolve));
}

function gb18030Table(): Map<number, number> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<number, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const code = decoder.decode(Uint8Array.of(lead, trail));
      if (code.length === 1 && code !== '\ufffd') table.set(code.charCodeAt(0), (lead << 8) | trail);
    }
  }
  return table;
}

const [appUrl, file, dataDir] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename) {
  if (appUrl !== undefined && file !== undefined && dataDir !== undefined)
    await importOnce(appUrl, file, dataDir);
  else console.table(await benchImport());
}
