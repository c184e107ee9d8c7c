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
  /** Lines of the month with evidence whose anchor nobody knows. */
  unknownAnchorLines: number;
  shapes: Shape[];
  /** Anchors with a rule that is narrower than "everything": their lines choose the most specific. */
  anchorsWithScopes: number[];
  /** Whether every line's sales fit 32 bits: their running sum then stays bigint instead of numeric (1.3 times faster). */
  salesFitInt4: boolean;
  /** Whether this month has settled lines already, so that they must be told from open ones. */
  hasSettled: boolean;
  /** Whether a refund line of the month or before names its sale and is not settled. */
  hasLinkedRefunds: boolean;
  /** Why other order lines of the month are not settled: for the screen, in numbers. */
  unsettled: Omit<OpenElsewhere, 'refundsWaiting'>;
}

/**
 * One settlement at a time in the whole database, and no import in between: taken before anything is read, given
 * back with the transaction. It waits for a running import, whose lines it then sees.
 */
export async function lockSettlement(trx: Trx): Promise<void> {
  await sql`select set_config('lock_timeout', '0', true)`.execute(trx);
  await sql`select pg_advisory_xact_lock(hashtext('faircast.settlement'))`.execute(trx);
  await sql`select pg_advisory_xact_lock(hashtext('faircast.orders'))`.execute(trx);
}

export async function isMonthClosed(trx: Trx, month: Month): Promise<boolean> {
  return Boolean(
    await trx.selectFrom('month_close').select('month').where('month', '=', month).executeTakeFirst(),
  );
}

export async function gatherSettlementInput(trx: Trx, month: Month): Promise<SettlementInput> {
  const own = await surveyMonth(trx, month);
  const late = await surveyClosedMonths(trx, month);
  const { rows: shapes } = await sql<{ shape: Shape }>`select distinct shape from (${ruleTiers}) t`.execute(
    trx,
  );
  const { rows: scoped } = await sql<{ anchorId: number }>`
    select distinct anchor_id as "anchorId" from share_rule where active and specificity > 0`.execute(trx);
  const surveys = [...late, own];
  return {
    months: surveys.filter((survey) => survey.open > 0).map((survey) => survey.month),
    openLines: surveys.reduce((sum, survey) => sum + survey.open, 0),
    unknownAnchorLines: own.unknown,
    shapes: shapes.map((row) => row.shape),
    anchorsWithScopes: scoped.map((row) => row.anchorId),
    salesFitInt4: surveys.every((survey) => (survey.largest ?? 0) <= 2_147_483_647),
    hasSettled: surveys.some((survey) => survey.hasSettled),
    hasLinkedRefunds: await hasLinkedRefunds(trx, month),
    unsettled: own.unsettled,
  };
}

interface Survey {
  month: Month;
  open: number;
  unknown: number;
  largest: number | null;
  hasSettled: boolean;
  unsettled: SettlementInput['unsettled'];
}

/** One scan of the month. Lines are looked up in the settlement only when a run could have settled some. */
async function surveyMonth(trx: Trx, month: Month): Promise<Survey> {
  const { from, to } = monthBounds(month);
  const earlier = await trx
    .selectFrom('settlement_run')
    .select('id')
    .where('month', '>=', month)
    .limit(1)
    .executeTakeFirst();
  const hasSettled = earlier !== undefined;
  const open = hasSettled
    ? sql`and not exists (select from settlement_line s where s.line_id = o.id and s.seq = 0)`
    : sql``;
  const evidence = sql`o.settled_at is not null and o.settled_fen is not null and o.refund_of_id is null`;
  const { rows } = await sql<Omit<Survey, 'month' | 'hasSettled' | 'unsettled'> & Survey['unsettled']>`
    select count(*) filter (where ${evidence} and o.anchor_id is not null ${open}) as open, count(*) filter (where ${evidence} and o.anchor_id is null) as unknown,
           max(abs(o.settled_fen)) as largest, count(*) filter (where o.status = 0) as unpaid,
           count(*) filter (where o.status in (1, 2) and o.settled_at is null) as "noEvidence",
           count(*) filter (where o.status in (4, 5) and o.settled_at is null) as "refundedBeforeSettlement"
      from order_line o
     where (o.settled_at >= ${from} and o.settled_at < ${to})
        or (o.settled_at is null and coalesce(o.paid_at, o.ordered_at) >= ${from} and coalesce(o.paid_at, o.ordered_at) < ${to})`.execute(
    trx,
  );
  const { unpaid, noEvidence, refundedBeforeSettlement, ...counts } = rows[0]!;
  const unsettled = { unpaid, noEvidence, refundedBeforeSettlement, unknownAnchor: counts.unknown };
  return { month, hasSettled, ...counts, unsettled };
}

async function hasLinkedRefunds(trx: Trx, month: Month): Promise<boolean> {
  const { to } = monthBounds(month);
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from order_line o where o.refund_of_id is not null and o.settled_at < ${to}
      and not exists (select from settlement_line s where s.line_id = o.id)) as has`.execute(trx);
  return rows[0]!.has;
}

/** Lines that came after their month was closed: this run takes them up. */
async function surveyClosedMonths(trx: Trx, month: Month): Promise<Omit<Survey, 'unsettled'>[]> {
  const { from } = monthBounds(month);
  const { rows } = await sql<Omit<Survey, 'hasSettled' | 'unknown' | 'unsettled'>>`
    select to_char(o.settled_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*) as open, max(abs(o.settled_fen)) as largest
      from order_line o
     where exists (select from month_close c where c.month < ${month}) and o.settled_at < ${from} and o.settled_fen is not null
       and o.anchor_id is not null and o.refund_of_id is null
       and not exists (select from settlement_line s where s.line_id = o.id and s.seq = 0)
     group by 1 having to_char(min(o.settled_at) at time zone 'Asia/Shanghai', 'YYYY-MM') in (select c.month from month_close c)
     order by 1`.execute(trx);
  return rows.map((row) => ({ ...row, unknown: 0, hasSettled: true }));
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
    with bounds as (select (m || '-01')::timestamp at time zone 'Asia/Shanghai' as from_at,
                           ((m || '-01')::timestamp + interval '1 month') at time zone 'Asia/Shanghai' as to_at from unnest(${months as Month[]}::text[]) m),
    open as (
      select o.id, o.order_no, o.import_id, o.src_line, o.anchor_id, o.settled_fen,
             case when o.anchor_id is null then 'unknown_anchor' when o.commission_fen is null then 'no_commission' else 'no_rule' end as reason
        from bounds join order_line o on o.settled_at >= bounds.from_at and o.settled_at < bounds.to_at
       where o.settled_fen is not null and o.refund_of_id is null
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

/** Refund lines of the month whose sale is not settled (yet): counted after the run, which may have settled it. */
export async function countWaitingRefunds(trx: Trx, month: Month): Promise<number> {
  const { from, to } = monthBounds(month);
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from order_line o
     where o.refund_of_id is not null and o.settled_at >= ${from} and o.settled_at < ${to}
       and not exists (select from settlement_line s where s.line_id = o.id)`.execute(trx);
  return rows[0]!.waiting;
}
