import type { Db, Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { setStatementStatus } from '../../db/queries/confirmations.ts';
import {
  countOpenDisputes,
  insertFinalOutcome,
  insertProposal,
  lockDispute,
} from '../../db/queries/dispute-outcomes.ts';
import { type DisputeWhole, readDispute } from '../../db/queries/disputes.ts';
import { keepEffect } from '../../db/queries/idempotency.ts';
import { tellAnchor } from '../../db/queries/notices.ts';
import { inTransaction } from '../../db/transaction.ts';
import { whyNotDecide, whyNotWithdrawDispute } from '../domain/dispute.ts';
import { DomainError, type Reason, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { type Action, whyNot } from '../domain/permission.ts';
import { found } from '../http/route.ts';

/** Proposes to uphold: a second person approves it before anything is posted. Refused (409) `proposal_waits`, `dispute_decided`. */
export function upholdDispute(
  db: Db,
  identity: Identity,
  id: number,
  { adjustmentFen, reason }: { adjustmentFen: number; reason: string },
): Promise<DisputeWhole> {
  return decide(db, identity, id, 'disputes.decide', async (trx, dispute) => {
    refuseFor(whyNotDecide(dispute), dispute);
    await insertProposal(trx, { disputeId: id, adjustmentFen, reason, by: actorId(identity)! });
    return { action: 'disputes.uphold', after: { adjustmentFen, reason } };
  });
}

/** The line stands as it was; what was held is due again. */
export function rejectDispute(db: Db, identity: Identity, id: number, reason: string): Promise<DisputeWhole> {
  return decide(db, identity, id, 'disputes.decide', async (trx, dispute) => {
    refuseFor(whyNotDecide(dispute), dispute);
    await insertFinalOutcome(trx, { disputeId: id, outcome: 'rejected', reason, by: actorId(identity)! });
    await tellDecision(trx, dispute, 'rejected');
    return { action: 'disputes.reject', after: { reason } };
  });
}

/** The anchor takes it back. */
export function withdrawDispute(db: Db, identity: Identity, id: number): Promise<DisputeWhole> {
  return decide(db, identity, id, 'disputes.create', async (trx, dispute) => {
    refuseFor(whyNotWithdrawDispute(dispute), dispute);
    const reason = 'withdrawn by the anchor';
    await insertFinalOutcome(trx, { disputeId: id, outcome: 'withdrawn', reason, by: actorId(identity)! });
    return { action: 'disputes.withdraw', after: {} };
  });
}

type Step = (trx: Trx, dispute: DisputeWhole) => Promise<{ action: string; after: Record<string, unknown> }>;

/** One decision: the statement's row is held, the step is taken, and a statement without open disputes is open again. */
export async function decide(
  db: Db,
  identity: Identity,
  id: number,
  permission: Action,
  step: Step,
): Promise<DisputeWhole> {
  const reason = whyNot(identity.role, permission);
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    await lockDispute(trx, id);
    const dispute = found(await readDispute(trx, id), 'dispute', id);
    const { action, after } = await step(trx, dispute);
    if ((await countOpenDisputes(trx, dispute.statementId)) === 0)
      await setStatementStatus(trx, dispute.statementId, 'issued');
    await writeAudit(trx, identity, {
      action,
      entity: 'dispute',
      entityId: id,
      before: { state: dispute.state },
      after,
    });
    return keepEffect(trx, (await readDispute(trx, id))!);
  });
}

export function refuseFor(reason: Reason | undefined, dispute: DisputeWhole): void {
  if (!reason) return;
  const kind = reason.code === 'four_eyes' || reason.code === 'needs_a_person' ? 'forbidden' : 'conflict';
  throw new DomainError(kind, reason.code, reason.message, { details: { current: dispute } });
}

export const tellDecision = (trx: Trx, dispute: DisputeWhole, outcome: string): Promise<number> =>
  tellAnchor(trx, dispute.anchorId, {
    kind: 'dispute_decided',
    entity: 'dispute',
    entityId: dispute.id,
    data: { statementNo: dispute.statementNo, label: dispute.label, outcome },
    sourceKey: `dispute:${dispute.id}:decided`,
  });
