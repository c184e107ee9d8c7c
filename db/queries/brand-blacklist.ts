import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../connect.ts';
import type { Page } from './page.ts';

export interface BlacklistRow {
  id: number;
  brandId: number;
  brandName: string;
  caseId: number | null;
  caseNo: string | null;
  reason: string;
  startsOn: string;
  endsOn: string;
  state: 'in_force' | 'ended' | 'lifted';
  listedById: string | null;
  listedByName: string | null;
  listedAt: string;
  appeal: null | {
    text: string;
    receivedOn: string;
    recordedByName: string | null;
    recordedAt: string;
    outcome: 'upheld' | 'lifted' | null;
    decisionReason: string | null;
    decidedByName: string | null;
    decidedAt: string | null;
  };
}

const rows: RawBuilder<unknown> = sql`
  select l.id, l.brand_id as "brandId", b.name as "brandName", l.case_id as "caseId", c.no as "caseNo", l.reason, l.starts_on as "startsOn", l.ends_on as "endsOn",
         case when l.appeal_outcome = 'lifted' then 'lifted' when l.ends_on < (now() at time zone 'Asia/Shanghai')::date then 'ended' else 'in_force' end as state,
         l.listed_by as "listedById", lu.name as "listedByName", l.listed_at as "listedAt",
         case when l.appeal_text is not null then jsonb_build_object('text', l.appeal_text, 'receivedOn', l.appeal_received_on, 'recordedByName', ru.name, 'recordedAt', l.appeal_recorded_at,
           'outcome', l.appeal_outcome, 'decisionReason', l.appeal_reason, 'decidedByName', du.name, 'decidedAt', l.appeal_decided_at) end as appeal
    from brand_blacklist l join brand b on b.id = l.brand_id left join substitution_case c on c.id = l.case_id left join app_user lu on lu.id = l.listed_by
    left join app_user ru on ru.id = l.appeal_recorded_by left join app_user du on du.id = l.appeal_decided_by`;

export async function listBlacklist(
  trx: Trx,
  {
    filter: f,
    offset,
    limit,
  }: { filter: { brandId?: number; state?: string; id?: number[] }; offset: number; limit: number },
): Promise<Page<BlacklistRow>> {
  const { rows: found } = await sql<BlacklistRow & { pageTotal: number }>`
    select t.*, count(*) over () as "pageTotal" from (${rows}) t
     where (${f.brandId ?? null}::int is null or t."brandId" = ${f.brandId ?? null}) and (${f.state ?? null}::text is null or t.state = ${f.state ?? null})
       and (${f.id ?? null}::int[] is null or t.id = any(${f.id ?? null}::int[]))
     order by t.id desc limit ${limit} offset ${offset}`.execute(trx);
  return { rows: found.map(({ pageTotal: _, ...row }) => row), total: found[0]?.pageTotal ?? 0 };
}

export async function readBlacklistEntry(trx: Trx, id: number): Promise<BlacklistRow | undefined> {
  return (await listBlacklist(trx, { filter: { id: [id] }, offset: 0, limit: 1 })).rows[0];
}

/** The entry that stands against a brand today. */
export async function findBlacklisted(trx: Trx, brandId: number): Promise<BlacklistRow | undefined> {
  return (await listBlacklist(trx, { filter: { brandId, state: 'in_force' }, offset: 0, limit: 1 })).rows[0];
}

export async function insertBlacklistEntry(
  trx: Trx,
  entry: {
    brandId: number;
    caseId: number | null;
    reason: string;
    startsOn: string;
    endsOn: string;
    listedBy: string | null;
  },
): Promise<number> {
  const { id } = await trx
    .insertInto('brand_blacklist')
    .values({
      brand_id: entry.brandId,
      case_id: entry.caseId,
      reason: entry.reason,
      starts_on: entry.startsOn,
      ends_on: entry.endsOn,
      listed_by: entry.listedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function keepAppeal(
  trx: Trx,
  id: number,
  appeal: { text: string; receivedOn: string; recordedBy: string | null },
): Promise<void> {
  await sql`update brand_blacklist set appeal_text = ${appeal.text}, appeal_received_on = ${appeal.receivedOn}, appeal_recorded_by = ${appeal.recordedBy},
    appeal_recorded_at = clock_timestamp() where id = ${id}`.execute(trx);
}

export async function keepAppealDecision(
  trx: Trx,
  id: number,
  decision: { outcome: 'upheld' | 'lifted'; reason: string; decidedBy: string | null },
): Promise<void> {
  await sql`update brand_blacklist set appeal_outcome = ${decision.outcome}, appeal_reason = ${decision.reason}, appeal_decided_by = ${decision.decidedBy},
    appeal_decided_at = clock_timestamp() where id = ${id}`.execute(trx);
}

/** Holds an entry until the transaction ends. */
export async function lockBlacklistEntry(trx: Trx, id: number): Promise<void> {
  await sql`select 1 from brand_blacklist where id = ${id} for update`.execute(trx);
}
