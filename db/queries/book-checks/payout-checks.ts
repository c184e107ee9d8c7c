import { sql } from 'kysely';
import type { BookCheck } from './book-check.ts';

const head = sql`'payoutId', p.id, 'statementId', p.statement_id, 'status', p.status`;

/** Payouts: what is paid, by whom, once, and on which paper. */
export const payoutChecks: readonly BookCheck[] = [
  {
    code: 'payout_equals_statement',
    title: 'The payouts of a statement are of its anchor and come to no more than it pays',
    find: sql`
      select jsonb_build_object(${head}, 'amountFen', p.amount_fen, 'payableFen', s.payable_fen) as sample
        from payout p left join statement s on s.id = p.statement_id
       where p.anchor_id is distinct from s.anchor_id
          or (select sum(o.amount_fen) from payout o where o.statement_id = p.statement_id and o.status in ('prepared', 'approved', 'paid')) > s.payable_fen`,
  },
  {
    code: 'one_live_payout',
    title: 'A statement has one payout on its way',
    find: sql`
      select jsonb_build_object('statementId', statement_id, 'payoutIds', array_agg(id)) as sample
        from payout where status in ('prepared', 'approved') group by statement_id having count(*) > 1`,
  },
  {
    code: 'payout_four_eyes',
    title: 'A payout is approved by another person than its preparer',
    find: sql`
      select jsonb_build_object(${head}, 'preparedBy', p.prepared_by, 'approvedBy', p.approved_by) as sample
        from payout p where p.approved_by = p.prepared_by or (p.status in ('approved', 'paid', 'returned') and p.approved_by is null)`,
  },
  {
    code: 'paid_payout_posted_once',
    title: 'A paid payout has one journal, of its amount, from its anchor to the bank',
    find: sql`
      select jsonb_build_object(${head}, 'amountFen', p.amount_fen, 'journals', posted.journals, 'fromAnchorFen', posted.anchor_fen, 'toBankFen', posted.bank_fen) as sample
        from payout p cross join lateral (
          select count(distinct j.id) as journals, coalesce(sum(x.amount_fen) filter (where py.anchor_id = p.anchor_id), 0) as anchor_fen,
                 coalesce(sum(x.amount_fen) filter (where a.kind = 'bank'), 0) as bank_fen
            from journal j join posting x on x.journal_id = j.id join account a on a.id = x.account_id left join party py on py.id = a.party_id
           where j.source_type = 'payout' and j.source_id = p.id::text) posted
       where p.status in ('paid', 'returned') and (posted.journals, posted.anchor_fen, posted.bank_fen) is distinct from (1, -p.amount_fen, p.amount_fen)`,
  },
  {
    code: 'payout_has_pdf',
    title: 'An approved payout has its frozen paper',
    find: sql`
      select jsonb_build_object(${head}, 'pdfSha256', p.pdf_sha256) as sample
        from payout p where p.status in ('approved', 'paid', 'returned') and not exists (select from frozen_pdf f where f.sha256 = p.pdf_sha256)`,
  },
  {
    code: 'pdf_hash',
    title: 'Every frozen document has the hash it is named by',
    find: sql`
      select jsonb_build_object('sha256', f.sha256, 'found', encode(sha256(f.bytes), 'hex')) as sample
        from frozen_pdf f where encode(sha256(f.bytes), 'hex') <> f.sha256`,
  },
];
