import type { Db } from '../../../db/connect.ts';
import { moveItem } from '../../../db/queries/payout-batch-steps.ts';
import { listBatchItems } from '../../../db/queries/payout-batches.ts';
import { whyNotMoveItem } from '../../domain/payments/batch.ts';
import { found } from '../../http/route.ts';
import type { Actor } from '../fresh-sign-in.ts';
import { lostBatchRace, refuseFor, takeStep } from './batch-step.ts';
import { payItem, returnItem } from './pay-item.ts';
import { followItems } from './take-return.ts';
import type { BatchWhole } from './tell-batch.ts';

export interface ItemOutcome {
  outcome: 'paid' | 'failed' | 'unknown';
  bankReference?: string;
  reason: string;
}

/**
 * What a person says became of a payment, with a reason: also that paid money came back, or that refused money arrived.
 * Refused (409): `item_step`, `outcome_unknown`, `payout_not_approved`.
 */
export function settleItem(
  db: Db,
  actor: Actor,
  id: number,
  itemId: number,
  { outcome, bankReference, reason }: ItemOutcome,
): Promise<BatchWhole> {
  return takeStep(db, actor, id, 'payout-batches.return', async (trx, scene) => {
    const items = await listBatchItems(trx, id);
    const item = found(
      items.find((one) => one.id === itemId),
      'item',
      itemId,
    );
    refuseFor(whyNotMoveItem(item.status, outcome, 'person'), scene);
    const isPaid = outcome === 'paid';
    const reference = bankReference ?? item.endToEndId;
    const moved = await moveItem(trx, itemId, item.status, {
      status: outcome,
      reasonText: isPaid ? null : reason,
      ...(isPaid && { bankReference: reference }),
    });
    if (!moved) throw lostBatchRace();
    if (isPaid) await payItem(trx, actor, item.payoutId, reference);
    if (item.status === 'paid') await returnItem(trx, actor, item.payoutId, reason);
    await followItems(trx, id);
    return {
      action: 'payout-batches.settle',
      after: { itemId, anchorName: item.anchorName, from: item.status, to: outcome, reason },
    };
  });
}
