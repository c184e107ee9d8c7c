import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import { inOrder, type Page, type PageRequest, readPage } from './page.ts';

export interface NoticeRow {
  id: number;
  kind: string;
  entity: string;
  entityId: string;
  data: Record<string, unknown>;
  at: string;
  readAt: string | null;
}

export interface NewNotice {
  kind: string;
  entity: string;
  entityId: number | string;
  data: Record<string, unknown>;
  /** Told once per fact and person, however often the work behind it runs. */
  sourceKey: string;
}

/** Tells the people of an anchor; answers how many were told something new. */
export function tellAnchor(trx: Trx, anchorId: number, notice: NewNotice): Promise<number> {
  return tell(trx, sql`u.anchor_id = ${anchorId}`, notice);
}

/** Tells everybody of a role. */
export function tellRole(trx: Trx, role: string, notice: NewNotice): Promise<number> {
  return tell(trx, sql`u.role = ${role}`, notice);
}

export function tellUser(trx: Trx, userId: string, notice: NewNotice): Promise<number> {
  return tell(trx, sql`u.id = ${userId}`, notice);
}

async function tell(trx: Trx, whom: ReturnType<typeof sql>, notice: NewNotice): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into notice (user_id, kind, entity, entity_id, data, source_key)
    select u.id, ${notice.kind}, ${notice.entity}, ${String(notice.entityId)}, ${JSON.stringify(notice.data)}::jsonb, ${notice.sourceKey}
      from app_user u where ${whom} and not u.banned on conflict do nothing`.execute(trx);
  return Number(numAffectedRows ?? 0);
}

export function listNotices(
  trx: Trx,
  query: PageRequest<'id'> & { filter: { isRead?: boolean; id?: number[] } },
): Promise<Page<NoticeRow>> {
  const { isRead, id } = query.filter;
  const notices = trx
    .selectFrom('notice')
    .select(['id', 'kind', 'entity', 'entity_id as entityId', 'data', 'at', 'read_at as readAt'])
    .where('user_id', '=', sql<string>`app_user_id()`)
    .$if(isRead !== undefined, (qb) => qb.where('read_at', isRead ? 'is not' : 'is', null))
    .$if(id !== undefined, (qb) => qb.where('id', 'in', id!))
    .orderBy('id', inOrder(query.sort.order));
  return readPage(notices.$castTo<NoticeRow>(), query);
}

export async function countUnread(trx: Trx): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from notice where read_at is null and user_id = app_user_id()`.execute(trx);
  return rows[0]!.n;
}

/** Own ones alone, by row-level security; without an id all of them. */
export async function markRead(trx: Trx, id: number | null): Promise<number> {
  const { numAffectedRows } = await sql`
    update notice set read_at = clock_timestamp() where read_at is null and user_id = app_user_id() and (${id}::bigint is null or id = ${id})`.execute(
    trx,
  );
  return Number(numAffectedRows ?? 0);
}

export async function findNotice(trx: Trx, id: number): Promise<boolean> {
  return (
    (await sql`select from notice where id = ${id} and user_id = app_user_id()`.execute(trx)).rows.length ===
    1
  );
}
