import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import { listGaps } from './order-import-gaps.ts';
import { listMonths } from './settlement-overview.ts';

/** Which figures the reader's role may know; the others are not read and not answered. */
export interface StaffSight {
  settlements: boolean;
  orders: boolean;
  imports: boolean;
  payouts: boolean;
  contracts: boolean;
  books: boolean;
}

/** What waits for somebody. */
export interface StaffFigures {
  /** Months with lines that have evidence and are not settled yet, newest first. */
  openMonths?: { month: string; openLines: number }[];
  /** What was settled of each of the last twelve months that have runs, oldest first; refunds taken off. */
  settledMonths?: { month: string; lines: number; baseFen: number }[];
  /** Ids of the files nobody is known by; 1,000 when there are that many or more. */
  gaps?: number;
  importsRunning?: number;
  /** Of the last seven days: an older failure has been seen. */
  importsFailed?: number;
  /** Statements with something to pay and no payout that counts. */
  statementsWithoutPayout?: number;
  payoutsToApprove?: number;
  contractDrafts?: number;
  /** The newest check of the books; null: never checked. */
  booksCheck?: { checkedAt: string; rules: number; broken: number } | null;
}

export async function readStaffFigures(trx: Trx, sees: StaffSight): Promise<StaffFigures> {
  const months = sees.settlements ? await listMonths(trx) : undefined;
  return {
    openMonths: months
      ?.filter(({ openLines }) => openLines > 0)
      .map(({ month, openLines }) => ({ month, openLines })),
    settledMonths: sees.settlements ? await listSettledMonths(trx) : undefined,
    gaps: sees.orders ? (await listGaps(trx, null)).length : undefined,
    ...(sees.imports && (await countImports(trx))),
    ...(sees.payouts && (await countPayouts(trx))),
    contractDrafts: sees.contracts ? await countDrafts(trx) : undefined,
    booksCheck: sees.books ? await readBooksCheck(trx) : undefined,
  };
}

async function listSettledMonths(trx: Trx): Promise<NonNullable<StaffFigures['settledMonths']>> {
  const { rows } = await sql<{ month: string; lines: number; baseFen: number }>`
    select * from (
      select month, sum(lines)::bigint as lines, sum(base_fen)::bigint as "baseFen"
        from settlement_run group by month order by month desc limit 12) latest
     order by month`.execute(trx);
  return rows;
}

async function countImports(trx: Trx): Promise<{ importsRunning: number; importsFailed: number }> {
  const { rows } = await sql<{ importsRunning: number; importsFailed: number }>`
    select count(*) filter (where status in ('queued', 'running')) as "importsRunning",
           count(*) filter (where status = 'failed' and created_at > now() - interval '7 days') as "importsFailed"
      from order_import`.execute(trx);
  return rows[0]!;
}

async function countPayouts(
  trx: Trx,
): Promise<{ statementsWithoutPayout: number; payoutsToApprove: number }> {
  const { rows } = await sql<{ statementsWithoutPayout: number; payoutsToApprove: number }>`
    select (select count(*) from statement s where s.payable_fen > 0 and not exists (
              select from payout p where p.statement_id = s.id and p.status <> 'cancelled')) as "statementsWithoutPayout",
           (select count(*) from payout where status = 'prepared') as "payoutsToApprove"`.execute(trx);
  return rows[0]!;
}

async function readBooksCheck(trx: Trx): Promise<NonNullable<StaffFigures['booksCheck']> | null> {
  const row = await trx
    .selectFrom('book_check_run')
    .select(['checked_at as checkedAt', 'rules', 'broken'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Contracts in sight that no version has put in force yet. */
async function countDrafts(trx: Trx): Promise<number> {
  const { rows } = await sql<{ drafts: number }>`
    select count(*) as drafts from contract where status = 'draft'`.execute(trx);
  return rows[0]!.drafts;
}

/** An anchor's own running month: the one the next statement will be on. Amounts in fen, own part alone. */
export interface OwnMonth {
  month: string;
  /** Settled so far this month, refunds taken off; what has not settled has no share yet. */
  settledFen: number;
  settledLines: number;
  /** Sold and paid, and not settled by the platform. */
  openOrders: number;
  /** What the last statement carries into this one, ≤ 0. */
  carriedFen: number;
}

export async function readOwnMonth(trx: Trx): Promise<OwnMonth> {
  // no month closed yet: the first with earnings, or this one
  const { rows } = await sql<OwnMonth>`
    with running as (
      select coalesce(
        (select to_char((max(month) || '-01')::date + interval '1 month', 'YYYY-MM') from month_close),
        (select min(month) from own_earning_line),
        to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM')) as month),
    earned as (
      select coalesce(sum(amount_fen), 0)::bigint as fen, count(distinct line_id) as lines
        from own_earning_line where month = (select month from running)),
    last_statement as (
      select closing_fen from statement where anchor_id = app_anchor_id() order by month desc limit 1)
    select running.month, earned.fen as "settledFen", earned.lines as "settledLines",
           (select count(*) from own_open_order) as "openOrders",
           coalesce((select least(closing_fen, 0) from last_statement), 0)::bigint as "carriedFen"
      from running, earned`.execute(trx);
  return rows[0]!;
}
