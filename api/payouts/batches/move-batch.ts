import type { Db, Trx } from '../../../db/connect.ts';
import {
  insertBatchApproval,
  moveBatch,
  recordBatchChange,
  releaseItems,
} from '../../../db/queries/payout-batch-steps.ts';
import { listBatchItems } from '../../../db/queries/payout-batches.ts';
import { markCancelled } from '../../../db/queries/payout-steps.ts';
import { readPayout } from '../../../db/queries/payouts.ts';
import { actorId } from '../../domain/identity.ts';
import {
  statusAfterApproval,
  whyNotApproveBatch,
  whyNotSubmitBatch,
} from '../../domain/payments/approval.ts';
import { whyNotCancelBatch, whyNotCloseBatch, whyNotWithdrawBatch } from '../../domain/payments/batch.ts';
import { countApproversAsked } from '../../domain/payments/tiers.ts';
import { approveWithAdvice } from '../freeze-advice.ts';
import type { Actor } from '../fresh-sign-in.ts';
import { lostBatchRace, refuseFor, takeStep } from './batch-step.ts';
import { type BatchWhole, whyNotDue } from './tell-batch.ts';

/** Draft → submitted. Refused (409): `batch_empty`, `payee_changed`, `no_payee`, `more_than_due`. */
export function submitBatch(db: Db, actor: Actor, id: number): Promise<BatchWhole> {
  return takeStep(db, actor, id, 'payout-batches.prepare', async (trx, scene) => {
    refuseFor(whyNotSubmitBatch(scene.facts, scene.actor) ?? whyNotDue(scene.dues), scene);
    const submittedBy = actorId(actor.identity)!;
    await recordBatchChange(trx, id, submittedBy, 'submit');
    if (!(await moveBatch(trx, id, ['draft'], { status: 'submitted', submittedBy }))) throw lostBatchRace();
    const { itemCount, totalFen } = scene.row;
    return { action: 'payout-batches.submit', after: { status: 'submitted', itemCount, totalFen } };
  });
}

/** Back to draft: what was approved before counts no more. */
export function withdrawBatch(db: Db, actor: Actor, id: number): Promise<BatchWhole> {
  return takeStep(db, actor, id, 'payout-batches.prepare', async (trx, scene) => {
    refuseFor(whyNotWithdrawBatch(scene.row), scene);
    const back = { status: 'draft', isNewRevision: true } as const;
    if (!(await moveBatch(trx, id, ['submitted', 'approved'], back))) throw lostBatchRace();
    return { action: 'payout-batches.withdraw', after: { status: 'draft' } };
  });
}

/**
 * One more approval by another person who signed in afresh; the last one asked for approves every payout with its paper.
 * Refused: 403 `four_eyes`, `own_money`, `step_up_needed`; 409 `batch_not_submitted`, `approved_already`, `payee_changed`,
 * `no_payee`, `more_than_due`.
 */
export function approveBatch(db: Db, actor: Actor, id: number): Promise<BatchWhole> {
  return takeStep(db, actor, id, 'payout-batches.approve', async (trx, scene) => {
    const { facts, row, rules } = scene;
    refuseFor(whyNotApproveBatch(facts, scene.actor, rules) ?? whyNotDue(scene.dues), scene);
    const userId = actorId(actor.identity)!;
    await insertBatchApproval(trx, id, { userId, revision: row.revision });
    const status = statusAfterApproval(facts, userId, rules.tiers);
    if (status === 'approved') {
      const approversAsked = countApproversAsked(
        rules.tiers,
        facts.items.map(({ amountFen }) => amountFen),
      );
      const moved = await moveBatch(trx, id, ['submitted', 'approved'], { status, approversAsked });
      if (!moved) throw lostBatchRace();
      await approvePayouts(trx, actor, id, row.no);
    }
    return { action: 'payout-batches.approve', after: { status, totalFen: row.totalFen } };
  });
}

/** A payout sent again keeps the approval it has; the batch's own is counted with the batch. */
async function approvePayouts(trx: Trx, actor: Actor, batchId: number, batchNo: string): Promise<void> {
  for (const { payoutId } of await listBatchItems(trx, batchId)) {
    const payout = (await readPayout(trx, payoutId))!;
    if (payout.status === 'approved') continue;
    if (!(await approveWithAdvice(trx, actor.identity, payout, batchNo))) throw lostBatchRace();
  }
}

/** Before anything left: its payouts are cancelled and their statements due again. Refused (409) `batch_filed`, `batch_cancelled`. */
export function cancelBatch(db: Db, actor: Actor, id: number): Promise<BatchWhole> {
  return takeStep(db, actor, id, 'payout-batches.cancel', async (trx, scene) => {
    refuseFor(whyNotCancelBatch(scene.row), scene);
    const moved = await moveBatch(trx, id, ['draft', 'submitted', 'approved'], { status: 'cancelled' });
    if (!moved) throw lostBatchRace();
    await releaseItems(trx, id);
    for (const { payoutId } of await listBatchItems(trx, id)) await markCancelled(trx, payoutId);
    return { action: 'payout-batches.cancel', after: { status: 'cancelled' } };
  });
}

/** By hand, with failed items left: their payouts are cancelled and prepared anew. Refused (409) `outcome_unknown`. */
export function closeBatch(db: Db, actor: Actor, id: number): Promise<BatchWhole> {
  return takeStep(db, actor, id, 'payout-batches.return', async (trx, scene) => {
    const items = await listBatchItems(trx, id);
    refuseFor(whyNotCloseBatch({ status: scene.row.status, items }), scene);
    if (!(await moveBatch(trx, id, ['filed', 'partly_returned'], { status: 'closed' })))
      throw lostBatchRace();
    const failed = items.filter(({ status }) => status === 'failed');
    for (const { payoutId } of failed) await markCancelled(trx, payoutId);
    return { action: 'payout-batches.close', after: { status: 'closed', cancelled: failed.length } };
  });
}
