import { endRemedy, insertRemedy, updateCaseWords } from '../../db/queries/case-writes.ts';
import { endParts, openPartsOf } from '../../db/queries/hold-end.ts';
import { lockHeldMoney } from '../../db/queries/hold-take.ts';
import { raiseRowVersion } from '../../db/queries/row-version.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNotPlanRemedy } from '../domain/inspection/case-remedy.ts';
import type { Services } from '../http/context.ts';
import { after, inCase, requireStep, writeStep } from './case-in-hand.ts';
import type { CaseEdit, RemedyCreate } from './cases.schema.ts';
import type { ShownCase } from './show-case.ts';

type Db = Pick<Services, 'db'>;

export function planRemedy(
  services: Db,
  identity: Identity,
  id: number,
  input: RemedyCreate,
): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.work' }, async (held) => {
    const refusal = whyNotPlanRemedy(held.row.stage);
    if (refusal) throw refuse('conflict', refusal);
    const remedyId = await insertRemedy(held.trx, { ...input, caseId: id, createdBy: actorId(identity) });
    await writeStep(held, identity, {
      step: 'plan_remedy',
      reason: input.note,
      details: { remedyId, ...input },
    });
  });
}

export function finishRemedy(
  services: Db,
  identity: Identity,
  { id, remedyId }: { id: number; remedyId: number },
  end: { state: 'done' | 'dropped'; note: string },
): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.work' }, async (held) => {
    const isEnded = await endRemedy(held.trx, { caseId: id, remedyId }, { ...end, by: actorId(identity) });
    if (!isEnded)
      throw new DomainError('conflict', 'remedy_not_open', 'this remedy is not an open one of the case');
    const step = end.state === 'done' ? 'finish_remedy' : 'drop_remedy';
    await writeStep(held, identity, { step, reason: end.note, details: { remedyId } });
  });
}

export function startRemedies(
  services: Db,
  identity: Identity,
  id: number,
  note: string,
): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.work' }, async (held) => {
    requireStep(held, 'start_remedies');
    await writeStep(held, identity, {
      ...{ step: 'start_remedies', reason: note || null, to: after('start_remedies', held) },
    });
  });
}

/** Closes a case over which nobody waits for money any more. */
export function closeCase(services: Db, identity: Identity, id: number, note: string): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.work' }, async (held) => {
    await lockHeldMoney(held.trx);
    requireStep(held, 'close');
    // Sales and refunds that came to nothing are still parts of the hold: a later refund must not find them held.
    const createdBy = actorId(identity);
    const stepId = await writeStep(held, identity, {
      ...{ step: 'close', reason: note || null, to: after('close', held) },
    });
    await endParts(held.trx, {
      ...{ parts: openPartsOf(id, null), kind: 'release', occasion: `step:${stepId}`, createdBy },
    });
  });
}

export function editCase(
  services: Db,
  identity: Identity,
  id: number,
  { rowVersion, ...words }: CaseEdit,
): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.work' }, async (held) => {
    if (held.row.stage === 'closed')
      throw new DomainError('conflict', 'case_closed', 'this case is closed: open another one');
    await raiseRowVersion(held.trx, 'substitution_case', { id, rowVersion }, held.row);
    await updateCaseWords(held.trx, id, words);
    await writeStep(held, identity, { step: 'edit', reason: null, details: words });
  });
}
