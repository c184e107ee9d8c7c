import { writeAudit } from '../../db/queries/audit.ts';
import {
  type ConsentRow,
  confirmConsent,
  insertConsent,
  readConsent,
} from '../../db/queries/contract-acceptances.ts';
import { readDocument } from '../../db/queries/contract-documents.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { holdVersion, refuseStep, type VersionPlace } from './take-step.ts';
import { unknownField } from './unknown-field.ts';
import type { ConsentInput } from './workflow.schema.ts';

/** Writes down a guardian's consent with its paper; compliance confirms it. Draft and review alone: later it is too late. */
export async function recordConsent(
  { db }: Services,
  identity: Identity,
  place: VersionPlace,
  input: ConsentInput,
): Promise<ConsentRow> {
  const reason = whyNot(identity.role, 'contracts.submit');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const standing = await holdVersion(trx, identity, place);
    refuseStep('read', standing, identity);
    const paper = await readDocument(trx, input.documentId);
    if (paper?.kind !== 'guardian_consent' || paper.contractId !== place.contractId)
      throw unknownField('documentId', "no guardian's consent among the papers of this contract");
    await insertConsent(trx, place.versionId, { ...input, recordedBy: identity.userId });
    const { guardianName, relation, documentId } = input;
    await writeAudit(trx, identity, {
      action: 'contracts.guardian-consent',
      entity: 'contract',
      entityId: place.contractId,
      after: { versionNo: standing.versionNo, guardianName, relation, documentId },
    });
    return (await readConsent(trx, place.versionId))!;
  });
}

export async function confirmGuardian(
  { db }: Services,
  identity: Identity,
  place: VersionPlace,
): Promise<ConsentRow> {
  const reason = whyNot(identity.role, 'contracts.clear');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const { versionNo } = await holdVersion(trx, identity, place);
    const consent = found(
      await readConsent(trx, place.versionId),
      "guardian's consent of version",
      place.versionId,
    );
    if (consent.recordedById === identity.userId)
      throw new DomainError(
        'conflict',
        'four_eyes',
        'who recorded a consent does not confirm it: another person does',
      );
    if (!(await confirmConsent(trx, consent.id, identity.userId)))
      throw new DomainError('conflict', 'already_confirmed', "the guardian's consent is confirmed already");
    await writeAudit(trx, identity, {
      action: 'contracts.guardian-confirm',
      entity: 'contract',
      entityId: place.contractId,
      after: { versionNo, consentId: consent.id },
    });
    return (await readConsent(trx, place.versionId))!;
  });
}
