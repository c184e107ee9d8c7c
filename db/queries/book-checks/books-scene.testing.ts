import { type RawBuilder, sql } from 'kysely';
import { inject } from 'vitest';
import { createDb, createPool, type Db, type Trx } from '../../connect.ts';
import type { TestDb } from '../../test-db.ts';
import { addAnchor, addContract, addLines } from '../../test-scene.ts';
import { withDatabase } from '../../test-server.ts';

export interface BooksScene {
  /** Has a payee and something to be paid. */
  anchorId: number;
  /** Ends May below zero. */
  owingAnchorId: number;
}

/**
 * Orders of two anchors as imports left them: sales, a refund that a later export reports (line 1), refunds as lines of
 * their own, linked (8) and not (7).
 */
export async function addOrders(t: TestDb): Promise<BooksScene> {
  await sql`insert into app_user (id, name, email, role) values ('fin', '林会计', 'lin@example.com', 'finance'), ('boss', '王主管', 'wang@example.com', 'finance')`.execute(
    t.ownerDb,
  );
  await sql`insert into order_file (sha256, name, size_bytes) values (repeat('a', 64), 'may.csv', 1)`.execute(
    t.ownerDb,
  );
  await sql`insert into order_import (file_sha256, file_name, profile, platform, status, lines, stored, rejected)
    select repeat('a', 64), 'may.csv', 'douyin', 'douyin', 'done', 10, 9, 1 from generate_series(1, 2)`.execute(
    t.ownerDb,
  );
  const [anchorId, owingAnchorId] = [await addAnchor(t.ownerDb, '阿岚'), await addAnchor(t.ownerDb, '小满')];
  await sql`insert into anchor_payee (anchor_id, account_name, bank_name, bank_account_sealed, bank_account_tail)
    values (${anchorId}, '王岚', '招商银行', 'v1:sealed', '6789')`.execute(t.ownerDb);
  for (const id of [anchorId, owingAnchorId]) {
    await addContract(t.ownerDb, id, [
      {
        anchorId: id,
        tierOnRefund: 'trueup',
        tiers: [
          { fromFen: 0, toFen: 30_000, parts: splitAt(4000) },
          { fromFen: 30_000, toFen: null, parts: splitAt(5000) },
        ],
      },
    ]);
  }
  const june = '2026-06-10T12:00:00+08:00';
  const sale = { salesFen: 10_000, commissionFen: 2000 };
  const refund = { kind: 1, salesFen: -10_000, commissionFen: -2000 } as const;
  await addLines(t.ownerDb, [
    ...[1, 2, 3, 4, 5].map((id) => ({ id, anchorId, ...sale })),
    { id: 6, anchorId: owingAnchorId, ...sale },
    { id: 7, anchorId: owingAnchorId, kind: 1, salesFen: -40_000, commissionFen: -8000 },
    { id: 8, anchorId, ...refund, refundOfId: 2, settledAt: june },
    { id: 9, anchorId: owingAnchorId, ...sale, settledAt: june },
    // Only paid: settles never, and is no violation.
    { id: 10, anchorId, ...sale, settledAt: null },
  ]);
  return { anchorId, owingAnchorId };
}

/** What a later export says of line 1: half of it was returned. */
export async function reportRefund(t: TestDb): Promise<void> {
  await sql`update order_line set settled_fen = 5000, commission_fen = 1000 where id = 1`.execute(t.ownerDb);
  await sql`insert into order_line_revision (line_id, platform, import_id, before) values (1, 'douyin', 2, '{}')`.execute(
    t.ownerDb,
  );
}

/** The test's database as a superuser, who can put every guard to sleep. */
export function openAsSuperuser(t: TestDb): Db {
  const url = withDatabase(inject('testServer').superuserUrl, new URL(t.ownerUrl).pathname.slice(1));
  return createDb(createPool(url, { max: 1, onError: () => {} }));
}

/**
 * What the app sees after somebody with every power had written these: triggers and foreign keys asleep, constraints
 * dropped by hand. Nothing of it stays.
 */
export async function lookAfter<T>(
  superDb: Db,
  writes: readonly RawBuilder<unknown>[],
  look: (trx: Trx) => Promise<T>,
): Promise<T> {
  const rollback = new Error('nothing of it stays');
  let seen: T | undefined;
  const attempt = superDb.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    for (const write of writes) await write.execute(trx);
    await sql`set local role faircast_app`.execute(trx);
    await sql`select set_config('faircast.role', 'compliance', true)`.execute(trx);
    seen = await look(trx);
    throw rollback;
  });
  await attempt.catch((error) => {
    if (error !== rollback) throw error;
  });
  return seen!;
}

const splitAt = (rateBps: number) => [
  { party: 'platform' as const, rateBps: 1000 },
  { party: 'agency' as const, rateBps: null },
  { party: 'anchor' as const, rateBps },
];
