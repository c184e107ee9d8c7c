import { sql } from 'kysely';
import type { BookCheck } from './book-check.ts';

/** The journal by itself: double entry, one per source, closed with its transaction. */
export const journalChecks: readonly BookCheck[] = [
  {
    code: 'journal_balances',
    title: 'Every journal balances',
    find: sql`
      select jsonb_build_object('journalId', j.id, 'source', j.source_type || ' ' || j.source_id, 'outByFen', sum(p.amount_fen)) as sample
        from journal j join posting p on p.journal_id = j.id group by j.id having sum(p.amount_fen) <> 0`,
  },
  {
    code: 'journal_has_two_postings',
    title: 'Every journal has two postings or more',
    find: sql`
      select jsonb_build_object('journalId', j.id, 'source', j.source_type || ' ' || j.source_id, 'postings', count(p.seq)) as sample
        from journal j left join posting p on p.journal_id = j.id group by j.id having count(p.seq) < 2`,
  },
  {
    code: 'one_journal_per_source',
    title: 'One journal per source',
    find: sql`
      select jsonb_build_object('source', source_type || ' ' || source_id, 'journals', count(*)) as sample
        from journal group by source_type, source_id having count(*) > 1`,
  },
  {
    code: 'journal_has_its_source',
    title: 'Every journal names an existing source of its month',
    find: sql`
      select jsonb_build_object('journalId', j.id, 'source', j.source_type || ' ' || j.source_id, 'month', j.month) as sample
        from journal j
       where case when j.source_type = 'settlement' then not exists (
               select from settlement_run r join anchor a on a.id::text = split_part(j.source_id, ':', 2)
                where r.id::text = split_part(j.source_id, ':', 1) and r.month = j.month)
             when j.source_type = 'pay_entry' then not exists (
               select from pay_entry e where e.journal_id = j.id and e.source_key = j.source_id and e.month = j.month)
             when j.source_type = 'accrual' then not exists (
               select from accrual a where a.journal_id = j.id and a.source_key = j.source_id and a.posted_month = j.month)
             else not exists (select from payout p join statement s on s.id = p.statement_id
                where p.id::text = j.source_id and s.month = j.month and (p.status = 'returned' or (p.status = 'paid' and j.source_type = 'payout'))) end`,
  },
  {
    code: 'posting_has_journal_and_account',
    title: 'Every posting has its journal and its account',
    find: sql`
      select jsonb_build_object('journalId', p.journal_id, 'seq', p.seq, 'accountId', p.account_id) as sample
        from posting p
       where not exists (select from journal j where j.id = p.journal_id) or not exists (select from account a where a.id = p.account_id)`,
  },
  {
    // Where the journal's row still carries its own transaction (a restored copy does not), its postings must too.
    code: 'posting_in_own_transaction',
    title: 'No posting joined a journal later',
    find: sql`
      select jsonb_build_object('journalId', p.journal_id, 'seq', p.seq, 'amountFen', p.amount_fen) as sample
        from journal j join posting p on p.journal_id = j.id
       where j.xmin::text::bigint = mod(j.txid::text::bigint, 4294967296) and p.xmin <> j.xmin`,
  },
];
