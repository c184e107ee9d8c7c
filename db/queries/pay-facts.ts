import { sql } from 'kysely';
import { type Month, monthBounds } from '../../api/domain/month.ts';
import type {
  AdjustmentFact,
  FeeFact,
  FineFact,
  GuaranteeMonth,
  RecoupItem,
  StreamFact,
  TieredMonth,
  WithheldFact,
} from '../../api/domain/pay/month-facts.ts';
import type { Trx } from '../connect.ts';

type OfAnchor<T> = T & { anchorId: number };

/** Facts that an entry stands on already are not paid again: entries name what they stand on. */
const isTaken = (type: string, id: ReturnType<typeof sql>) => sql`exists (
  select from pay_entry e where e.details @> jsonb_build_object('sourceRefs', jsonb_build_array(jsonb_build_object('type', ${type}::text, 'id', ${id}::text))))`;

/** Streams that ended in the month, and older ones of closed months that no entry stands on. */
export async function listStreamFacts(trx: Trx, month: Month): Promise<OfAnchor<StreamFact>[]> {
  const { from, to } = monthBounds(month);
  const { rows } = await sql<OfAnchor<StreamFact>>`
    select s.anchor_id as "anchorId", s.id as "streamId", s.title, s.platform, to_char(s.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
           coalesce(s.live_minutes, round(extract(epoch from s.ends_at - s.starts_at) / 60))::int as minutes
      from stream s
     where s.status = 'ended' and s.starts_at < ${to}
       and (s.starts_at >= ${from} or (exists (select from month_close c where c.month = to_char(s.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM'))
            and s.updated_at >= (select max(c.closed_at) from month_close c)))
       and not ${isTaken('stream', sql`s.id`)}
     order by s.id`.execute(trx);
  return rows;
}

/** Fees received for a place in a stream: the income of the stream's anchor. */
export async function listFeeFacts(trx: Trx, month: Month): Promise<OfAnchor<FeeFact>[]> {
  const { to } = monthBounds(month);
  const { rows } = await sql<OfAnchor<FeeFact>>`
    select s.anchor_id as "anchorId", f.id as "feeId", f.kind as of, f.stream_id as "streamId", s.platform, p.brand_id as "brandId", l.product_id as "productId",
           to_char(f.received_on, 'YYYY-MM-DD') as day, f.amount_fen as "amountFen", d.title || ' · ' || p.name || ' · ' || f.reference as ref
      from deal_fee f join stream s on s.id = f.stream_id join deal_line l on l.id = f.deal_line_id join deal d on d.id = l.deal_id join product p on p.id = l.product_id
     where f.received_on < (${to}::timestamptz at time zone 'Asia/Shanghai')::date and not ${isTaken('fee', sql`f.id`)}
     order by f.id`.execute(trx);
  return rows;
}

const movedBy = (kinds: string[], type: string, id: ReturnType<typeof sql>) => sql`
  coalesce((select sum(abs(e.amount_fen)) from pay_entry e where e.kind = any(${kinds})
     and e.details @> jsonb_build_object('sourceRefs', jsonb_build_array(jsonb_build_object('type', ${type}::text, 'id', ${id}::text)))), 0)::bigint`;

/** Advances and costs with a balance, and how much of each earlier months took back. */
export async function listRecoupItems(trx: Trx): Promise<OfAnchor<RecoupItem>[]> {
  const { rows } = await sql<OfAnchor<RecoupItem>>`
    select * from (
      select i.anchor_id as "anchorId", i.id as "itemId", i.component_id as "componentId", i.name, to_char(i.day, 'YYYY-MM-DD') as day, i.amount_fen as "amountFen",
             ${movedBy(['recoup'], 'recoup_item', sql`i.id`)} as "recoupedFen", i.requested_by as "requestedBy", i.approved_by as "approvedBy"
        from recoup_item i) i where "recoupedFen" < "amountFen" order by day, "itemId"`.execute(trx);
  return rows;
}

/** 质保金 still withheld. */
export async function listWithheld(trx: Trx): Promise<OfAnchor<WithheldFact>[]> {
  const { rows } = await sql<OfAnchor<WithheldFact>>`
    select * from (
      select e.anchor_id as "anchorId", e.source_key as key, (e.details->>'componentId')::int as "componentId", e.month, e.details->'withheld'->>'category' as category,
             -e.amount_fen as "withheldFen", ${movedBy(['holdback_release'], 'withheld', sql`e.source_key`)} as "releasedFen", 0::bigint as "forfeitedFen",
             e.details->'withheld'->>'releaseOn' as "releaseOn"
        from pay_entry e where e.kind = 'holdback') w where "releasedFen" < "withheldFen" order by key`.execute(
    trx,
  );
  return rows;
}

/** Fines no entry stands on; one whose objection was upheld, or for which a month had no room, is over. */
export async function listFines(trx: Trx): Promise<OfAnchor<FineFact>[]> {
  const { rows } = await sql<OfAnchor<FineFact>>`
    select f.anchor_id as "anchorId", f.id as "fineId", f.component_id as "componentId", to_char(f.day, 'YYYY-MM-DD') as day, f.amount_fen as "amountFen", f.what,
           array[f.evidence] as "evidenceRefs", to_char(f.notified_on, 'YYYY-MM-DD') as "notifiedOn", f.objection
      from pay_fine f where f.objection <> 'upheld' and f.lapsed_month is null and not ${isTaken('fine', sql`f.id`)} order by f.id`.execute(
    trx,
  );
  return rows;
}

export async function listAdjustments(trx: Trx): Promise<OfAnchor<AdjustmentFact>[]> {
  const { rows } = await sql<OfAnchor<AdjustmentFact>>`
    select a.anchor_id as "anchorId", a.id as "adjustmentId", a.concerns_month as "concernsMonth", a.amount_fen as "amountFen", a.reason,
           array[a.evidence] as "evidenceRefs", a.prepared_by as "preparedBy", a.approved_by as "approvedBy"
      from pay_adjustment a where a.declined_by is null and not ${isTaken('adjustment', sql`a.id`)} order by a.id`.execute(
    trx,
  );
  return rows;
}

export async function listGuaranteeMonths(trx: Trx, month: Month): Promise<OfAnchor<GuaranteeMonth>[]> {
  const { rows } = await sql<OfAnchor<GuaranteeMonth>>`
    select anchor_id as "anchorId", component_id as "componentId", month, guaranteed_fen as "guaranteedFen", counted_fen as "countedFen", true_up_fen as "trueUpFen"
      from guarantee_month where month < ${month} order by component_id, month`.execute(trx);
  return rows;
}

export async function insertGuaranteeMonths(
  trx: Trx,
  rows: readonly OfAnchor<GuaranteeMonth>[],
): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto('guarantee_month')
    .values(
      rows.map((row) => ({
        component_id: row.componentId,
        anchor_id: row.anchorId,
        month: row.month,
        guaranteed_fen: row.guaranteedFen,
        counted_fen: row.countedFen,
        true_up_fen: row.trueUpFen,
      })),
    )
    .execute();
}

/** What tiered commissions counted and gave on the statements before this month's. */
export async function listTieredMonths(trx: Trx, month: Month): Promise<OfAnchor<TieredMonth>[]> {
  const { rows } = await sql<OfAnchor<TieredMonth>>`
    select anchor_id as "anchorId", component_id as "componentId", month, concerns_month as "concernsMonth", base_fen as "baseFen", given_fen as "givenFen"
      from tiered_month where month < ${month} order by component_id, month, concerns_month`.execute(trx);
  return rows;
}

export async function insertTieredMonths(trx: Trx, rows: readonly OfAnchor<TieredMonth>[]): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto('tiered_month')
    .values(
      rows.map((row) => ({
        component_id: row.componentId,
        anchor_id: row.anchorId,
        month: row.month,
        concerns_month: row.concernsMonth,
        base_fen: row.baseFen,
        given_fen: row.givenFen,
      })),
    )
    .execute();
}

/** A month had no room for these fines: they are not carried on. */
export async function lapseFines(trx: Trx, fineIds: readonly number[], month: Month): Promise<void> {
  if (fineIds.length === 0) return;
  await trx
    .updateTable('pay_fine')
    .set({ lapsed_month: month })
    .where('id', 'in', [...fineIds])
    .execute();
}
