import { sql } from 'kysely';
import type { BookCheckGroup } from './book-check.ts';

/**
 * Settlement lines against the order lines they stand for: two large tables, met once. An order line is summed up only
 * where it was amended: most have one settlement line, and a sum each is slow.
 */
export const orderLineChecks: BookCheckGroup = {
  rules: [
    {
      code: 'line_points_home',
      title: 'Every settlement line has its order line, tier and run',
    },
    {
      code: 'line_of_its_anchor',
      title: 'Every line is settled for its order’s own anchor',
    },
    {
      code: 'settled_equals_evidence',
      title: 'What an order line was settled with equals its evidence today',
    },
  ],
  find: sql`
    with amended as (
      select line_id, sum(sales_fen)::bigint as sales_fen, sum(base_fen)::bigint as base_fen from settlement_line
       where line_id in (select line_id from settlement_line where seq > 0) group by 1),
    line as (
      select s.line_id, s.seq, s.run_id, s.tier_id, s.anchor_id, o.anchor_id as order_anchor_id, o.order_no, o.settled_fen, o.commission_fen,
             coalesce(m.sales_fen, s.sales_fen) as sales_fen, coalesce(m.base_fen, s.base_fen) as base_fen,
             o.id is null or t.id is null or r.id is null as is_homeless,
             s.kind = 0 and s.anchor_id is distinct from o.anchor_id as is_strange,
             s.seq = 0 and (coalesce(m.sales_fen, s.sales_fen) <> coalesce(o.settled_fen, 0)
               or coalesce(m.base_fen, s.base_fen) <> coalesce(case u.base when 'sales' then o.settled_fen else o.commission_fen end, 0))
               -- A change that waits for its run is no difference.
               and s.line_id not in (select v.line_id from order_line_revision v where v.settled_by_run is null) as is_off
        from settlement_line s
        left join order_line o on o.id = s.line_id left join share_tier t on t.id = s.tier_id left join share_rule u on u.id = t.rule_id
        left join settlement_run r on r.id = s.run_id left join amended m on m.line_id = s.line_id)
    select broken.code, jsonb_build_object('lineId', l.line_id, 'seq', l.seq, 'runId', l.run_id, 'tierId', l.tier_id, 'orderNo', l.order_no,
             'settledFor', l.anchor_id, 'orderOf', l.order_anchor_id, 'settledSalesFen', l.sales_fen, 'evidenceSalesFen', l.settled_fen,
             'settledBaseFen', l.base_fen, 'evidenceCommissionFen', l.commission_fen) as sample
      from (select * from line where is_homeless or is_strange or is_off) l
      cross join lateral (values ('line_points_home', l.is_homeless), ('line_of_its_anchor', l.is_strange), ('settled_equals_evidence', l.is_off)) broken (code, is_broken)
     where broken.is_broken`,
};
