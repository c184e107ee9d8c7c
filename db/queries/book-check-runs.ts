import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import type { BookCheckResult } from './book-checks/book-check.ts';

/** A check of the books as it was kept; instants ISO. */
export interface BookCheckRun {
  id: number;
  checkedAt: string;
  tookMs: number;
  /** Null: nobody asked, it was the night's. */
  askedByName: string | null;
  rules: number;
  /** Rules that do not hold. */
  broken: number;
  checks: BookCheckResult[];
}

export async function insertBookCheckRun(
  trx: Trx,
  { checks, tookMs, askedBy }: { checks: readonly BookCheckResult[]; tookMs: number; askedBy: string | null },
): Promise<number> {
  const { id } = await trx
    .insertInto('book_check_run')
    .values({
      took_ms: tookMs,
      asked_by: askedBy,
      rules: checks.length,
      broken: checks.filter(({ ok }) => !ok).length,
      checks: JSON.stringify(checks),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The newest check; undefined where the books were never checked. */
export async function readNewestBookCheck(trx: Trx): Promise<BookCheckRun | undefined> {
  const { rows } = await sql<BookCheckRun>`
    select r.id, r.checked_at as "checkedAt", r.took_ms as "tookMs", u.name as "askedByName", r.rules, r.broken, r.checks
      from book_check_run r left join app_user u on u.id = r.asked_by order by r.id desc limit 1`.execute(
    trx,
  );
  return rows[0];
}
