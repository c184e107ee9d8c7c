import { randomUUID } from 'node:crypto';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Role, Scope } from '../../api/domain/identity.ts';
import type { Db, Trx } from '../connect.ts';
import type { DB } from '../types.ts';

export interface UserRow {
  id: string;
  name: string;
  email: string;
  role: Exclude<Role, 'system'>;
  scope: Scope;
  teamId: number | null;
  anchorId: number | null;
  anchorName: string | null;
  locale: 'zh' | 'en';
  banned: boolean;
  twoFactorEnabled: boolean;
  rowVersion: number;
  createdAt: string;
}

export interface UserChange {
  name: string;
  role: UserRow['role'];
  scope: Scope;
  teamId: number | null;
  anchorId: number | null;
  locale: 'zh' | 'en';
  banned: boolean;
}

export interface UserFilter {
  q?: string;
  role?: UserRow['role'];
  id?: string[];
}

export const userSorts = ['name', 'email', 'role', 'createdAt'] as const;

export interface UserListQuery {
  filter: UserFilter;
  sort: { field: (typeof userSorts)[number]; order: 'asc' | 'desc' };
  offset: number;
  limit: number;
}

const sortColumn = {
  name: sql`u.name collate "zh-x-icu"`,
  email: sql`u.email`,
  role: sql`u.role`,
  createdAt: sql`u.created_at`,
};

export async function listUsers(
  trx: Trx,
  { filter, sort, offset, limit }: UserListQuery,
): Promise<{ rows: UserRow[]; total: number }> {
  let matching = trx.selectFrom('app_user as u').leftJoin('anchor as a', 'a.id', 'u.anchor_id');
  if (filter.q) {
    const like = `%${escapeLike(filter.q)}%`;
    matching = matching.where((eb) => eb.or([eb('u.name', 'ilike', like), eb('u.email', 'ilike', like)]));
  }
  if (filter.role) matching = matching.where('u.role', '=', filter.role);
  if (filter.id) matching = matching.where('u.id', 'in', filter.id.length ? filter.id : ['']);
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await selectUser(matching)
    .orderBy(sortColumn[sort.field], sort.order)
    .orderBy('u.id')
    .offset(offset)
    .limit(limit)
    .execute();
  return { rows: rows as UserRow[], total };
}

export async function findUser(trx: Trx, id: string): Promise<UserRow | undefined> {
  const users = trx
    .selectFrom('app_user as u')
    .leftJoin('anchor as a', 'a.id', 'u.anchor_id')
    .where('u.id', '=', id);
  return (await selectUser(users).executeTakeFirst()) as UserRow | undefined;
}

/** The user is locked until the transaction ends. */
export async function lockUser(trx: Trx, id: string): Promise<UserRow | undefined> {
  const locked = await trx
    .selectFrom('app_user')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return locked && findUser(trx, id);
}

/** Admins who can sign in, locked in one order: of two who demote each other at once, the second sees the first's deed. */
export async function lockAdmins(trx: Trx): Promise<string[]> {
  const admins = await trx
    .selectFrom('app_user')
    .select('id')
    .where('role', '=', 'admin')
    .where('banned', '=', false)
    .orderBy('id')
    .forUpdate()
    .execute();
  return admins.map((admin) => admin.id);
}

/** Makes a user who signs in with this (hashed) password. */
export async function insertUser(
  trx: Trx,
  user: UserChange & { email: string },
  passwordHash: string,
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('app_user')
    .values({ id, email: user.email.toLowerCase(), email_verified: true, ...toColumns(user) })
    .execute();
  await trx
    .insertInto('login_account')
    .values({
      id: randomUUID(),
      user_id: id,
      account_id: id,
      provider_id: 'credential',
      password: passwordHash,
    })
    .execute();
  return id;
}

/** Changes the user of this row version; false when somebody changed it meanwhile. */
export async function updateUser(
  trx: Trx,
  id: string,
  rowVersion: number,
  change: UserChange,
): Promise<boolean> {
  const changed = await trx
    .updateTable('app_user')
    .set({ ...toColumns(change), row_version: sql`row_version + 1`, updated_at: sql`now()` })
    .where('id', '=', id)
    .where('row_version', '=', rowVersion)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export async function updatePassword(trx: Trx, userId: string, passwordHash: string): Promise<void> {
  await trx
    .updateTable('login_account')
    .set({ password: passwordHash, updated_at: sql`now()` })
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .execute();
}

/** What a user may change of the own record. */
export async function updateOwnProfile(
  trx: Trx,
  userId: string,
  profile: { name: string; locale: 'zh' | 'en' },
): Promise<void> {
  await trx
    .updateTable('app_user')
    .set({ ...profile, row_version: sql`row_version + 1`, updated_at: sql`now()` })
    .where('id', '=', userId)
    .execute();
}

/** The ban that is in force on a user, for the door. */
export async function findBan(db: Db, userId: string): Promise<{ reason: string | null } | undefined> {
  return db
    .selectFrom('app_user')
    .where('id', '=', userId)
    .where(sql<boolean>`banned and (ban_expires is null or ban_expires > now())`)
    .select('ban_reason as reason')
    .executeTakeFirst();
}

/** People who may be named as an anchor's manager or a deal's owner. */
export async function listStaff(
  trx: Trx,
  { filter, offset, limit }: { filter: { q?: string; id?: string[] }; offset: number; limit: number },
): Promise<{ rows: { id: string; name: string }[]; total: number }> {
  let staff = trx.selectFrom('app_user').where('role', '!=', 'anchor');
  // A banned person is no longer offered, but records that name them still show the name.
  if (filter.id) staff = staff.where('id', 'in', filter.id.length ? filter.id : ['']);
  else staff = staff.where('banned', '=', false);
  if (filter.q) staff = staff.where('name', 'ilike', `%${escapeLike(filter.q)}%`);
  const { total } = await staff
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await staff
    .select(['id', 'name'])
    .orderBy(sql`name collate "zh-x-icu"`)
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute();
  return { rows, total };
}

export async function countUsers(trx: Trx): Promise<number> {
  const { total } = await trx
    .selectFrom('app_user')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

type UserJoin = SelectQueryBuilder<DB & { u: DB['app_user']; a: DB['anchor'] }, 'u' | 'a', object>;

function selectUser(users: unknown) {
  return (users as UserJoin).select([
    'u.id',
    'u.name',
    'u.email',
    'u.role',
    'u.scope',
    'u.team_id as teamId',
    'u.anchor_id as anchorId',
    'a.name as anchorName',
    'u.locale',
    'u.banned',
    'u.two_factor_enabled as twoFactorEnabled',
    'u.row_version as rowVersion',
    'u.created_at as createdAt',
  ]);
}

function toColumns({ teamId, anchorId, ...same }: UserChange) {
  const { name, role, scope, locale, banned } = same;
  return { name, role, scope, locale, banned, team_id: teamId, anchor_id: anchorId };
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
