import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { addAnchor, addContract, agreeTo } from '../../db/test-scene.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type Identity, SYSTEM } from '../domain/identity.ts';

const operator: Identity = { ...SYSTEM, role: 'operator', userId: 'op' };

let t: TestDb;
let ids: { anchor: number; contract: number; version: number; clause: number; rule: number; tier: number };
let draftId: number;

beforeAll(async () => {
  t = await createTestDb();
  const anchor = await addAnchor(t.ownerDb, '阿岚');
  const contract = await addContract(t.ownerDb, anchor, [
    {
      anchorId: anchor,
      to: '2027-01-01',
      tiers: [
        {
          fromFen: 0,
          toFen: 50_000,
          parts: [
            { party: 'agency', rateBps: null },
            { party: 'anchor', rateBps: 5000 },
          ],
        },
      ],
    },
  ]);
  const { rows } = await sql<Omit<typeof ids, 'anchor' | 'contract'>>`
    select r.contract_version_id as version, r.clause_id as clause, r.id as rule, t.id as tier
      from share_rule r join share_tier t on t.rule_id = r.id`.execute(t.ownerDb);
  ids = { anchor, contract, ...rows[0]! };
  draftId = await asOperator(async (trx) => {
    const draft = await sql<{ id: number }>`insert into contract_version (contract_id, version_no, effective)
      values (${contract}, 2, daterange('2030-01-01', null)) returning id`.execute(trx);
    return draft.rows[0]!.id;
  });
});
afterAll(() => t.close());

const asOperator = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(t.db, operator, work);
const attempt = (...statements: RawBuilder<unknown>[]) =>
  asOperator(async (trx) => {
    for (const statement of statements) await statement.execute(trx);
    throw new Error('it went through');
  });

/** Each as SQL of the app's own role, with the guard that refuses it. */
const ATTACKS: [what: string, guard: string, statements: () => RawBuilder<unknown>[]][] = [
  [
    'adding a part to a tier in force',
    'share_part',
    () => [
      sql`insert into share_part (tier_id, position, party_id, rate_bps)
      select ${ids.tier}, 3, id, 100 from party where kind = 'platform'`,
    ],
  ],
  ['changing a part', 'share_part', () => [sql`update share_part set rate_bps = 9999 where rate_bps = 5000`]],
  ['removing a part', 'share_part', () => [sql`delete from share_part where tier_id = ${ids.tier}`]],
  [
    'adding a tier to a rule in force',
    'share_tier',
    () => [sql`insert into share_tier (rule_id, from_fen) values (${ids.rule}, 50000)`],
  ],
  ['changing a tier', 'share_tier', () => [sql`update share_tier set to_fen = 5 where id = ${ids.tier}`]],
  ['removing a tier', 'share_tier', () => [sql`delete from share_tier where id = ${ids.tier}`]],
  [
    'adding a rule to a confirmed version',
    'share_rule',
    () => [
      sql`insert into share_rule (contract_version_id, clause_id, anchor_id, platform, effective)
      select contract_version_id, clause_id, anchor_id, 'douyin', effective from share_rule where id = ${ids.rule}`,
    ],
  ],
  ['changing a rule', 'share_rule', () => [sql`update share_rule set base = 'sales' where id = ${ids.rule}`]],
  ['removing a rule', 'share_rule', () => [sql`delete from share_rule where id = ${ids.rule}`]],
  [
    'putting a running rule out of force',
    'share_rule',
    () => [sql`update share_rule set active = false where id = ${ids.rule}`],
  ],
  [
    'letting a rule run longer',
    'share_rule',
    () => [
      sql`update share_rule set effective = daterange(lower(effective), '2027-01-02') where id = ${ids.rule}`,
    ],
  ],
  [
    'letting a rule run for ever',
    'share_rule',
    () => [sql`update share_rule set effective = daterange(lower(effective), null) where id = ${ids.rule}`],
  ],
  [
    'letting a rule begin earlier',
    'share_rule',
    () => [
      sql`update share_rule set effective = daterange('1991-12-31', upper(effective)) where id = ${ids.rule}`,
    ],
  ],
  [
    'a rule in force in a draft',
    'share_rule',
    () => [
      sql`insert into contract_clause (contract_version_id, clause_no, body, position) values (${draftId}, '1', '…', 1)`,
      sql`insert into share_rule (contract_version_id, clause_id, anchor_id, effective, active)
        select contract_version_id, id, ${ids.anchor}, daterange('2030-01-01', null), true from contract_clause where contract_version_id = ${draftId}`,
    ],
  ],
  [
    'adding a clause to a confirmed version',
    'contract_clause',
    () => [
      sql`insert into contract_clause (contract_version_id, clause_no, body, position) values (${ids.version}, '9', '…', 9)`,
    ],
  ],
  [
    'changing a clause',
    'contract_clause',
    () => [sql`update contract_clause set body = '…' where id = ${ids.clause}`],
  ],
  [
    'moving a clause of a draft into a confirmed version',
    'contract_clause',
    () => [
      sql`insert into contract_clause (contract_version_id, clause_no, body, position) values (${draftId}, '8', '…', 1)`,
      sql`update contract_clause set contract_version_id = ${ids.version} where contract_version_id = ${draftId}`,
    ],
  ],
  [
    'a version that is born confirmed',
    'contract_version',
    () => [
      sql`insert into contract_version (contract_id, version_no, status, effective, confirmed_at)
      values (${ids.contract}, 3, 'active', daterange('1991-01-01', '1992-01-01'), now())`,
    ],
  ],
  [
    'confirming a version on an earlier day',
    'contract_version',
    () => [
      sql`update contract_version set effective = daterange('1991-01-01', '1992-01-01') where id = ${draftId}`,
      sql`update contract_version set status = 'active', confirmed_at = now() - interval '1 day' where id = ${draftId}`,
    ],
  ],
  [
    'changing what a confirmed version sums up',
    'contract_version',
    () => [sql`update contract_version set summary = '…' where id = ${ids.version}`],
  ],
  [
    'letting a confirmed version begin earlier',
    'contract_version',
    () => [
      sql`update contract_version set effective = daterange('1991-01-01', upper(effective)) where id = ${ids.version}`,
    ],
  ],
  [
    'making a confirmed version a draft again',
    'contract_version',
    () => [sql`update contract_version set status = 'draft', confirmed_at = null where id = ${ids.version}`],
  ],
  [
    'changing who confirmed a version',
    'contract_version',
    () => [sql`update contract_version set confirmed_at = now() where id = ${ids.version}`],
  ],
];

describe('terms in force, by SQL of the app’s own role', () => {
  it.each(ATTACKS)('refuse %s', async (_what, guard, statements) => {
    await expect(attempt(...statements())).rejects.toMatchObject({ code: '23001' });
    const twin = () =>
      t.ownerDb.transaction().execute(async (trx) => {
        await sql`alter table ${sql.table(guard)} disable trigger ${sql.ref(`${guard}_frozen`)}`.execute(trx);
        for (const statement of statements()) await statement.execute(trx);
        throw new Error('it went through');
      });
    // Without the guard the same statements pass: nothing else refuses them.
    await expect(twin()).rejects.toThrow('it went through');
  });

  it('stay even when a temporary table takes the name of what the guard reads', async () => {
    await expect(
      attempt(
        sql`create temp table contract_version (id int, status text) on commit drop`,
        sql`create temp table share_rule (id int, contract_version_id int) on commit drop`,
        sql`update public.share_tier set to_fen = 5 where id = ${ids.tier}`,
      ),
    ).rejects.toMatchObject({ code: '23001' });
  });

  it('may end earlier', async () => {
    await expect(
      attempt(
        sql`update contract_version set effective = daterange(lower(effective), '2026-12-01'), row_version = row_version + 1 where id = ${ids.version}`,
        sql`update share_rule set effective = daterange(lower(effective), '2026-12-01') where id = ${ids.rule}`,
      ),
    ).rejects.toThrow('it went through');
  });

  it('never come back once their rule was put out of force', async () => {
    await expect(
      attempt(
        sql`insert into contract_clause (contract_version_id, clause_no, body, position) values (${draftId}, '1', '…', 1)`,
        sql`insert into share_rule (contract_version_id, clause_id, anchor_id, effective)
          select contract_version_id, id, ${ids.anchor}, daterange('2030-01-01', null) from contract_clause where contract_version_id = ${draftId}`,
        sql`update contract_version set effective = daterange(lower(effective), '2026-12-01') where id = ${ids.version}`,
        sql`update share_rule set active = true where contract_version_id = ${draftId}`,
      ),
    ).rejects.toMatchObject({ code: '23001', message: 'a rule comes into force with its contract version' });
  });

  it.each([
    ['anchor', () => sql`update party set anchor_id = null where anchor_id = ${ids.anchor}`],
    ['kind', () => sql`update party set kind = 'agent' where kind = 'platform'`],
  ])('stay with whom they name: no party changes its %s', async (_what, statement) => {
    await expect(attempt(statement())).rejects.toMatchObject({ code: '42501' });
    const renamed = sql`update party set name = '阿兰' where anchor_id = ${ids.anchor}`;
    await expect(attempt(renamed)).rejects.toThrow('it went through');
  });

  it('wait for a version that is being confirmed, and refuse what comes too late', async () => {
    const { draft } = await addDraftWithClause();
    await t.ownerDb.transaction().execute((trx) => agreeTo(trx, draft));
    const confirming = await t.db.startTransaction().execute();
    await sql`select set_config('faircast.role', 'compliance', true)`.execute(confirming);
    await sql`update contract_version set status = 'active', confirmed_at = now() where id = ${draft}`.execute(
      confirming,
    );
    const late = attempt(sql`update contract_clause set body = '偷改' where contract_version_id = ${draft}`);
    await Promise.all([
      expect(late).rejects.toMatchObject({ code: '23001' }),
      waitForLockWait().then(() => confirming.commit().execute()),
    ]);
  });
});

async function addDraftWithClause(): Promise<{ draft: number }> {
  return asOperator(async (trx) => {
    const { rows } = await sql<{
      draft: number;
    }>`insert into contract_version (contract_id, version_no, effective)
      values (${ids.contract}, 7, daterange('1990-01-01', '1990-02-01')) returning id as draft`.execute(trx);
    await sql`insert into contract_clause (contract_version_id, clause_no, body, position) values (${rows[0]!.draft}, '1', '…', 1)`.execute(
      trx,
    );
    return rows[0]!;
  });
}

/** Until some session of this database waits for a lock; the database itself ends a wait that is too long. */
async function waitForLockWait(): Promise<void> {
  const waiting = sql`select from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()`;
  while ((await waiting.execute(t.ownerDb)).rows.length === 0);
}
