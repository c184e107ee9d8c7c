import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { type ContractVersionRecord, updateVersionValues } from '../../db/queries/contract-versions.ts';
import { readContract } from '../../db/queries/contracts.ts';
import { refuseUnknown } from '../../db/queries/references.ts';
import { lockRow, raiseRowVersion } from '../../db/queries/row-version.ts';
import { findForeignStreams, writeTerms } from '../../db/queries/share-rules.ts';
import { inTransaction } from '../../db/transaction.ts';
import { whyNotEditVersion, whyNotRetype } from '../domain/contract-life.ts';
import { diffRecords } from '../domain/diff.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import { type Terms, type TermsClause, whyNotSave } from '../domain/terms.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { refusePlaced, STAFF, termsOf } from './terms-of.ts';
import type { DraftEdit } from './versions.schema.ts';

/** Writes a whole draft anew; it may still be incomplete. */
export async function saveDraft(
  { db }: Services,
  identity: Identity,
  { contractId, versionId }: { contractId: number; versionId: number },
  { rowVersion, summary, ...terms }: DraftEdit,
): Promise<ContractVersionRecord> {
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
    refusePlaced('conflict', whyNotEditVersion(before) ?? whyNotRetype(before, terms.clauses));
    await raiseRowVersion(trx, 'contract_version', { id: versionId, rowVersion }, before);
    refusePlaced('invalid', whyNotSave(terms));
    await requireOwnStreams(trx, contract.anchorId, terms);
    await updateVersionValues(trx, versionId, { ...terms, summary });
    // The clauses of a document stand where they stand in its text.
    const clauses = before.documentId === null ? terms.clauses.map(typed) : before.clauses;
    await writeTerms(trx, { versionId, anchorId: contract.anchorId }, { ...terms, clauses });
    const { versions } = found(await readContract(trx, contractId, STAFF), 'contract', contractId);
    const after = found(
      versions.find(({ id }) => id === versionId),
      'version',
      versionId,
    );
    await writeAudit(trx, identity, {
      action: 'contracts.save-draft',
      entity: 'contract',
      entityId: contractId,
      ...diffRecords(termsOf(before), termsOf(after)),
    });
    return after;
  });
}

const typed = ({ clauseNo, heading, body }: TermsClause): TermsClause => ({ clauseNo, heading, body });

/** A rule for a stream of another anchor would never match. */
async function requireOwnStreams(trx: Trx, anchorId: number, { rules }: Terms): Promise<void> {
  const named = rules.flatMap(({ streamId }, at) =>
    streamId === null ? [] : [{ path: `rules.${at}.streamId`, id: streamId }],
  );
  const foreign = await findForeignStreams(
    trx,
    anchorId,
    named.map(({ id }) => id),
  );
  refuseUnknown(
    named.filter(({ id }) => foreign.includes(id)),
    "no stream of the contract's anchor",
  );
}
