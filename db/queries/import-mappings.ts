import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import { byName, contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';

export interface MappingRow {
  id: number;
  name: string;
  platform: string;
  mapping: unknown;
}

export interface MappingFilter {
  q?: string;
  id?: number[];
  platform?: string;
}

export const MAPPING_SORTS = ['id', 'name', 'platform'] as const;
export type MappingSort = (typeof MAPPING_SORTS)[number];

const sorts = { id: sql.ref('m.id'), name: byName('m.name'), platform: sql.ref('m.platform') };

export async function listMappings(
  trx: Trx,
  query: PageRequest<MappingSort> & { filter: MappingFilter },
): Promise<Page<MappingRow>> {
  const { q, id, platform } = query.filter;
  const mappings = trx
    .selectFrom('import_mapping as m')
    .select(['m.id as id', 'm.name as name', 'm.platform as platform', 'm.mapping as mapping'])
    .$if(q !== undefined, (qb) => qb.where(contains('m.name', q!)))
    .$if(id !== undefined, (qb) => qb.where('m.id', 'in', id!.length > 0 ? id! : [0]))
    .$if(platform !== undefined, (qb) => qb.where('m.platform', '=', platform!))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('m.id', query.sort.order);
  return readPage(mappings, query);
}

/** Throws a mapping away and answers it; imports keep the mapping they were read by. */
export function deleteMapping(trx: Trx, id: number): Promise<MappingRow | undefined> {
  return trx
    .deleteFrom('import_mapping')
    .where('id', '=', id)
    .returning(['id', 'name', 'platform', 'mapping'])
    .executeTakeFirst();
}
