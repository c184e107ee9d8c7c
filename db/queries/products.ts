import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Platform } from '../../api/domain/platform.ts';
import type { Trx } from '../connect.ts';
import { replaceChildren } from './children.ts';
import { byName, contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';

export interface ProductValues {
  brandId: number | null;
  name: string;
  gtin: string | null;
  category: string | null;
  spec: string | null;
  ingredients: string | null;
  licenceNo: string | null;
  maker: string | null;
  origin: string | null;
  shelfLifeDays: number | null;
  status: 'active' | 'paused';
}

export interface ProductListing {
  id: number;
  platform: Platform;
  externalId: string;
  title: string | null;
  anchorId: number | null;
}

export interface ProductRow extends ProductValues {
  id: number;
  brandName: string | null;
  listings: ProductListing[];
  rowVersion: number;
}

export interface ProductFilter {
  q?: string;
  brandId?: number;
  status?: string;
  id?: number[];
}

export const PRODUCT_SORTS = ['id', 'name', 'brandName', 'status'] as const;
export type ProductSort = (typeof PRODUCT_SORTS)[number];

const sorts = {
  id: sql.ref('p.id'),
  name: byName('p.name'),
  brandName: byName('b.name'),
  status: sql.ref('p.status'),
};

export async function listProducts(
  trx: Trx,
  query: PageRequest<ProductSort> & { filter: ProductFilter },
): Promise<Page<ProductRow>> {
  const { q, brandId, status, id } = query.filter;
  const products = selectProducts(trx)
    .$if(q !== undefined, (qb) =>
      qb.where((eb) =>
        eb.or([
          contains('p.name', q!),
          eb('p.gtin', '=', q!),
          eb(
            'p.id',
            'in',
            eb.selectFrom('product_listing').select('product_id').where('external_id', '=', q!),
          ),
        ]),
      ),
    )
    .$if(brandId !== undefined, (qb) => qb.where('p.brand_id', '=', brandId!))
    .$if(status !== undefined, (qb) => qb.where('p.status', '=', status!))
    .$if(id !== undefined, (qb) => qb.where('p.id', 'in', id!))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('p.id', query.sort.order);
  return readPage(products, query);
}

export function readProduct(trx: Trx, id: number): Promise<ProductRow | undefined> {
  return selectProducts(trx).where('p.id', '=', id).executeTakeFirst();
}

export async function insertProduct(trx: Trx, values: ProductValues): Promise<number> {
  const { id } = await trx
    .insertInto('product')
    .values(toColumns(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateProductValues(trx: Trx, id: number, values: ProductValues): Promise<void> {
  await trx
    .updateTable('product')
    .set({ ...toColumns(values), updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

/** Listings with an id are changed, those without are added, the others go. */
export function replaceListings(
  trx: Trx,
  productId: number,
  listings: readonly (Omit<ProductListing, 'id'> & { id?: number })[],
): Promise<void> {
  const of = {
    table: 'product_listing',
    parentColumn: 'product_id',
    parentId: productId,
    field: 'listings',
  } as const;
  return replaceChildren(
    trx,
    of,
    listings.map(({ externalId, anchorId, ...rest }) => ({
      ...rest,
      external_id: externalId,
      anchor_id: anchorId,
    })),
  );
}

function selectProducts(trx: Trx) {
  return trx
    .selectFrom('product as p')
    .leftJoin('brand as b', 'b.id', 'p.brand_id')
    .select((eb) => [
      'p.id as id',
      'p.brand_id as brandId',
      'b.name as brandName',
      'p.name as name',
      'p.gtin as gtin',
      'p.category as category',
      'p.spec as spec',
      'p.ingredients as ingredients',
      'p.licence_no as licenceNo',
      'p.maker as maker',
      'p.origin as origin',
      'p.shelf_life_days as shelfLifeDays',
      'p.status as status',
      jsonArrayFrom(
        eb
          .selectFrom('product_listing as l')
          .whereRef('l.product_id', '=', 'p.id')
          .select(['l.id', 'l.platform', 'l.external_id as externalId', 'l.title', 'l.anchor_id as anchorId'])
          .orderBy('l.id'),
      ).as('listings'),
      'p.row_version as rowVersion',
    ])
    .$castTo<ProductRow>();
}

const toColumns = ({ brandId, licenceNo, shelfLifeDays, ...rest }: ProductValues) => ({
  ...rest,
  brand_id: brandId,
  licence_no: licenceNo,
  shelf_life_days: shelfLifeDays,
});
