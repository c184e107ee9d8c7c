import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

export interface RunRow {
  id: number;
  month: string;
  lines: number;
  changes: number;
  baseFen: number;
  createdByName: string | null;
  createdAt: string;
}

const RUN_SORTS = { id: 'r.id', month: 'r.month', createdAt: 'r.created_at' } as const;
export const SETTLEMENT_SORTS = [
  'id',
  'month',
  'createdAt',
] as const satisfies readonly (keyof typeof RUN_SORTS)[];

export async function listRuns(
  trx: Trx,
  query: {
    filter: { month?: string; id?: number[] };
    sort: { field: keyof typeof RUN_SORTS; order: 'asc' | 'desc' };
    offset: number;
    limit: number;
  },
): Promise<{ rows: RunRow[]; total: number }> {
  const { month = null, id = null } = query.filter;
  const where = sql`where (${month}::text is null or r.month = ${month}) and (${id}::int[] is null or r.id = any(${id}))`;
  const { rows } = await sql<RunRow>`
    select r.id, r.month, r.lines, r.changes, r.base_fen as "baseFen", u.name as "createdByName", r.created_at as "createdAt"
      from settlement_run r left join app_user u on u.id = r.created_by ${where}
     order by ${sql.raw(RUN_SORTS[query.sort.field])} ${sql.raw(query.sort.order)}, r.id limit ${query.limit} offset ${query.offset}`.execute(
    trx,
  );
  const count = await sql<{ total: number }>`select count(*) as total from settlement_run r ${where}`.execute(
    trx,
  );
  return { rows, total: count.rows[0]!.total };
}

export interface MonthRow {
  month: string;
  /** Order lines with evidence that are settled, and that are not. */
  settledLines: number;
  openLines: number;
  runs: number;
  statements: number;
  closed: boolean;
}

/** Every month with evidence, a run or a statement, newest first. */
export async function listMonths(trx: Trx): Promise<MonthRow[]> {
  const { rows } = await sql<MonthRow>`
    with evidence as (
      select date_trunc('month', o.settled_at at time zone 'Asia/Shanghai') as first, count(*) filter (where s.line_id is not null) as settled, count(*) filter (where s.line_id is null) as open
        from order_line o left join settlement_line s on s.line_id = o.id and s.seq = 0
       where o.settled_at is not null and o.settled_fen is not null group by 1),
    month as (
      select to_char(first, 'YYYY-MM') as month from evidence union select month from settlement_run union select month from month_close)
    select m.month, coalesce(e.settled, 0) as "settledLines", coalesce(e.open, 0) as "openLines",
           (select count(*) from settlement_run r where r.month = m.month) as runs,
           (select count(*) from statement t where t.month = m.month) as statements,
           exists (select from month_close c where c.month = m.month) as closed
      from month m left join evidence e on to_char(e.first, 'YYYY-MM') = m.month
     order by m.month desc`.execute(trx);
  return rows;
}
