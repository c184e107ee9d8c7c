import type { Db, Trx } from '../../../db/connect.ts';
import { writeAudit } from '../../../db/queries/audit.ts';
import { insertItems, insertPayouts } from '../../../db/queries/payout-batch-proposal.ts';
import { moveItem, recordBatchChange } from '../../../db/queries/payout-batch-steps.ts';
import { type BatchItemRow, listBatchItems } from '../../../db/queries/payout-batches.ts';
import { markCancelled } from '../../../db/queries/payout-steps.ts';
import { readPayout } from '../../../db/queries/payouts.ts';
import { DomainError } from '../../domain/error.ts';
import { actorId } from '../../domain/identity.ts';
import { whyNotMoveItem } from '../../domain/payments/batch.ts';
import { found } from '../../http/route.ts';
import type { Actor } from '../fresh-sign-in.ts';
import { lostBatchRace, refuseFor, takeStep } from './batch-step.ts';
import { insertDraft } from './create-batch.ts';
import { followItems } from './take-return.ts';
import { type BatchScene, type BatchWhole, tellBatch } from './tell-batch.ts';

/**
 * Puts failed payments into a new draft: the same payout once more when its payee stands, else a new payout to the payee
 * that two people agreed on since. Answers the new draft. Refused (409): `outcome_unknown`, `item_step`, `no_payee`, `nothing_due`.
 */
export function resendItems(
  db: Db,
  actor: Actor,
  id: number,
  { itemIds, executeOn }: { itemIds: number[]; executeOn: string },
): Promise<BatchWhole> {
  return takeStep(db, actor, id, 'payout-batches.prepare', async (trx, scene) => {
    const userId = actorId(actor.identity)!;
    const items = await pickItems(trx, scene, itemIds);
    const draftId = await insertDraft(trx, scene.row.month, executeOn, userId);
    const places: { item: BatchItemRow; payoutId: number }[] = [];
    for (const item of items) places.push({ item, payoutId: await payoutFor(trx, actor, item) });
    const newItems = await insertItems(
      trx,
      draftId,
      places.map(({ payoutId }) => payoutId),
    );
    for (const { item, payoutId } of places) {
      const status = payoutId === item.payoutId ? 'resent' : 'corrected';
      const { reasonCode, reasonText } = item;
      const to = { status, reasonCode, reasonText, replacedById: newItems.get(payoutId)! } as const;
      if (!(await moveItem(trx, item.id, 'failed', to))) throw lostBatchRace();
    }
    await recordBatchChange(trx, draftId, userId, 'create');
    await followItems(trx, id);
    const answer = await tellBatch(trx, actor, draftId);
    return { action: 'payout-batches.resend', after: { itemIds, draft: answer.no }, answer };
  });
}

async function pickItems(trx: Trx, scene: BatchScene, itemIds: readonly number[]): Promise<BatchItemRow[]> {
  const items = await listBatchItems(trx, scene.row.id);
  return [...new Set(itemIds)].map((itemId) => {
    const item = found(
      items.find((one) => one.id === itemId),
      'item',
      itemId,
    );
    refuseFor(whyNotMoveItem(item.status, 'resent', 'person'), scene);
    return item;
  });
}

/** The payout itself while it is approved and its payee stands; else it is cancelled and another one prepared. */
async function payoutFor(trx: Trx, actor: Actor, item: BatchItemRow): Promise<number> {
  const payout = (await readPayout(trx, item.payoutId))!;
  if (payout.status === 'approved' && payout.payeeState === 'unchanged' && payout.isWithinDue)
    return payout.id;
  if (payout.status === 'approved') await markCancelled(trx, payout.id);
  const [fresh] = await insertPayouts(trx, [item.statementId], actorId(actor.identity)!);
  if (!fresh)
    throw new DomainError(
      'conflict',
      payout.payeeState === 'missing' ? 'no_payee' : 'nothing_due',
      `${item.anchorName}: there is nothing due, or nobody has said where it is paid`,
    );
  await writeAudit(trx, actor.identity, {
    action: 'payouts.prepare',
    entity: 'payout',
    entityId: fresh.id,
    after: { statementId: fresh.statementId, amountFen: fresh.amountFen, insteadOf: payout.no },
  });
  return fresh.id;
}
