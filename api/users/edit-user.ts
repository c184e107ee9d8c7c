import { writeAudit } from '../../db/queries/audit.ts';
import { endAllSessions } from '../../db/queries/sessions.ts';
import {
  findUser,
  lockAdmins,
  lockUser,
  type UserChange,
  type UserRow,
  updateUser,
} from '../../db/queries/users.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { changesAccess, findUserProblems, whyNotChangeUser } from './user-change.ts';

export interface UserEdit {
  id: string;
  rowVersion: number;
  change: UserChange;
}

/** Changes a user; a new role, scope, team, anchor or a ban ends the user's sessions in the same transaction. */
export async function editUser(services: Services, identity: Identity, edit: UserEdit): Promise<UserRow> {
  const refused = whyNot(identity.role, 'users.edit');
  if (refused) throw refuse('forbidden', refused);
  const errors = findUserProblems(edit.change);
  const problems = Object.values(errors);
  if (problems.length > 0) throw new DomainError('invalid', 'invalid_input', problems.join('; '), { errors });
  return inTransaction(services.db, identity, async (trx) => {
    // Admins first and in one order, so that of two who demote each other one is refused and none waits for ever.
    const adminIds = await lockAdmins(trx);
    const before = found(await lockUser(trx, edit.id), 'user', edit.id);
    const reason = whyNotChangeUser(identity, before, edit.change, adminIds);
    if (reason) throw refuse('conflict', reason);
    if (!(await updateUser(trx, edit.id, edit.rowVersion, edit.change))) throw changedMeanwhile(before);
    if (changesAccess(before, edit.change)) await endAllSessions(trx, edit.id);
    const after = (await findUser(trx, edit.id))!;
    await writeAudit(trx, identity, {
      action: 'users.edit',
      entity: 'users',
      entityId: edit.id,
      before,
      after,
    });
    return after;
  });
}

function changedMeanwhile(current: UserRow): DomainError {
  const message = 'somebody changed this user meanwhile';
  return new DomainError('conflict', 'changed_meanwhile', message, { details: { current } });
}
