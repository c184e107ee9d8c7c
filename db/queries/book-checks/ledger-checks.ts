import { type RawBuilder, sql } from 'kysely';
import { sumParts } from '../share-sql.ts';
import type { BookCheck } from './book-check.ts';

/** Settlement lines against the journal and the statements: the same fen by two ways. `mostParts` of any tier. */
export const ledgerChecks = (mostParts: number): readonly BookCheck[] => [
  {
    code: 'postings_equal_lines',
    title: 'What a run posted to each party equals the parts of its lines',
    find: sql`
      with part as (
        select l.run_id, l.anchor_id, p.party_id, sum(l.parts_fen[p.position]) as amount_fen
          from (${sumLines(sql`s.run_id, s.anchor_id, s.tier_id`, mostParts)}) l join share_part p on p.tier_id = l.tier_id group by 1, 2, 3),
      due as (
        select run_id || ':' || anchor_id as source_id, 'party:' || party_id as code, amount_fen from part where amount_fen <> 0
        union all
        select run_id || ':' || anchor_id, 'clearing', -sum(amount_fen) from part group by run_id, anchor_id having sum(amount_fen) <> 0),
      posted as (
        select j.source_id, a.code, sum(p.amount_fen) as amount_fen
          from journal j join posting p on p.journal_id = j.id join account a on a.id = p.account_id where j.source_type = 'settlement' group by 1, 2)
      select jsonb_build_object('runAndAnchor', source_id, 'account', code, 'linesFen', coalesce(due.amount_fen, 0), 'postedFen', coalesce(posted.amount_fen, 0)) as sample
        from due full join posted using (source_id, code)
       where coalesce(due.amount_fen, 0) <> coalesce(posted.amount_fen, 0)`,
  },
  {
    code: 'statement_equals_lines',
    title: 'What a statement says was earned equals the anchor’s own parts of the month',
    find: sql`
      with own as (
        select r.month, py.anchor_id, sum(l.parts_fen[p.position]) as amount_fen
          from (${sumLines(sql`s.run_id, s.tier_id`, mostParts)}) l join settlement_run r on r.id = l.run_id
          join share_part p on p.tier_id = l.tier_id join party py on py.id = p.party_id
         where py.anchor_id is not null and r.month in (select month from month_close) group by 1, 2)
      select jsonb_build_object('statementNo', s.no, 'anchorId', anchor_id, 'month', month, 'statementFen', s.earned_fen, 'linesFen', own.amount_fen) as sample
        from own full join (select no, anchor_id, month, earned_fen from statement) s using (anchor_id, month)
       where s.no is null or s.earned_fen <> coalesce(own.amount_fen, 0)`,
  },
];

/** The parts of all lines, column by column: a million lines become a few hundred rows. */
const sumLines = (by: RawBuilder<unknown>, mostParts: number): RawBuilder<unknown> =>
  sql`select ${by}, ${sumParts('s', mostParts)} as parts_fen from settlement_line s group by ${by}`;
