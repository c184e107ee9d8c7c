import { sql } from 'kysely';
import type { ConfirmationState } from '../../api/domain/dispute.ts';
import type { Trx } from '../connect.ts';

/** How an issued statement stands with its anchor, and with its money. Amounts in fen. */
export interface ConfirmationRow {
  statementId: number;
  statementNo: string;
  anchorId: number;
  month: string;
  contentSha256: string;
  sentAt: string | null;
  sentByName: string | null;
  windowDays: number | null;
  isHouseWindow: boolean;
  answerUntil: string | null;
  isWindowOver: boolean;
  silence: { contractNo: string; versionNo: number; clauseNo: string; clauseText: string } | null;
  answers: { kind: 'confirmed' | 'silence'; at: string; byName: string | null; contentSha256: string }[];
  reminders: { at: string; daysLeft: number }[];
  openDisputes: number;
  heldFen: number;
  paidFen: number;
  livePayoutFen: number;
  /** What a payout may be prepared for now. */
  dueFen: number;
}

export async function readConfirmation(trx: Trx, statementId: number): Promise<ConfirmationRow | undefined> {
  const { rows } = await sql<ConfirmationRow>`
    select s.id as "statementId", s.no as "statementNo", s.anchor_id as "anchorId", s.month, s.content_sha256 as "contentSha256",
           d.sent_at as "sentAt", u.name as "sentByName", d.window_days as "windowDays", coalesce(d.is_house_window, false) as "isHouseWindow",
           d.answer_until as "answerUntil", coalesce(d.answer_until <= clock_timestamp(), false) as "isWindowOver",
           case when st.id is not null then jsonb_build_object('contractNo', c.no, 'versionNo', v.version_no, 'clauseNo', cl.clause_no, 'clauseText', cl.body) end as silence,
           coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'at', a.answered_at, 'byName', w.name, 'contentSha256', a.content_sha256))
             from statement_answer a left join app_user w on w.id = a.answered_by where a.statement_id = s.id), '[]') as answers,
           coalesce((select jsonb_agg(jsonb_build_object('at', n.at, 'daysLeft', (n.data->>'daysLeft')::int) order by n.id)
             from notice n where n.kind = 'statement_reminder' and n.entity = 'statement' and n.entity_id = s.id::text), '[]') as reminders,
           m.open_disputes as "openDisputes", m.held_fen as "heldFen", m.paid_fen as "paidFen", m.live_fen as "livePayoutFen", m.due_fen as "dueFen"
      from statement s join (${statementMoney}) m on m.statement_id = s.id
      left join statement_delivery d on d.statement_id = s.id left join app_user u on u.id = d.sent_by
      left join silence_term st on st.id = d.silence_term_id left join contract_clause cl on cl.id = st.clause_id
      left join contract_version v on v.id = st.contract_version_id left join contract c on c.id = v.contract_id
     where s.id = ${statementId}`.execute(trx);
  return rows[0];
}

/** Per statement: what is held, paid, on its way, and due: payable less all three, never below zero. */
export const statementMoney = sql`
  select x.id as statement_id, coalesce(held.held_fen, 0)::bigint as held_fen, coalesce(held.open_disputes, 0) as open_disputes,
         coalesce(sums.paid_fen, 0)::bigint as paid_fen, coalesce(sums.live_fen, 0)::bigint as live_fen,
         greatest(0, x.payable_fen - coalesce(held.held_fen, 0) - coalesce(sums.paid_fen, 0) - coalesce(sums.live_fen, 0))::bigint as due_fen
    from statement x left join statement_hold held on held.statement_id = x.id
    left join lateral (select sum(amount_fen) filter (where status = 'paid') as paid_fen, sum(amount_fen) filter (where status in ('prepared', 'approved')) as live_fen
      from payout where statement_id = x.id) sums on true`;

export interface ConfirmationListRow {
  id: number;
  no: string;
  anchorId: number;
  anchorName: string;
  month: string;
  payableFen: number;
  status: 'issued' | 'confirmed' | 'disputed';
  state: ConfirmationState;
  sentAt: string | null;
  answerUntil: string | null;
  silenceAccepts: boolean;
  /** Who confirmed; null while nobody did, and where silence accepted. */
  answeredByName: string | null;
  answeredAt: string | null;
  reminders: number;
  remindedAt: string | null;
  openDisputes: number;
  heldFen: number;
}

export interface ConfirmationFilter {
  month?: string;
  state?: ConfirmationState;
  anchorId?: number;
  q?: string;
  id?: number[];
}

export const CONFIRMATION_SORTS = ['id', 'answerUntil', 'payableFen'] as const;
const SORTS = { id: 'x.id', answerUntil: 'x."answerUntil"', payableFen: 'x."payableFen"' };

/** The same states as `confirmationState`, for a list. */
const stateSql = sql`case when d.sent_at is null then 'not_sent' when coalesce(h.open_disputes, 0) > 0 then 'disputed'
  when a.kind = 'silence' then 'accepted_by_silence' when a.kind is not null then 'confirmed'
  when d.answer_until <= clock_timestamp() then 'overdue' else 'open' end`;

export async function listConfirmations(
  trx: Trx,
  query: {
    filter: ConfirmationFilter;
    sort: { field: (typeof CONFIRMATION_SORTS)[number]; order: 'asc' | 'desc' };
    offset: number;
    limit: number;
  },
): Promise<{ rows: ConfirmationListRow[]; total: number }> {
  const { filter: f, sort } = query;
  const { rows } = await sql<ConfirmationListRow & { total: number }>`
    select x.*, count(*) over () as total from (
      select s.id, s.no, s.anchor_id as "anchorId", an.name as "anchorName", s.month, s.payable_fen as "payableFen", s.status, ${stateSql} as state,
             d.sent_at as "sentAt", d.answer_until as "answerUntil", d.silence_term_id is not null as "silenceAccepts",
             w.name as "answeredByName", a.answered_at as "answeredAt", coalesce(r.reminders, 0)::int as reminders, r."remindedAt",
             coalesce(h.open_disputes, 0) as "openDisputes", coalesce(h.held_fen, 0)::bigint as "heldFen"
        from statement s join anchor an on an.id = s.anchor_id left join statement_delivery d on d.statement_id = s.id
        left join statement_answer a on a.statement_id = s.id left join app_user w on w.id = a.answered_by
        left join (select entity_id, count(*) as reminders, max(at) as "remindedAt" from notice
          where kind = 'statement_reminder' and entity = 'statement' group by entity_id) r on r.entity_id = s.id::text
        left join statement_hold h on h.statement_id = s.id
       where (${f.month ?? null}::text is null or s.month = ${f.month ?? null}) and (${f.anchorId ?? null}::int is null or s.anchor_id = ${f.anchorId ?? null})
         and (${f.id ?? null}::int[] is null or s.id = any(${f.id ?? null}))
         and (${f.q ?? null}::text is null or s.no ilike '%' || ${f.q ?? ''} || '%' or an.name ilike '%' || ${f.q ?? ''} || '%')) x
     where ${f.state ?? null}::text is null or x.state = ${f.state ?? null}
     order by ${sql.raw(SORTS[sort.field])} ${sql.raw(sort.order)} nulls last, x.id limit ${query.limit} offset ${query.offset}`.execute(
    trx,
  );
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/**
 * Sends every statement of a month that was not sent: the window is the clause's where the contract in force on the day
 * of issue says that silence accepts, else the agency's. The last day counts whole, in China. Answers the ids.
 */
export async function deliverMonth(
  trx: Trx,
  month: string,
  window: { days: number; isHouse: boolean },
  sentBy: string | null,
): Promise<{ id: number; anchorId: number; no: string }[]> {
  const { rows } = await sql<{ id: number; anchorId: number; no: string }>`
    with sent as (
      insert into statement_delivery (statement_id, sent_by, window_days, is_house_window, answer_until, silence_term_id)
      select s.id, ${sentBy}, coalesce(t.days, ${window.days}), t.id is null and ${window.isHouse},
             ((now() at time zone 'Asia/Shanghai')::date + coalesce(t.days, ${window.days}) + 1)::timestamp at time zone 'Asia/Shanghai', t.id
        from statement s left join lateral (
          select st.id, st.days from silence_term st join contract_version v on v.id = st.contract_version_id join contract c on c.id = v.contract_id
           where c.anchor_id = s.anchor_id and st.ended_at is null and v.status <> 'draft'
             and v.effective @> (s.issued_at at time zone 'Asia/Shanghai')::date order by st.days desc limit 1) t on true
       where s.month = ${month} and not exists (select from statement_delivery d where d.statement_id = s.id)
      returning statement_id)
    select s.id, s.anchor_id as "anchorId", s.no from sent join statement s on s.id = sent.statement_id order by s.id`.execute(
    trx,
  );
  return rows;
}

/** Holds a statement until the transaction ends: a dispute, an answer and a payout of it come one after another. */
export async function lockStatement(trx: Trx, id: number): Promise<boolean> {
  const { rows } = await sql`select from statement where id = ${id} for update`.execute(trx);
  return rows.length === 1;
}

export async function insertAnswer(
  trx: Trx,
  answer: { statementId: number; kind: 'confirmed' | 'silence'; contentSha256: string; by: string | null },
): Promise<void> {
  await sql`insert into statement_answer (statement_id, kind, content_sha256, answered_by)
    values (${answer.statementId}, ${answer.kind}, ${answer.contentSha256}, ${answer.by})`.execute(trx);
}

export async function setStatementStatus(
  trx: Trx,
  id: number,
  status: 'issued' | 'confirmed' | 'disputed',
): Promise<void> {
  await trx.updateTable('statement').set({ status }).where('id', '=', id).execute();
}

/** Statements whose window is over, unanswered, with nothing disputed, under a clause by which silence accepts. */
export async function listSilent(
  trx: Trx,
): Promise<{ id: number; anchorId: number; no: string; contentSha256: string }[]> {
  const { rows } = await sql<{ id: number; anchorId: number; no: string; contentSha256: string }>`
    select s.id, s.anchor_id as "anchorId", s.no, s.content_sha256 as "contentSha256"
      from statement_delivery d join statement s on s.id = d.statement_id
     where d.silence_term_id is not null and d.answer_until <= clock_timestamp()
       and not exists (select from statement_answer a where a.statement_id = s.id) and not exists (select from statement_hold h where h.statement_id = s.id)
     order by s.id for update of s skip locked`.execute(trx);
  return rows;
}

/** Statements still waiting, with the reminder that is due: the smallest of the agency's numbers of days not below the days left. */
export async function listToRemind(
  trx: Trx,
): Promise<{ id: number; anchorId: number; no: string; daysLeft: number; step: number }[]> {
  const { rows } = await sql<{ id: number; anchorId: number; no: string; daysLeft: number; step: number }>`
    select w.id, w."anchorId", w.no, w."daysLeft", (select min(x) from payment_setting, unnest(remind_days_before) x where x >= w."daysLeft") as step
      from (select s.id, s.anchor_id as "anchorId", s.no,
                   (d.answer_until at time zone 'Asia/Shanghai')::date - 1 - (now() at time zone 'Asia/Shanghai')::date as "daysLeft"
              from statement_delivery d join statement s on s.id = d.statement_id
             where d.answer_until > clock_timestamp() and not exists (select from statement_answer a where a.statement_id = s.id)) w
     where exists (select from payment_setting, unnest(remind_days_before) x where x >= w."daysLeft") order by w.id`.execute(
    trx,
  );
  return rows;
}
