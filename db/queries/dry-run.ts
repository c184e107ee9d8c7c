import { sql } from 'kysely';
import { type Month, monthBounds } from '../../api/domain/month.ts';
import type { DryRunLine } from '../../api/domain/pay/compare-rules.ts';
import type { FeeFact, StreamFact } from '../../api/domain/pay/month-facts.ts';
import type { Trx } from '../connect.ts';

/** A past month's lines of an anchor, as share rules and components see them. */
export async function readDryRunLines(trx: Trx, month: Month, anchorId: number): Promise<DryRunLine[]> {
  const { from, to } = monthBounds(month);
  const { rows } = await sql<DryRunLine>`
    select o.id as "lineId", o.anchor_id as "anchorId", o.platform, g.brand_id as "brandId", o.product_id as "productId", o.stream_id as "streamId",
           (extract(epoch from coalesce(o.paid_at, o.settled_at)) * 1000)::bigint as "ruleAt", (extract(epoch from o.settled_at) * 1000)::bigint as "settledAt",
           o.settled_fen as "salesFen", o.commission_fen as "commissionFen", g.category,
           case when o.kind = 1 then -abs(o.quantity) when o.settled_fen = 0 then 0 else o.quantity end as quantity
      from order_line o left join product g on g.id = o.product_id
     where o.settled_at >= ${from} and o.settled_at < ${to} and o.settled_fen is not null and o.refund_of_id is null and o.anchor_id = ${anchorId}`.execute(
    trx,
  );
  return rows;
}

/** Streams and fees of a past month, whether paid for already or not. */
export async function readDryRunFacts(
  trx: Trx,
  month: Month,
  anchorId: number,
): Promise<{ streams: StreamFact[]; fees: FeeFact[] }> {
  const { from, to } = monthBounds(month);
  const streams = await sql<StreamFact>`
    select id as "streamId", title, platform, to_char(starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
           coalesce(live_minutes, round(extract(epoch from ends_at - starts_at) / 60))::int as minutes
      from stream where anchor_id = ${anchorId} and status = 'ended' and starts_at >= ${from} and starts_at < ${to} order by id`.execute(
    trx,
  );
  const fees = await sql<FeeFact>`
    select f.id as "feeId", f.kind as of, f.stream_id as "streamId", s.platform, p.brand_id as "brandId", l.product_id as "productId",
           to_char(f.received_on, 'YYYY-MM-DD') as day, f.amount_fen as "amountFen", f.reference as ref
      from deal_fee f join stream s on s.id = f.stream_id join deal_line l on l.id = f.deal_line_id join product p on p.id = l.product_id
     where s.anchor_id = ${anchorId} and to_char(f.received_on, 'YYYY-MM') = ${month} order by f.id`.execute(
    trx,
  );
  return { streams: streams.rows, fees: fees.rows };
}

/** The anchors behind these parties, with their names. */
export async function listAnchorsOfParties(
  trx: Trx,
  partyIds: readonly number[],
): Promise<{ anchorId: number; anchorName: string; partyId: number }[]> {
  const { rows } = await sql<{ anchorId: number; anchorName: string; partyId: number }>`
    select a.id as "anchorId", a.name as "anchorName", p.id as "partyId" from party p join anchor a on a.id = p.anchor_id
     where p.id = any(${partyIds as number[]}::int[]) order by a.id`.execute(trx);
  return rows;
}
