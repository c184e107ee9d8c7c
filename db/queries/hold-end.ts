import { type RawBuilder, sql } from 'kysely';
import type { MoveKind } from '../../api/domain/hold/hold-rules.ts';
import type { Trx } from '../connect.ts';
import { type HeldGroupRow, postGroups } from './hold-post.ts';

export interface Ending {
  /** Selects the ids of the held parts that end. */
  parts: RawBuilder<unknown>;
  kind: MoveKind;
  /** Unique for every call. */
  occasion: string;
  createdBy: string | null;
}

/**
 * Gives held parts back, or takes them away: given back and taken in one, so that the held account is even and the
 * agency's shows what it got. Answers how many parts ended; a part ends once.
 */
export async function endParts(trx: Trx, { parts, kind, occasion, createdBy }: Ending): Promise<number> {
  await sql`drop table if exists ending_part`.execute(trx);
  await sql`
    create temp table ending_part on commit drop as
    select l.id, l.hold_id, l.unit_id, l.party_id, l.amount_fen, p.anchor_id, p.concerns_month as month
      from case_hold_line l join case_hold_posting p on p.id = l.posting_id where l.id in (${parts})`.execute(
    trx,
  );
  const { rows: groups } = await sql<HeldGroupRow>`
    select hold_id as "holdId", party_id as "partyId", max(anchor_id) as "anchorId", month as "concernsMonth", sum(amount_fen)::bigint as "amountFen",
           coalesce(sum(amount_fen) filter (where amount_fen > 0), 0)::bigint as "givenFen",
           coalesce(sum(amount_fen) filter (where amount_fen < 0), 0)::bigint as "takenFen", count(distinct unit_id) as orders, count(*) as parts
      from ending_part group by 1, 2, 4 order by 1, 2, 4`.execute(trx);
  if (groups.length === 0) return 0;
  const released = await postGroups(trx, 'release', groups, occasion, createdBy);
  const taken = kind === 'clawback' ? await postGroups(trx, 'clawback', groups, occasion, createdBy) : [];
  await sql`
    insert into case_hold_end (hold_line_id, release_id, clawback_id)
    select e.id, r.id, c.id from ending_part e
      join case_hold_posting r on r.hold_id = e.hold_id and r.party_id = e.party_id and r.concerns_month = e.month and r.id = any(${released}::bigint[])
      left join case_hold_posting c on c.hold_id = e.hold_id and c.party_id = e.party_id and c.concerns_month = e.month and c.id = any(${taken}::bigint[])`.execute(
    trx,
  );
  return groups.reduce((sum, group) => sum + group.parts, 0);
}

/** The parts still held for a case, of these parties or of all. */
export const openPartsOf = (caseId: number, partyIds: readonly number[] | null): RawBuilder<unknown> => sql`
  select l.id from case_hold_line l join case_hold h on h.id = l.hold_id
   where h.case_id = ${caseId} and (${partyIds as number[] | null}::int[] is null or l.party_id = any(${partyIds as number[] | null}::int[]))
     and not exists (select from case_hold_end e where e.hold_line_id = l.id)`;
