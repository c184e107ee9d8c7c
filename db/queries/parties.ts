import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import { byName, contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';

export type PartyKind = 'agency' | 'anchor' | 'platform' | 'agent' | 'leader' | 'referrer' | 'brand';

export interface PartyRow {
  id: number;
  kind: PartyKind;
  name: string;
  anchorId: number | null;
}

export interface PartyFilter {
  q?: string;
  kind?: string;
  id?: number[];
}

export const PARTY_SORTS = ['id', 'name', 'kind'] as const;
export type PartySort = (typeof PARTY_SORTS)[number];

const sorts = { id: sql.ref('party.id'), name: byName('party.name'), kind: sql.ref('party.kind') };

export async function listParties(
  trx: Trx,
  query: PageRequest<PartySort> & { filter: PartyFilter },
): Promise<Page<PartyRow>> {
  const { q, kind, id } = query.filter;
  const parties = selectParties(trx)
    // Staff may name every party in a contract, but an anchor out of sight is out of sight as a party too.
    .where((eb) =>
      eb.or([
        eb('anchor_id', 'is', null),
        eb('anchor_id', 'in', eb.selectFrom('anchor').select('anchor.id')),
      ]),
    )
    .$if(q !== undefined, (qb) => qb.where(contains('party.name', q!)))
    .$if(kind !== undefined, (qb) => qb.where('kind', '=', kind!))
    .$if(id !== undefined, (qb) => qb.where('id', 'in', id!))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('id', query.sort.order);
  return readPage(parties, query);
}

export function insertParty(trx: Trx, values: { kind: PartyKind; name: string }): Promise<PartyRow> {
  return trx
    .insertInto('party')
    .values(values)
    .returning(['id', 'kind', 'name', 'anchor_id as anchorId'])
    .$castTo<PartyRow>()
    .executeTakeFirstOrThrow();
}

function selectParties(trx: Trx) {
  return trx.selectFrom('party').select(['id', 'kind', 'name', 'anchor_id as anchorId']).$castTo<PartyRow>();
}
