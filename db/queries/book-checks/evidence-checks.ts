import { sql } from 'kysely';
import type { BookCheck } from './book-check.ts';

const settledSoFar = sql`
  with amended as (select distinct line_id from settlement_line where seq > 0),
  settled as (
    select line_id, sales_fen, base_fen, tier_id from settlement_line s
     where not exists (select from amended where amended.line_id = s.line_id)
    union all
    select s.line_id, sum(s.sales_fen)::bigint, sum(s.base_fen)::bigint, max(s.tier_id)
      from settlement_line s join amended on amended.line_id = s.line_id group by 1)`;

/** What was settled against what the platforms say today, and runs against their own lines. */
export const evidenceChecks: readonly BookCheck[] = [
  {
    // A line is summed up only where it was amended: most lines have one row, and a sum a line is slow.
    code: 'settled_equals_evidence',
    title:
      '每个订单行累计结算额等于平台现有凭据 What an order line was settled with equals its evidence today',
    find: sql`
      ${settledSoFar}
      select jsonb_build_object('lineId', o.id, 'orderNo', o.order_no, 'settledSalesFen', s.sales_fen, 'evidenceSalesFen', o.settled_fen,
               'settledBaseFen', s.base_fen, 'evidenceCommissionFen', o.commission_fen, 'base', r.base) as sample
        from settled s join order_line o on o.id = s.line_id join share_tier t on t.id = s.tier_id join share_rule r on r.id = t.rule_id
       where (s.sales_fen <> coalesce(o.settled_fen, 0)
          or s.base_fen <> coalesce(case r.base when 'sales' then o.settled_fen else o.commission_fen end, 0))
         and not exists (select from order_line_revision v where v.line_id = s.line_id and v.settled_by_run is null)`,
  },
  {
    code: 'refunds_within_sale',
    title: '关联退款不超过原销售 The linked refunds of a sale do not exceed it',
    find: sql`
      with refund as (
        select o.refund_of_id as sale_id, sum(s.sales_fen) as back_fen
          from order_line o join settlement_line s on s.line_id = o.id where o.refund_of_id is not null group by 1)
      select jsonb_build_object('saleLineId', refund.sale_id, 'saleFen', sale.sales_fen, 'refundsFen', refund.back_fen) as sample
        from refund cross join lateral (select coalesce(sum(sales_fen), 0) as sales_fen from settlement_line where line_id = refund.sale_id) sale
       where sale.sales_fen + refund.back_fen < 0`,
  },
  {
    code: 'run_equals_lines',
    title: '结算批次合计等于其明细 The totals of every run equal its lines',
    find: sql`
      select jsonb_build_object('runId', r.id, 'month', r.month, 'baseFen', r.base_fen, 'linesBaseFen', coalesce(l.base_fen, 0),
               'lines', r.lines, 'linesFound', coalesce(l.lines, 0)) as sample
        from settlement_run r
        left join (select run_id, count(*) filter (where seq = 0) as lines, count(*) filter (where seq > 0) as changes, sum(base_fen) as base_fen
                     from settlement_line group by 1) l on l.run_id = r.id
       where (r.lines, r.changes, r.base_fen) is distinct from (coalesce(l.lines, 0), coalesce(l.changes, 0), coalesce(l.base_fen, 0))`,
  },
];
