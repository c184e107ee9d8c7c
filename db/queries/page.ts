import { type OrderByItemBuilder, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';

export interface PageRequest<Sort extends string> {
  sort: { field: Sort; order: 'asc' | 'desc' };
  offset: number;
  limit: number;
}

export interface Page<Row> {
  rows: Row[];
  /** All rows the filter meets, not only this page's. */
  total: number;
}

/** One page and the total in one statement; a page beyond the end costs a second one, which only counts. */
export async function readPage<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  { offset, limit }: { offset: number; limit: number },
): Promise<Page<Row>> {
  const counted = query.select(sql<number>`count(*) over ()`.as('pageTotal')).offset(offset).limit(limit);
  const rows = (await counted.execute()) as (Row & { pageTotal: number })[];
  if (rows.length === 0 && offset > 0) return { rows: [], total: await countRows(query) };
  return { rows: rows.map(({ pageTotal: _, ...row }) => row as Row), total: rows[0]?.pageTotal ?? 0 };
}

/** How many rows a list query meets; its selection and order are put aside. */
export async function countRows<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
): Promise<number> {
  const counted = query.clearSelect().clearOrderBy().select(sql<number>`count(*)`.as('total'));
  const { total } = (await counted.executeTakeFirstOrThrow()) as { total: number };
  return total;
}

/** Missing values come last whichever way a list is turned. */
export const inOrder = (order: 'asc' | 'desc') => (item: OrderByItemBuilder) =>
  order === 'asc' ? item.asc().nullsLast() : item.desc().nullsLast();

/** Chinese names by pinyin, as people look them up. */
export const byName = (column: string): RawBuilder<string> => sql`${sql.ref(column)} collate "zh-x-icu"`;

/** Whether a column contains the words as typed: `%` and `_` mean themselves. Trigram indexes serve it. */
export function contains(column: string, words: string): RawBuilder<boolean> {
  return sql`${sql.ref(column)} ilike ${`%${words.replace(/[\\%_]/g, '\\$&')}%`}`;
}
