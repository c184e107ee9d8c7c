import { writeAudit } from '../../db/queries/audit.ts';
import { insertTeam, readTeam, type TeamRow } from '../../db/queries/teams.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';

/** Makes a team; 409 when the name is taken. */
export async function createTeam({ db }: Services, identity: Identity, name: string): Promise<TeamRow> {
  const reason = whyNot(identity.role, 'teams.create');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const id = await insertTeam(trx, name);
    const team = found(await readTeam(trx, id), 'team', id);
    await writeAudit(trx, identity, {
      action: 'teams.create',
      entity: 'teams',
      entityId: id,
      ...diffRecords(undefined, { name: team.name }),
    });
    return team;
  });
}
