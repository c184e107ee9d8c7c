import { writeAudit } from '../../db/queries/audit.ts';
import { findUser, lockUser, type UserRow, updateOwnProfile } from '../../db/queries/users.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';

/** Changes the own name and language. */
export async function editProfile(
  services: Services,
  identity: Identity,
  profile: { name: string; locale: 'zh' | 'en' },
): Promise<UserRow> {
  const refused = whyNot(identity.role, 'me.edit');
  if (refused) throw refuse('forbidden', refused);
  const id = identity.userId;
  return inTransaction(services.db, identity, async (trx) => {
    const before = found(await lockUser(trx, id), 'user', id);
    await updateOwnProfile(trx, id, profile);
    const after = (await findUser(trx, id))!;
    await writeAudit(trx, identity, {
      action: 'me.edit',
      entity: 'users',
      entityId: id,
      before,
      after,
    });
    return after;
  });
}
