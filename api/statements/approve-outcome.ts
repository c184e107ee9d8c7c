import type { Db, Trx } from '../../db/connect.ts';
import { decideProposal, findPartyOfAnchor } from '../../db/queries/dispute-outcomes.ts';
import type { DisputeWhole } from '../../db/queries/disputes.ts';
import { postingMonth, postPayEntries } from '../../db/queries/pay-entries.ts';
import { lockSettlement } from '../../db/queries/settlement-gather.ts';
import { whyNotApproveOutcome } from '../domain/dispute.ts';
import { DomainError } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { fen, formatYuan } from '../domain/money.ts';
import type { Month } from '../domain/month.ts';
import { decide, refuseFor, tellDecision } from './decide-dispute.ts';

/**
 * The second person of an upheld dispute: posts the adjustment in the open month, where its statement shows it.
 * Refused: 403 `four_eyes`; 409 `nothing_proposed`, `dispute_decided`.
 */
export function approveOutcome(db: Db, identity: Identity, id: number): Promise<DisputeWhole> {
  return decide(db, identity, id, 'disputes.approve', async (trx, dispute) => {
    refuseFor(whyNotApproveOutcome(factsOf(dispute), actorId(identity)), dispute);
    const payEntryId = await postAdjustment(trx, dispute, actorId(identity)!);
    await decideOnce(trx, dispute, {
      decision: 'approved',
      reason: null,
      by: actorId(identity)!,
      payEntryId,
    });
    await tellDecision(trx, dispute, 'upheld');
    return {
      action: 'disputes.approve',
      after: { adjustmentFen: dispute.proposal!.adjustmentFen, payEntryId },
    };
  });
}

/** The second person sends a proposal back; the dispute is open again. */
export function declineOutcome(
  db: Db,
  identity: Identity,
  id: number,
  reason: string,
): Promise<DisputeWhole> {
  return decide(db, identity, id, 'disputes.approve', async (trx, dispute) => {
    refuseFor(whyNotApproveOutcome(factsOf(dispute), actorId(identity)), dispute);
    await decideOnce(trx, dispute, {
      decision: 'declined',
      reason,
      by: actorId(identity)!,
      payEntryId: null,
    });
    return { action: 'disputes.decline', after: { reason } };
  });
}

const factsOf = ({ state, proposal }: DisputeWhole) => ({ state, proposedBy: proposal?.proposedBy ?? null });

async function decideOnce(
  trx: Trx,
  dispute: DisputeWhole,
  decision: Parameters<typeof decideProposal>[2],
): Promise<void> {
  if (await decideProposal(trx, dispute.proposal!.id, decision)) return;
  throw new DomainError('conflict', 'dispute_decided', 'somebody else was faster: look at the dispute again');
}

async function postAdjustment(trx: Trx, dispute: DisputeWhole, userId: string): Promise<number> {
  // A month that is being closed is closed before or after this entry, never around it.
  await lockSettlement(trx);
  const { adjustmentFen, reason } = dispute.proposal!;
  const about = `${dispute.statementNo} · ${dispute.label}`;
  const [posted] = await postPayEntries(
    trx,
    [
      {
        partyId: await findPartyOfAnchor(trx, dispute.anchorId),
        month: await postingMonth(trx, dispute.month as Month),
        concernsMonth: dispute.month as Month,
        kind: 'adjustment',
        amountFen: adjustmentFen,
        counter: 'agency',
        reversesId: null,
        sourceKey: `dispute:${dispute.id}:adjustment`,
        explanation: {
          zh: `异议成立：${about}，调整 ${formatYuan(fen(adjustmentFen))} 元。理由：${reason}`,
          en: `Dispute upheld: ${about}, adjusted by ${formatYuan(fen(adjustmentFen))}. Reason: ${reason}`,
        },
        details: { disputeId: dispute.id, statementId: dispute.statementId },
      },
    ],
    userId,
  );
  return posted!.id;
}
