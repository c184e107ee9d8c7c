import { sql } from 'kysely';
import type { HoldScope } from '../../api/domain/hold/hold-rules.ts';
import type { Month } from '../../api/domain/month.ts';
import type { Trx } from '../connect.ts';
import { partsOf, salesInScope } from './hold-take.ts';

export interface HoldMovement {
  kind: 'hold' | 'release' | 'clawback';
  concernsMonth: Month;
  month: Month;
  amountFen: number;
  entryId: number | null;
  at: string;
  /** The month it concerns had its statement already: what was held is owed back in the open month. */
  isReceivable: boolean;
}

export interface HoldParty {
  partyId: number;
  partyName: string;
  partyKind: string;
  anchorId: number | null;
  heldFen: number;
  releasedFen: number;
  clawedBackFen: number;
  months: HoldMovement[];
}

export interface HoldRecord {
  id: number;
  scope: HoldScope & { streamTitle: string | null; dealTitle: string | null; anchorName: string | null };
  reason: string;
  startedAt: string;
  startedByName: string | null;
  endedAt: string | null;
  endedByName: string | null;
  endReason: string | null;
  heldFen: number;
  releasedFen: number;
  clawedBackFen: number;
  lineCount: number;
  parties: HoldParty[];
}

/** A new hold; nothing is held by it until `holdShares` looks. */
export async function insertHold(
  trx: Trx,
  hold: HoldScope & { caseId: number; reason: string; startedBy: string | null },
): Promise<number> {
  const { id } = await trx
    .insertInto('case_hold')
    .values({
      case_id: hold.caseId,
      product_id: hold.productId,
      paid_from: hold.paidFrom,
      paid_to: hold.paidTo,
      platform: hold.platform,
      stream_id: hold.streamId,
      deal_id: hold.dealId,
      anchor_id: hold.anchorId,
      reason: hold.reason,
      started_by: hold.startedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** New lines no longer come in held; what is held stays. Answers the ids of the holds that were still taking. */
export async function endHolds(
  trx: Trx,
  which: { caseId: number; holdId: number | null },
  end: { reason: string; endedBy: string | null },
): Promise<number[]> {
  const rows = await trx
    .updateTable('case_hold')
    .set({ ended_at: sql`clock_timestamp()`, ended_by: end.endedBy, end_reason: end.reason })
    .where('case_id', '=', which.caseId)
    .where('ended_at', 'is', null)
    .$if(which.holdId !== null, (qb) => qb.where('id', '=', which.holdId!))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** A case's holds with what they hold of whom, and every movement. */
export async function listHolds(trx: Trx, caseId: number): Promise<HoldRecord[]> {
  const { rows } = await sql<HoldRecord>`
    with party_sum as (
      select x.hold_id, x.party_id, sum(case x.kind when 'hold' then x.amount_fen when 'release' then -x.amount_fen else 0 end)::bigint as held_fen,
             sum(case x.kind when 'release' then x.amount_fen when 'clawback' then -x.amount_fen else 0 end)::bigint as released_fen,
             sum(case x.kind when 'clawback' then x.amount_fen else 0 end)::bigint as clawed_fen,
             jsonb_agg(jsonb_build_object('kind', x.kind, 'concernsMonth', x.concerns_month, 'month', x.month, 'amountFen', x.amount_fen, 'entryId', x.entry_id,
               'at', x.at, 'isReceivable', x.kind = 'hold' and x.month > x.concerns_month) order by x.id) as months
        from case_hold_posting x join case_hold h on h.id = x.hold_id where h.case_id = ${caseId} group by 1, 2)
    select h.id, h.reason, h.started_at as "startedAt", su.name as "startedByName", h.ended_at as "endedAt", eu.name as "endedByName", h.end_reason as "endReason",
           jsonb_build_object('productId', h.product_id, 'paidFrom', h.paid_from, 'paidTo', h.paid_to, 'platform', h.platform, 'streamId', h.stream_id,
             'dealId', h.deal_id, 'anchorId', h.anchor_id, 'streamTitle', st.title, 'dealTitle', d.title, 'anchorName', a.name) as scope,
           coalesce(t.held_fen, 0)::bigint as "heldFen", coalesce(t.released_fen, 0)::bigint as "releasedFen", coalesce(t.clawed_fen, 0)::bigint as "clawedBackFen",
           (select count(distinct l.unit_id) from case_hold_line l where l.hold_id = h.id) as "lineCount", coalesce(t.parties, '[]') as parties
      from case_hold h left join app_user su on su.id = h.started_by left join app_user eu on eu.id = h.ended_by
      left join stream st on st.id = h.stream_id left join deal d on d.id = h.deal_id left join anchor a on a.id = h.anchor_id
      left join lateral (
        select sum(s.held_fen)::bigint as held_fen, sum(s.released_fen)::bigint as released_fen, sum(s.clawed_fen)::bigint as clawed_fen,
               jsonb_agg(jsonb_build_object('partyId', py.id, 'partyName', py.name, 'partyKind', py.kind, 'anchorId', py.anchor_id, 'heldFen', s.held_fen,
                 'releasedFen', s.released_fen, 'clawedBackFen', s.clawed_fen, 'months', s.months) order by py.id) as parties
          from party_sum s join party py on py.id = s.party_id where s.hold_id = h.id) t on true
     where h.case_id = ${caseId} order by h.id`.execute(trx);
  return rows;
}

export interface HoldPreview {
  lines: number;
  parties: { partyId: number; partyName: string; partyKind: string; amountFen: number }[];
  totalFen: number;
  alreadyHeldFen: number;
  closedMonths: Month[];
}

/** What a hold of this scope would take now, and what of it is held already. */
export async function previewHold(trx: Trx, scope: HoldScope): Promise<HoldPreview> {
  const { rows } = await sql<HoldPreview>`
    with part as materialized (${partsOf(salesInScope(scope))}),
    judged as (
      select part.*, exists (select from case_hold_line x left join case_hold_end e on e.hold_line_id = x.id
               where x.unit_id = part.unit_id and x.party_id = part.party_id and (e.hold_line_id is null or e.clawback_id is not null)) as is_held
        from part),
    party_sum as (select j.party_id, sum(j.amount_fen)::bigint as amount_fen from judged j where not j.is_held group by 1)
    select (select count(distinct unit_id) from judged where not is_held) as lines,
           coalesce((select jsonb_agg(jsonb_build_object('partyId', py.id, 'partyName', py.name, 'partyKind', py.kind, 'amountFen', s.amount_fen) order by s.amount_fen desc, py.id)
             from party_sum s join party py on py.id = s.party_id), '[]') as parties,
           coalesce((select sum(amount_fen) from party_sum), 0)::bigint as "totalFen",
           coalesce((select sum(amount_fen) from judged where is_held), 0)::bigint as "alreadyHeldFen",
           coalesce((select jsonb_agg(distinct month order by month) from judged where not is_held and month in (select month from month_close)), '[]') as "closedMonths"`.execute(
    trx,
  );
  return rows[0]!;
}

/** The parties a case holds money of, each with what is held now. */
export async function listHeldParties(
  trx: Trx,
  caseId: number,
): Promise<{ partyId: number; name: string; kind: string; anchorId: number | null; heldFen: number }[]> {
  const { rows } = await sql<{
    partyId: number;
    name: string;
    kind: string;
    anchorId: number | null;
    heldFen: number;
  }>`
    select py.id as "partyId", py.name, py.kind, py.anchor_id as "anchorId", sum(l.amount_fen)::bigint as "heldFen"
      from case_hold_line l join case_hold h on h.id = l.hold_id join party py on py.id = l.party_id
     where h.case_id = ${caseId} and not exists (select from case_hold_end e where e.hold_line_id = l.id)
     group by 1, 2, 3, 4 order by 1`.execute(trx);
  return rows;
}
