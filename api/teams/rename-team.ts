import { writeAudit } from '../../db/queries/audit.ts';
import { lockTeam, readTeam, renameTeam as renameRow, type TeamRow } from '../../db/queries/teams.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';

/** Gives a team another name; 409 when it is taken. A team is its name alone, so the last one written counts. */
export async function renameTeam(
  { db }: Services,
  identity: Identity,
  { id, name }: { id: number; name: string },
): Promise<TeamRow> {
  const reason = whyNot(identity.role, 'teams.edit');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockTeam(trx, id);
    const before = found(await readTeam(trx, id), 'team', id);
    await renameRow(trx, id, name);
    // As it is kept: what was sent may hold half a character, which the history could not.
    const after = found(await readTeam(trx, id), 'team', id);
    await writeAudit(trx, identity, {
      action: 'teams.edit',
      entity: 'teams',
      entityId: id,
      ...diffRecords({ name: before.name }, { name: after.name }),
    });
    return after;
  });
}
