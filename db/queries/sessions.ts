import { CompiledQuery, type Kysely, type KyselyPlugin, sql } from 'kysely';
import type { Role, Scope } from '../../api/domain/identity.ts';
import type { Db, Trx } from '../connect.ts';

/** The person behind a session token, as the database has them at this moment. */
export interface SessionUser {
  sessionId: string;
  userId: string;
  role: Role;
  scope: Scope;
  anchorId: number | null;
  teamId: number | null;
}

export interface SessionRow {
  id: string;
  createdAt: string;
  expiresAt: string;
  ipAddress: string | null;
  userAgent: string | null;
}

/** Finance and admin are signed out after this long without a request; the others when the session ends. */
const idleAfter = sql`interval '30 minutes'`;
const sessionLasts = sql`interval '8 hours'`;

/**
 * Who holds this token now: undefined for an ended, idle or unknown session and for a banned user. Asked on every
 * request, so that a ban, a role change or a sign-out holds on every process at once; the database's clock decides.
 */
export async function findSessionUser(db: Db, token: string): Promise<SessionUser | undefined> {
  const found = await db
    .selectFrom('login_session as s')
    .innerJoin('app_user as u', 'u.id', 's.user_id')
    .where('s.token', '=', token)
    .where('s.expires_at', '>', sql<string>`now()`)
    .where(sql<boolean>`(u.role not in ('finance', 'admin') or s.updated_at > now() - ${idleAfter})`)
    .where(sql<boolean>`(not u.banned or u.ban_expires < now())`)
    .select([
      's.id as sessionId',
      'u.id as userId',
      'u.role as role',
      'u.scope as scope',
      'u.anchor_id as anchorId',
      'u.team_id as teamId',
      sql<boolean>`s.updated_at < now() - interval '1 minute'`.as('isStale'),
    ])
    .executeTakeFirst();
  if (!found) return undefined;
  const { isStale, ...user } = found;
  // At most once a minute: reading a page must not write a row for each of its requests.
  if (isStale)
    await db
      .updateTable('login_session')
      .set({ updated_at: sql`now()` })
      .where('id', '=', user.sessionId)
      .execute();
  return user as SessionUser;
}

/** The sign-in library stamps a session with the process's clock; a session's life is told by the database's. */
export async function stampSession(db: Db, id: string): Promise<void> {
  await db
    .updateTable('login_session')
    .set({ created_at: sql`now()`, updated_at: sql`now()`, expires_at: sql`now() + ${sessionLasts}` })
    .where('id', '=', id)
    .execute();
}

/** A user's own live sign-ins, newest first. Tokens never leave the table. */
export async function listSessions(trx: Trx, userId: string): Promise<SessionRow[]> {
  return trx
    .selectFrom('login_session')
    .where('user_id', '=', userId)
    .where('expires_at', '>', sql<string>`now()`)
    .select([
      'id',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'ip_address as ipAddress',
      'user_agent as userAgent',
    ])
    .orderBy('created_at', 'desc')
    .execute();
}

/** Ends one of the user's own sessions; false when there is none of that id. */
export async function endSession(trx: Trx, userId: string, id: string): Promise<boolean> {
  const ended = await trx
    .deleteFrom('login_session')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return ended.numDeletedRows > 0n;
}

/** Ends every session of a user: after a ban, a change of role or a new password. */
export async function endAllSessions(trx: Trx, userId: string): Promise<void> {
  await trx.deleteFrom('login_session').where('user_id', '=', userId).execute();
}

/** Runs a statement another library wrote, over the app's own connections. */
export async function runRaw(
  db: Db,
  text: string,
  values: unknown[],
): Promise<{ rows: unknown[]; rowCount: number }> {
  const result = await db.executeQuery(CompiledQuery.raw(text, values));
  return { rows: result.rows, rowCount: Number(result.numAffectedRows ?? result.rows.length) };
}

const instantColumns = new Set([
  'expires_at',
  'created_at',
  'updated_at',
  'ban_expires',
  'locked_until',
  'access_token_expires_at',
  'refresh_token_expires_at',
]);

/** Our rows hold instants as text. The sign-in library compares them with Dates, and a text never compares as expired. */
const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) => Object.fromEntries(Object.entries(row).map(toDate))),
  }),
};

function toDate([column, value]: [string, unknown]): [string, unknown] {
  return [column, instantColumns.has(column) && typeof value === 'string' ? new Date(value) : value];
}

/** The same connections as the sign-in library wants them. */
export function dbForSignIn(db: Db): Kysely<Record<string, unknown>> {
  return db.withPlugin(instantsAsDates) as unknown as Kysely<Record<string, unknown>>;
}
