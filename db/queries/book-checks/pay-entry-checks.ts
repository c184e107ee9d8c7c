import { sql } from 'kysely';
import type { BookCheck } from './book-check.ts';

const head = sql`'entryId', e.id, 'kind', e.kind, 'month', e.month, 'amountFen', e.amount_fen`;

/** Pay entries: each a journal of its own, and on the statement of its month. */
export const payEntryChecks: readonly BookCheck[] = [
  {
    code: 'entry_equals_journal',
    title: 'A pay entry posts its amount to its party, against its counter-account, and nothing else',
    find: sql`
      select jsonb_build_object(${head}) as sample
        from pay_entry e
       where (select coalesce(jsonb_agg(jsonb_build_array(p.account_id, p.amount_fen) order by p.amount_fen), '[]') from posting p where p.journal_id = e.journal_id)
             is distinct from
             (select jsonb_agg(jsonb_build_array(x.account_id, x.amount_fen) order by x.amount_fen)
                from (select a.id as account_id, e.amount_fen from account a where a.party_id = e.party_id
                      union all select e.counter_account_id, -e.amount_fen) x)`,
  },
  {
    code: 'entry_of_its_anchor',
    title: 'A pay entry of an anchor names that anchor',
    find: sql`
      select jsonb_build_object(${head}, 'anchorId', e.anchor_id) as sample
        from pay_entry e join party p on p.id = e.party_id where e.anchor_id is distinct from p.anchor_id`,
  },
  {
    code: 'entries_equal_statement',
    title: 'The entries of a closed month are on its statements, to the fen',
    find: sql`
      with entry as (select anchor_id, month, sum(amount_fen) as amount_fen from pay_entry where anchor_id is not null and month in (select month from month_close) group by 1, 2)
      select jsonb_build_object('statementNo', s.no, 'anchorId', anchor_id, 'month', month, 'statementFen', s.entries_fen, 'entriesFen', entry.amount_fen) as sample
        from entry full join (select no, anchor_id, month, entries_fen from statement) s using (anchor_id, month)
       where s.no is null or s.entries_fen <> coalesce(entry.amount_fen, 0)`,
  },
  {
    code: 'tiers_remember_entries',
    title: 'What a tiered commission remembers to have given is what its entries gave',
    find: sql`
      with entry as (select (details->>'componentId')::int as component_id, anchor_id, month, concerns_month, sum(amount_fen) as amount_fen
                       from pay_entry where kind = 'tiered' and reverses_id is null group by 1, 2, 3, 4)
      select jsonb_build_object('componentId', component_id, 'anchorId', anchor_id, 'month', month, 'concernsMonth', concerns_month,
               'rememberedFen', m.given_fen, 'entriesFen', entry.amount_fen) as sample
        from entry full join tiered_month m using (component_id, anchor_id, month, concerns_month)
       where coalesce(m.given_fen, 0) <> coalesce(entry.amount_fen, 0)`,
  },
  {
    code: 'reversal_mirrors_entry',
    title: 'An entry that takes another back is its opposite, for the same party',
    find: sql`
      select jsonb_build_object(${head}, 'reversesId', e.reverses_id) as sample
        from pay_entry e join pay_entry old on old.id = e.reverses_id
       where e.amount_fen <> -old.amount_fen or e.party_id <> old.party_id`,
  },
];
