import { sql } from 'kysely';
import type { BookCheck } from './book-check.ts';

const touched = sql`(select c.user_id from payout_batch_change c where c.batch_id = b.id union select b.prepared_by)`;

/** What anchors answered, batches on their way to the bank, and tax withheld. */
export const paymentChecks: readonly BookCheck[] = [
  {
    code: 'returned_payout_turned_round',
    title: 'Money that came back is taken back in the books, once',
    find: sql`
      select jsonb_build_object('payoutId', p.id, 'amountFen', p.amount_fen, 'journals', r.journals, 'backFen', r.fen) as sample
        from payout p cross join lateral (
          select count(distinct j.id) as journals, coalesce(sum(x.amount_fen) filter (where py.anchor_id = p.anchor_id), 0) as fen
            from journal j join posting x on x.journal_id = j.id join account a on a.id = x.account_id left join party py on py.id = a.party_id
           where j.source_type = 'payout_return' and j.source_id = p.id::text) r
       where (r.journals, r.fen) is distinct from (case when p.status = 'returned' then 1 else 0 end, case when p.status = 'returned' then p.amount_fen else 0 end)`,
  },
  {
    code: 'batch_is_the_sum',
    title: 'A batch says as many payments and as much as it has',
    find: sql`
      select jsonb_build_object('batch', b.no, 'itemCount', b.item_count, 'totalFen', b.total_fen, 'items', i.n, 'itemsFen', i.fen) as sample
        from payout_batch b cross join lateral (select count(*) as n, coalesce(sum(amount_fen), 0) as fen from payout_batch_item where batch_id = b.id) i
       where (b.item_count, b.total_fen) is distinct from (i.n, i.fen)`,
  },
  {
    code: 'batch_approved_by_others',
    title: 'A batch left with as many approvers as it asked for, none of whom had a hand in it',
    find: sql`
      select jsonb_build_object('batch', b.no, 'status', b.status, 'asked', b.approvers_asked) as sample from payout_batch b
       where b.status in ('approved', 'filed', 'partly_returned', 'closed')
         and (select count(distinct x.user_id) from payout_batch_approval x
               where x.batch_id = b.id and x.revision = b.revision and x.user_id not in ${touched}) < b.approvers_asked`,
  },
  {
    code: 'batch_item_is_its_payout',
    title: 'A payment in a batch has the amount and payee of its payout, and is paid when that is',
    find: sql`
      select jsonb_build_object('itemId', i.id, 'endToEndId', i.end_to_end_id, 'status', i.status, 'payout', p.status) as sample
        from payout_batch_item i left join payout p on p.id = i.payout_id
       where p.id is null or (i.amount_fen, i.payee_sha256) is distinct from (p.amount_fen, p.payee_sha256) or (i.status = 'paid' and p.status <> 'paid')`,
  },
  {
    code: 'filed_batch_has_file',
    title: 'A batch that left has its file under its number',
    find: sql`
      select jsonb_build_object('batch', b.no, 'status', b.status) as sample from payout_batch b
       where b.status in ('filed', 'partly_returned', 'closed') and not exists (select from payout_file f where f.batch_id = b.id and f.message_id = b.no)`,
  },
  {
    code: 'payee_changed_by_two',
    title: 'A payee is changed by two people, a day later',
    find: sql`
      select jsonb_build_object('changeId', c.id, 'anchorId', c.anchor_id) as sample from payee_change c
       where c.applied_at is not null and (c.approved_by is null or c.approved_by = c.requested_by or c.applied_at < c.approved_at + interval '24 hours')`,
  },
  {
    code: 'upheld_dispute_is_posted',
    title: 'An upheld dispute was approved by a second person and posted as an adjustment of its amount',
    find: sql`
      select jsonb_build_object('disputeId', d.id, 'statementId', d.statement_id) as sample
        from dispute_outcome o join dispute d on d.id = o.dispute_id left join pay_entry e on e.id = o.pay_entry_id
       where o.outcome = 'upheld' and o.decision = 'approved'
         and (o.decided_by = o.proposed_by or (e.kind, e.amount_fen, e.anchor_id) is distinct from ('adjustment', o.adjustment_fen, d.anchor_id))`,
  },
  {
    code: 'answer_is_of_its_statement',
    title: 'What an anchor accepted is what was issued',
    find: sql`
      select jsonb_build_object('statementNo', s.no, 'accepted', a.content_sha256, 'issued', s.content_sha256) as sample
        from statement_answer a join statement s on s.id = a.statement_id left join statement_delivery d on d.statement_id = s.id
       where a.content_sha256 <> s.content_sha256 or d.statement_id is null
          or (a.kind = 'silence' and (d.silence_term_id is null or a.answered_at < d.answer_until))`,
  },
  {
    code: 'tax_is_posted',
    title: 'What was withheld of a month stands on its statement',
    find: sql`
      select jsonb_build_object('anchorId', w.anchor_id, 'month', w.month, 'taxFen', w.tax_fen, 'postedFen', e.fen) as sample
        from tax_withholding w cross join lateral (
          select coalesce(sum(amount_fen), 0) as fen from pay_entry where kind = 'tax' and anchor_id = w.anchor_id and month = w.month) e
       where e.fen <> -(w.tax_fen + w.vat_fen)`,
  },
];
