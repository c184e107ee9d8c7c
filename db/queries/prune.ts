import { sql } from 'kysely';
import type { Db } from '../connect.ts';

/** Nobody repeats a request after a week: its answer need not be kept. */
const answersKept = sql`interval '7 days'`;
/** A verb pays for a hundred rows at most, also after a long time without one. */
const rowsAtOnce = 100;

/**
 * Throws away the oldest answers nobody will ask for again and sessions that are over, by the database's clock.
 * Rows somebody else holds are left for the next time, so that it never waits.
 */
export async function pruneExpired(db: Db): Promise<void> {
  await sql`
    with old_session as (
      delete from login_session where id in (
        select id from login_session where expires_at < now() order by expires_at limit ${rowsAtOnce} for update skip locked))
    delete from idempotency_key where (actor_id, route, key) in (
      select actor_id, route, key from idempotency_key
       where created_at < now() - ${answersKept} order by created_at limit ${rowsAtOnce} for update skip locked)`.execute(
    db,
  );
}
