import { type RawBuilder, sql } from 'kysely';
import {
  BUYER_REASONS,
  COMPLAINT_WORDS,
  HISTORY_DAYS,
  type OrderHistory,
  SIGNAL_DAYS,
  type SignalKind,
} from '../../api/domain/inspection/case-signals.ts';
import type { Trx } from '../connect.ts';

export interface SignalFacts {
  productId: number;
  productName: string;
  brandName: string | null;
  gtin: string | null;
  anchorId: number;
  anchorName: string;
  /** First and last day of the window: it ends with the last order there is, not with today. */
  from: string;
  to: string;
  now: OrderHistory;
  before: OrderHistory;
  /** Of the product, whoever sold it. */
  productBefore: OrderHistory;
  otherGtins: string[];
  otherGtinLines: number;
}

const anyOf = (words: readonly string[]): string => words.join('|');
/** What a line says: its own remarks and those of the refunds that name it. */
const textOf = sql`concat_ws(' ', o.remark, o.unsettled_reason, o.status_raw, back.text)`;

/** Sales of known products within the window and the history before it, alias `l`; `isNow` tells them apart. */
const soldLines = (productId: number | null): RawBuilder<unknown> => sql`
  with last as (select (max(paid_at) at time zone 'Asia/Shanghai')::date as day from order_line where kind = 0),
  span as (select day, (day - ${SIGNAL_DAYS - 1}::int)::timestamp at time zone 'Asia/Shanghai' as now_from, (day - ${SIGNAL_DAYS + HISTORY_DAYS - 1}::int)::timestamp at time zone 'Asia/Shanghai' as old_from from last),
  back as materialized (
    select refund_of_id, string_agg(concat_ws(' ', remark, unsettled_reason), ' ') as text from order_line where refund_of_id is not null group by 1)
  select o.id, o.order_no, o.platform, o.product_id, o.anchor_id, o.paid_at, o.paid_fen, o.refund_fen, span.day, o.paid_at >= span.now_from as is_now,
         o.refund_fen > 0 or o.status = 4 or back.refund_of_id is not null as is_refunded, ${textOf} as text,
         case when o.quantity > 0 and o.paid_fen > 0 then o.paid_fen / o.quantity end as price_fen,
         substring(concat_ws(' ', o.product_name, o.spec, o.remark) from '(?:^|[^0-9])(69[0-9]{11})(?:[^0-9]|$)') as named_gtin
    from span join order_line o on o.paid_at >= span.old_from left join back on back.refund_of_id = o.id
   where o.kind = 0 and o.status <> 0 and o.product_id is not null and o.anchor_id is not null and (${productId}::int is null or o.product_id = ${productId})`;

const isReturn = sql`l.is_refunded and l.text !~ ${anyOf(BUYER_REASONS)}`;
const isComplaint = sql`l.text ~ ${anyOf(COMPLAINT_WORDS)}`;

const historyOf = (when: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  jsonb_build_object('sales', count(*) filter (where ${when}), 'returns', count(*) filter (where ${when} and ${isReturn}), 'complaints', count(*) filter (where ${when} and ${isComplaint}),
    'priceFen', (percentile_disc(0.5) within group (order by l.price_fen) filter (where ${when})),
    'priceSpreadFen', (percentile_disc(0.5) within group (order by abs(l.price_fen - l.median_fen)) filter (where ${when})))`;

/** Products sold within the window, anchor by anchor, with what was usual before. */
export async function readSignalFacts(trx: Trx, productId: number | null): Promise<SignalFacts[]> {
  const { rows } = await sql<SignalFacts>`
    with line as materialized (${soldLines(productId)}),
    median as (select product_id, anchor_id, percentile_disc(0.5) within group (order by price_fen) as fen from line where not is_now group by 1, 2),
    judged as materialized (
      select l.*, m.fen as median_fen from line l left join median m on m.product_id = l.product_id and m.anchor_id = l.anchor_id
       where l.product_id in (select product_id from line where is_now)),
    product_sum as (select l.product_id, ${historyOf(sql`not l.is_now`)} as before from judged l group by 1),
    own as (
      select l.product_id, l.anchor_id, max(l.day) as day, ${historyOf(sql`l.is_now`)} as now, ${historyOf(sql`not l.is_now`)} as before,
             coalesce(array_agg(distinct l.named_gtin) filter (where l.is_now and l.named_gtin <> p.gtin), '{}') as other_gtins,
             count(*) filter (where l.is_now and l.named_gtin <> p.gtin) as other_lines
        from judged l join product p on p.id = l.product_id group by 1, 2 having bool_or(l.is_now))
    select own.product_id as "productId", p.name as "productName", b.name as "brandName", p.gtin, own.anchor_id as "anchorId", a.name as "anchorName",
           (own.day - ${SIGNAL_DAYS - 1}::int)::date as "from", own.day as "to", own.now, own.before, s.before as "productBefore", own.other_gtins as "otherGtins", own.other_lines as "otherGtinLines"
      from own join product p on p.id = own.product_id join product_sum s on s.product_id = own.product_id join anchor a on a.id = own.anchor_id left join brand b on b.id = p.brand_id
     order by own.product_id, own.anchor_id`.execute(trx);
  return rows;
}

export interface SignalLine {
  lineId: number;
  orderNo: string;
  platform: string;
  paidAt: string;
  paidFen: number;
  refundFen: number;
  priceFen: number | null;
  text: string | null;
}

/** The lines behind a signal, two hundred at most, the newest first. */
export async function listSignalLines(
  trx: Trx,
  of: { kind: SignalKind; productId: number; anchorId: number },
): Promise<SignalLine[]> {
  const which = {
    quality_return: isReturn,
    complaint_words: isComplaint,
    price_change: sql`l.price_fen is not null`,
    gtin_change: sql`l.named_gtin <> (select p.gtin from product p where p.id = l.product_id)`,
  }[of.kind];
  const { rows } = await sql<SignalLine>`
    select l.id as "lineId", l.order_no as "orderNo", l.platform, l.paid_at as "paidAt", l.paid_fen as "paidFen", l.refund_fen as "refundFen", l.price_fen as "priceFen", nullif(l.text, '') as text
      from (${soldLines(of.productId)}) l where l.is_now and l.anchor_id = ${of.anchorId} and ${which} order by l.paid_at desc, l.id desc limit 200`.execute(
    trx,
  );
  return rows;
}

/** Open cases of these products, by product. */
export async function readOpenCases(trx: Trx): Promise<Map<number, number>> {
  const rows = await trx
    .selectFrom('substitution_case')
    .select(['product_id as productId', (eb) => eb.fn.max('id').as('id')])
    .where('stage', '<>', 'closed')
    .groupBy('product_id')
    .execute();
  return new Map(rows.map(({ productId, id }) => [productId, Number(id)]));
}
