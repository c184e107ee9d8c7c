import { type RawBuilder, sql } from 'kysely';
import { type Month, monthBounds } from '../../api/domain/month.ts';
import type { Trx } from '../connect.ts';
import type { SettlementInput } from './settlement-gather.ts';
import { minusParts, ruleTiers, sharesOf, sumParts } from './share-sql.ts';

export const SETTLEMENT_COLUMNS = sql.raw(
  'line_id, seq, run_id, anchor_id, tier_id, kind, amends_line_id, amends_seq, cumulative_fen, sales_fen, base_fen, parts_fen',
);

/** More memory for the sort of a month's lines, and both cores for the sums over them: this transaction only. */
export async function allowLongWork(trx: Trx): Promise<void> {
  await sql`select set_config('work_mem', '256MB', true), set_config('statement_timeout', '0', true),
    set_config('parallel_setup_cost', '0', true), set_config('parallel_tuple_cost', '0', true)`.execute(trx);
}

/**
 * Settles the open lines of one month: the running sum of the anchor's sales chooses the tier, the tier's
 * shape divides the base. Two statements, because anchors without scoped rules join their tier directly
 * while the others look for the most specific rule line by line. Returns how many lines were written.
 */
export async function settleOpenLines(
  trx: Trx,
  runId: number,
  month: Month,
  input: SettlementInput,
): Promise<number> {
  const scoped = input.anchorsWithScopes;
  const plain = await insertLines(trx, runId, month, input, false);
  return scoped.length === 0 ? plain : plain + (await insertLines(trx, runId, month, input, true));
}

async function insertLines(
  trx: Trx,
  runId: number,
  month: Month,
  input: SettlementInput,
  isScoped: boolean,
): Promise<number> {
  const { from, to } = monthBounds(month);
  const sales = sql.raw(input.salesFitInt4 ? 'o.settled_fen::int' : 'o.settled_fen');
  const product = isScoped ? sql`left join product g on g.id = o.product_id` : sql``;
  const settledBefore = input.hasSettled
    ? sql`left join settlement_line s on s.line_id = o.id and s.seq = 0`
    : sql``;
  const anchors = input.anchorsWithScopes;
  const whose =
    anchors.length === 0
      ? sql`o.anchor_id is not null`
      : isScoped
        ? sql`o.anchor_id = any(${anchors})`
        : sql`o.anchor_id <> all(${anchors})`;
  const result = await sql`
    insert into settlement_line (${SETTLEMENT_COLUMNS})
    with rule_tier as materialized (select * from (${ruleTiers}) t where active),
    line as (
      select o.id, o.anchor_id, o.platform, o.product_id, o.stream_id, ${isScoped ? sql`g.brand_id` : sql`null::int as brand_id`},
             o.settled_fen, o.commission_fen, coalesce(o.paid_at, o.settled_at) as rule_at,
             ${input.hasSettled ? sql`s.line_id is not null` : sql`false`} as is_settled,
             coalesce(sum(${sales}) over (partition by o.anchor_id order by o.settled_at, o.id
               rows between unbounded preceding and 1 preceding), 0)::bigint as cumulative
        from order_line o ${product} ${settledBefore}
       where o.settled_at >= ${from} and o.settled_at < ${to} and o.settled_fen is not null and o.refund_of_id is null and ${whose})
    select l.id, 0, ${runId}::int, l.anchor_id, t.tier_id, 0, null::bigint, null::smallint, l.cumulative, l.settled_fen, b.base_fen,
           ${sharesOf('b.base_fen', input.shapes)}
      from line l
      join ${isScoped ? mostSpecificTier : plainTier}
      cross join lateral (select case when t.base = 'sales' then l.settled_fen else l.commission_fen end as base_fen) b
     where not l.is_settled and b.base_fen is not null
     order by l.id`.execute(trx);
  return Number(result.numAffectedRows ?? 0);
}

const inForce = sql`t.anchor_id = l.anchor_id and l.rule_at >= t.from_at and l.rule_at < t.to_at
  and greatest(l.cumulative, 0) >= t.from_fen and greatest(l.cumulative, 0) < t.to_fen`;
const plainTier = sql`rule_tier t on ${inForce}`;
const mostSpecificTier = sql`lateral (
  select * from rule_tier t where ${inForce}
     and (t.platform is null or t.platform = l.platform) and (t.brand_id is null or t.brand_id = l.brand_id)
     and (t.product_id is null or t.product_id = l.product_id) and (t.stream_id is null or t.stream_id = l.stream_id)
   order by t.specificity desc limit 1) t on true`;

/** Where each settled order line stands: its newest tier and what it has been given on it, all seqs together. */
export const stateOf = (which: RawBuilder<unknown>) => sql`
  select s.line_id, s.tier_id, max(s.anchor_id) as anchor_id, n.last_seq, sum(s.sales_fen)::bigint as sales_fen,
         sum(s.base_fen)::bigint as base_fen, ${sumParts('s')} as parts_fen
    from settlement_line s
    join (select distinct on (line_id) line_id, seq as last_seq, tier_id from settlement_line
           where line_id in (${which}) order by line_id, seq desc) n on n.line_id = s.line_id and n.tier_id = s.tier_id
   group by s.line_id, s.tier_id, n.last_seq`;

/**
 * Refunds the platform reports as lines of their own: settled on the tier of the sale they name, as a
 * negative line that names it. One whose sale is not settled waits.
 */
export async function settleLinkedRefunds(
  trx: Trx,
  runId: number,
  month: Month,
  input: SettlementInput,
): Promise<number> {
  const { to } = monthBounds(month);
  const open = sql`select o.id from order_line o where o.refund_of_id is not null and o.settled_at < ${to} and o.settled_fen is not null
    and not exists (select from settlement_line s where s.line_id = o.id)`;
  const result = await sql`
    insert into settlement_line (${SETTLEMENT_COLUMNS})
    with rule_tier as materialized (${ruleTiers}),
    sale as (select distinct on (line_id) line_id, seq, tier_id, anchor_id from settlement_line
              where line_id in (select refund_of_id from order_line where id in (${open})) order by line_id, seq desc)
    select o.id, 0, ${runId}::int, sale.anchor_id, t.tier_id, 1, sale.line_id, sale.seq, null::bigint, o.settled_fen, b.base_fen,
           ${sharesOf('b.base_fen', input.shapes)}
      from order_line o
      join sale on sale.line_id = o.refund_of_id
      join rule_tier t on t.tier_id = sale.tier_id
      cross join lateral (select case when t.base = 'sales' then o.settled_fen else coalesce(o.commission_fen, 0) end as base_fen) b
     where o.id in (${open})
     order by o.id`.execute(trx);
  return Number(result.numAffectedRows ?? 0);
}

/** Settled lines whose evidence changed since (a later export): one negative or positive line for the difference, on the same tier. */
export async function settleChanges(
  trx: Trx,
  runId: number,
  month: Month,
  input: SettlementInput,
): Promise<number> {
  // A month that is settled again must not take up changes of lines that a later month settled.
  const changed = sql`select v.line_id from order_line_revision v
    join settlement_line f on f.line_id = v.line_id and f.seq = 0 join settlement_run r on r.id = f.run_id
   where v.settled_by_run is null and r.month <= ${month}`;
  const { rows } = await sql<{ any: boolean }>`select exists (${changed}) as any`.execute(trx);
  if (!rows[0]!.any) return 0;
  const result = await sql`
    insert into settlement_line (${SETTLEMENT_COLUMNS})
    with rule_tier as materialized (${ruleTiers}), state as (${stateOf(changed)})
    select o.id, state.last_seq + 1, ${runId}::int, state.anchor_id, t.tier_id, 1, o.id, state.last_seq, null::bigint,
           coalesce(o.settled_fen, 0) - state.sales_fen, b.base_fen - state.base_fen,
           ${minusParts(sharesOf('b.base_fen', input.shapes), 'state.parts_fen')}
      from state
      join order_line o on o.id = state.line_id
      join rule_tier t on t.tier_id = state.tier_id
      cross join lateral (select coalesce(case when t.base = 'sales' then o.settled_fen else o.commission_fen end, 0) as base_fen) b
     where (coalesce(o.settled_fen, 0), b.base_fen) is distinct from (state.sales_fen, state.base_fen)
     order by o.id`.execute(trx);
  await sql`update order_line_revision set settled_by_run = ${runId}
    where settled_by_run is null and line_id in (${changed})`.execute(trx);
  return Number(result.numAffectedRows ?? 0);
}
