import { sql } from 'kysely';
import type { BookCheck } from './book-check.ts';

/** Refunds against their sales, and runs against their own lines. */
export const evidenceChecks: readonly BookCheck[] = [
  {
    code: 'refunds_within_sale',
    title: 'The linked refunds of a sale do not exceed it',
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
    title: 'The totals of every run equal its lines',
    find: sql`
      select jsonb_build_object('runId', r.id, 'month', r.month, 'baseFen', r.base_fen, 'linesBaseFen', coalesce(l.base_fen, 0),
               'lines', r.lines, 'linesFound', coalesce(l.lines, 0)) as sample
        from settlement_run r
        left join (select run_id, count(*) filter (where seq = 0) as lines, count(*) filter (where seq > 0) as changes, sum(base_fen) as base_fen
                     from settlement_line group by 1) l on l.run_id = r.id
       where (r.lines, r.changes, r.base_fen) is distinct from (coalesce(l.lines, 0), coalesce(l.changes, 0), coalesce(l.base_fen, 0))`,
  },
];
