import { sql } from 'kysely';
import type { Month } from '../../api/domain/month.ts';
import type { EarnedSum } from '../../api/domain/pay/month-facts.ts';
import type { Trx } from '../connect.ts';

/**
 * The shares of these anchors in a month's lines, summed by what a component may look at. A refund counts its items
 * back: all of them where nothing is left of the sale, none where only money came back. A co-host sold none of them.
 * A line belongs to the month the platform settled it in, a refund of its own to the month of its sale.
 */
export async function listEarnedSums(
  trx: Trx,
  month: Month,
  anchorIds: readonly number[],
): Promise<(EarnedSum & { anchorId: number })[]> {
  const { rows } = await sql<EarnedSum & { anchorId: number }>`
    select py.anchor_id as "anchorId", o.platform, g.brand_id as "brandId", g.category, o.product_id as "productId", o.stream_id as "streamId",
           sum(case when s.anchor_id <> py.anchor_id then 0 when s.seq = 0 and o.kind = 0 then o.quantity when s.seq = 0 then -abs(o.quantity)
                    when s.kind = 1 and s.sales_fen < 0 and coalesce(o.settled_fen, 0) = 0 then -o.quantity else 0 end)::int as quantity,
           sum(case when s.anchor_id = py.anchor_id then s.sales_fen else 0 end)::bigint as "salesFen",
           case when c.is_of_sales then null else sum(case when s.anchor_id = py.anchor_id then s.base_fen else 0 end)::bigint end as "commissionFen",
           c.concerns_month as "concernsMonth", sum(s.parts_fen[p.position])::bigint as "shareFen",
           to_char(coalesce(o.paid_at, o.settled_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
      from settlement_run r join settlement_line s on s.run_id = r.id join share_part p on p.tier_id = s.tier_id join party py on py.id = p.party_id
      join order_line o on o.id = s.line_id left join product g on g.id = o.product_id
      left join order_line sale on sale.id = s.amends_line_id and s.amends_line_id <> s.line_id
      join share_tier t on t.id = s.tier_id join share_rule u on u.id = t.rule_id
      cross join lateral (select u.base = 'sales' and s.anchor_id = py.anchor_id as is_of_sales,
             least(r.month, to_char(coalesce(sale.settled_at, o.settled_at) at time zone 'Asia/Shanghai', 'YYYY-MM')) as concerns_month) c
     where r.month = ${month} and py.anchor_id = any(${anchorIds as number[]}::int[])
     group by 1, 2, 3, 4, 5, 6, c.is_of_sales, c.concerns_month, day`.execute(trx);
  return rows;
}

export interface PayStanding {
  anchorId: number;
  anchorName: string;
  partyId: number;
  /** Carried from the newest statement before, ≤ 0. */
  openingFen: number;
  /** Entries of the month made elsewhere: cases, disputes. */
  otherFen: number;
}

/** Who these anchors are to the books, before the month's pay is computed. */
export async function listPayStandings(
  trx: Trx,
  month: Month,
  anchorIds: readonly number[],
): Promise<PayStanding[]> {
  const { rows } = await sql<PayStanding>`
    select a.id as "anchorId", a.name as "anchorName", py.id as "partyId",
           least(0, coalesce((select closing_fen from statement s where s.anchor_id = a.id and s.month < ${month} order by s.month desc limit 1), 0)) as "openingFen",
           coalesce((select sum(amount_fen) from pay_entry e where e.anchor_id = a.id and e.month = ${month}), 0)::bigint as "otherFen"
      from anchor a join party py on py.anchor_id = a.id where a.id = any(${anchorIds as number[]}::int[]) order by a.id`.execute(
    trx,
  );
  return rows;
}

/** The agency's and the platforms' parties: what is theirs of a fee stays where it is. */
export async function listHousePartyIds(trx: Trx): Promise<number[]> {
  const rows = await trx
    .selectFrom('party')
    .select('id')
    .where('kind', 'in', ['agency', 'platform'])
    .execute();
  return rows.map(({ id }) => id);
}

/** The party an anchor is paid as. */
export async function readPartyOfAnchor(trx: Trx, anchorId: number): Promise<number> {
  const { id } = await trx
    .selectFrom('party')
    .select('id')
    .where('anchor_id', '=', anchorId)
    .executeTakeFirstOrThrow();
  return id;
}
