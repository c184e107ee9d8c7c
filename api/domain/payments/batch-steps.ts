import type { Reason } from '../error.ts';
import {
  type BatchActor,
  type BatchFacts,
  type BatchItemFacts,
  statusAfterApproval,
  whyNotApproveBatch,
  whyNotSendBatch,
  whyNotSubmitBatch,
} from './approval.ts';
import { whyNotCancelBatch, whyNotWithdrawBatch } from './batch.ts';
import type { ApprovalTier } from './tiers.ts';

/** What somebody wants with a batch. `change` puts other items into a draft. */
export type BatchStep =
  | { verb: 'change'; items: readonly BatchItemFacts[] }
  | { verb: 'submit' | 'withdraw' | 'approve' | 'send' | 'cancel' };

/**
 * The batch after a step, or why it is refused. The command keeps exactly what changed here: status, revision, who touched
 * it, approvals. `now`: ISO instant of the database.
 */
export function takeBatchStep(
  batch: BatchFacts,
  step: BatchStep,
  actor: BatchActor,
  rules: { tiers: readonly ApprovalTier[]; now: string },
): { batch: BatchFacts } | { refused: Reason } {
  const refused = whyNotStep(batch, step, actor, rules);
  if (refused !== undefined) return { refused };
  const userId = actor.userId!;
  const changedBy = [...new Set([...batch.changedBy, userId])];
  switch (step.verb) {
    case 'change':
      return { batch: { ...batch, items: step.items, changedBy, revision: batch.revision + 1 } };
    case 'submit':
      return { batch: { ...batch, status: 'submitted', changedBy } };
    case 'withdraw':
      // a new revision: whoever approved before must look again
      return { batch: { ...batch, status: 'draft', revision: batch.revision + 1 } };
    case 'approve':
      return {
        batch: {
          ...batch,
          status: statusAfterApproval(batch, userId, rules.tiers),
          approvals: [...batch.approvals, { userId, revision: batch.revision }],
        },
      };
    case 'send':
      return { batch: { ...batch, status: 'filed' } };
    case 'cancel':
      return { batch: { ...batch, status: 'cancelled' } };
  }
}

function whyNotStep(
  batch: BatchFacts,
  step: BatchStep,
  actor: BatchActor,
  rules: { tiers: readonly ApprovalTier[]; now: string },
): Reason | undefined {
  if (actor.userId === null)
    return { code: 'needs_a_person', message: 'batches are changed, approved and sent by people' };
  switch (step.verb) {
    case 'change':
      return whyNotChangeBatch(batch);
    case 'submit':
      return whyNotSubmitBatch(batch, actor);
    case 'withdraw':
      return whyNotWithdrawBatch(batch);
    case 'approve':
      return whyNotApproveBatch(batch, actor, rules);
    case 'send':
      return whyNotSendBatch(batch, actor, rules);
    case 'cancel':
      return whyNotCancelBatch(batch);
  }
}

/** Items of a batch change only while it is a draft. */
export function whyNotChangeBatch({ status }: Pick<BatchFacts, 'status'>): Reason | undefined {
  if (status === 'draft') return undefined;
  return { code: 'batch_not_draft', message: `this batch is ${status}: take it back to draft first` };
}
