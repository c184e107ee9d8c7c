import { type RawBuilder, sql } from 'kysely';
import { type Month, monthBounds } from '../../api/domain/month.ts';
import type { Trx } from '../connect.ts';
import type { SettlementInput } from './settlement-gather.ts';
import { SETTLEMENT_COLUMNS } from './settlement-write.ts';
import { ruleTiers, sharesOf } from './share-sql.ts';

/**
 * For this transaction: memory to sort a month's lines, both cores to read them, and joins by hash, since the
 * tables of a run are new and the planner's guesses at their rows are wild.
 */
export async function allowLongWork(trx: Trx): Promise<void> {
  await sql`select set_config('work_mem', '256MB', true), set_config('statement_timeout', '0', true),
    set_config('parallel_setup_cost', '0', true), set_config('parallel_tuple_cost', '0', true),
    set_config('enable_mergejoin', 'off', true)`.execute(trx);
}

/**
 * Settles the open lines of one month: the running sum of the anchor's sales chooses the tier, the tier's
 * shape divides the base. Returns how many lines were written.
 */
export async function settleOpenLines(
  trx: Trx,
  runId: number,
  month: Month,
  input: SettlementInput,
): Promise<number> {
  const slices = [readSlice(trx, month, input, 0), readSlice(trx, month, input, 1)];
  // In the order of the ids: appending to the key's end is twice as fast as anywhere else.
  const shares = readApart(trx, sql`${sql.join(slices, sql` union all `)} order by line_id`);
  const result = await sql`
    insert into settlement_line (${SETTLEMENT_COLUMNS})
    select line_id, 0, ${runId}::int, anchor_id, tier_id, 0, null::bigint, null::smallint, cumulative_fen, sales_fen, base_fen, parts_fen
      from (${shares}) s`.execute(trx);
  return Number(result.numAffectedRows ?? 0);
}

/**
 * A query whose plan is its own: PostgreSQL reads on both cores only for a statement that writes nothing, and gives a
 * window function to a worker only as a whole call. What is asked travels as text, so it may have no parameters.
 */
function readApart(trx: Trx, query: RawBuilder<unknown>): RawBuilder<unknown> {
  const { sql: text, parameters } = query.compile(trx);
  if (parameters.length > 0) throw new Error('a query that is read apart has no parameters');
  return sql`select * from read_line_shares(${sql.lit(text)})`;
}

/** The open lines of the anchors with even or odd ids: an anchor's running sum needs all its lines, and no others. */
function readSlice(trx: Trx, month: Month, input: SettlementInput, remainder: 0 | 1): RawBuilder<unknown> {
  // Said the other way round: of "= remainder" the planner believes that nearly no line is meant.
  const ofSlice = sql`o.anchor_id % 2 <> ${sql.lit(1 - remainder)}`;
  const { anchorsWithScopes } = input;
  const scoped = sql.lit(`{${anchorsWithScopes.join(',')}}`);
  const plain = sql`run_rule r on ${inForce}`;
  const chosen =
    anchorsWithScopes.length === 0
      ? tiersOf(month, input, ofSlice, plain)
      : sql`${tiersOf(month, input, sql`${ofSlice} and o.anchor_id <> all(${scoped}::int[])`, plain)}
            union all ${tiersOf(month, input, sql`${ofSlice} and o.anchor_id = any(${scoped}::int[])`, mostSpecific)}`;
  return readApart(
    trx,
    sql`
    with rule_tier as materialized (select * from (${ruleTiers}) t where active),
    run_rule as materialized (
      select rule_id, anchor_id, platform, brand_id, product_id, stream_id, specificity, base, from_at, to_at,
             array_agg(from_fen order by from_fen) as froms, array_agg(to_fen order by from_fen) as tos,
             array_agg(tier_id order by from_fen) as tiers
        from rule_tier
       group by rule_id, anchor_id, platform, brand_id, product_id, stream_id, specificity, base, from_at, to_at)
    select l.line_id, l.anchor_id, l.tier_id, l.cumulative_fen, l.sales_fen, l.base_fen, ${sharesOf('l.base_fen', input.shapes)}
      from (${chosen}) l join rule_tier t on t.tier_id = l.tier_id`,
  );
}

/** The open lines of some anchors with their tier; lines whose figure no tier covers, or without a base, stay out. */
function tiersOf(
  month: Month,
  input: SettlementInput,
  whose: RawBuilder<unknown>,
  itsRule: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { from, to } = monthBounds(month);
  // The sum of 32-bit numbers stays bigint, that of 64-bit ones becomes numeric.
  const sales = sql.raw(input.salesFitInt4 ? 'o.settled_fen::int' : 'o.settled_fen');
  const settledBefore = input.hasSettled
    ? sql`left join settlement_line s on s.line_id = o.id and s.seq = 0`
    : sql``;
  // A settled line still moves the sum of those after it.
  return sql`
    select line_id, anchor_id, tiers[at] as tier_id, cumulative_fen, sales_fen, base_fen from (
      select l.line_id, l.anchor_id, l.cumulative_fen, l.sales_fen, r.tiers, r.tos, greatest(l.cumulative_fen, 0) as reached_fen,
             width_bucket(greatest(l.cumulative_fen, 0), r.froms) as at,
             case when r.base = 'sales' then l.sales_fen else l.commission_fen end as base_fen
        from (
          select o.id as line_id, o.anchor_id, o.platform, o.product_id, o.stream_id, g.brand_id, o.settled_fen as sales_fen, o.commission_fen,
                 coalesce(o.paid_at, o.settled_at) as rule_at, ${input.hasSettled ? sql`s.line_id is not null as is_settled,` : sql``}
                 coalesce(sum(${sales}) over (partition by o.anchor_id order by o.settled_at, o.id
                   rows between unbounded preceding and 1 preceding), 0)::bigint as cumulative_fen
            from order_line o left join product g on g.id = o.product_id ${settledBefore}
           where o.settled_at >= ${sql.lit(from)} and o.settled_at < ${sql.lit(to)} and o.settled_fen is not null and o.refund_of_id is null and ${whose}) l
        join ${itsRule}
       ${input.hasSettled ? sql`where not l.is_settled` : sql``}) chosen
     where reached_fen < tos[at] and base_fen is not null`;
}

const inForce = sql`r.anchor_id = l.anchor_id and l.rule_at >= r.from_at and l.rule_at < r.to_at`;
const mostSpecific = sql`lateral (
  select * from run_rule r where ${inForce}
     and (r.platform is null or r.platform = l.platform) and (r.brand_id is null or r.brand_id = l.brand_id)
     and (r.product_id is null or r.product_id = l.product_id) and (r.stream_id is null or r.stream_id = l.stream_id)
   order by r.specificity desc limit 1) r on true`;
