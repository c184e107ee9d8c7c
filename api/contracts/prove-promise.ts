import { readToday } from '../../db/queries/anchors.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { readDocument } from '../../db/queries/contract-documents.ts';
import { insertEvidence, insertObjection, readPromise } from '../../db/queries/contract-promises.ts';
import { inTransaction } from '../../db/transaction.ts';
import { isDueOn } from '../domain/contract-promise.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import type { EvidenceCreate, ObjectionCreate } from './promises.schema.ts';
import { type ShownPromise, shownPromise } from './show-promise.ts';
import { STAFF } from './terms-of.ts';
import { unknownField } from './unknown-field.ts';

/** What there is to show for a promise on a day it is due; never edited, more may follow. */
export async function provePromise(
  { db }: Services,
  identity: Identity,
  id: number,
  input: EvidenceCreate,
): Promise<ShownPromise> {
  const reason = whyNot(identity.role, 'contract-promises.edit');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const before = found(await readPromise(trx, id, STAFF), 'promise', id);
    if (!isDueOn(before, input.dueOn))
      throw new DomainError('invalid', 'not_due_then', 'nothing of this promise is due on that day', {
        errors: { dueOn: 'nothing of this promise is due on that day' },
      });
    const paper = input.documentId === null ? undefined : await readDocument(trx, input.documentId);
    if (
      input.documentId !== null &&
      (paper?.contractId !== before.contractId || paper.kind !== 'promise_evidence')
    )
      throw unknownField('documentId', 'no evidence among the papers of this contract');
    const evidenceId = await insertEvidence(trx, { ...input, promiseId: id, recordedBy: actorId(identity) });
    await writeAudit(trx, identity, {
      action: 'contract-promises.evidence',
      entity: 'contract_promise',
      entityId: id,
      after: { evidenceId, ...input },
    });
    return shownPromise((await readPromise(trx, id, STAFF))!, await readToday(trx));
  });
}

/** The anchor says it was not so: the evidence counts for nothing, and stays to be seen. */
export async function objectToEvidence(
  { db }: Services,
  identity: Identity,
  id: number,
  { evidenceId, reason: why }: ObjectionCreate,
): Promise<ShownPromise> {
  const reason = whyNot(identity.role, 'contract-promises.object');
  if (reason) throw refuse('forbidden', reason);
  const reader = { seesInternals: false };
  return inTransaction(db, identity, async (trx) => {
    const before = found(await readPromise(trx, id, reader), 'promise', id);
    const evidence = found(
      before.evidence.find((one) => one.id === evidenceId),
      'evidence',
      evidenceId,
    );
    if (evidence.objection !== null)
      throw new DomainError('conflict', 'already_objected', 'you objected to this already');
    await insertObjection(trx, { evidenceId, reason: why, objectedBy: identity.userId });
    await writeAudit(trx, identity, {
      action: 'contract-promises.object',
      entity: 'contract_promise',
      entityId: id,
      after: { evidenceId, reason: why },
    });
    return shownPromise((await readPromise(trx, id, reader))!, await readToday(trx));
  });
}
