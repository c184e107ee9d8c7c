import { sql } from 'kysely';
import type { BookCheck } from './book-check.ts';

const head = sql`'accrualId', a.id, 'month', a.month, 'anchorId', a.anchor_id`;

/** Accruals: estimates of an open month that leave nothing behind once it is closed. */
export const accrualChecks: readonly BookCheck[] = [
  {
    code: 'accrual_equals_journal',
    title: 'An accrual posts its parts to the accounts of estimates, and nothing else',
    find: sql`
      select jsonb_build_object(${head}, 'payableFen', a.payable_fen, 'houseFen', a.house_fen) as sample
        from accrual a
       where (select coalesce(jsonb_object_agg(c.code, p.amount_fen), '{}') from posting p join account c on c.id = p.account_id where p.journal_id = a.journal_id)
             is distinct from
             (select jsonb_object_agg(x.code, x.amount_fen) from (values ('accrued_payable', a.payable_fen), ('accrued_house', a.house_fen),
                ('accrued_platform', -(a.payable_fen + a.house_fen))) as x(code, amount_fen) where x.amount_fen <> 0)
          or (select coalesce(sum((p->>'amountFen')::bigint), 0) from jsonb_array_elements(a.parts) p) <> a.payable_fen + a.house_fen`,
  },
  {
    code: 'accrual_taken_back',
    title: 'Every accrual of a closed month is taken back to zero',
    find: sql`
      select jsonb_build_object('month', a.month, 'anchorId', a.anchor_id, 'leftFen', sum(a.payable_fen + a.house_fen)) as sample
        from accrual a where exists (select from month_close c where c.month >= a.month)
       group by a.month, a.anchor_id
      having sum(a.payable_fen) <> 0 or sum(a.house_fen) <> 0 or count(*) filter (where a.reverses_id is null) <> count(a.reverses_id)`,
  },
  {
    code: 'accrual_reversal_mirrors',
    title: 'What takes an accrual back is its mirror, of the same month and anchor',
    find: sql`
      select jsonb_build_object(${head}, 'reversesId', a.reverses_id) as sample
        from accrual a join accrual old on old.id = a.reverses_id
       where a.payable_fen <> -old.payable_fen or a.house_fen <> -old.house_fen or (a.month, a.anchor_id) <> (old.month, old.anchor_id) or old.reverses_id is not null`,
  },
];
