import { sql } from 'kysely';
import { type Month, monthBounds } from '../../api/domain/month.ts';
import type { SettleableLine } from '../../api/domain/settlement.ts';
import type { Trx } from '../connect.ts';

/** Paid, neither refunded nor closed, and without a settlement of the platform by the month's end. */
const unsettled = (
  to: string,
) => sql`o.kind = 0 and o.refund_of_id is null and o.status in (1, 2, 3) and o.paid_at < ${to}
  and (o.settled_at is null or o.settled_at >= ${to})`;

/** Anchors with such lines, and their settled net sales of the month, on top of which estimates are tiered. */
export async function listAccrualAnchors(
  trx: Trx,
  month: Month,
): Promise<{ anchorId: number; anchorName: string; settledSalesFen: number }[]> {
  const { to } = monthBounds(month);
  const { rows } = await sql<{ anchorId: number; anchorName: string; settledSalesFen: number }>`
    with waiting as (select distinct o.anchor_id from order_line o where ${unsettled(to)} and o.anchor_id is not null),
    settled as (select s.anchor_id, sum(s.sales_fen)::bigint as sales_fen from settlement_run r join settlement_line s on s.run_id = r.id
                 where r.month = ${month} and s.anchor_id in (select anchor_id from waiting) group by 1)
    select a.id as "anchorId", a.name as "anchorName", coalesce(settled.sales_fen, 0)::bigint as "settledSalesFen"
      from waiting join anchor a on a.id = waiting.anchor_id left join settled on settled.anchor_id = a.id order by a.id`.execute(
    trx,
  );
  return rows;
}

/** One anchor's lines as the platform estimates them: paid less refunded, and the estimated commission. */
export async function readAccrualLines(trx: Trx, month: Month, anchorId: number): Promise<SettleableLine[]> {
  const { to } = monthBounds(month);
  const { rows } = await sql<SettleableLine>`
    select o.id as "lineId", o.anchor_id as "anchorId", o.platform, g.brand_id as "brandId", o.product_id as "productId", o.stream_id as "streamId",
           (extract(epoch from o.paid_at) * 1000)::bigint as "ruleAt", (extract(epoch from o.paid_at) * 1000)::bigint as "settledAt",
           o.paid_fen - o.refund_fen as "salesFen", o.commission_est_fen as "commissionFen"
      from order_line o left join product g on g.id = o.product_id where ${unsettled(to)} and o.anchor_id = ${anchorId}`.execute(
    trx,
  );
  return rows;
}
