import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Platform } from '../../api/domain/platform.ts';
import type { Trx } from '../connect.ts';
import { replaceChildren } from './children.ts';
import { byName, contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';
import { type Span, within } from './span.ts';
import { type StopSaleFlag, stopSaleOf } from './stop-sales.ts';

export interface StreamValues {
  anchorId: number;
  platform: Platform;
  title: string;
  roomExtId: string | null;
  status: 'planned' | 'live' | 'ended' | 'cancelled';
  startsAt: string;
  endsAt: string;
  note: string | null;
  /** Minutes really live; null: as scheduled. */
  liveMinutes: number | null;
}

export interface StreamItemValues {
  position: number;
  productId: number;
  dealLineId: number | null;
  itemRole: 'traffic' | 'welfare' | 'profit' | 'hero' | 'image';
  plannedMinutes: number | null;
}

/** What the agency keeps to itself is missing when the reader is an anchor: notes and the deals behind the items. */
export interface StreamRow extends Omit<StreamValues, 'note'> {
  id: number;
  anchorName: string;
  itemCount: number;
  rowVersion: number;
  note?: string | null;
}

export interface StreamRecord extends StreamRow {
  items: (Omit<StreamItemValues, 'dealLineId'> & {
    id: number;
    productName: string;
    /** The sale of these goods is stopped, and the stream is still to come. */
    stopSale: StopSaleFlag | null;
    dealLineId?: number | null;
  })[];
}

export interface StreamFilter extends Span {
  q?: string;
  anchorId?: number;
  platform?: string;
  status?: string;
  id?: number[];
}

export interface StreamReader {
  /** false for anchors. */
  seesInternals: boolean;
}

export const STREAM_SORTS = [
  'id',
  'startsAt',
  'endsAt',
  'title',
  'anchorName',
  'platform',
  'status',
] as const;
export type StreamSort = (typeof STREAM_SORTS)[number];

const sorts = {
  id: sql.ref('s.id'),
  startsAt: sql.ref('s.starts_at'),
  endsAt: sql.ref('s.ends_at'),
  title: byName('s.title'),
  anchorName: byName('a.name'),
  platform: sql.ref('s.platform'),
  status: sql.ref('s.status'),
};

export async function listStreams(
  trx: Trx,
  query: PageRequest<StreamSort> & { filter: StreamFilter },
  reader: StreamReader,
): Promise<Page<StreamRow>> {
  const { q, anchorId, platform, status, id, from, to } = query.filter;
  const streams = selectStreams(trx, reader)
    .$if(q !== undefined, (qb) =>
      qb.where((eb) =>
        eb.or([contains('s.title', q!), contains('a.name', q!), eb('s.room_ext_id', '=', q!)]),
      ),
    )
    .$if(anchorId !== undefined, (qb) => qb.where('s.anchor_id', '=', anchorId!))
    .$if(platform !== undefined, (qb) => qb.where('s.platform', '=', platform!))
    .$if(status !== undefined, (qb) => qb.where('s.status', '=', status!))
    .$if(id !== undefined, (qb) => qb.where('s.id', 'in', id!))
    .where(within('s.starts_at', { from, to }))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('s.id', query.sort.order);
  return readPage(streams.$castTo<StreamRow>(), query);
}

export function readStream(trx: Trx, id: number, reader: StreamReader): Promise<StreamRecord | undefined> {
  return selectStreams(trx, reader)
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('stream_item as i')
          .innerJoin('product as p', 'p.id', 'i.product_id')
          .whereRef('i.stream_id', '=', 's.id')
          .select([
            'i.id',
            'i.position',
            'i.product_id as productId',
            'p.name as productName',
            'i.item_role as itemRole',
            'i.planned_minutes as plannedMinutes',
            sql<StopSaleFlag | null>`case when s.status in ('planned', 'live') and s.ends_at > now() then ${stopSaleOf(sql.ref('i.product_id'), reader.seesInternals)} end`.as(
              'stopSale',
            ),
          ])
          .$if(reader.seesInternals, (qb) => qb.select('i.deal_line_id as dealLineId'))
          .orderBy('i.position'),
      ).as('items'),
    )
    .where('s.id', '=', id)
    .$castTo<StreamRecord>()
    .executeTakeFirst();
}

export async function insertStream(trx: Trx, values: StreamValues): Promise<number> {
  const { id } = await trx
    .insertInto('stream')
    .values(toColumns(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateStreamValues(trx: Trx, id: number, values: StreamValues): Promise<void> {
  await trx
    .updateTable('stream')
    .set({ ...toColumns(values), updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

/** Items with an id are changed, those without are added, the others go. */
export async function replaceItems(
  trx: Trx,
  streamId: number,
  items: readonly (StreamItemValues & { id?: number })[],
): Promise<void> {
  // Out of the way first: two items that change places would meet on one position.
  await sql`update stream_item set position = position + 100000 where stream_id = ${streamId}`.execute(trx);
  const of = { table: 'stream_item', parentColumn: 'stream_id', parentId: streamId, field: 'items' } as const;
  await replaceChildren(trx, of, items.map(toItemColumns));
}

/** The product each of these offer lines sells. */
export async function readDealLineProducts(
  trx: Trx,
  dealLineIds: readonly number[],
): Promise<Map<number, number>> {
  const lines = await trx
    .selectFrom('deal_line')
    .select(['id', 'product_id as productId'])
    .where(sql<boolean>`id = any(${dealLineIds}::int[])`)
    .execute();
  return new Map(lines.map(({ id, productId }) => [id, productId]));
}

function selectStreams(trx: Trx, { seesInternals }: StreamReader) {
  return trx
    .selectFrom('stream as s')
    .innerJoin('anchor as a', 'a.id', 's.anchor_id')
    .select((eb) => [
      's.id as id',
      's.anchor_id as anchorId',
      'a.name as anchorName',
      's.platform as platform',
      's.title as title',
      's.room_ext_id as roomExtId',
      's.status as status',
      's.starts_at as startsAt',
      's.ends_at as endsAt',
      's.live_minutes as liveMinutes',
      eb
        .selectFrom('stream_item as n')
        .whereRef('n.stream_id', '=', 's.id')
        .select(sql<number>`count(*)`.as('n'))
        .as('itemCount'),
      's.row_version as rowVersion',
    ])
    .$if(seesInternals, (qb) => qb.select('s.note as note'));
}

const toColumns = ({ anchorId, roomExtId, startsAt, endsAt, liveMinutes, ...rest }: StreamValues) => ({
  ...rest,
  anchor_id: anchorId,
  room_ext_id: roomExtId,
  starts_at: startsAt,
  ends_at: endsAt,
  live_minutes: liveMinutes,
});

const toItemColumns = (item: StreamItemValues & { id?: number }) => ({
  id: item.id,
  position: item.position,
  product_id: item.productId,
  deal_line_id: item.dealLineId,
  item_role: item.itemRole,
  planned_minutes: item.plannedMinutes,
});
