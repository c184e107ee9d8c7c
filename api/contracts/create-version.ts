import { writeAudit } from '../../db/queries/audit.ts';
import { type ContractVersionRecord, insertVersion } from '../../db/queries/contract-versions.ts';
import { readContract } from '../../db/queries/contracts.ts';
import { copyComponents } from '../../db/queries/pay-component-drafts.ts';
import { lockRow } from '../../db/queries/row-version.ts';
import { writeTerms } from '../../db/queries/share-rules.ts';
import { inTransaction } from '../../db/transaction.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { STAFF, termsOf } from './terms-of.ts';
import type { VersionCreate } from './versions.schema.ts';

/** A new draft, empty or a copy: copied rules run as long as the new version, whatever days they had. */
export async function createVersion(
  { db }: Services,
  identity: Identity,
  contractId: number,
  { effectiveFrom, summary, copyFrom }: VersionCreate,
): Promise<ContractVersionRecord> {
  const reason = whyNot(identity.role, 'contracts.edit');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockRow(trx, 'contract', contractId);
    const contract = found(await readContract(trx, contractId, STAFF), 'contract', contractId);
    const source =
      copyFrom === undefined
        ? undefined
        : found(
            contract.versions.find(({ id }) => id === copyFrom),
            'version',
            copyFrom,
          );
    const versionId = await insertVersion(trx, contractId, {
      effectiveFrom,
      effectiveTo: null,
      summary,
      createdBy: actorId(identity),
      documentId: source?.documentId ?? null,
    });
    if (source) {
      const { rules } = termsOf(source);
      const copied = rules.map((rule) => ({ ...rule, effectiveFrom: null, effectiveTo: null }));
      const target = { versionId, anchorId: contract.anchorId };
      await writeTerms(trx, target, {
        effectiveFrom,
        effectiveTo: null,
        clauses: source.clauses,
        rules: copied,
      });
      await copyComponents(trx, source.id, { versionId, effectiveFrom });
    }
    const { versions } = found(await readContract(trx, contractId, STAFF), 'contract', contractId);
    const after = found(
      versions.find(({ id }) => id === versionId),
      'version',
      versionId,
    );
    await writeAudit(trx, identity, {
      action: 'contracts.create-version',
      entity: 'contract',
      entityId: contractId,
      ...diffRecords(undefined, { versionNo: after.versionNo, ...termsOf(after) }),
    });
    return after;
  });
}
