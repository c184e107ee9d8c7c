import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

/**
 * Links refund lines to the sale they take back, where there is one; answers how many were linked. Refunds that wait from
 * earlier imports are tried again, since their sale may have come now. One that is settled already stays as it is.
 */
export async function linkRefunds(trx: Trx, platform: string): Promise<number> {
  // Most files bring none: the join below would read all sales to find that out.
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from order_line r where ${isWaiting(platform)}) as any`.execute(trx);
  if (!rows[0]!.any) return 0;
  return platform === 'xiaohongshu' ? linkByOrder(trx, platform) : linkByGoods(trx, platform);
}

/** The platform's refund rows name the order: no guess, only never more back than was paid. */
async function linkByOrder(trx: Trx, platform: string): Promise<number> {
  await collect(
    trx,
    sql`
    select r.id as refund_id, coalesce(r.settled_at, r.ordered_at) as refund_at, -r.paid_fen as takes, s.id as sale_id,
           coalesce(s.settled_at, s.ordered_at) as sale_at, true as same_buyer, s.paid_fen as holds
      from order_line r
      join order_line s on s.platform = ${platform} and s.kind = 0 and s.order_no = r.order_no
     where ${isWaiting(platform)}`,
    sql`-paid_fen`,
  );
  return linkInRounds(trx, platform);
}

/**
 * The refund names no order: the same product at the same unit price, sold to the same buyer (where both lines name one)
 * at the latest when it was taken back, with enough pieces that were not taken back yet.
 */
async function linkByGoods(trx: Trx, platform: string): Promise<number> {
  await seeRefundsAndSales(trx, platform);
  await collect(
    trx,
    sql`
    select r.id as refund_id, r.back_at as refund_at, r.takes, s.id as sale_id, s.sold_at as sale_at,
           coalesce(s.buyer_key = r.buyer_key, false) as same_buyer, s.quantity as holds
      from refund_seen r
      join sale_seen s on s.product_ext_id = r.product_ext_id and s.price = r.price and s.quantity >= r.takes and s.sold_at <= r.back_at
       and (s.buyer_key = r.buyer_key or s.buyer_key is null or r.buyer_key is null)`,
    sql`-quantity`,
  );
  return linkInRounds(trx, platform);
}

/**
 * The waiting refunds and the sales of their products, in tables of their own: a million lines that were loaded a moment
 * ago have no statistics yet, and without any the planner compares each refund with each sale.
 */
async function seeRefundsAndSales(trx: Trx, platform: string): Promise<void> {
  const price = (table: string) =>
    sql`coalesce(${sql.ref(`${table}.unit_price_fen`)}::numeric, round(${sql.ref(`${table}.paid_fen`)}::numeric / ${sql.ref(`${table}.quantity`)}, 4))`;
  await sql`drop table if exists refund_seen, sale_seen`.execute(trx);
  await sql`
    create temp table refund_seen on commit drop as
    select r.id, r.product_ext_id, r.buyer_key, -r.quantity as takes, ${price('r')} as price,
           coalesce(r.refunded_at, r.paid_at, r.ordered_at, r.settled_at) as back_at
      from order_line r
     where ${isWaiting(platform)} and r.quantity < 0 and r.paid_fen < 0`.execute(trx);
  await sql`analyze refund_seen`.execute(trx);
  await sql`
    create temp table sale_seen on commit drop as
    select s.id, s.product_ext_id, s.buyer_key, s.quantity, ${price('s')} as price,
           coalesce(s.paid_at, s.ordered_at, s.settled_at) as sold_at
      from order_line s
     where s.platform = ${platform} and s.kind = 0 and s.quantity > 0 and s.paid_fen > 0
       and s.product_ext_id in (select product_ext_id from refund_seen)`.execute(trx);
  await sql`analyze sale_seen`.execute(trx);
}

const isWaiting = (platform: string) => sql`r.platform = ${platform} and r.kind = 1 and r.refund_of_id is null
  and not exists (select from settlement_line l where l.line_id = r.id)`;

/** Every possible pair, and what each sale still holds after the refunds linked to it before. */
async function collect(
  trx: Trx,
  pairs: ReturnType<typeof sql>,
  takenBy: ReturnType<typeof sql>,
): Promise<void> {
  await sql`drop table if exists refund_pair, sale_rest`.execute(trx);
  await sql`create temp table refund_pair on commit drop as ${pairs}`.execute(trx);
  await sql`
    create temp table sale_rest on commit drop as
    select p.sale_id, min(p.holds) - coalesce((select sum(${takenBy}) from order_line o where o.refund_of_id = p.sale_id), 0) as rest
      from refund_pair p group by p.sale_id`.execute(trx);
  await sql`analyze refund_pair, sale_rest`.execute(trx);
}

/**
 * In each round every refund asks for its newest sale with enough left, the same buyer's first, and each sale serves the
 * earliest that asks: so no sale gives more than it holds. Ends when nobody is served any more.
 */
async function linkInRounds(trx: Trx, platform: string): Promise<number> {
  for (let linked = 0; ; ) {
    const { rows } = await sql<{ served: number }>`
      with wish as (
        select distinct on (p.refund_id) p.refund_id, p.refund_at, p.sale_id, p.takes
          from refund_pair p join sale_rest s on s.sale_id = p.sale_id and s.rest >= p.takes
         order by p.refund_id, p.same_buyer desc, p.sale_at desc, p.sale_id desc),
      served as (select distinct on (sale_id) * from wish order by sale_id, refund_at, refund_id),
      link as (
        update order_line o set refund_of_id = served.sale_id from served
         where o.platform = ${platform} and o.id = served.refund_id returning o.id),
      rest as (update sale_rest s set rest = s.rest - served.takes from served where s.sale_id = served.sale_id),
      done as (delete from refund_pair p using served where p.refund_id = served.refund_id)
      select count(*) as served from link`.execute(trx);
    const { served } = rows[0]!;
    linked += served;
    if (served === 0) return linked;
  }
}
