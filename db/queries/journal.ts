import { sql } from 'kysely';
import type { Month } from '../../api/domain/month.ts';
import type { Trx } from '../connect.ts';

/** Every party has one account; made when first posted to. */
export async function ensurePartyAccounts(trx: Trx): Promise<void> {
  await sql`insert into account (code, kind, party_id)
    select 'party:' || p.id, 'party', p.id from party p
     where not exists (select from account a where a.party_id = p.id) on conflict do nothing`.execute(trx);
}

/**
 * One journal per run and anchor: each party is credited its parts, the clearing account carries the
 * counter-amount (what the platforms owe). Reads the run's sums (`sumRunByTier`); accounts are touched in id order.
 */
export async function postSettlementJournals(trx: Trx, runId: number, month: Month): Promise<void> {
  await sql`
    with part as (
      select ts.anchor_id, p.party_id, sum(ts.parts_fen[p.position])::bigint as amount_fen
        from run_sum ts join share_part p on p.tier_id = ts.tier_id group by 1, 2),
    entry as (
      select part.anchor_id, a.id as account_id, part.amount_fen from part join account a on a.party_id = part.party_id
      union all
      select part.anchor_id, (select id from account where code = 'clearing'), -sum(part.amount_fen)::bigint from part group by 1),
    j as (
      insert into journal (source_type, source_id, month)
      select distinct 'settlement', ${runId}::text || ':' || anchor_id, ${month} from entry where amount_fen <> 0 returning id, source_id)
    insert into posting (journal_id, seq, account_id, amount_fen)
    select j.id, row_number() over (partition by j.id order by entry.account_id), entry.account_id, entry.amount_fen
      from entry join j on j.source_id = ${runId}::text || ':' || entry.anchor_id
     where entry.amount_fen <> 0 order by entry.account_id`.execute(trx);
}

/** What the journal says of a run, to be held against its lines in the same transaction. */
export async function sumRunPostings(
  trx: Trx,
  runId: number,
): Promise<{ parties: number; clearing: number }> {
  const { rows } = await sql<{ parties: number; clearing: number }>`
    select coalesce(sum(p.amount_fen) filter (where a.kind = 'party'), 0)::bigint as parties,
           coalesce(sum(p.amount_fen) filter (where a.kind = 'clearing'), 0)::bigint as clearing
      from journal j join posting p on p.journal_id = j.id join account a on a.id = p.account_id
     where j.source_type = 'settlement' and j.source_id like ${`${runId}:%`}`.execute(trx);
  return rows[0]!;
}

/** A payout leaves through the bank: the anchor's credit is used up. `sourceId` is unique: paid twice is refused. */
export async function postPayoutJournal(
  trx: Trx,
  payout: { id: number; anchorId: number; month: string; amountFen: number },
): Promise<void> {
  await sql`
    with j as (insert into journal (source_type, source_id, month) values ('payout', ${String(payout.id)}, ${payout.month}) returning id)
    insert into posting (journal_id, seq, account_id, amount_fen)
    select j.id, 1, a.id, ${-payout.amountFen}::bigint from j, account a join party p on p.id = a.party_id where p.anchor_id = ${payout.anchorId}
    union all select j.id, 2, a.id, ${payout.amountFen}::bigint from j, account a where a.code = 'bank'`.execute(
    trx,
  );
}

/** Money that came back: the payout's journal turned round, once. */
export async function postPayoutReturnJournal(
  trx: Trx,
  payout: { id: number; month: string },
): Promise<void> {
  await sql`
    with j as (insert into journal (source_type, source_id, month) values ('payout_return', ${String(payout.id)}, ${payout.month}) returning id)
    insert into posting (journal_id, seq, account_id, amount_fen)
    select j.id, x.seq, x.account_id, -x.amount_fen from j, journal o join posting x on x.journal_id = o.id
     where o.source_type = 'payout' and o.source_id = ${String(payout.id)}`.execute(trx);
}
