import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import type { SettlementInput } from './settlement-gather.ts';
import { SETTLEMENT_COLUMNS, stateOf } from './settlement-write.ts';
import { ruleTiers, sharesOf } from './share-sql.ts';

/**
 * Where the contract says so, a refund moves the anchor's other lines of that month to the tier the smaller
 * sum reaches: what was given on the old tier is taken back whole and given anew on the right one, so that
 * each fen names its clause. Only anchor-months this run touched are looked at. Returns how many lines were written.
 */
export async function settleTrueUps(trx: Trx, runId: number, input: SettlementInput): Promise<number> {
  if (!(await hasTrueUpRules(trx)) || (await findTouchedMonths(trx, runId)) === 0) return 0;
  await findMoves(trx);
  const result = await sql`
    insert into settlement_line (${SETTLEMENT_COLUMNS})
    with rule_tier as materialized (${ruleTiers}), state as materialized (${stateOf('tier_move')})
    select r.* from (
      select state.line_id, (state.last_seq + 1)::smallint, ${runId}::int, state.anchor_id, state.tier_id, 2::smallint, state.line_id, state.last_seq, null::bigint,
             -state.sales_fen, -state.base_fen, (select array_agg(-x order by i) from unnest(state.parts_fen) with ordinality as u(x, i))
        from state join tier_move m on m.line_id = state.line_id and m.tier_id <> state.tier_id
      union all
      select state.line_id, (state.last_seq + 2)::smallint, ${runId}::int, state.anchor_id, t.tier_id, 2::smallint, state.line_id, state.last_seq, m.cumulative_fen,
             state.sales_fen, state.base_fen, ${sharesOf('state.base_fen', input.shapes)}
        from state join tier_move m on m.line_id = state.line_id and m.tier_id <> state.tier_id
        join rule_tier t on t.tier_id = m.tier_id) r
     order by 1, 2`.execute(trx);
  return Number(result.numAffectedRows ?? 0);
}

/** Most agencies freeze tiers: they are spared the look at every line of the run. */
async function hasTrueUpRules(trx: Trx): Promise<boolean> {
  const rule = await trx
    .selectFrom('share_rule')
    .select('id')
    .where('tier_on_refund', '=', 'trueup')
    .limit(1)
    .executeTakeFirst();
  return rule !== undefined;
}

/** Anchor-months in which this run wrote a line under a rule that trues up. */
async function findTouchedMonths(trx: Trx, runId: number): Promise<number> {
  await sql`drop table if exists touched_month, month_line, tier_move`.execute(trx);
  await sql`
    create temp table touched_month on commit drop as
    select distinct s.anchor_id, date_trunc('month', o.settled_at at time zone 'Asia/Shanghai') as month
      from settlement_line s
      join share_tier t on t.id = s.tier_id join share_rule r on r.id = t.rule_id and r.tier_on_refund = 'trueup'
      join order_line o on o.id = coalesce(s.amends_line_id, s.line_id)
     where s.run_id = ${runId}`.execute(trx);
  const { rows } = await sql<{ months: number }>`select count(*) as months from touched_month`.execute(trx);
  return rows[0]!.months;
}

/**
 * The tier each settled sale of a touched month would have today, its settled refunds taken off, and the
 * refunds that follow their sale. Step by step in tables of their own, each with statistics: the planner
 * knows nothing yet of the lines this transaction wrote.
 */
async function findMoves(trx: Trx): Promise<void> {
  await sql`analyze touched_month`.execute(trx);
  await sql`
    create temp table month_line on commit drop as
    select o.id as line_id, o.anchor_id, m.month, o.settled_at, o.settled_fen, first.tier_id as first_tier
      from touched_month m
      join order_line o on o.anchor_id = m.anchor_id and date_trunc('month', o.settled_at at time zone 'Asia/Shanghai') = m.month
      join settlement_line first on first.line_id = o.id and first.seq = 0 and first.kind = 0
     where o.settled_at >= (select min(month) at time zone 'Asia/Shanghai' from touched_month)
       and o.settled_at < (select (max(month) + interval '1 month') at time zone 'Asia/Shanghai' from touched_month)`.execute(
    trx,
  );
  await sql`analyze month_line`.execute(trx);
  await sql`
    create temp table tier_move on commit drop as
    with rule_tier as materialized (${ruleTiers}),
    back as (
      select r.refund_of_id as line_id, sum(r.settled_fen)::bigint as settled_fen from order_line r
       where r.refund_of_id in (select line_id from month_line) and exists (select from settlement_line s where s.line_id = r.id) group by 1),
    line as (
      select l.line_id, l.first_tier, coalesce(sum(l.settled_fen + coalesce(back.settled_fen, 0)) over (partition by l.anchor_id, l.month
               order by l.settled_at, l.line_id rows between unbounded preceding and 1 preceding), 0)::bigint as cumulative_fen
        from month_line l left join back on back.line_id = l.line_id),
    wanted as (
      select line.line_id, line.cumulative_fen, w.tier_id
        from line join rule_tier f on f.tier_id = line.first_tier and f.tier_on_refund = 'trueup'
        join rule_tier w on w.rule_id = f.rule_id and greatest(line.cumulative_fen, 0) >= w.from_fen and greatest(line.cumulative_fen, 0) < w.to_fen),
    stands as (
      select distinct on (s.line_id) s.line_id, s.tier_id from settlement_line s
       where s.line_id in (select line_id from month_line) order by s.line_id, s.seq desc),
    moved as (select wanted.* from wanted join stands on stands.line_id = wanted.line_id and stands.tier_id <> wanted.tier_id)
    select line_id, tier_id, cumulative_fen from moved
    union all
    select o.id, moved.tier_id, null::bigint from moved join order_line o on o.refund_of_id = moved.line_id
     where exists (select from settlement_line s where s.line_id = o.id)`.execute(trx);
  await sql`analyze tier_move`.execute(trx);
}
