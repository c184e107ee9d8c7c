import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import { byName, contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';

export interface BrandValues {
  name: string;
  company: string | null;
  creditCode: string | null;
  contact: string | null;
  status: 'active' | 'paused' | 'blacklisted';
  note: string | null;
}

export interface BrandRow extends BrandValues {
  id: number;
  productCount: number;
  dealCount: number;
  rowVersion: number;
}

export interface BrandFilter {
  q?: string;
  status?: string;
  id?: number[];
}

export const BRAND_SORTS = ['id', 'name', 'company', 'status', 'productCount', 'dealCount'] as const;
export type BrandSort = (typeof BRAND_SORTS)[number];

const sorts = {
  id: sql.ref('b.id'),
  name: byName('b.name'),
  company: byName('b.company'),
  status: sql.ref('b.status'),
  productCount: sql.ref('productCount'),
  dealCount: sql.ref('dealCount'),
};

export async function listBrands(
  trx: Trx,
  query: PageRequest<BrandSort> & { filter: BrandFilter },
): Promise<Page<BrandRow>> {
  const { q, status, id } = query.filter;
  const brands = selectBrands(trx)
    .$if(q !== undefined, (qb) =>
      qb.where((eb) =>
        eb.or([contains('b.name', q!), contains('b.company', q!), eb('b.credit_code', '=', q!)]),
      ),
    )
    .$if(status !== undefined, (qb) => qb.where('b.status', '=', status!))
    .$if(id !== undefined, (qb) => qb.where('b.id', 'in', id!))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('b.id', query.sort.order);
  return readPage(brands, query);
}

export function readBrand(trx: Trx, id: number): Promise<BrandRow | undefined> {
  return selectBrands(trx).where('b.id', '=', id).executeTakeFirst();
}

export async function insertBrand(trx: Trx, values: BrandValues): Promise<number> {
  const { id } = await trx
    .insertInto('brand')
    .values(toColumns(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateBrandValues(trx: Trx, id: number, values: BrandValues): Promise<void> {
  await trx
    .updateTable('brand')
    .set({ ...toColumns(values), updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

function selectBrands(trx: Trx) {
  return trx
    .selectFrom('brand as b')
    .select((eb) => [
      'b.id as id',
      'b.name as name',
      'b.company as company',
      'b.credit_code as creditCode',
      'b.contact as contact',
      'b.status as status',
      'b.note as note',
      eb
        .selectFrom('product as p')
        .whereRef('p.brand_id', '=', 'b.id')
        .select(sql<number>`count(*)`.as('n'))
        .as('productCount'),
      eb
        .selectFrom('deal as d')
        .whereRef('d.brand_id', '=', 'b.id')
        .select(sql<number>`count(*)`.as('n'))
        .as('dealCount'),
      'b.row_version as rowVersion',
    ])
    .$castTo<BrandRow>();
}

const toColumns = ({ creditCode, ...rest }: BrandValues) => ({ ...rest, credit_code: creditCode });
