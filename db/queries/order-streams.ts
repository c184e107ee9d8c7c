import { type RawBuilder, sql } from 'kysely';
import { STREAM_GRACE_MINUTES, type StreamWindow } from '../../api/domain/stream-window.ts';
import type { Trx } from '../connect.ts';
import { holdOrders } from './order-import-lines.ts';

const GRACE = sql`make_interval(mins => ${STREAM_GRACE_MINUTES}::int)`;

/** A platform's streams that took place or will; seconds since 2000, as the files' times are read. */
export async function readStreamWindows(trx: Trx, platform: string): Promise<StreamWindow[]> {
  const { rows } = await sql<StreamWindow>`
    select id as "streamId", anchor_id as "anchorId", room_ext_id as "roomExtId",
           (extract(epoch from starts_at) - extract(epoch from timestamptz '2000-01-01 00:00:00Z'))::float8 as "startSeconds",
           (extract(epoch from ends_at) - extract(epoch from timestamptz '2000-01-01 00:00:00Z'))::float8 as "endSeconds"
      from stream where platform = ${platform} and status <> 'cancelled'`.execute(trx);
  return rows;
}

/**
 * The stream of a line of the alias given, as domain/stream-window has it: own anchor's, in the room the file names where
 * a stream has that room, else by time alone. A refund of its own has none by its time, which is not when something was
 * sold: it follows its sale (followSales).
 */
export function streamOfLine(line: string, anchorId: RawBuilder<unknown> = sql.ref(`${line}.anchor_id`)) {
  const of = (column: string) => sql.ref(`${line}.${column}`);
  const paidAt = sql`coalesce(${of('paid_at')}, ${of('ordered_at')})`;
  return sql<number | null>`(
    select w.id from stream w
     where ${of('kind')} = 0 and w.platform = ${of('platform')} and w.status <> 'cancelled'
       and w.starts_at <= ${paidAt} and w.ends_at > ${paidAt} - ${GRACE}
       and (w.anchor_id = ${anchorId} or (${anchorId} is null and w.room_ext_id = ${of('room_ext_id')}))
     order by coalesce(w.room_ext_id = ${of('room_ext_id')}, false) desc, w.starts_at desc, w.id desc limit 1)`;
}

export const isUnsettled = (line: string) =>
  sql`not exists (select from settlement_line l where l.line_id = ${sql.ref(`${line}.id`)})`;

export interface StreamSpan {
  anchorId: number;
  platform: string;
  roomExtId: string | null;
  startsAt: string;
  endsAt: string;
}

/**
 * Gives unsettled lines in the time of these streams (as one was and as it is now) the stream they belong to, or none;
 * answers how many changed. Settled lines stay with what they were settled on.
 */
export async function reattributeLines(trx: Trx, spans: readonly StreamSpan[]): Promise<number> {
  // a settlement that runs now reads streams: it must not see half of them moved
  await holdOrders(trx);
  // after the orders, as everybody takes them: who waits for the orders must not keep an import from its streams
  const platforms = [...new Set(spans.map((span) => span.platform))].sort();
  for (const platform of platforms)
    await sql`select pg_advisory_xact_lock_shared(hashtext('faircast.streams'), hashtext(${platform}))`.execute(
      trx,
    );
  const result = await sql`
    with found as (
      select o.id, o.platform, o.stream_id, ${streamOfLine('o')} as should_be
        from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb)
          as s("anchorId" int, platform text, "roomExtId" text, "startsAt" timestamptz, "endsAt" timestamptz)
        join order_line o on o.platform = s.platform
         and (o.anchor_id = s."anchorId" or (o.anchor_id is null and o.room_ext_id = s."roomExtId"))
         and (o.paid_at >= s."startsAt" and o.paid_at < s."endsAt" + ${GRACE}
              or o.paid_at is null and o.ordered_at >= s."startsAt" and o.ordered_at < s."endsAt" + ${GRACE})
       where o.kind = 0)
    update order_line o set stream_id = found.should_be from found
     where o.platform = found.platform and o.id = found.id and found.stream_id is distinct from found.should_be
       and ${isUnsettled('o')}`.execute(trx);
  const moved = Number(result.numAffectedRows ?? 0);
  if (moved > 0) for (const platform of platforms) await followSales(trx, platform);
  return moved;
}

/** Gives every unsettled refund line the stream of the sale it takes back, where it is linked to one. */
export async function followSales(trx: Trx, platform: string): Promise<void> {
  await sql`
    update order_line o set stream_id = s.stream_id
      from order_line s
     where o.platform = ${platform} and o.refund_of_id is not null and s.platform = ${platform} and s.id = o.refund_of_id
       and o.stream_id is distinct from s.stream_id and ${isUnsettled('o')}`.execute(trx);
}

/**
 * Waits for those who write streams of this platform now, and keeps others waiting: what they could not see of an import
 * that ran beside them is seen by whoever holds this.
 */
export async function lockStreams(trx: Trx, platform: string): Promise<void> {
  await holdOrders(trx);
  await sql`select pg_advisory_xact_lock(hashtext('faircast.streams'), hashtext(${platform}))`.execute(trx);
}

/**
 * Gives known lines that came again the stream they belong to by what is known of them now. A line the reader found in
 * the same stream again is passed over.
 */
export async function attributeMerged(trx: Trx, platform: string): Promise<void> {
  await sql`
    update order_line o set stream_id = ${streamOfLine('o')}
      from order_staging s
     where o.platform = ${platform} and o.order_no = s.order_no and o.line_no = s.line_no
       and s.stream_id is distinct from o.stream_id and o.stream_id is distinct from ${streamOfLine('o')}
       and o.refund_of_id is null and ${isUnsettled('o')}`.execute(trx);
}
