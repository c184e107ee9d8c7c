import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import { byName, contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';

export interface TeamRow {
  id: number;
  name: string;
  /** Users of the team, and the anchors in sight that are its own. */
  members: number;
  anchors: number;
}

export const TEAM_SORTS = ['id', 'name'] as const;
export type TeamSort = (typeof TEAM_SORTS)[number];
const sorts = { id: sql.ref('t.id'), name: byName('t.name') };

export async function listTeams(
  trx: Trx,
  query: PageRequest<TeamSort> & { filter: { q?: string; id?: number[] } },
): Promise<Page<TeamRow>> {
  const { q, id } = query.filter;
  const teams = selectTeams(trx)
    .$if(q !== undefined, (qb) => qb.where(contains('t.name', q!)))
    .$if(id !== undefined, (qb) => qb.where('t.id', 'in', id!))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('t.id', query.sort.order);
  return readPage(teams, query);
}

export function readTeam(trx: Trx, id: number): Promise<TeamRow | undefined> {
  return selectTeams(trx).where('t.id', '=', id).executeTakeFirst();
}

export async function insertTeam(trx: Trx, name: string): Promise<number> {
  const { id } = await trx.insertInto('team').values({ name }).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function renameTeam(trx: Trx, id: number, name: string): Promise<void> {
  await trx.updateTable('team').set({ name }).where('id', '=', id).execute();
}

/** Holds a team until the transaction ends; false when there is none. */
export async function lockTeam(trx: Trx, id: number): Promise<boolean> {
  const row = await trx.selectFrom('team').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  return row !== undefined;
}

function selectTeams(trx: Trx) {
  return trx
    .selectFrom('team as t')
    .select((eb) => [
      't.id as id',
      't.name as name',
      eb
        .selectFrom('app_user as u')
        .whereRef('u.team_id', '=', 't.id')
        .select(sql<number>`count(*)`.as('n'))
        .as('members'),
      eb
        .selectFrom('anchor as a')
        .whereRef('a.team_id', '=', 't.id')
        .select(sql<number>`count(*)`.as('n'))
        .as('anchors'),
    ])
    .$castTo<TeamRow>();
}
