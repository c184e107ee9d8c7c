import { writeAudit } from '../../db/queries/audit.ts';
import { type ContractRecord, insertContract, readContract } from '../../db/queries/contracts.ts';
import { requireAnchorsInSight } from '../../db/queries/references.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import type { ContractCreate } from './contracts.schema.ts';
import { STAFF } from './terms-of.ts';

export async function createContract(
  { db }: Services,
  identity: Identity,
  input: ContractCreate,
): Promise<ContractRecord> {
  const reason = whyNot(identity.role, 'contracts.create');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await requireAnchorsInSight(trx, [{ path: 'anchorId', id: input.anchorId }]);
    const id = await insertContract(trx, { ...input, status: 'draft' });
    const after = found(await readContract(trx, id, STAFF), 'contract', id);
    await writeAudit(trx, identity, {
      action: 'contracts.create',
      entity: 'contract',
      entityId: id,
      ...diffRecords(undefined, after),
    });
    return after;
  });
}
