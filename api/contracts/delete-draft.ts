import { writeAudit } from '../../db/queries/audit.ts';
import { deleteVersion } from '../../db/queries/contract-versions.ts';
import { readContract } from '../../db/queries/contracts.ts';
import { lockRow } from '../../db/queries/row-version.ts';
import { deleteTerms } from '../../db/queries/share-rules.ts';
import { inTransaction } from '../../db/transaction.ts';
import { whyNotEditVersion } from '../domain/contract-life.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { refusePlaced, STAFF, termsOf } from './terms-of.ts';

/** Throws a draft away; what it said stays in the history. */
export async function deleteDraft(
  { db }: Services,
  identity: Identity,
  { contractId, versionId }: { contractId: number; versionId: number },
): Promise<{ id: number }> {
  const reason = whyNot(identity.role, 'contracts.edit');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockRow(trx, 'contract', contractId);
    const contract = found(await readContract(trx, contractId, STAFF), 'contract', contractId);
    const before = found(
      contract.versions.find(({ id }) => id === versionId),
      'version',
      versionId,
    );
    refusePlaced('conflict', whyNotEditVersion(before));
    await deleteTerms(trx, versionId);
    await deleteVersion(trx, versionId);
    await writeAudit(trx, identity, {
      action: 'contracts.delete-draft',
      entity: 'contract',
      entityId: contractId,
      ...diffRecords({ versionNo: before.versionNo, ...termsOf(before) }, undefined),
    });
    return { id: versionId };
  });
}
