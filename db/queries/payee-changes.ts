import { sql } from 'kysely';
import type { PayeeChangeState } from '../../api/domain/payee-change.ts';
import type { Trx } from '../connect.ts';

export interface PayeeChangeRow {
  id: number;
  anchorId: number;
  anchorName: string;
  kind: 'personal' | 'studio' | 'company';
  accountName: string;
  bankName: string;
  tail: string;
  reason: string;
  state: PayeeChangeState;
  requestedBy: string;
  requestedByName: string;
  requestedAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
  decisionReason: string | null;
  effectiveAt: string | null;
  appliedAt: string | null;
}

const changes = sql`
  select c.id, c.anchor_id as "anchorId", a.name as "anchorName", c.kind, c.account_name as "accountName", c.bank_name as "bankName", c.bank_account_tail as tail, c.reason,
         case when c.ended_as is not null then c.ended_as when c.applied_at is not null then 'in_force' when c.approved_by is not null then 'approved' else 'requested' end as state,
         c.requested_by as "requestedBy", ru.name as "requestedByName", c.requested_at as "requestedAt", coalesce(eu.name, au.name) as "decidedByName",
         coalesce(c.ended_at, c.approved_at) as "decidedAt", c.ended_reason as "decisionReason", c.effective_at as "effectiveAt", c.applied_at as "appliedAt"
    from payee_change c join anchor a on a.id = c.anchor_id join app_user ru on ru.id = c.requested_by
    left join app_user au on au.id = c.approved_by left join app_user eu on eu.id = c.ended_by`;

export async function listPayeeChanges(
  trx: Trx,
  query: {
    filter: { anchorId?: number; state?: PayeeChangeState; id?: number[] };
    offset: number;
    limit: number;
  },
): Promise<{ rows: PayeeChangeRow[]; total: number }> {
  const { anchorId, state, id } = query.filter;
  const found = sql`from (${changes}) x where (${anchorId ?? null}::int is null or x."anchorId" = ${anchorId ?? null})
     and (${state ?? null}::text is null or x.state = ${state ?? null}) and (${id ?? null}::int[] is null or x.id = any(${id ?? null}))`;
  const { rows } =
    await sql<PayeeChangeRow>`select x.* ${found} order by x.id desc limit ${query.limit} offset ${query.offset}`.execute(
      trx,
    );
  const count = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(trx);
  return { rows, total: count.rows[0]!.total };
}

export async function readPayeeChange(trx: Trx, id: number): Promise<PayeeChangeRow | undefined> {
  return (await sql<PayeeChangeRow>`${changes} where c.id = ${id}`.execute(trx)).rows[0];
}

export async function lockPayeeChange(trx: Trx, id: number): Promise<void> {
  await sql`select from payee_change where id = ${id} for update`.execute(trx);
}

export async function hasPayee(trx: Trx, anchorId: number): Promise<boolean> {
  return (await sql`select from anchor_payee where anchor_id = ${anchorId}`.execute(trx)).rows.length === 1;
}

export interface NewPayeeChange {
  anchorId: number;
  kind: 'personal' | 'studio' | 'company';
  accountName: string;
  bankName: string;
  bankAccountSealed: string;
  tail: string;
  reason: string;
  requestedBy: string;
}

export async function insertPayeeChange(trx: Trx, c: NewPayeeChange): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into payee_change (anchor_id, kind, account_name, bank_name, bank_account_sealed, bank_account_tail, reason, requested_by)
    values (${c.anchorId}, ${c.kind}, ${c.accountName}, ${c.bankName}, ${c.bankAccountSealed}, ${c.tail}, ${c.reason}, ${c.requestedBy}) returning id`.execute(
    trx,
  );
  return rows[0]!.id;
}

/** In force a day after now, by the database's clock. */
export async function markChangeApproved(
  trx: Trx,
  id: number,
  approvedBy: string,
  waitHours: number,
): Promise<void> {
  await sql`update payee_change set approved_by = ${approvedBy}, approved_at = now(), effective_at = now() + make_interval(hours => ${waitHours}) where id = ${id}`.execute(
    trx,
  );
}

export async function markChangeEnded(
  trx: Trx,
  id: number,
  ended: { as: 'refused' | 'withdrawn'; by: string; reason: string | null },
): Promise<void> {
  await sql`update payee_change set ended_as = ${ended.as}, ended_by = ${ended.by}, ended_at = clock_timestamp(), ended_reason = ${ended.reason} where id = ${id}`.execute(
    trx,
  );
}

/**
 * Lets approved changes whose day is over come into force. Whatever asks where money goes calls it first, so that nothing
 * depends on a job's hour. Answers the changes that are in force since now.
 */
export async function applyDueChanges(trx: Trx): Promise<{ id: number; anchorId: number }[]> {
  const { rows } = await sql<{ id: number; anchorId: number }>`
    select id, anchor_id as "anchorId" from payee_change
     where effective_at <= clock_timestamp() and applied_at is null and ended_as is null order by anchor_id for update`.execute(
    trx,
  );
  if (rows.length === 0) return rows;
  const ids = rows.map(({ id }) => id);
  await sql`
    update anchor_payee p set kind = c.kind, account_name = c.account_name, bank_name = c.bank_name, bank_account_sealed = c.bank_account_sealed,
           bank_account_tail = c.bank_account_tail, updated_at = now()
      from payee_change c where c.anchor_id = p.anchor_id and c.id = any(${ids})`.execute(trx);
  await sql`update payee_change set applied_at = clock_timestamp() where id = any(${ids})`.execute(trx);
  return rows;
}

/** The sealed number an anchor is paid at; undefined without a payee. */
export async function readSealedAccount(trx: Trx, anchorId: number): Promise<string | undefined> {
  const { rows } = await sql<{
    sealed: string;
  }>`select bank_account_sealed as sealed from anchor_payee where anchor_id = ${anchorId}`.execute(trx);
  return rows[0]?.sealed;
}
