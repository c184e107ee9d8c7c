import { writeAudit } from '../../db/queries/audit.ts';
import { insertTeam } from '../../db/queries/users.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';

/** Makes a team; 409 when the name is taken. */
export async function createTeam(
  services: Services,
  identity: Identity,
  name: string,
): Promise<{ id: number; name: string }> {
  const refused = whyNot(identity.role, 'users.create');
  if (refused) throw refuse('forbidden', refused);
  return inTransaction(services.db, identity, async (trx) => {
    const team = await insertTeam(trx, name);
    await writeAudit(trx, identity, {
      action: 'teams.create',
      entity: 'teams',
      entityId: team.id,
      after: team,
    });
    return team;
  });
}
