import type { Reason } from '../error.ts';
import type { BatchStatus } from './batch.ts';
import { type ApprovalTier, countApproversAsked } from './tiers.ts';

/** What the rules of approval need to know of a batch: a record of the API has it all. */
export interface BatchFacts {
  status: BatchStatus;
  /** Counts the changes of the batch: an approval holds for the revision its giver saw, no other. */
  revision: number;
  /** User id of who made the batch. */
  preparedBy: string;
  /** User ids of everybody who ever added, took out or changed an item, or submitted the batch. */
  changedBy: readonly string[];
  approvals: readonly { userId: string; revision: number }[];
  items: readonly BatchItemFacts[];
}

export interface BatchItemFacts {
  payoutId: number;
  anchorName: string;
  amountFen: number;
  /** Hash of the payee when the payout was put into the batch. */
  payeeSha256: string;
  /** Hash of the payee as it is now; null: nobody says any more where this anchor is paid. */
  currentPayeeSha256: string | null;
  /** The anchor's own user, when the anchor signs in; nobody approves money to themselves. */
  payeeUserId: string | null;
}

/** Who wants to (null: a process), and when this person last proved again who they are. */
export interface BatchActor {
  userId: string | null;
  /** ISO instant of the last step-up sign-in of this session; null: none. */
  stepUpAt: string | null;
}

export const STEP_UP_MINUTES = 5;

/** A step-up sign-in is fresh for five minutes; one from the future is a wrong clock and none. `now`: ISO instant. */
export function whyNotFreshSignIn(stepUpAt: string | null, now: string): Reason | undefined {
  const age = stepUpAt === null ? Number.NaN : Date.parse(now) - Date.parse(stepUpAt);
  if (age >= 0 && age <= STEP_UP_MINUTES * 60_000) return undefined;
  return {
    code: 'step_up_needed',
    message: `sign in again: this needs a sign-in of the last ${STEP_UP_MINUTES} minutes`,
  };
}

/** Draft → submitted: something to pay, whole amounts, nobody twice, and every payee as it was when the payout was put in. */
export function whyNotSubmitBatch(batch: BatchFacts, actor: Pick<BatchActor, 'userId'>): Reason | undefined {
  if (batch.status !== 'draft')
    return { code: 'batch_not_draft', message: `this batch is ${batch.status} already` };
  if (actor.userId === null) return NO_PERSON;
  return whyNotItems(batch.items);
}

/**
 * One more approval: another person than all who made or changed the batch, not a payee of it, not twice, signed in afresh.
 * An approved batch takes one more only while its tiers, raised since, ask for it.
 */
export function whyNotApproveBatch(
  batch: BatchFacts,
  actor: BatchActor,
  rules: { tiers: readonly ApprovalTier[]; now: string },
): Reason | undefined {
  const isWaiting = batch.status === 'submitted' || batch.status === 'approved';
  if (!isWaiting || (batch.status === 'approved' && countMissing(batch, rules.tiers) === 0))
    return { code: 'batch_not_submitted', message: `this batch is ${batch.status}` };
  if (actor.userId === null) return NO_PERSON;
  if (hasTouched(batch, actor.userId))
    return { code: 'four_eyes', message: 'who prepared, changed or submitted a batch cannot approve it' };
  if (batch.items.some(({ payeeUserId }) => payeeUserId === actor.userId))
    return { code: 'own_money', message: 'this batch pays you: somebody else approves it' };
  if (listApprovers(batch).includes(actor.userId))
    return { code: 'approved_already', message: 'you approved this batch already: it needs another person' };
  return whyNotFreshSignIn(actor.stepUpAt, rules.now) ?? whyNotItems(batch.items);
}

/** What the batch is once this person has approved: `approved` when nobody else is asked. */
export function statusAfterApproval(
  batch: BatchFacts,
  userId: string,
  tiers: readonly ApprovalTier[],
): 'submitted' | 'approved' {
  const approvals = [...batch.approvals, { userId, revision: batch.revision }];
  return countMissing({ ...batch, approvals }, tiers) === 0 ? 'approved' : 'submitted';
}

/**
 * Approved → filed: the bank file may be written. The approvals are counted anew, not taken from the status, so that a
 * status that was let through wrongly, or tiers that were raised since, still stop the money.
 */
export function whyNotSendBatch(
  batch: BatchFacts,
  actor: BatchActor,
  rules: { tiers: readonly ApprovalTier[]; now: string },
): Reason | undefined {
  if (batch.status !== 'approved')
    return {
      code: 'batch_not_approved',
      message: batch.status === 'submitted' ? 'approve this batch first' : `this batch is ${batch.status}`,
    };
  if (actor.userId === null) return NO_PERSON;
  const missing = countMissing(batch, rules.tiers);
  if (missing > 0)
    return {
      code: 'more_approvers_needed',
      message: `this batch needs ${missing} more people to approve it`,
    };
  return whyNotFreshSignIn(actor.stepUpAt, rules.now) ?? whyNotItems(batch.items);
}

/** Distinct people whose approval holds: of this revision, and given by nobody who touched the batch. */
export function listApprovers(batch: BatchFacts): string[] {
  const people = batch.approvals
    .filter(({ userId, revision }) => revision === batch.revision && !hasTouched(batch, userId))
    .map(({ userId }) => userId);
  return [...new Set(people)];
}

/** People still missing before the batch is approved. */
export function countMissing(batch: BatchFacts, tiers: readonly ApprovalTier[]): number {
  const asked = countApproversAsked(
    tiers,
    batch.items.map(({ amountFen }) => amountFen),
  );
  return Math.max(0, asked - listApprovers(batch).length);
}

function hasTouched(batch: BatchFacts, userId: string): boolean {
  return batch.preparedBy === userId || batch.changedBy.includes(userId);
}

function whyNotItems(items: readonly BatchItemFacts[]): Reason | undefined {
  if (items.length === 0) return { code: 'batch_empty', message: 'there is no payout in this batch' };
  const seen = new Set<number>();
  for (const item of items) {
    if (!Number.isSafeInteger(item.amountFen) || item.amountFen <= 0)
      return {
        code: 'amount_not_payable',
        message: `the amount of ${item.anchorName} is not whole fen above zero`,
      };
    if (seen.has(item.payoutId))
      return { code: 'payout_twice', message: `the payout of ${item.anchorName} is in this batch twice` };
    seen.add(item.payoutId);
    if (item.currentPayeeSha256 === null)
      return { code: 'no_payee', message: `nobody has said where ${item.anchorName} is paid` };
    if (item.currentPayeeSha256 !== item.payeeSha256)
      return {
        code: 'payee_changed',
        message: `the payee of ${item.anchorName} was changed after this payout was put into the batch: take it out and prepare another`,
      };
  }
  return undefined;
}

const NO_PERSON: Reason = {
  code: 'needs_a_person',
  message: 'batches are submitted, approved and sent by people',
};
