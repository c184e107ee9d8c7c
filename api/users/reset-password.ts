import { writeAudit } from '../../db/queries/audit.ts';
import { endAllSessions } from '../../db/queries/sessions.ts';
import { lockUser, type UserRow, updatePassword } from '../../db/queries/users.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { hashPassword } from '../http/password.ts';
import { found } from '../http/route.ts';

/** Gives a user who forgot it a new password; all of the user's sessions end. */
export async function resetPassword(
  services: Services,
  identity: Identity,
  { id, password }: { id: string; password: string },
): Promise<UserRow> {
  const refused = whyNot(identity.role, 'users.edit');
  if (refused) throw refuse('forbidden', refused);
  const passwordHash = await hashPassword(password);
  return inTransaction(services.db, identity, async (trx) => {
    const user = found(await lockUser(trx, id), 'user', id);
    await updatePassword(trx, id, passwordHash);
    await endAllSessions(trx, id);
    await writeAudit(trx, identity, {
      action: 'users.reset-password',
      entity: 'users',
      entityId: id,
    });
    return user;
  });
}
