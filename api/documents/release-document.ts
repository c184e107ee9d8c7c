import { writeAudit } from '../../db/queries/audit.ts';
import { setVersionDocument } from '../../db/queries/contract-documents.ts';
import { readContract } from '../../db/queries/contracts.ts';
import { writeTerms } from '../../db/queries/share-rules.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { hold, refuseUnlessDraft, type VersionPlace } from './store-document.ts';

/** Lets a draft go on without its document: the clauses stay as they are and are typed by hand from now on. */
export async function releaseDocument(
  { db }: Services,
  identity: Identity,
  place: VersionPlace,
): Promise<{ id: number }> {
  const reason = whyNot(identity.role, 'contracts.upload');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const { versionNo, documentId, anchorId } = await refuseUnlessDraft(trx, identity, place, hold(identity));
    if (documentId === null) throw new DomainError('conflict', 'no_document', 'the version has no document');
    const contract = (await readContract(trx, place.contractId, { seesInternals: true }))!;
    const version = contract.versions.find(({ id }) => id === place.versionId)!;
    const clauses = version.clauses.map(({ clauseNo, heading, body }) => ({ clauseNo, heading, body }));
    await writeTerms(trx, { versionId: place.versionId, anchorId }, { ...version, clauses });
    await setVersionDocument(trx, place.versionId, null);
    await writeAudit(trx, identity, {
      action: 'contracts.release-document',
      entity: 'contract',
      entityId: place.contractId,
      before: { versionNo, documentId },
    });
    return { id: documentId };
  });
}
