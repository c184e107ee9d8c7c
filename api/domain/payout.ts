import type { Reason } from './error.ts';

/** prepared → approved → paid; prepared or approved → cancelled. Nothing leaves paid or cancelled. */
export const PAYOUT_STATUSES = ['prepared', 'approved', 'paid', 'cancelled'] as const;
export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

/** How the anchor's payee is now against the one the payout was prepared for, compared by hash. */
export type PayeeState = 'unchanged' | 'changed' | 'missing';

/** What the rules need to know of a payout: a record of the API has it all. */
export interface PayoutFacts {
  status: PayoutStatus;
  /** User id. */
  preparedBy: string;
  payeeState: PayeeState;
}

/** Who wants to; null for a process, which is no person. */
export interface PayoutActor {
  userId: string | null;
}

/**
 * Why no payout can be prepared for a statement. `existing` is its payout that was not cancelled.
 * `hasPayee` is left out where it is not known: a screen asks without it, the command with it.
 */
export function whyNotPrepare(
  statement: { payableFen: number; hasPayee?: boolean },
  existing: { status: PayoutStatus } | undefined,
): Reason | undefined {
  if (existing && existing.status !== 'cancelled')
    return { code: 'payout_exists', message: `this statement has a payout, which is ${existing.status}` };
  if (statement.payableFen <= 0)
    return { code: 'nothing_payable', message: 'this statement has nothing to pay' };
  if (statement.hasPayee === false) return NO_PAYEE;
  return undefined;
}

/** Four eyes: another person than the preparer, and the payee as it was when prepared. */
export function whyNotApprove(payout: PayoutFacts, actor: PayoutActor): Reason | undefined {
  if (payout.status !== 'prepared')
    return { code: 'payout_not_prepared', message: `this payout is ${payout.status} already` };
  if (actor.userId === null) return NO_PERSON;
  if (actor.userId === payout.preparedBy)
    return { code: 'four_eyes', message: 'the person who prepared a payout cannot approve it' };
  return whyNotToPayee(payout.payeeState);
}

/** Money goes where two people saw it go: a payee changed after approval stops it too. */
export function whyNotPay(payout: PayoutFacts): Reason | undefined {
  if (payout.status !== 'approved')
    return {
      code: 'payout_not_approved',
      message: payout.status === 'prepared' ? 'approve this payout first' : `this payout is ${payout.status}`,
    };
  return whyNotToPayee(payout.payeeState);
}

export function whyNotCancel(payout: Pick<PayoutFacts, 'status'>): Reason | undefined {
  if (payout.status === 'paid')
    return { code: 'payout_paid', message: 'this payout is paid: the money has left' };
  if (payout.status === 'cancelled')
    return { code: 'payout_cancelled', message: 'this payout is cancelled already' };
  return undefined;
}

/** A process prepares and approves nothing: both names stand on the paper. */
export const whyNotByProcess = (actor: PayoutActor): Reason | undefined =>
  actor.userId === null ? NO_PERSON : undefined;

function whyNotToPayee(state: PayeeState): Reason | undefined {
  if (state === 'missing') return NO_PAYEE;
  if (state === 'changed')
    return {
      code: 'payee_changed',
      message: 'the payee was changed after this payout was prepared: cancel it and prepare another',
    };
  return undefined;
}

const NO_PAYEE: Reason = { code: 'no_payee', message: 'nobody has said where this anchor is paid' };
const NO_PERSON: Reason = { code: 'needs_a_person', message: 'payouts are prepared and approved by people' };
