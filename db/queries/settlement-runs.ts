import { sql } from 'kysely';
import type { Month } from '../../api/domain/month.ts';
import type { Trx } from '../connect.ts';
import { sumParts } from './share-sql.ts';

export interface PartyTotal {
  partyId: number;
  name: string;
  kind: string;
  amountFen: number;
}

export interface AnchorTotal {
  anchorId: number;
  name: string;
  lines: number;
  salesFen: number;
  baseFen: number;
  /** The anchor's own part. */
  amountFen: number;
  /** The anchor's part that earlier runs of this month settled. */
  beforeFen: number;
}

export async function insertRun(trx: Trx, month: Month, createdBy: string | null): Promise<number> {
  const row = await trx
    .insertInto('settlement_run')
    .values({ month, created_by: createdBy })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/**
 * The run's lines summed once by tier (and so by anchor: a tier is one anchor's), for this transaction: journal,
 * totals and answers read this instead of a million lines each.
 */
export async function sumRunByTier(trx: Trx, runId: number, mostParts: number): Promise<void> {
  // Nothing is known yet of lines this transaction wrote, and the planner's guess sorts all of them; a price on
  // handing rows over makes each core sum its own share of the lines first.
  await sql`select set_config('enable_sort', 'off', true), set_config('parallel_tuple_cost', '0.1', true)`.execute(
    trx,
  );
  await sql`create temp table run_sum on commit drop as
    select case when min(s.anchor_id) = max(s.anchor_id) then min(s.anchor_id) end as anchor_id, s.tier_id,
           count(*) filter (where s.seq = 0) as lines, count(*) filter (where s.seq > 0) as changes,
           sum(s.sales_fen)::bigint as sales_fen, sum(s.base_fen)::bigint as base_fen, ${sumParts('s', mostParts)} as parts_fen
      from settlement_line s where s.run_id = ${runId} group by s.tier_id`.execute(trx);
  await sql`select set_config('enable_sort', 'on', true), set_config('parallel_tuple_cost', '0', true)`.execute(
    trx,
  );
}

export interface RunTotals {
  lines: number;
  changes: number;
  baseFen: number;
}

/** What the run amounts to, by its sums. */
export async function readRunTotals(trx: Trx): Promise<RunTotals> {
  const { rows } = await sql<RunTotals & { mixed: number }>`
    select coalesce(sum(lines), 0)::bigint as lines, coalesce(sum(changes), 0)::bigint as changes, coalesce(sum(base_fen), 0)::bigint as "baseFen",
           count(*) filter (where anchor_id is null) as mixed
      from run_sum`.execute(trx);
  const { mixed, ...totals } = rows[0]!;
  if (mixed > 0) throw new Error(`${mixed} tiers of the run gave lines of more than one anchor`);
  return totals;
}

export async function setRunTotals(trx: Trx, runId: number, totals: RunTotals): Promise<void> {
  await trx
    .updateTable('settlement_run')
    .set({ lines: totals.lines, changes: totals.changes, base_fen: totals.baseFen })
    .where('id', '=', runId)
    .execute();
}

/** Who got how much of a run, by its journal. */
export async function listRunParties(trx: Trx, runId: number): Promise<PartyTotal[]> {
  const { rows } = await sql<PartyTotal>`
    select py.id as "partyId", py.name, py.kind, sum(p.amount_fen)::bigint as "amountFen"
      from journal j join posting p on p.journal_id = j.id join account a on a.id = p.account_id join party py on py.id = a.party_id
     where j.source_type = 'settlement' and j.source_id like ${`${runId}:%`}
     group by 1, 2, 3 order by "amountFen" desc`.execute(trx);
  return rows;
}

/** One row per anchor of a run, with what earlier runs of the month gave the same anchor. */
export async function listRunAnchors(trx: Trx, runId: number, month: Month): Promise<AnchorTotal[]> {
  const { rows } = await sql<AnchorTotal>`
    with own as (
      select split_part(j.source_id, ':', 1)::int as run_id, py.anchor_id, sum(p.amount_fen)::bigint as amount_fen
        from journal j join posting p on p.journal_id = j.id join account a on a.id = p.account_id join party py on py.id = a.party_id
       where j.source_type = 'settlement' and j.month = ${month} and py.anchor_id is not null group by 1, 2)
    select s.anchor_id as "anchorId", a.name, s.lines, s.sales_fen as "salesFen", s.base_fen as "baseFen",
           coalesce((select amount_fen from own where own.run_id = ${runId} and own.anchor_id = s.anchor_id), 0)::bigint as "amountFen",
           coalesce((select sum(amount_fen) from own where own.run_id <> ${runId} and own.anchor_id = s.anchor_id), 0)::bigint as "beforeFen"
      from (select anchor_id, sum(lines + changes)::bigint as lines, sum(sales_fen)::bigint as sales_fen, sum(base_fen)::bigint as base_fen
              from run_sum group by 1) s
      join anchor a on a.id = s.anchor_id
     order by "amountFen" desc`.execute(trx);
  return rows;
}
