import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, createPool, type Db } from '../../db/connect.ts';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { addAnchor, addContract, addLines } from '../../db/test-scene.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type Identity, SYSTEM } from '../domain/identity.ts';
import { runSettlement } from './run-settlement.ts';

const LINES = 300;

let t: TestDb;
let anchors: number[];

async function openScene(): Promise<void> {
  t = await createTestDb();
  anchors = [await addAnchor(t.ownerDb, '阿岚'), await addAnchor(t.ownerDb, '小满')];
  await sql`insert into app_user (id, name, email, role) values ('op', '周运营', 'op@example.com', 'operator')`.execute(
    t.ownerDb,
  );
  await sql`update anchor set manager_user_id = 'op' where id = ${anchors[0]!}`.execute(t.ownerDb);
  for (const anchorId of anchors) {
    const parts = [
      { party: 'agency' as const, rateBps: null },
      { party: 'anchor' as const, rateBps: 5000 },
    ];
    await addContract(t.ownerDb, anchorId, [{ anchorId, tiers: [{ fromFen: 0, toFen: null, parts }] }]);
  }
  await addLines(
    t.ownerDb,
    Array.from({ length: LINES }, (_, at) => ({ id: at + 1, anchorId: anchors[at % 2]! })),
  );
}

describe('two runs of one month at once', () => {
  beforeAll(openScene);
  afterAll(() => t.close());

  /** Both at once over connections of their own, held before their journals until two sessions wait for somebody. */
  async function runTwice(): Promise<PromiseSettledResult<{ lines: number }>[]> {
    const [db, gate] = [
      createDb(createPool(t.appUrl, { max: 4 })),
      await t.ownerDb.startTransaction().execute(),
    ];
    try {
      await sql`lock table journal in share mode`.execute(gate);
      const runs = Promise.allSettled([1, 2].map(() => runSettlement(db, SYSTEM, { month: '2026-05' })));
      await untilTwoWait(t.ownerDb);
      await gate.rollback().execute();
      return await runs;
    } finally {
      await db.destroy();
    }
  }

  const countKept = async () => {
    const { rows } = await sql<{ runs: number; lines: number; unbalanced: number; postedFen: number }>`
      select (select count(*) from settlement_run) as runs, (select count(*) from settlement_line) as lines,
             (select count(*) from (select from posting group by journal_id having sum(amount_fen) <> 0) j) as unbalanced,
             (select coalesce(sum(amount_fen), 0)::bigint from posting where amount_fen > 0) as "postedFen"`.execute(
      t.ownerDb,
    );
    return rows[0]!;
  };

  it('collide on the key when the lock is taken away, and nothing is settled twice', async () => {
    // A lock that locks nothing, found before PostgreSQL's own by every new connection.
    await sql`create schema sabotage`.execute(t.ownerDb);
    await sql`create function sabotage.pg_advisory_xact_lock(int) returns void language sql as ''`.execute(
      t.ownerDb,
    );
    await sql`grant usage on schema sabotage to faircast_app`.execute(t.ownerDb);
    const database = new URL(t.ownerUrl).pathname.slice(1);
    await sql`alter database ${sql.id(database)} set search_path = sabotage, pg_catalog, public`.execute(
      t.ownerDb,
    );
    const runs = await runTwice();
    await sql`alter database ${sql.id(database)} reset search_path`.execute(t.ownerDb);
    await sql`drop schema sabotage cascade`.execute(t.ownerDb);
    expect(runs.filter(({ status }) => status === 'fulfilled')).toMatchObject([{ value: { lines: LINES } }]);
    expect(runs.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: '23505', constraint: 'settlement_line_key' } },
    ]);
    expect(await countKept()).toEqual({ runs: 1, lines: LINES, unbalanced: 0, postedFen: LINES * 2000 });
  });

  it('take turns with the lock: the second finds nothing left to do', async () => {
    await addLines(t.ownerDb, [{ id: LINES + 1, anchorId: anchors[0]! }]);
    const runs = await runTwice();
    const settled = runs.map((run) => (run.status === 'fulfilled' ? run.value.lines : run.reason));
    expect(settled.sort()).toEqual([0, 1]);
    expect(await countKept()).toMatchObject({ runs: 2, lines: LINES + 1, unbalanced: 0 });
  });
});

/** The database itself ends a wait that is too long. */
async function untilTwoWait(ownerDb: Db): Promise<void> {
  const waiting = sql`select distinct pid from pg_locks l join pg_stat_activity a using (pid)
    where not l.granted and a.datname = current_database()`;
  while ((await waiting.execute(ownerDb)).rows.length < 2);
}

describe('settled lines', () => {
  beforeAll(async () => {
    await openScene();
    await runSettlement(t.db, SYSTEM, { month: '2026-05' });
  });
  afterAll(() => t.close());

  const see = (identity: Identity) =>
    inTransaction(t.db, identity, async (trx) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from settlement_line`.execute(trx);
      return rows[0]!.n;
    });
  const people = (): [who: string, identity: Identity, sees: number][] => [
    ['finance', { ...SYSTEM, role: 'finance' }, LINES],
    ['an operator who sees all', { ...SYSTEM, role: 'operator' }, LINES],
    [
      'an operator with one of two anchors',
      { ...SYSTEM, role: 'operator', userId: 'op', scope: 'own' },
      LINES / 2,
    ],
    ['an operator with none', { ...SYSTEM, role: 'operator', userId: 'nobody', scope: 'own' }, 0],
    ['an anchor, whose own part is shown elsewhere', { ...SYSTEM, role: 'anchor', anchorId: anchors[0]! }, 0],
  ];
  const lookAll = async () => {
    const seen: [string, number][] = [];
    for (const [who, identity] of people()) seen.push([who, await see(identity)]);
    return seen;
  };
  const expected = () => people().map(([who, , sees]) => [who, sees]);

  it('are seen by whom row-level security lets see them', async () => {
    expect(await lookAll()).toEqual(expected());
  });

  it('are seen by no more people through the function that reads in workers', async () => {
    const query = `select line_id, anchor_id, tier_id, cumulative_fen, sales_fen, base_fen, parts_fen from settlement_line`;
    const seen: [string, number][] = [];
    for (const [who, identity] of people())
      await inTransaction(t.db, identity, async (trx) => {
        const { rows } = await sql<{
          n: number;
        }>`select count(*) as n from read_line_shares(${query})`.execute(trx);
        seen.push([who, rows[0]!.n]);
      });
    expect(seen).toEqual(expected());
  });

  it('are seen by everybody without it: nothing else stands there', async () => {
    await sql`alter table settlement_line disable row level security`.execute(t.ownerDb);
    const seen = await lookAll();
    await sql`alter table settlement_line enable row level security`.execute(t.ownerDb);
    expect(seen).toEqual(people().map(([who]) => [who, LINES]));
    expect(await lookAll()).toEqual(expected());
  });

  it('are added by nobody who may not settle', async () => {
    const add = (role: Identity['role']) =>
      inTransaction(t.db, { ...SYSTEM, role, anchorId: anchors[0]! }, async (trx) => {
        await sql`insert into settlement_line (line_id, seq, run_id, anchor_id, tier_id, kind, sales_fen, base_fen, parts_fen)
          values (999, 0, 1, ${anchors[0]!}, 1, 0, 0, 0, array[0, 0])`.execute(trx);
        throw new Error('it went through');
      });
    for (const role of ['anchor', 'operator', 'compliance'] as const)
      await expect(add(role)).rejects.toMatchObject({ code: '42501' });
    await expect(add('finance')).rejects.toThrow('it went through');
  });
});
