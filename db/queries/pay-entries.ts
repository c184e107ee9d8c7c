import { sql } from 'kysely';
import type { Month } from '../../api/domain/month.ts';
import type { PayEntryKind, PayEntryWords } from '../../api/domain/pay-entry.ts';
import type { Trx } from '../connect.ts';
import { ensurePartyAccounts } from './journal.ts';

/** Where the other half of an entry is posted: account codes of the migration. */
export type CounterAccount = 'clearing' | 'agency' | 'held' | 'holdback' | 'advance' | 'tax';

export interface NewPayEntry {
  partyId: number;
  /** An open month; `postingMonth` says which. */
  month: Month;
  /** The month it is about; the same as `month` unless that one was closed. */
  concernsMonth: Month;
  kind: PayEntryKind;
  /** Whole fen, + to the party; never 0. */
  amountFen: number;
  counter: CounterAccount;
  reversesId: number | null;
  /** One entry per fact: posting the same key again does nothing. */
  sourceKey: string;
  explanation: PayEntryWords;
  details: unknown;
}

export interface PostedEntry {
  id: number;
  sourceKey: string;
}

/**
 * Posts entries, each with a journal of its own: the party against the counter-account. Keys that are posted
 * already are left out of the answer. A closed month is refused by the table (23001).
 */
export async function postPayEntries(
  trx: Trx,
  entries: readonly NewPayEntry[],
  createdBy: string | null,
): Promise<PostedEntry[]> {
  if (entries.length === 0) return [];
  await ensurePartyAccounts(trx);
  const given = sql`(
    select g.*, py.anchor_id, own.id as own_account_id, ca.id as counter_account_id
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as g("partyId" int, month text, "concernsMonth" text, kind text,
           "amountFen" bigint, counter text, "reversesId" bigint, "sourceKey" text, explanation jsonb, details jsonb)
      join party py on py.id = g."partyId" join account own on own.party_id = py.id join account ca on ca.code = g.counter
     where not exists (select from pay_entry e where e.source_key = g."sourceKey"))`;
  // A statement of its own: the rows' policies look at the journal a posting belongs to.
  await sql`insert into journal (source_type, source_id, month) select 'pay_entry', "sourceKey", month from ${given} given`.execute(
    trx,
  );
  const { rows } = await sql<PostedEntry>`
    with entry as (
      select given.*, j.id as journal_id from ${given} given join journal j on j.source_type = 'pay_entry' and j.source_id = given."sourceKey"),
    posted as (
      insert into posting (journal_id, seq, account_id, amount_fen)
      select journal_id, 1, own_account_id, "amountFen" from entry
      union all
      select journal_id, 2, counter_account_id, -"amountFen" from entry)
    insert into pay_entry (party_id, anchor_id, month, concerns_month, kind, amount_fen, counter_account_id, reverses_id, source_key, explanation, details, journal_id, created_by)
    select "partyId", anchor_id, month, "concernsMonth", kind, "amountFen", counter_account_id,
           "reversesId", "sourceKey", explanation, coalesce(details, '{}'), journal_id, ${createdBy}
      from entry
    returning id, source_key as "sourceKey"`.execute(trx);
  return rows;
}

/** The month itself while it is open, else the first one after the last that was closed. */
export async function postingMonth(trx: Trx, concerns: Month): Promise<Month> {
  const { rows } = await sql<{ month: Month }>`
    select greatest(${concerns}, to_char(((max(month) || '-01')::date + interval '1 month'), 'YYYY-MM')) as month from month_close`.execute(
    trx,
  );
  return rows[0]!.month;
}

/** An anchor's entry as its statement shows it. */
export interface MonthEntry {
  id: number;
  anchorId: number;
  kind: PayEntryKind;
  concernsMonth: Month;
  amountFen: number;
  explanation: PayEntryWords;
}

/** Entries of a month that belong on statements, in the order they were posted. */
export async function listMonthEntries(trx: Trx, month: Month): Promise<MonthEntry[]> {
  const { rows } = await sql<MonthEntry>`
    select id, anchor_id as "anchorId", kind, concerns_month as "concernsMonth", amount_fen as "amountFen", explanation
      from pay_entry where month = ${month} and anchor_id is not null order by anchor_id, id`.execute(trx);
  return rows;
}

/** What stands on an account, of everybody: `held` says what cases and disputes hold (≥ 0: owed to whoever gets it). */
export async function balanceOf(trx: Trx, code: CounterAccount): Promise<number> {
  const { rows } = await sql<{ fen: number }>`
    select coalesce(sum(p.amount_fen), 0)::bigint as fen from posting p join account a on a.id = p.account_id where a.code = ${code}`.execute(
    trx,
  );
  return rows[0]!.fen;
}
