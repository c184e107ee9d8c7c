import { sql } from 'kysely';
import { type Month, monthBounds } from '../../api/domain/month.ts';
import type { Trx } from '../connect.ts';
import type { SettlementInput } from './settlement-gather.ts';
import { minusParts, ruleTiers, sharesOf, sumParts } from './share-sql.ts';

export const SETTLEMENT_COLUMNS = sql.raw(
  'line_id, seq, run_id, anchor_id, tier_id, kind, amends_line_id, amends_seq, cumulative_fen, sales_fen, base_fen, parts_fen',
);

/**
 * Where each settled order line of a table stands: its newest tier and what it has been given on it, all seqs
 * together. Line by line through the key: the planner knows too little of fresh lines to find that way itself.
 */
export const stateOf = (table: string) => sql`
  select w.line_id, n.tier_id, n.last_seq, s.*
    from ${sql.table(table)} w
    cross join lateral (select seq as last_seq, tier_id from settlement_line where line_id = w.line_id order by seq desc limit 1) n
    cross join lateral (
      select max(anchor_id) as anchor_id, sum(sales_fen)::bigint as sales_fen, sum(base_fen)::bigint as base_fen, ${sumParts('g')} as parts_fen
        from settlement_line g where g.line_id = w.line_id and g.tier_id = n.tier_id) s`;

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
  await sql`
    create temp table changed_line on commit drop as
    select distinct v.line_id from order_line_revision v
      join settlement_line f on f.line_id = v.line_id and f.seq = 0 join settlement_run r on r.id = f.run_id
     where v.settled_by_run is null and r.month <= ${month}`.execute(trx);
  await sql`analyze changed_line`.execute(trx);
  const { rows } = await sql<{ any: boolean }>`select exists (select from changed_line) as any`.execute(trx);
  if (!rows[0]!.any) return 0;
  const result = await sql`
    insert into settlement_line (${SETTLEMENT_COLUMNS})
    with rule_tier as materialized (${ruleTiers}), state as materialized (${stateOf('changed_line')})
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
    where settled_by_run is null and line_id in (select line_id from changed_line)`.execute(trx);
  return Number(result.numAffectedRows ?? 0);
}
