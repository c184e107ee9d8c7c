import { type RawBuilder, sql } from 'kysely';
import { type HoldScope, NEVER_HELD } from '../../api/domain/hold/hold-rules.ts';
import type { Trx } from '../connect.ts';
import { endParts } from './hold-end.ts';
import { type HeldGroupRow, postGroups } from './hold-post.ts';

/**
 * Holds are started, ended and moved while no settlement runs and no month is closed: the settlement's own lock, given
 * back with the transaction.
 */
export async function lockHeldMoney(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('faircast.settlement'))`.execute(trx);
}

/**
 * For a settlement run, in its transaction, after its lines are written: new sales of held goods come in held, refunds
 * and amendments of held sales change what is held. One look at two small tables when nothing is held.
 */
export async function holdNewLines(trx: Trx, runId: number, createdBy: string | null): Promise<void> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from case_hold where ended_at is null)
        or exists (select from case_hold_line l where not exists (
             select from case_hold_end e where e.hold_line_id = l.id and e.clawback_id is null)) as any`.execute(
    trx,
  );
  if (rows[0]!.any) await holdShares(trx, `run:${runId}`, createdBy);
}

/**
 * Brings what is held up to what is settled, over all cases: parts that follow a held sale first, then new sales of the
 * holds that still take some, the oldest hold first, so that a part is held once. `occasion` is unique for every call.
 */
export async function holdShares(trx: Trx, occasion: string, createdBy: string | null): Promise<void> {
  await follow(trx, occasion, createdBy);
  for (const hold of await listActiveHolds(trx)) await take(trx, hold, occasion, createdBy);
}

/** The sales a hold looks at: alias `o`, by their ids. A sale without a day of payment goes by its order's. */
export const salesInScope = (scope: HoldScope): RawBuilder<unknown> => sql`
  select o.id from order_line o
   where o.kind = 0 and o.product_id = ${scope.productId} and coalesce(o.paid_at, o.ordered_at, o.settled_at) >= ${scope.paidFrom}::timestamptz
     and (${scope.paidTo}::timestamptz is null or coalesce(o.paid_at, o.ordered_at, o.settled_at) < ${scope.paidTo}::timestamptz)
     and (${scope.platform}::text is null or o.platform = ${scope.platform})
     and (${scope.streamId}::int is null or o.stream_id = ${scope.streamId})
     and (${scope.anchorId}::int is null or o.anchor_id = ${scope.anchorId})
     and (${scope.dealId}::int is null or o.stream_id in (
       select i.stream_id from stream_item i join deal_line d on d.id = i.deal_line_id where d.deal_id = ${scope.dealId} and i.product_id = ${scope.productId}))`;

/** Every settled part of these sales and of the refunds that name them, of parties whose shares may be held. */
export const partsOf = (sales: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  with sale as materialized (${sales}),
  member as (
    select id as unit_id, id as line_id from sale
    union all
    select r.refund_of_id, r.id from order_line r where r.refund_of_id in (select id from sale))
  select m.unit_id, s.line_id, s.seq, p.party_id, py.anchor_id, s.parts_fen[p.position] as amount_fen, run.month
    from member m join settlement_line s on s.line_id = m.line_id join settlement_run run on run.id = s.run_id
    join share_part p on p.tier_id = s.tier_id join party py on py.id = p.party_id
   where py.kind <> all(${[...NEVER_HELD]}::text[]) and s.parts_fen[p.position] <> 0`;

interface ActiveHold extends HoldScope {
  id: number;
}

async function listActiveHolds(trx: Trx): Promise<ActiveHold[]> {
  return trx
    .selectFrom('case_hold')
    .select([
      'id',
      'product_id as productId',
      'paid_from as paidFrom',
      'paid_to as paidTo',
      'platform',
      'stream_id as streamId',
      'deal_id as dealId',
      'anchor_id as anchorId',
    ])
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute() as Promise<ActiveHold[]>;
}

/** A part of a sale that another hold has, or that this one gave back, is left alone. */
async function take(trx: Trx, hold: ActiveHold, occasion: string, createdBy: string | null): Promise<void> {
  await keepParts(
    trx,
    sql`
    select ${hold.id}::int as hold_id, part.* from (${partsOf(salesInScope(hold))}) part
     where not exists (
       select from case_hold_line x left join case_hold_end e on e.hold_line_id = x.id
        where x.unit_id = part.unit_id and x.party_id = part.party_id
          and (x.hold_id = ${hold.id} or e.hold_line_id is null or e.clawback_id is not null))`,
    occasion,
    createdBy,
  );
}

/**
 * What was settled since of sales that are held or were taken away. The refund of a sale whose share was taken away
 * would take it a second time: it is held and taken away like the share, which gives it back to the fen.
 */
async function follow(trx: Trx, occasion: string, createdBy: string | null): Promise<void> {
  const found = await keepParts(
    trx,
    sql`
    with tracked as materialized (
      select l.unit_id, l.party_id, l.hold_id from case_hold_line l left join case_hold_end e on e.hold_line_id = l.id
       where e.hold_line_id is null or e.clawback_id is not null group by 1, 2, 3)
    select t.hold_id, part.* from (${partsOf(sql`select distinct unit_id as id from case_hold_line l
        where not exists (select from case_hold_end e where e.hold_line_id = l.id and e.clawback_id is null)`)}) part
      join tracked t on t.unit_id = part.unit_id and t.party_id = part.party_id
     where not exists (select from case_hold_line x
       where x.line_id = part.line_id and x.seq = part.seq and x.party_id = part.party_id and x.hold_id = t.hold_id)`,
    `${occasion}:after`,
    createdBy,
  );
  if (found === 0) return;
  await endParts(trx, {
    parts: sql`
      select l.id from case_hold_line l
       where not exists (select from case_hold_end e where e.hold_line_id = l.id)
         and exists (select from case_hold_line was join case_hold_end e on e.hold_line_id = was.id
           where was.hold_id = l.hold_id and was.unit_id = l.unit_id and was.party_id = l.party_id and e.clawback_id is not null)`,
    kind: 'clawback',
    occasion: `${occasion}:after`,
    createdBy,
  });
}

/** Keeps the parts selected as held, with an entry for each hold, party and month. Answers how many there were. */
async function keepParts(
  trx: Trx,
  parts: RawBuilder<unknown>,
  occasion: string,
  createdBy: string | null,
): Promise<number> {
  await sql`drop table if exists held_part`.execute(trx);
  await sql`create temp table held_part on commit drop as ${parts}`.execute(trx);
  const { rows: groups } = await sql<HeldGroupRow>`
    select h.hold_id as "holdId", h.party_id as "partyId", max(h.anchor_id) as "anchorId", h.month as "concernsMonth",
           sum(h.amount_fen)::bigint as "amountFen", coalesce(sum(h.amount_fen) filter (where h.amount_fen > 0), 0)::bigint as "givenFen",
           coalesce(sum(h.amount_fen) filter (where h.amount_fen < 0), 0)::bigint as "takenFen", count(distinct h.unit_id) as orders, count(*) as parts
      from held_part h group by 1, 2, 4 order by 1, 2, 4`.execute(trx);
  if (groups.length === 0) return 0;
  const postings = await postGroups(trx, 'hold', groups, occasion, createdBy);
  await sql`
    insert into case_hold_line (hold_id, unit_id, line_id, seq, party_id, amount_fen, posting_id)
    select h.hold_id, h.unit_id, h.line_id, h.seq, h.party_id, h.amount_fen, p.id
      from held_part h join case_hold_posting p on p.hold_id = h.hold_id and p.party_id = h.party_id and p.concerns_month = h.month and p.id = any(${postings}::bigint[])
     order by h.line_id, h.seq, h.party_id`.execute(trx);
  return groups.reduce((sum, group) => sum + group.parts, 0);
}
