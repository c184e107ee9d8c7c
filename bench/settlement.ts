import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { SYSTEM } from '../api/domain/identity.ts';
import { runSettlement } from '../api/settlements/run-settlement.ts';
import { createDb, createPool, type Db } from '../db/connect.ts';
import { startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { addAnchor, addContract, type PartSpec } from '../db/test-scene.ts';
import type { BenchResult } from './result.ts';

const LINES = 1_000_000;
const ANCHORS = 200;

/**
 * One month of a million order lines, 200 anchors, two contract periods of three tiers with four parties each,
 * against an `insert … select` of the finished rows into a table with the same key. The second floor has the
 * table's checks as well, which a settlement cannot do without.
 */
export async function benchSettlement(lines = LINES): Promise<BenchResult[]> {
  const dir = path.join(os.tmpdir(), `faircast-bench-settlement-${process.pid}`);
  const server = await startEmbedded({ dir, durable: true });
  try {
    await migrate(server.ownerUrl);
    const owner = createDb(createPool(server.ownerUrl, { max: 2 }));
    const app = createDb(createPool(server.appUrl, { max: 2 }));
    await fill(owner, lines);
    await sql`checkpoint`.execute(owner).catch(() => {});
    const started = performance.now();
    const run = await runSettlement(app, SYSTEM, { month: '2026-05' });
    const seconds = (performance.now() - started) / 1000;
    if (run.lines !== lines) throw new Error(`settled ${run.lines} of ${lines} lines`);
    const floorSeconds = await measureFloor(owner, sql`including indexes`);
    const checkedSeconds = await measureFloor(owner, sql`including indexes including constraints`);
    const redo = await refundOnePercent(owner, app, lines);
    await Promise.all([owner.destroy(), app.destroy()]);
    const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    return [
      {
        name: 'settlement-1m-lines',
        floorSeconds,
        seconds,
        ratio: seconds / floorSeconds,
        target: 2,
        rssMb,
      },
      {
        name: 'settlement-1m-lines-with-checks',
        floorSeconds: checkedSeconds,
        seconds,
        ratio: seconds / checkedSeconds,
        target: 2,
        rssMb,
      },
      {
        name: 'late-refunds-1-percent-frozen',
        floorSeconds: seconds,
        seconds: redo,
        ratio: redo / seconds,
        target: 0.25,
        rssMb,
      },
    ];
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

export async function fill(owner: Db, lines: number): Promise<void> {
  const agent = await owner
    .insertInto('party')
    .values({ kind: 'agent', name: '经纪人' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const split = (anchorBps: number): PartSpec[] => [
    { party: 'platform', rateBps: 1000 },
    { party: 'anchor', rateBps: anchorBps },
    { party: agent.id, rateBps: 500 },
    { party: 'agency', rateBps: null },
  ];
  const tiers = (more: number) => [
    { fromFen: 0, toFen: 10_000_000, parts: split(3900 + more) },
    { fromFen: 10_000_000, toFen: 30_000_000, parts: split(4400 + more) },
    { fromFen: 30_000_000, toFen: null, parts: split(4900 + more) },
  ];
  for (let i = 0; i < ANCHORS; i += 1) {
    const anchorId = await addAnchor(owner, `主播${i}`);
    await addContract(owner, anchorId, [
      { anchorId, to: '2026-05-16', tiers: tiers(0) },
      { anchorId, from: '2026-05-16', tiers: tiers(100) },
    ]);
  }
  await sql`insert into order_line (id, platform, import_id, src_line, order_no, line_no, status, anchor_id, quantity, rate_bps, paid_fen, settled_fen, commission_fen, paid_at, settled_at, product_name, shop_name)
    select i, 'douyin', 1, i, '69' || (20260000000000000 + i::bigint * 37), '', 3, 1 + (i::bigint * 7919 % ${ANCHORS}::int)::int, 1, 2000, v, v, v / 5,
           t, t + interval '1 hour', '直播专享链接', '旗舰店'
      from generate_series(1, ${lines}::int) i, lateral (select 990 + (i::bigint * 104729 % 50000) as v, timestamptz '2026-05-01 00:00+08' + interval '2.5 seconds' * (i * ${1_000_000 / lines}::float) as t) x`.execute(
    owner,
  );
  await sql`vacuum analyze order_line`.execute(owner);
}

/** The same rows again into a table of the same shape and key: what PostgreSQL needs for the writing alone. */
async function measureFloor(owner: Db, like: RawBuilder<unknown>): Promise<number> {
  await sql`create table floor_line (like settlement_line ${like})`.execute(owner);
  const started = performance.now();
  await sql`insert into floor_line select * from settlement_line`.execute(owner);
  const seconds = (performance.now() - started) / 1000;
  await sql`drop table floor_line`.execute(owner);
  return seconds;
}

async function refundOnePercent(owner: Db, app: Db, lines: number): Promise<number> {
  await sql`insert into order_file (sha256, name, size_bytes) values (repeat('a', 64), 'x.csv', 1)`.execute(
    owner,
  );
  await sql`insert into order_import (file_sha256, file_name, profile, platform) values (repeat('a', 64), 'x.csv', 'p', 'douyin')`.execute(
    owner,
  );
  await sql`insert into order_line_revision (line_id, platform, import_id, before) select id, platform, 1, '{}' from order_line where id % 100 = 0`.execute(
    owner,
  );
  await sql`update order_line set settled_fen = 0, commission_fen = 0 where id % 100 = 0`.execute(owner);
  const started = performance.now();
  const run = await runSettlement(app, SYSTEM, { month: '2026-06' });
  if (run.changes !== Math.floor(lines / 100)) throw new Error(`amended ${run.changes} lines`);
  return (performance.now() - started) / 1000;
}
