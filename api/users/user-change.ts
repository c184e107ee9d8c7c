import type { UserChange, UserRow } from '../../db/queries/users.ts';
import type { FieldErrors, Reason } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';

/** Which fields of a user contradict each other: an anchor's account names its anchor, a group's member its team. */
export function findUserProblems(
  user: Pick<UserChange, 'role' | 'anchorId' | 'scope' | 'teamId'>,
): FieldErrors {
  const errors: FieldErrors = {};
  if (user.role === 'anchor' && user.anchorId === null)
    errors.anchorId = 'an anchor’s account names its anchor';
  if (user.role !== 'anchor' && user.anchorId !== null)
    errors.anchorId = 'only an anchor’s account names an anchor';
  if (user.scope === 'group' && user.teamId === null) errors.teamId = 'scope group needs a team';
  return errors;
}

/** Why this actor may not change this user so; `adminIds` are the admins who can sign in now. */
export function whyNotChangeUser(
  actor: Identity,
  before: UserRow,
  after: UserChange,
  adminIds: readonly string[],
): Reason | undefined {
  const stopsBeingAdmin = before.role === 'admin' && (after.role !== 'admin' || after.banned);
  if (stopsBeingAdmin && adminIds.every((id) => id === before.id)) {
    return { code: 'last_admin', message: 'this is the last admin: name another one first' };
  }
  if (actor.userId === before.id && after.role !== before.role) {
    return { code: 'own_role', message: 'nobody changes the own role: ask another admin' };
  }
  if (actor.userId === before.id && after.banned)
    return { code: 'own_ban', message: 'nobody disables the own account' };
  return undefined;
}

/** Whether what a signed-in session was allowed changes, so that the user's sessions must end. */
export function changesAccess(before: UserRow, after: UserChange): boolean {
  const fields = ['role', 'scope', 'teamId', 'anchorId', 'banned'] as const;
  return fields.some((field) => before[field] !== after[field]);
}
