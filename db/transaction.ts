import { setTimeout as sleep } from 'node:timers/promises';
import { type IsolationLevel, sql } from 'kysely';
import type { Identity } from '../api/domain/identity.ts';
import type { Db, Trx } from './connect.ts';

export interface TransactionOptions {
  readOnly?: boolean;
  /** `read committed` when not given; `repeatable read` for one snapshot over several reads. */
  isolation?: IsolationLevel;
  /** The role's own limit is 15 s; imports and settlements name a longer one. 0 means no limit. */
  statementTimeoutMs?: number;
}

const maxTries = 10;
/** serialization_failure and deadlock_detected: PostgreSQL asks for the whole transaction again. */
const retriedCodes = new Set(['40001', '40P01']);

/**
 * Runs `work` in one transaction as `identity`, which row-level security reads and which ends with it. `work` may
 * run several times (a serialization failure or a deadlock repeats the whole), so it must not act outside the database.
 */
export async function inTransaction<T>(
  db: Db,
  identity: Identity,
  work: (trx: Trx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(db, identity, work, options);
    } catch (error) {
      if (attempt >= maxTries || !retriedCodes.has((error as { code?: string }).code ?? '')) throw error;
      // Jitter: two transactions that met once must not meet again at the same moment.
      await sleep(Math.random() * 20 * attempt);
    }
  }
}

function runOnce<T>(
  db: Db,
  identity: Identity,
  work: (trx: Trx) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const { readOnly = false, isolation = 'read committed', statementTimeoutMs } = options;
  const transaction = db
    .transaction()
    .setIsolationLevel(isolation)
    .setAccessMode(readOnly ? 'read only' : 'read write');
  return transaction.execute(async (trx) => {
    await assumeIdentity(trx, identity, statementTimeoutMs);
    return work(trx);
  });
}

/** `true`: local to the transaction, so that the connection's next user starts as nobody. */
async function assumeIdentity(trx: Trx, identity: Identity, statementTimeoutMs?: number): Promise<void> {
  const settings: [string, string][] = [
    ['faircast.user_id', identity.userId],
    ['faircast.role', identity.role],
    ['faircast.anchor_id', String(identity.anchorId ?? '')],
    ['faircast.team_id', String(identity.teamId ?? '')],
    ['faircast.scope', identity.scope],
  ];
  if (statementTimeoutMs !== undefined) settings.push(['statement_timeout', String(statementTimeoutMs)]);
  await sql`select ${sql.join(settings.map(([name, value]) => sql`set_config(${name}, ${value}, true)`))}`.execute(
    trx,
  );
}
