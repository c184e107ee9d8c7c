import { sql } from 'kysely';
import type { SettledMonth } from '../../api/domain/contract-figures-shape.ts';
import type { Trx } from '../connect.ts';

/** The last twelve months with a statement: what the anchor earned, and the minutes of the streams that took place. */
export async function readSettledMonths(trx: Trx, anchorId: number): Promise<SettledMonth[]> {
  const { rows } = await sql<SettledMonth>`
    select t.month, t.earned_fen as "netFen", (
        select round(sum(extract(epoch from s.ends_at - s.starts_at)) / 60)::int from stream s
         where s.anchor_id = t.anchor_id and s.status = 'ended'
           and to_char(s.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM') = t.month) as "liveMinutes"
      from statement t where t.anchor_id = ${anchorId} order by t.month desc limit 12`.execute(trx);
  return rows;
}
