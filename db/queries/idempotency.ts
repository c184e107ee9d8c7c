import { sql } from 'kysely';
import type { Db, Trx } from '../connect.ts';
import { currentRunningKey } from '../request-scope.ts';

export interface IdempotencyKey {
  actorId: string;
  /** Method and path, so that the same key on another record is another key. */
  route: string;
  key: string;
}

export interface KeptAnswer {
  fingerprint: string;
  /** null while the first request is still at work. */
  status: number | null;
  body: unknown;
}

/** A first request that has not been heard of for this long is dead; a live one says so every 20 s. */
const abandonedAfter = sql`interval '60 seconds'`;

/**
 * Takes a key for this request: undefined when it is ours to work on (new, or its first request died), else what
 * is kept under it. One statement, so that of two that come at once one gets the key; the database's clock decides.
 */
export async function takeKey(
  db: Db,
  key: IdempotencyKey,
  fingerprint: string,
): Promise<KeptAnswer | undefined> {
  const taken = await db
    .insertInto('idempotency_key')
    .values({ actor_id: key.actorId, route: key.route, key: key.key, fingerprint })
    .onConflict((conflict) =>
      conflict
        .columns(['actor_id', 'route', 'key'])
        .doUpdateSet({ created_at: sql`clock_timestamp()` })
        .where('idempotency_key.status', 'is', null)
        .where('idempotency_key.fingerprint', '=', fingerprint)
        .where('idempotency_key.created_at', '<', sql<string>`clock_timestamp() - ${abandonedAfter}`),
    )
    .returning('key')
    .executeTakeFirst();
  if (taken) return undefined;
  const kept = await byKey(
    db.selectFrom('idempotency_key').select(['fingerprint', 'status', 'body']),
    key,
  ).executeTakeFirst();
  // Gone between the two statements: its first request was refused and gave the key back a moment ago.
  return kept ?? takeKey(db, key, fingerprint);
}

/** Says that the request is still at work. */
export async function touchKey(db: Db, key: IdempotencyKey): Promise<void> {
  await byKey(db.updateTable('idempotency_key').set({ created_at: sql`clock_timestamp()` }), key)
    .where('status', 'is', null)
    .execute();
}

export async function keepAnswer(
  db: Db,
  key: IdempotencyKey,
  answer: { status: number; body: unknown },
): Promise<void> {
  await byKey(
    db.updateTable('idempotency_key').set({ status: answer.status, body: JSON.stringify(answer.body) }),
    key,
  ).execute();
}

/**
 * Keeps a verb's answer in the transaction of its effect, and answers it: when the connection is lost behind COMMIT, or
 * the process dies before it answers, the same request finds what was done instead of doing it again. Outside of a verb
 * with a key it does nothing. Call it last, with the body the route answers.
 */
export async function keepEffect<T>(trx: Trx, body: T): Promise<T> {
  const key = currentRunningKey();
  if (key) await keepAnswer(trx, key, { status: 200, body });
  return body;
}

/** A refusal changed nothing, so the same request may be tried again under its key. */
export async function giveKeyBack(db: Db, key: IdempotencyKey): Promise<void> {
  await byKey(db.deleteFrom('idempotency_key'), key).where('status', 'is', null).execute();
}

type Narrowable = { where(column: never, operator: '=', value: string): Narrowable };

function byKey<Q>(query: Q, key: IdempotencyKey): Q {
  const narrowed = (query as Narrowable)
    .where('actor_id' as never, '=', key.actorId)
    .where('route' as never, '=', key.route)
    .where('key' as never, '=', key.key);
  return narrowed as Q;
}
