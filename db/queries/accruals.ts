import { sql } from 'kysely';
import { addMonths, type Month } from '../../api/domain/month.ts';
import type { Trx } from '../connect.ts';

/** What one anchor's unsettled lines would give; the parts sum to payableFen + houseFen. */
export interface NewAccrual {
  anchorId: number;
  lines: number;
  /** Of anchors and others. */
  payableFen: number;
  /** Of the agency and the platforms. */
  houseFen: number;
  parts: { partyId: number; amountFen: number }[];
}

export interface AccrualRow extends NewAccrual {
  id: number;
  month: Month;
  anchorName: string;
  createdByName: string | null;
  createdAt: string;
  /** The month it was taken back in; null: it stands. */
  reversedIn: Month | null;
}

/** Accruals of a month, the newest first, with what became of them; reversals are told by what they reverse. */
export async function listAccruals(trx: Trx, month: Month): Promise<AccrualRow[]> {
  const { rows } = await sql<AccrualRow>`
    select a.id, a.month, a.anchor_id as "anchorId", n.name as "anchorName", a.lines, a.payable_fen as "payableFen", a.house_fen as "houseFen", a.parts,
           u.name as "createdByName", a.created_at as "createdAt", b.posted_month as "reversedIn"
      from accrual a join anchor n on n.id = a.anchor_id left join accrual b on b.reverses_id = a.id left join app_user u on u.id = a.created_by
     where a.month = ${month} and a.reverses_id is null order by a.id desc`.execute(trx);
  return rows;
}

/** Posts accruals of an open month, each a journal of its own. The caller holds the settlement's lock. */
export async function postAccruals(
  trx: Trx,
  month: Month,
  accruals: readonly NewAccrual[],
  by: string | null,
): Promise<void> {
  if (accruals.length === 0) return;
  await post(
    trx,
    sql`select ${month}::text as month, ${month}::text as posted_month, g."anchorId" as anchor_id, g.lines, g."payableFen" as payable_fen, g."houseFen" as house_fen,
               g.parts, null::int as reverses_id, 'accrual:' || ${month} || ':' || g."anchorId" || ':'
               || (select count(*) + 1 from accrual a where a.month = ${month} and a.anchor_id = g."anchorId" and a.reverses_id is null) as source_key
          from jsonb_to_recordset(${JSON.stringify(accruals)}::jsonb) as g("anchorId" int, lines int, "payableFen" bigint, "houseFen" bigint, parts jsonb)`,
    by,
  );
}

/** Takes back accruals that stand, in `postedMonth`, each by its mirror: the same fen with the other sign. */
export async function takeBackAccruals(
  trx: Trx,
  accrualIds: readonly number[],
  postedMonth: Month,
  by: string | null,
): Promise<void> {
  if (accrualIds.length === 0) return;
  await post(
    trx,
    sql`select a.month, ${postedMonth}::text as posted_month, a.anchor_id, a.lines, -a.payable_fen as payable_fen, -a.house_fen as house_fen,
               (select coalesce(jsonb_agg(jsonb_build_object('partyId', p->'partyId', 'amountFen', -(p->>'amountFen')::bigint)), '[]') from jsonb_array_elements(a.parts) p) as parts,
               a.id as reverses_id, 'back:' || a.source_key as source_key
          from accrual a where a.id = any(${accrualIds as number[]}::int[])`,
    by,
  );
}

/** A month that is closed knows what it gave: what was estimated for it, or for a month before, goes in the month after. */
export async function takeBackAccrualsOfClosed(trx: Trx, month: Month, by: string | null): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select a.id from accrual a where a.month <= ${month} and a.reverses_id is null
       and not exists (select from accrual b where b.reverses_id = a.id)`.execute(trx);
  await takeBackAccruals(
    trx,
    rows.map(({ id }) => id),
    addMonths(month, 1),
    by,
  );
  return rows.length;
}

/** Two statements: the postings' policies look at the journal they belong to. */
async function post(trx: Trx, given: ReturnType<typeof sql>, by: string | null): Promise<void> {
  await sql`create temp table new_accrual on commit drop as ${given}`.execute(trx);
  await sql`insert into journal (source_type, source_id, month) select 'accrual', source_key, posted_month from new_accrual order by source_key`.execute(
    trx,
  );
  await sql`
    with named as (select n.*, j.id as journal_id from new_accrual n join journal j on j.source_type = 'accrual' and j.source_id = n.source_key),
    part as (
      select journal_id, 'accrued_payable' as code, payable_fen as amount_fen from named
      union all select journal_id, 'accrued_house', house_fen from named
      union all select journal_id, 'accrued_platform', -(payable_fen + house_fen) from named),
    posted as (
      insert into posting (journal_id, seq, account_id, amount_fen)
      select part.journal_id, row_number() over (partition by part.journal_id order by a.id), a.id, part.amount_fen
        from part join account a on a.code = part.code where part.amount_fen <> 0)
    insert into accrual (month, posted_month, anchor_id, lines, payable_fen, house_fen, parts, reverses_id, source_key, journal_id, created_by)
    select month, posted_month, anchor_id, lines, payable_fen, house_fen, parts, reverses_id, source_key, journal_id, ${by}::text from named order by source_key`.execute(
    trx,
  );
  await sql`drop table new_accrual`.execute(trx);
}
