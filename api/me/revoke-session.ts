import { writeAudit } from '../../db/queries/audit.ts';
import { endSession } from '../../db/queries/sessions.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';

/** Ends one of the own sign-ins; somebody else's is as unknown (404) as none. */
export async function revokeSession(services: Services, identity: Identity, id: string): Promise<void> {
  const refused = whyNot(identity.role, 'sessions.revoke');
  if (refused) throw refuse('forbidden', refused);
  await inTransaction(services.db, identity, async (trx) => {
    const isEnded = await endSession(trx, identity.userId, id);
    if (!isEnded) throw new DomainError('not_found', 'not_found', `there is no session ${id}`);
    await writeAudit(trx, identity, {
      action: 'sessions.revoke',
      entity: 'users',
      entityId: identity.userId,
      after: { sessionId: id },
    });
  });
}
