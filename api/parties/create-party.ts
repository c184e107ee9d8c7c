import { writeAudit } from '../../db/queries/audit.ts';
import { insertParty, type PartyRow } from '../../db/queries/parties.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import type { PartyCreate } from './parties.schema.ts';

/** A party a split may name: an agent, a leader (团长), a referrer … */
export async function createParty(
  { db }: Services,
  identity: Identity,
  input: PartyCreate,
): Promise<PartyRow> {
  const reason = whyNot(identity.role, 'parties.create');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const after = await insertParty(trx, input);
    await writeAudit(trx, identity, {
      action: 'parties.create',
      entity: 'party',
      entityId: after.id,
      ...diffRecords(undefined, after),
    });
    return after;
  });
}
