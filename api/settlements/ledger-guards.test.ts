import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { openAsSuperuser } from '../../db/queries/book-checks/books-scene.testing.ts';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { closeTwoMonths } from '../cli/closed-books.testing.ts';

type Statements = readonly RawBuilder<unknown>[];
type DatabaseRole = 'faircast_app' | 'faircast_owner';

const REFUSED_BY_TRIGGER = '23001';
const BROKEN_RULE = '23514';
const NOT_UNIQUE = '23505';
const PASSED = 'passed';

let t: TestDb;
let superDb: Db;
beforeAll(async () => {
  t = await createTestDb();
  superDb = openAsSuperuser(t);
  await closeTwoMonths(t);
});
afterAll(async () => {
  await superDb.destroy();
  await t.close();
});

/**
 * How the database answers a role that tries this with the strongest identity there is, after somebody with every
 * power did `before`: an SQLSTATE, or that it passed, deferred checks included. Nothing of it stays.
 */
async function answer(role: DatabaseRole, attack: Statements, before: Statements = []): Promise<string> {
  const trx = await superDb.startTransaction().execute();
  try {
    for (const statement of before) await statement.execute(trx);
    await sql`set local role ${sql.id(role)}`.execute(trx);
    await sql`select set_config('faircast.role', 'system', true)`.execute(trx);
    for (const statement of attack) await statement.execute(trx);
    await sql`set constraints all immediate`.execute(trx);
    return PASSED;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await trx.rollback().execute();
  }
}

const newJournal = (sourceId: string) =>
  sql`insert into journal (source_type, source_id, month) values ('settlement', ${sourceId}, '2026-05')`;
const post = (sourceId: string, ...amounts: number[]) =>
  amounts.map(
    (amountFen, at) => sql`insert into posting (journal_id, seq, account_id, amount_fen)
      select j.id, ${at + 100}::smallint, a.id, ${amountFen}::bigint from journal j, account a where j.source_id = ${sourceId} and a.code = 'clearing'`,
  );
const firstJournal = sql`(select min(id) from journal where source_type = 'settlement')`;

interface Refusal {
  what: string;
  /** The product's own role when not given. */
  role?: DatabaseRole;
  attack: Statements;
  code: string;
  /** The guard taken away. */
  without: RawBuilder<unknown>;
}
const REFUSALS: readonly Refusal[] = [
  {
    what: 'a journal out of balance by a fen',
    attack: [newJournal('odd'), ...post('odd', 100, -99)],
    code: BROKEN_RULE,
    without: sql`alter table journal disable trigger journal_balances`,
  },
  {
    what: 'a journal without postings',
    attack: [newJournal('empty')],
    code: BROKEN_RULE,
    without: sql`alter table journal disable trigger journal_balances`,
  },
  {
    what: 'balanced postings that join a journal of an earlier transaction',
    attack: [
      sql`insert into posting (journal_id, seq, account_id, amount_fen)
        select ${firstJournal}, 100 + n, a.id, case n when 0 then 5 else -5 end from account a, generate_series(0, 1) n where a.code = 'clearing'`,
    ],
    code: REFUSED_BY_TRIGGER,
    without: sql`alter table posting disable trigger posting_in_own_transaction`,
  },
  {
    what: 'a second journal of the same source',
    attack: [
      sql`insert into journal (source_type, source_id, month) select source_type, source_id, month from journal where id = ${firstJournal}`,
      sql`insert into posting (journal_id, seq, account_id, amount_fen)
        select j.id, p.seq, p.account_id, p.amount_fen from posting p, (select max(id) as id from journal) j where p.journal_id = ${firstJournal}`,
    ],
    code: NOT_UNIQUE,
    without: sql`alter table journal drop constraint one_journal_per_source`,
  },
  {
    what: 'an order line settled twice',
    attack: [
      sql`insert into settlement_line select * from settlement_line where seq = 0 order by line_id limit 1`,
    ],
    code: NOT_UNIQUE,
    without: sql`alter table settlement_line drop constraint settlement_line_key`,
  },
  {
    what: 'shares that do not add up to what is shared',
    attack: [
      sql`insert into settlement_line select line_id + 1000000, seq, run_id, anchor_id, tier_id, kind, amends_line_id, amends_seq, cumulative_fen, sales_fen, base_fen + 1, parts_fen
            from settlement_line where seq = 0 limit 1`,
    ],
    code: BROKEN_RULE,
    without: sql`alter table settlement_line drop constraint parts_sum_to_base`,
  },
  {
    what: 'another anchor for a settled order line',
    attack: [
      sql`update order_line set anchor_id = (select max(id) from anchor) where id = 1 and anchor_id <> (select max(id) from anchor)`,
    ],
    code: REFUSED_BY_TRIGGER,
    without: sql`alter table order_line disable trigger order_line_settled_stays`,
  },
  {
    what: 'payouts that are thrown away',
    role: 'faircast_owner',
    attack: [sql`delete from payout`],
    code: REFUSED_BY_TRIGGER,
    without: sql`alter table payout disable trigger payout_goes_forward`,
  },
  {
    what: 'payouts that are emptied out',
    role: 'faircast_owner',
    attack: [sql`truncate payout cascade`],
    code: REFUSED_BY_TRIGGER,
    // What hangs on a payout would go with it, and stands as firm.
    without: sql`do $$ begin
      alter table payout disable trigger payout_no_truncate;
      alter table payout_batch_item disable trigger payout_batch_item_no_truncate;
    end $$`,
  },
  {
    what: 'a paid payout that becomes larger',
    role: 'faircast_owner',
    attack: [sql`update payout set amount_fen = amount_fen + 1`],
    code: REFUSED_BY_TRIGGER,
    without: sql`alter table payout disable trigger payout_goes_forward`,
  },
  {
    what: 'a settled order line that goes away',
    attack: [sql`delete from order_line where id = 3`],
    code: REFUSED_BY_TRIGGER,
    without: sql`alter table order_line disable trigger order_line_settled_stays`,
  },
];

describe('the database refuses, whoever writes', () => {
  it.each(REFUSALS)(
    '$what, and nothing else would',
    async ({ role = 'faircast_app', attack, code, without }) => {
      expect(await answer(role, attack)).toBe(code);
      expect(await answer(role, attack, [without])).toBe(PASSED);
    },
  );

  it('no journal that balances and is posted at once', async () => {
    expect(await answer('faircast_app', [newJournal('even'), ...post('even', 100, -60, -40)])).toBe(PASSED);
  });
});
