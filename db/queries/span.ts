import { type RawBuilder, sql } from 'kysely';

/** Bounds of a filter: instants as ISO text, `to` not included; or days in China, `to` included as people mean it. */
export interface Span {
  from?: string;
  to?: string;
}

/** Whether a column's instant lies in the span; an open side always holds. */
export function within(column: string, { from, to }: Span): RawBuilder<boolean> {
  const instant = sql.ref(column);
  const after = from === undefined ? sql`true` : sql`${instant} >= ${startOf(from, 0)}`;
  const before = to === undefined ? sql`true` : sql`${instant} < ${startOf(to, 1)}`;
  return sql<boolean>`(${after} and ${before})`;
}

function startOf(text: string, daysLater: number): RawBuilder<string> {
  if (text.includes('T')) return sql`${text}::timestamptz`;
  return sql`((${text}::date + ${daysLater}::int)::timestamp at time zone 'Asia/Shanghai')`;
}
