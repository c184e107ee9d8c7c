import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { addAnchor, addContract } from '../../db/test-scene.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type Identity, SYSTEM } from '../domain/identity.ts';

const all: Identity = { ...SYSTEM, role: 'operator', userId: 'op' };
const own: Identity = { ...all, scope: 'own' };

/** An anchor with a confirmed version, and a draft version with one rule of one tier and part. */
interface Place {
  anchor: number;
  contract: number;
  draft: number;
  clause: number;
  rule: number;
  tier: number;
}

let t: TestDb;
let foreign: Place;
let cared: Place;

beforeAll(async () => {
  t = await createTestDb();
  await sql`insert into app_user (id, name, email, role) values ('op', '周运营', 'op@example.com', 'operator')`.execute(
    t.ownerDb,
  );
  [foreign, cared] = [await addPlace('别人的主播'), await addPlace('自己的主播')];
  await sql`update anchor set manager_user_id = 'op' where id = ${cared.anchor}`.execute(t.ownerDb);
});
afterAll(() => t.close());

const READ = ['contract', 'contract_version', 'contract_clause', 'share_rule', 'share_tier', 'share_part'];

/** What an operator might write; each goes to the place it is given. */
const WRITES: [what: string, statements: (to: Place, from: Place) => RawBuilder<unknown>[]][] = [
  [
    'change a share',
    (to) => [
      sql`update share_part set rate_bps = 1 where tier_id = ${to.tier} and rate_bps is not null returning 1`,
    ],
  ],
  ['remove a share', (to) => [sql`delete from share_part where tier_id = ${to.tier} returning 1`]],
  [
    'add a share',
    (to) => [
      sql`insert into share_part (tier_id, position, party_id, rate_bps)
      select ${to.tier}::int, 3, id, 100 from party where kind = 'platform' returning 1`,
    ],
  ],
  [
    'move a share of their own there',
    (to, from) => [
      sql`update share_part set tier_id = ${to.tier}, position = 5, party_id = (select id from party where kind = 'platform')
      where tier_id = ${from.tier} and rate_bps is not null returning 1`,
    ],
  ],
  ['change a tier', (to) => [sql`update share_tier set to_fen = 5 where id = ${to.tier} returning 1`]],
  [
    'add a tier',
    (to) => [sql`insert into share_tier (rule_id, from_fen) values (${to.rule}, 90000) returning 1`],
  ],
  ['change a rule', (to) => [sql`update share_rule set base = 'sales' where id = ${to.rule} returning 1`]],
  [
    'add a rule',
    (to) => [
      sql`insert into share_rule (contract_version_id, clause_id, anchor_id, effective)
      values (${to.draft}, ${to.clause}, ${to.anchor}, daterange('2030-01-01', null)) returning 1`,
    ],
  ],
  [
    'put a rule of their own anchor there',
    (to, from) => [
      sql`insert into share_rule (contract_version_id, clause_id, anchor_id, effective)
      values (${to.draft}, ${to.clause}, ${from.anchor}, daterange('2030-01-01', null)) returning 1`,
    ],
  ],
  [
    'add a clause',
    (to) => [
      sql`insert into contract_clause (contract_version_id, clause_no, body, position) values (${to.draft}, '9', '…', 9) returning 1`,
    ],
  ],
  [
    'add a version',
    (to) => [
      sql`insert into contract_version (contract_id, version_no, effective) values (${to.contract}, 9, daterange('2031-01-01', null)) returning 1`,
    ],
  ],
  [
    'make a contract',
    (to) => [
      sql`insert into contract (no, anchor_id, title, starts_on) values ('X-1', ${to.anchor}, '合同', '2026-01-01') returning 1`,
    ],
  ],
  [
    'hand a contract over',
    (to, from) => [sql`update contract set anchor_id = ${to.anchor} where id = ${from.contract} returning 1`],
  ],
  [
    'plan a stream',
    (to) => [
      sql`insert into stream (anchor_id, platform, title, starts_at, ends_at) values (${to.anchor}, 'douyin', '专场', '2026-07-01', '2026-07-02') returning 1`,
    ],
  ],
  [
    'take an account',
    (to) => [
      sql`insert into anchor_account (anchor_id, platform, external_id) values (${to.anchor}, 'douyin', 'taken') returning 1`,
    ],
  ],
];

describe('an operator who sees own anchors alone', () => {
  it.each(READ)('reads of %s what is theirs, and nothing of others', async (table) => {
    const count = (identity: Identity) =>
      inTransaction(t.db, identity, async (trx) => {
        const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(trx);
        return rows[0]!.n;
      });
    const everything = await count(all);
    expect(everything).toBeGreaterThan(1);
    expect(await count(own)).toBe(everything / 2);
  });

  it.each(WRITES)('cannot %s with another’s anchor, and can with their own', async (_what, statements) => {
    expect(await tryAs(own, statements(foreign, cared))).toBe('refused');
    expect(await tryAs(own, statements(cared, cared))).toBe('done');
    // Whoever sees every anchor may: it is sight alone that refused.
    expect(await tryAs(all, statements(foreign, cared))).toBe('done');
  });
});

/** Nothing of it stays. Refused: by the database's word, or because there was nothing in sight to touch. */
async function tryAs(identity: Identity, statements: RawBuilder<unknown>[]): Promise<'refused' | 'done'> {
  const undo = new Error('undo');
  let touched = 0;
  const attempt = inTransaction(t.db, identity, async (trx) => {
    for (const statement of statements) touched += (await statement.execute(trx)).rows.length;
    throw undo;
  });
  const error = await attempt.catch((reason) => reason);
  if (error === undo) return touched > 0 ? 'done' : 'refused';
  if (error.code === '42501') return 'refused';
  throw error;
}

async function addPlace(name: string): Promise<Place> {
  const anchor = await addAnchor(t.ownerDb, name);
  const tiers = [{ fromFen: 0, toFen: 50_000, parts: [{ party: 'agency' as const, rateBps: null }] }];
  const contract = await addContract(t.ownerDb, anchor, [{ anchorId: anchor, tiers }]);
  const { rows } = await sql<Omit<Place, 'anchor' | 'contract'>>`
    with draft as (insert into contract_version (contract_id, version_no, effective) values (${contract}, 2, daterange('2030-01-01', null)) returning id),
    clause as (insert into contract_clause (contract_version_id, clause_no, body, position) select id, '1', '…', 1 from draft returning id, contract_version_id),
    rule as (insert into share_rule (contract_version_id, clause_id, anchor_id, effective)
      select contract_version_id, id, ${anchor}, daterange('2030-01-01', null) from clause returning id),
    tier as (insert into share_tier (rule_id, from_fen, to_fen) select id, 0, 50000 from rule returning id)
    select draft.id as draft, clause.id as clause, rule.id as rule, tier.id as tier from draft, clause, rule, tier`.execute(
    t.ownerDb,
  );
  const place = { anchor, contract, ...rows[0]! };
  await sql`insert into share_part (tier_id, position, party_id, rate_bps) select ${place.tier}::int, 1, id, null::int from party where kind = 'agency'
    union all select ${place.tier}::int, 2, id, 5000 from party where anchor_id = ${anchor}`.execute(
    t.ownerDb,
  );
  return place;
}
