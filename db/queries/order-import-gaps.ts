import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../connect.ts';
import { holdOrders } from './order-import-lines.ts';
import { followSales, isUnsettled, streamOfLine } from './order-streams.ts';

/** An id in the files that nobody here is known by. */
export interface GapRow {
  kind: 'anchor' | 'product';
  platform: string;
  externalId: string;
  name: string | null;
  lines: number;
  paidFen: number;
}

const MAX_ROWS = 1000;

/** Unknown anchors and products of one import (null: of all lines), the largest first; at most 1,000. */
export async function listGaps(trx: Trx, importId: number | null): Promise<GapRow[]> {
  const ofImport = importId === null ? sql`true` : sql`import_id = ${importId}`;
  const { rows } = await sql<GapRow>`
    select 'anchor' as kind, platform, anchor_ext_id as "externalId", max(anchor_name) as name, count(*) as lines,
           sum(paid_fen)::bigint as "paidFen"
      from order_line where anchor_id is null and anchor_ext_id is not null and ${ofImport} group by platform, anchor_ext_id
    union all
    select 'product', platform, product_ext_id, max(product_name), count(*), sum(paid_fen)::bigint
      from order_line where product_id is null and product_ext_id is not null and ${ofImport} group by platform, product_ext_id
    order by "paidFen" desc, lines desc, "externalId" limit ${MAX_ROWS}`.execute(trx);
  return rows;
}

export interface Alias {
  kind: 'anchor' | 'product';
  platform: string;
  externalId: string;
  /** Our anchor or product. */
  id: number;
}

/**
 * Names an id of the files for good and fills it in on every line that is not settled yet, with the stream the line then
 * belongs to; answers how many lines. A
 * product presented by one anchor alone names that anchor too, on lines whose file names none. undefined: the id is known
 * as somebody else already, and nothing was changed.
 */
export async function resolveAlias(trx: Trx, alias: Alias): Promise<number | undefined> {
  const { kind, platform, externalId, id } = alias;
  await holdOrders(trx);
  if (kind === 'anchor') {
    const { rows: accounts } = await sql<{ nickname: string | null }>`
      insert into anchor_account (anchor_id, platform, external_id, nickname)
      select ${id}::int, ${platform}, ${externalId}, max(anchor_name)
        from order_line where platform = ${platform} and anchor_ext_id = ${externalId}
      on conflict (platform, external_id) do update set nickname = anchor_account.nickname
        where anchor_account.anchor_id = excluded.anchor_id returning nickname`.execute(trx);
    if (accounts.length === 0) return undefined;
    return changeLines(
      trx,
      sql`anchor_id = ${id}, stream_id = ${streamUnlessRefund(sql`${id}::int`)}`,
      sql`anchor_ext_id = ${externalId} and anchor_id is distinct from ${id}`,
      platform,
    );
  }
  const { rows: listings } = await sql<{ anchorId: number | null }>`
    insert into product_listing (product_id, platform, external_id, title)
    select ${id}::int, ${platform}, ${externalId}, max(product_name)
      from order_line where platform = ${platform} and product_ext_id = ${externalId}
    on conflict (platform, external_id) do update set title = product_listing.title
      where product_listing.product_id = excluded.product_id returning anchor_id as "anchorId"`.execute(trx);
  if (listings.length === 0) return undefined;
  const anchorId = sql`case when o.anchor_ext_id is null then coalesce(o.anchor_id, ${listings[0]!.anchorId}::int) else o.anchor_id end`;
  return changeLines(
    trx,
    sql`product_id = ${id}, anchor_id = ${anchorId}, stream_id = ${streamUnlessRefund(anchorId)}`,
    sql`product_ext_id = ${externalId} and product_id is distinct from ${id}`,
    platform,
  );
}

/** A refund follows its sale, whose stream may be another in a moment. */
const streamUnlessRefund = (anchorId: RawBuilder<unknown>) =>
  sql`case when o.refund_of_id is null then ${streamOfLine('o', anchorId)} else o.stream_id end`;

async function changeLines(
  trx: Trx,
  change: ReturnType<typeof sql>,
  which: ReturnType<typeof sql>,
  platform: string,
): Promise<number> {
  const result = await sql`
    update order_line o set ${change}
     where platform = ${platform} and ${which}
       and ${isUnsettled('o')}`.execute(trx);
  await followSales(trx, platform);
  return Number(result.numAffectedRows ?? 0);
}
