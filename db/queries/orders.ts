import { type RawBuilder, sql } from 'kysely';
import { ORDER_STATUS_CODES, ORDER_STATUSES, type OrderStatus } from '../../api/domain/order-status.ts';
import type { Platform } from '../../api/domain/platform.ts';
import type { Trx } from '../connect.ts';
import type { Page, PageRequest } from './page.ts';
import { type Span, within } from './span.ts';

/** `settled`: the platform gave evidence of settlement; `estimated`: it did not, whatever was paid. */
export type Track = 'estimated' | 'settled';

export interface OrderRow {
  id: number;
  platform: Platform;
  orderNo: string;
  lineNo: string;
  kind: 'sale' | 'refund';
  status: OrderStatus;
  statusRaw: string | null;
  track: Track;
  anchorId: number | null;
  /** Our name for the anchor; the file's own while the anchor is unknown. */
  anchorName: string | null;
  anchorExtId: string | null;
  productId: number | null;
  productName: string | null;
  streamId: number | null;
  quantity: number | null;
  paidFen: number;
  refundFen: number;
  settledFen: number | null;
  commissionEstFen: number | null;
  commissionFen: number | null;
  paidAt: string | null;
  settledAt: string | null;
  importId: number;
  srcLine: number;
  unsettledReason: string | null;
  refundOfId: number | null;
}

export interface OrderFilter extends Span {
  /** A whole order number. */
  q?: string;
  platform?: string;
  anchorId?: number;
  productId?: number;
  status?: OrderStatus;
  track?: Track;
  kind?: 'sale' | 'refund';
  /** Refunds of their own whose sale no file names. */
  unlinked?: true;
  importId?: number;
  id?: number[];
}

export interface OrderSummary {
  lines: number;
  paidFen: number;
  refundFen: number;
  settledFen: number;
  settledLines: number;
  /** Lines without evidence of settlement, for whatever reason: the three below, and closed ones. */
  unsettledLines: number;
  /** Paid or received, and the platform has not said that it settled. */
  noEvidenceLines: number;
  unpaidLines: number;
  refundedLines: number;
  /** Refunds of their own whose sale no file names, and what they take back, ≤ 0. */
  unlinkedRefunds: number;
  unlinkedRefundFen: number;
}

export const ORDER_SORTS = ['id', 'paidAt', 'settledAt', 'paidFen'] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

/** By id without `nulls last`, so that the index on it serves the usual page of a million lines. */
const sorts = { id: sql`id`, paidAt: sql`paid_at`, settledAt: sql`settled_at`, paidFen: sql`paid_fen` };
const directions = {
  id: { asc: sql`asc`, desc: sql`desc` },
  other: { asc: sql`asc nulls last`, desc: sql`desc nulls last` },
};

/**
 * One page. The total is exact when a filter is set or there are few lines; of all lines of a big book it is about
 * right (`countOrders`).
 */
export async function listOrders(
  trx: Trx,
  query: PageRequest<OrderSort> & { filter: OrderFilter },
): Promise<Page<OrderRow>> {
  const { field, order } = query.sort;
  const direction = directions[field === 'id' ? 'id' : 'other'][order];
  const orderBy = sql`order by ${sorts[field]} ${direction}, id ${directions.id[order]}`;
  // The page is chosen before names are looked up: joining first would join a million lines to show 25.
  const page = sql`(select * from order_line where ${meets(query.filter)} ${orderBy} limit ${query.limit} offset ${query.offset})`;
  const { rows } = await sql<OrderRow>`${selectFrom(page)} ${orderBy}`.execute(trx);
  return { rows, total: await countOrders(trx, query.filter) };
}

export async function readOrder(trx: Trx, id: number): Promise<OrderRow | undefined> {
  const { rows } =
    await sql<OrderRow>`${selectFrom(sql`(select * from order_line where id = ${id})`)}`.execute(trx);
  return rows[0];
}

/** As the index on waiting refunds has it. */
const isUnlinked = sql`kind = 1 and refund_of_id is null`;

/** Both tracks side by side, always exact. */
export async function summariseOrders(trx: Trx, filter: OrderFilter): Promise<OrderSummary> {
  const { rows } = await sql<OrderSummary>`
    select count(*) as "lines",
           coalesce(sum(paid_fen), 0)::bigint as "paidFen",
           coalesce(sum(refund_fen), 0)::bigint as "refundFen",
           coalesce(sum(settled_fen), 0)::bigint as "settledFen",
           count(settled_fen) as "settledLines",
           count(*) - count(settled_fen) as "unsettledLines",
           count(*) filter (where settled_fen is null and status in (1, 2, 3)) as "noEvidenceLines",
           count(*) filter (where settled_fen is null and status = 0) as "unpaidLines",
           count(*) filter (where settled_fen is null and status = 4) as "refundedLines",
           count(*) filter (where ${isUnlinked}) as "unlinkedRefunds",
           coalesce(sum(paid_fen) filter (where ${isUnlinked}), 0)::bigint as "unlinkedRefundFen"
      from order_line where ${meets(filter)}`.execute(trx);
  return rows[0]!;
}

/** Below this a count is quick enough to be exact on every page. */
const COUNTED_EXACTLY = 100_000;

/**
 * How many lines a filter meets. Counting a million lines for every page costs more than the page, so the unfiltered
 * total of those who see every line is taken from the tables' statistics once there are many.
 */
async function countOrders(trx: Trx, filter: OrderFilter): Promise<number> {
  if (Object.values(filter).every((value) => value === undefined)) {
    const { rows } = await sql<{ about: number | null }>`
      select case when app_sees_all() then sum(case when c.relpages > 0
                  then c.reltuples / c.relpages * (pg_relation_size(c.oid) / current_setting('block_size')::int) end)::bigint
             end as about
        from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'order_line'::regclass`.execute(
      trx,
    );
    const about = rows[0]?.about ?? 0;
    if (about > COUNTED_EXACTLY) return about;
  }
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from order_line where ${meets(filter)}`.execute(trx);
  return rows[0]!.total;
}

function meets({
  q,
  platform,
  anchorId,
  productId,
  status,
  track,
  kind,
  unlinked,
  importId,
  id,
  from,
  to,
}: OrderFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [];
  if (q !== undefined) conditions.push(sql`order_no = ${q}`);
  if (platform !== undefined) conditions.push(sql`platform = ${platform}`);
  if (anchorId !== undefined) conditions.push(sql`anchor_id = ${anchorId}`);
  if (productId !== undefined) conditions.push(sql`product_id = ${productId}`);
  if (status !== undefined) conditions.push(sql`status = ${ORDER_STATUS_CODES[status]}`);
  if (track !== undefined)
    conditions.push(track === 'settled' ? sql`settled_fen is not null` : sql`settled_fen is null`);
  if (kind !== undefined) conditions.push(sql`kind = ${kind === 'refund' ? 1 : 0}`);
  if (unlinked) conditions.push(isUnlinked);
  if (importId !== undefined) conditions.push(sql`import_id = ${importId}`);
  if (id !== undefined) conditions.push(sql`id = any(${id}::bigint[])`);
  if (from !== undefined || to !== undefined) conditions.push(within('paid_at', { from, to }));
  return conditions.length === 0 ? sql`true` : sql`${sql.join(conditions, sql` and `)}`;
}

function selectFrom(lines: RawBuilder<unknown>): RawBuilder<OrderRow> {
  return sql`
    select o.id, o.platform, o.order_no as "orderNo", o.line_no as "lineNo",
           case o.kind when 1 then 'refund' else 'sale' end as kind,
           (array[${sql.join([...ORDER_STATUSES])}])[o.status + 1] as status,
           o.status_raw as "statusRaw",
           case when o.settled_fen is null then 'estimated' else 'settled' end as track,
           o.anchor_id as "anchorId", coalesce(a.name, o.anchor_name) as "anchorName", o.anchor_ext_id as "anchorExtId",
           o.product_id as "productId", coalesce(p.name, o.product_name) as "productName", o.stream_id as "streamId",
           o.quantity, o.paid_fen as "paidFen", o.refund_fen as "refundFen", o.settled_fen as "settledFen",
           o.commission_est_fen as "commissionEstFen", o.commission_fen as "commissionFen",
           o.paid_at as "paidAt", o.settled_at as "settledAt", o.import_id as "importId", o.src_line as "srcLine",
           o.unsettled_reason as "unsettledReason", o.refund_of_id as "refundOfId"
      from ${lines} o left join anchor a on a.id = o.anchor_id left join product p on p.id = o.product_id`;
}
