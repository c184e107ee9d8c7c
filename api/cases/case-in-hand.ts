import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { type NewStep, takeCaseStep } from '../../db/queries/case-writes.ts';
import { lockCase } from '../../db/queries/cases.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { type CaseStep, stageAfterCaseStep, whyNotCaseStep } from '../domain/inspection/case-life.ts';
import { type Action, whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { type GatheredCase, gatherCase } from './gather-case.ts';
import { type ShownCase, showCase } from './show-case.ts';

/** A case held for writing. */
export interface CaseInHand extends GatheredCase {
  trx: Trx;
}

/** One step on a case: permission, transaction, lock, facts, then `work`; answers the case as it is afterwards. */
export async function inCase(
  { db }: Pick<Services, 'db'>,
  identity: Identity,
  { id, action }: { id: number; action: Action },
  work: (held: CaseInHand) => Promise<void>,
): Promise<ShownCase> {
  const reason = whyNot(identity.role, action);
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockCase(trx, id);
    const held = await gatherCase(trx, identity, id);
    await work({ trx, ...held });
    return showCase(trx, identity, id);
  });
}

/** Refuses what the case's life does not allow now. */
export function requireStep(held: CaseInHand, step: CaseStep): void {
  const refusal = whyNotCaseStep(step, held.facts, held.actor);
  if (refusal) throw refuse('conflict', refusal);
}

/** Writes a step of the case's life, or one beside it, with its audit row. Answers the step's id. */
export async function writeStep(
  { trx, row }: CaseInHand,
  identity: Identity,
  step: { step: CaseStep | (string & {}); reason: string | null; details?: unknown; to?: NewStep['toStage'] },
): Promise<number> {
  const id = await takeCaseStep(trx, {
    caseId: row.id,
    step: step.step,
    fromStage: row.stage,
    toStage: step.to ?? row.stage,
    reason: step.reason,
    details: step.details,
    actorId: actorId(identity),
  });
  await writeAudit(trx, identity, {
    action: `cases.${step.step.replaceAll('_', '-')}`,
    entity: 'substitution_case',
    entityId: row.id,
    after: { reason: step.reason, ...(step.details as object | undefined) },
  });
  return id;
}

/** The stage a step of the case's life leads to. */
export const after = (step: CaseStep, { row }: CaseInHand): NewStep['toStage'] =>
  stageAfterCaseStep(step, row.stage);
