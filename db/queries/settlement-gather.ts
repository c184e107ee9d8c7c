import { sql } from 'kysely';
import { type Month, monthBounds } from '../../api/domain/month.ts';
import type { Trx } from '../connect.ts';
import { ruleTiers, type Shape } from './share-sql.ts';

/** What a run must know before it writes. */
export interface SettlementInput {
  /** Months to settle into this run: its own, and closed earlier ones with late lines. */
  months: Month[];
  /** Order lines with evidence, an anchor and no settlement yet, sales and unlinked refunds. */
  openLines: number;
  shapes: Shape[];
  /** Anchors with a rule that is narrower than "everything": their lines choose the most specific. */
  anchorsWithScopes: number[];
  /** Whether every line's sales fit 32 bits: their running sum then stays bigint instead of numeric (1.3 times faster). */
  salesFitInt4: boolean;
  /** Whether this month has settled lines already, so that they must be told from open ones. */
  hasSettled: boolean;
}

/** One settlement at a time in the whole database: taken before anything is read, given back with the transaction. */
export async function lockSettlement(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('faircast.settlement'))`.execute(trx);
}

export async function isMonthClosed(trx: Trx, month: Month): Promise<boolean> {
  return Boolean(
    await trx.selectFrom('month_close').select('month').where('month', '=', month).executeTakeFirst(),
  );
}

export async function gatherSettlementInput(trx: Trx, month: Month): Promise<SettlementInput> {
  const { to } = monthBounds(month);
  const { rows: months } = await sql<{ month: Month; open: number; largest: number; settled: boolean }>`
    select to_char(o.settled_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
           count(*) filter (where s.line_id is null) as open,
           max(abs(o.settled_fen)) as largest, bool_or(s.line_id is not null) as settled
      from order_line o left join settlement_line s on s.line_id = o.id and s.seq = 0
     where o.settled_at < ${to} and o.settled_fen is not null and o.anchor_id is not null and o.refund_of_id is null
     group by 1 having count(*) filter (where s.line_id is null) > 0`.execute(trx);
  const closed = await trx.selectFrom('month_close').select('month').where('month', '<', month).execute();
  const isClosed = new Set(closed.map((row) => row.month));
  const taken = months.filter((row) => row.month === month || isClosed.has(row.month));
  const { rows: shapes } = await sql<{ shape: Shape }>`select distinct shape from (${ruleTiers}) t`.execute(
    trx,
  );
  const { rows: scoped } = await sql<{ anchorId: number }>`
    select distinct anchor_id as "anchorId" from share_rule where active and specificity > 0`.execute(trx);
  return {
    months: taken.map((row) => row.month).sort(),
    openLines: taken.reduce((sum, row) => sum + row.open, 0),
    shapes: shapes.map((row) => row.shape),
    anchorsWithScopes: scoped.map((row) => row.anchorId),
    salesFitInt4: taken.every((row) => row.largest <= 2_147_483_647),
    hasSettled: taken.some((row) => row.settled),
  };
}

export interface SettlementProblem {
  reason: 'no_rule' | 'no_commission' | 'unknown_anchor';
  anchorId: number | null;
  anchorName: string | null;
  lines: number;
  salesFen: number;
  sample: { lineId: number; orderNo: string; importId: number; srcLine: number }[];
}

/** After the write: the lines of these months that still have evidence and no settlement line, and why. */
export async function listUnsettleable(
  trx: Trx,
  months: readonly Month[],
  includeUnknownAnchors: boolean,
): Promise<SettlementProblem[]> {
  const { rows } = await sql<SettlementProblem>`
    with open as (
      select o.id, o.order_no, o.import_id, o.src_line, o.anchor_id, o.settled_fen,
             case when o.anchor_id is null then 'unknown_anchor' when o.commission_fen is null then 'no_commission' else 'no_rule' end as reason
        from order_line o
       where to_char(o.settled_at at time zone 'Asia/Shanghai', 'YYYY-MM') = any(${months as Month[]})
         and o.settled_fen is not null and o.refund_of_id is null
         and (${includeUnknownAnchors} or o.anchor_id is not null)
         and not exists (select from settlement_line s where s.line_id = o.id and s.seq = 0))
    select open.reason, open.anchor_id as "anchorId", a.name as "anchorName", count(*) as lines, sum(open.settled_fen)::bigint as "salesFen",
           (array_agg(jsonb_build_object('lineId', open.id, 'orderNo', open.order_no, 'importId', open.import_id, 'srcLine', open.src_line) order by open.id))[1:5] as sample
      from open left join anchor a on a.id = open.anchor_id
     group by 1, 2, 3 order by lines desc`.execute(trx);
  return rows;
}

export interface OpenElsewhere {
  unpaid: number;
  noEvidence: number;
  refundedBeforeSettlement: number;
  unknownAnchor: number;
  /** Refund lines whose sale is not settled (yet). */
  refundsWaiting: number;
}

/** Why other order lines of the month are not settled: for the screen, in numbers. */
export async function countNotSettleable(trx: Trx, month: Month): Promise<OpenElsewhere> {
  const { from, to } = monthBounds(month);
  const { rows } = await sql<OpenElsewhere>`
    select count(*) filter (where o.status = 0) as unpaid,
           count(*) filter (where o.status in (1, 2) and o.settled_at is null) as "noEvidence",
           count(*) filter (where o.status in (4, 5) and o.settled_at is null) as "refundedBeforeSettlement",
           count(*) filter (where o.settled_at is not null and o.anchor_id is null and o.refund_of_id is null) as "unknownAnchor",
           count(*) filter (where o.refund_of_id is not null and o.settled_at is not null
             and not exists (select from settlement_line s where s.line_id = o.id)) as "refundsWaiting"
      from order_line o
     where coalesce(o.settled_at, o.paid_at, o.ordered_at) >= ${from} and coalesce(o.settled_at, o.paid_at, o.ordered_at) < ${to}`.execute(
    trx,
  );
  return rows[0]!;
}
