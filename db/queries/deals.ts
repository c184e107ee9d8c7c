import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Trx } from '../connect.ts';
import { replaceChildren } from './children.ts';
import { byName, contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';
import { type StopSaleFlag, stopSaleOf } from './stop-sales.ts';

export interface DealValues {
  brandId: number;
  title: string;
  status: 'draft' | 'agreed' | 'running' | 'ended' | 'cancelled';
  startsOn: string | null;
  endsOn: string | null;
  ownerUserId: string | null;
  note: string | null;
}

export interface DealLineValues {
  productId: number;
  livePriceFen: number;
  listPriceFen: number | null;
  couponFen: number;
  gifts: string | null;
  commissionRateBps: number;
  serviceRateBps: number;
  slotFeeFen: number;
  pricePromise: string | null;
  exclusive: boolean;
}

export interface DealRow extends DealValues {
  id: number;
  brandName: string;
  ownerName: string | null;
  lineCount: number;
  rowVersion: number;
}

export interface DealRecord extends DealRow {
  lines: (DealLineValues & { id: number; productName: string; stopSale: StopSaleFlag | null })[];
}

export interface DealFilter {
  q?: string;
  brandId?: number;
  status?: string;
  id?: number[];
}

export const DEAL_SORTS = ['id', 'title', 'brandName', 'status', 'startsOn', 'endsOn'] as const;
export type DealSort = (typeof DEAL_SORTS)[number];

const sorts = {
  id: sql.ref('d.id'),
  title: byName('d.title'),
  brandName: byName('b.name'),
  status: sql.ref('d.status'),
  startsOn: sql.ref('d.starts_on'),
  endsOn: sql.ref('d.ends_on'),
};

export async function listDeals(
  trx: Trx,
  query: PageRequest<DealSort> & { filter: DealFilter },
): Promise<Page<DealRow>> {
  const { q, brandId, status, id } = query.filter;
  const deals = selectDeals(trx)
    .$if(q !== undefined, (qb) => qb.where((eb) => eb.or([contains('d.title', q!), contains('b.name', q!)])))
    .$if(brandId !== undefined, (qb) => qb.where('d.brand_id', '=', brandId!))
    .$if(status !== undefined, (qb) => qb.where('d.status', '=', status!))
    .$if(id !== undefined, (qb) => qb.where('d.id', 'in', id!))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('d.id', query.sort.order);
  return readPage(deals.$castTo<DealRow>(), query);
}

export function readDeal(trx: Trx, id: number): Promise<DealRecord | undefined> {
  return selectDeals(trx)
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('deal_line as l')
          .innerJoin('product as p', 'p.id', 'l.product_id')
          .whereRef('l.deal_id', '=', 'd.id')
          .select([
            'l.id',
            'l.product_id as productId',
            'p.name as productName',
            'l.live_price_fen as livePriceFen',
            'l.list_price_fen as listPriceFen',
            'l.coupon_fen as couponFen',
            'l.gifts',
            'l.commission_rate_bps as commissionRateBps',
            'l.service_rate_bps as serviceRateBps',
            'l.slot_fee_fen as slotFeeFen',
            'l.price_promise as pricePromise',
            'l.exclusive',
            stopSaleOf(sql.ref('l.product_id'), true).as('stopSale'),
          ])
          .orderBy('l.id'),
      ).as('lines'),
    )
    .where('d.id', '=', id)
    .$castTo<DealRecord>()
    .executeTakeFirst();
}

export async function insertDeal(trx: Trx, values: DealValues): Promise<number> {
  const { id } = await trx
    .insertInto('deal')
    .values(toColumns(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateDealValues(trx: Trx, id: number, values: DealValues): Promise<void> {
  await trx
    .updateTable('deal')
    .set({ ...toColumns(values), updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

/** Offer lines with an id are changed, those without are added, the others go. */
export function replaceDealLines(
  trx: Trx,
  dealId: number,
  lines: readonly (DealLineValues & { id?: number })[],
): Promise<void> {
  const of = { table: 'deal_line', parentColumn: 'deal_id', parentId: dealId, field: 'lines' } as const;
  return replaceChildren(trx, of, lines.map(toLineColumns));
}

function selectDeals(trx: Trx) {
  return trx
    .selectFrom('deal as d')
    .innerJoin('brand as b', 'b.id', 'd.brand_id')
    .leftJoin('app_user as u', 'u.id', 'd.owner_user_id')
    .select((eb) => [
      'd.id as id',
      'd.brand_id as brandId',
      'b.name as brandName',
      'd.title as title',
      'd.status as status',
      'd.starts_on as startsOn',
      'd.ends_on as endsOn',
      'd.owner_user_id as ownerUserId',
      'u.name as ownerName',
      'd.note as note',
      eb
        .selectFrom('deal_line as n')
        .whereRef('n.deal_id', '=', 'd.id')
        .select(sql<number>`count(*)`.as('n'))
        .as('lineCount'),
      'd.row_version as rowVersion',
    ]);
}

const toColumns = ({ brandId, startsOn, endsOn, ownerUserId, ...rest }: DealValues) => ({
  ...rest,
  brand_id: brandId,
  starts_on: startsOn,
  ends_on: endsOn,
  owner_user_id: ownerUserId,
});

const toLineColumns = (line: DealLineValues & { id?: number }) => ({
  id: line.id,
  product_id: line.productId,
  live_price_fen: line.livePriceFen,
  list_price_fen: line.listPriceFen,
  coupon_fen: line.couponFen,
  gifts: line.gifts,
  commission_rate_bps: line.commissionRateBps,
  service_rate_bps: line.serviceRateBps,
  slot_fee_fen: line.slotFeeFen,
  price_promise: line.pricePromise,
  exclusive: line.exclusive,
});
