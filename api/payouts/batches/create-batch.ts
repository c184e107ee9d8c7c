import type { Db, Trx } from '../../../db/connect.ts';
import { writeAudit } from '../../../db/queries/audit.ts';
import { keepEffect } from '../../../db/queries/idempotency.ts';
import { applyDueChanges } from '../../../db/queries/payee-changes.ts';
import {
  deleteItem,
  insertBatch,
  insertItems,
  insertPayouts,
  listBatchCandidates,
} from '../../../db/queries/payout-batch-proposal.ts';
import { recordBatchChange } from '../../../db/queries/payout-batch-steps.ts';
import { listBatchItems } from '../../../db/queries/payout-batches.ts';
import { markCancelled } from '../../../db/queries/payout-steps.ts';
import { takeNumbers } from '../../../db/queries/statements.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { DomainError } from '../../domain/error.ts';
import { actorId } from '../../domain/identity.ts';
import { whyNotChangeBatch } from '../../domain/payments/batch-steps.ts';
import { found } from '../../http/route.ts';
import type { Actor } from '../fresh-sign-in.ts';
import { refuseFor, refuseRole, takeStep } from './batch-step.ts';
import { type LeftOut, proposeBatch } from './propose-batch.ts';
import { type BatchWhole, tellBatch } from './tell-batch.ts';

export interface NewBatch {
  month: string;
  statementIds?: number[];
  onlyConfirmed: boolean;
  executeOn: string;
}

/**
 * Makes a draft of what is due of a month's statements: one payout each, to the payee as it is now. Statements that stay
 * out are listed with the reason. Refused (409) `batch_empty` when all of them do.
 */
export async function createBatch(
  db: Db,
  actor: Actor,
  { month, executeOn, ...options }: NewBatch,
): Promise<BatchWhole & { leftOut: LeftOut[] }> {
  refuseRole(actor, 'payout-batches.prepare');
  return inTransaction(db, actor.identity, async (trx) => {
    await applyDueChanges(trx);
    const { items, leftOut } = proposeBatch(await listBatchCandidates(trx, month, { hold: true }), options);
    if (items.length === 0)
      throw new DomainError('conflict', 'batch_empty', `${month} has no statement a batch could pay now`, {
        details: { leftOut },
      });
    const id = await insertDraft(trx, month, executeOn, actorId(actor.identity)!);
    const totalFen = await addPayouts(trx, actor, id, items);
    await writeAudit(trx, actor.identity, {
      action: 'payout-batches.create',
      entity: 'payout_batch',
      entityId: id,
      after: { month, items: items.length, totalFen },
    });
    return keepEffect(trx, { ...(await tellBatch(trx, actor, id)), leftOut });
  });
}

/** An empty draft with the next number of its month. */
export async function insertDraft(
  trx: Trx,
  month: string,
  executeOn: string,
  preparedBy: string,
): Promise<number> {
  const number = await takeNumbers(trx, `batch:${month}`, 1);
  const no = `PB${month.replace('-', '')}-${String(number).padStart(4, '0')}`;
  return insertBatch(trx, { no, month, executeOn, preparedBy });
}

/** Adds statements to a draft. */
export function addToBatch(
  db: Db,
  actor: Actor,
  id: number,
  statementIds: number[],
): Promise<BatchWhole & { leftOut: LeftOut[] }> {
  let leftOut: LeftOut[] = [];
  return takeStep(db, actor, id, 'payout-batches.prepare', async (trx, scene) => {
    refuseFor(whyNotChangeBatch(scene.facts), scene);
    const candidates = await listBatchCandidates(trx, scene.row.month, { hold: true });
    const proposal = proposeBatch(candidates, { statementIds, onlyConfirmed: false });
    leftOut = proposal.leftOut;
    if (proposal.items.length > 0) await addPayouts(trx, actor, id, proposal.items, 'add');
    return {
      action: 'payout-batches.add',
      after: { statementIds: proposal.items.map((one) => one.statementId) },
    };
  }).then((batch) => ({ ...batch, leftOut }));
}

/** Takes an item out of a draft and cancels its payout: its statement is due again. */
export function removeFromBatch(db: Db, actor: Actor, id: number, itemId: number): Promise<BatchWhole> {
  return takeStep(db, actor, id, 'payout-batches.prepare', async (trx, scene) => {
    refuseFor(whyNotChangeBatch(scene.facts), scene);
    const items = await listBatchItems(trx, id);
    const item = found(
      items.find((one) => one.id === itemId),
      'item',
      itemId,
    );
    await deleteItem(trx, id, itemId);
    await markCancelled(trx, item.payoutId);
    await recordBatchChange(trx, id, actorId(actor.identity)!, 'remove');
    return {
      action: 'payout-batches.remove',
      after: { payoutId: item.payoutId, anchorName: item.anchorName, amountFen: item.amountFen },
    };
  });
}

async function addPayouts(
  trx: Trx,
  actor: Actor,
  batchId: number,
  items: readonly { statementId: number }[],
  what: 'create' | 'add' = 'create',
): Promise<number> {
  const userId = actorId(actor.identity)!;
  const payouts = await insertPayouts(
    trx,
    items.map(({ statementId }) => statementId),
    userId,
  );
  for (const { id, statementId, amountFen } of payouts)
    await writeAudit(trx, actor.identity, {
      action: 'payouts.prepare',
      entity: 'payout',
      entityId: id,
      after: { statementId, amountFen, batchId },
    });
  await insertItems(
    trx,
    batchId,
    payouts.map(({ id }) => id),
  );
  await recordBatchChange(trx, batchId, userId, what);
  return payouts.reduce((sum, { amountFen }) => sum + amountFen, 0);
}
