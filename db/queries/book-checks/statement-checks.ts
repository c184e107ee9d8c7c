import { sql } from 'kysely';
import type { BookCheck } from './book-check.ts';

const head = sql`'statementNo', s.no, 'anchorId', s.anchor_id, 'month', s.month`;

/** Statements: their sums, what they carry, what was frozen, and the months they close. */
export const statementChecks: readonly BookCheck[] = [
  {
    code: 'statement_adds_up',
    title: 'Closing is opening plus earned plus entries; payable is what is above zero',
    find: sql`
      select jsonb_build_object(${head}, 'openingFen', s.opening_fen, 'earnedFen', s.earned_fen, 'closingFen', s.closing_fen, 'payableFen', s.payable_fen) as sample
        from statement s where s.closing_fen <> s.opening_fen + s.earned_fen + s.entries_fen or s.payable_fen <> greatest(0, s.closing_fen)`,
  },
  {
    code: 'statement_carries_opening',
    title: 'Opening is what the statement before closed with below zero',
    find: sql`
      select jsonb_build_object(${head}, 'openingFen', s.opening_fen, 'previousClosingFen', s.previous_fen) as sample
        from (select no, anchor_id, month, opening_fen, lag(closing_fen) over (partition by anchor_id order by month) as previous_fen from statement) s
       where s.opening_fen <> least(0, coalesce(s.previous_fen, 0))`,
  },
  {
    code: 'balance_carried_forward',
    title: 'A negative balance is on the next statement, never dropped',
    find: sql`
      select jsonb_build_object(${head}, 'closingFen', s.closing_fen, 'droppedIn', c.month) as sample
        from statement s cross join lateral (select min(month) as month from month_close where month > s.month) c
       where s.closing_fen < 0 and c.month is not null
         and not exists (select from statement next where next.anchor_id = s.anchor_id and next.month = c.month and next.opening_fen = s.closing_fen)`,
  },
  {
    code: 'statement_equals_document',
    title: 'A statement’s amounts equal its frozen document',
    find: sql`
      select jsonb_build_object(${head}, 'summary', s.document->'summary') as sample
        from statement s cross join lateral (select s.document->'summary' as sum) d
       where (s.no, s.month, s.opening_fen, s.earned_fen, s.entries_fen, s.closing_fen, s.payable_fen) is distinct from
             (s.document->>'no', s.document->>'month', (d.sum->>'openingFen')::bigint, (d.sum->>'earnedFen')::bigint + (d.sum->>'reversedFen')::bigint, coalesce((d.sum->>'entriesFen')::bigint, 0),
              (d.sum->>'closingFen')::bigint, (d.sum->>'payableFen')::bigint)
          or (d.sum->>'earnedFen')::bigint is distinct from
             (select coalesce(sum((x->>'amountFen')::bigint), 0) from jsonb_array_elements(s.document->'streams') x)
          or (d.sum->>'reversedFen')::bigint is distinct from
             (select coalesce(sum((x->>'amountFen')::bigint), 0) from jsonb_array_elements(s.document->'reversals') x)`,
  },
  {
    code: 'statement_month_closed',
    title: 'A month with statements is closed',
    find: sql`
      select jsonb_build_object(${head}) as sample from statement s where not exists (select from month_close c where c.month = s.month)`,
  },
  {
    code: 'no_run_after_close',
    title: 'No run settles a month after it was closed',
    find: sql`
      select jsonb_build_object('runId', r.id, 'month', r.month, 'runAt', r.created_at, 'closedAt', c.closed_at) as sample
        from settlement_run r join month_close c on c.month = r.month where r.created_at > c.closed_at`,
  },
  {
    code: 'statement_numbers_without_gaps',
    title: 'Statement numbers of a month have no gap',
    find: sql`
      select jsonb_build_object('month', month, 'statements', count(*), 'lastNo', max(last_no)) as sample
        from (select s.month, n.last_no, case when s.no ~ '^ST[0-9]{6}-[0-9]{1,9}$' then split_part(s.no, '-', 2)::int end as number
                from statement s left join number_series n on n.series = 'statement:' || s.month) numbered
       group by month having count(*) is distinct from max(last_no) or count(distinct number) <> count(*) or max(number) is distinct from max(last_no)`,
  },
];
