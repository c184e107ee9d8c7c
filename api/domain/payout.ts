import type { Reason } from './error.ts';

/** prepared → approved → paid; prepared or approved → cancelled; paid → returned when the money came back. */
export const PAYOUT_STATUSES = ['prepared', 'approved', 'paid', 'cancelled', 'returned'] as const;
export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

/** How the anchor's payee is now against the one the payout was prepared for, compared by hash. */
export type PayeeState = 'unchanged' | 'changed' | 'missing';

/** What the rules need to know of a payout: a record of the API has it all. */
export interface PayoutFacts {
  status: PayoutStatus;
  /** User id. */
  preparedBy: string;
  payeeState: PayeeState;
  /** The batch it goes to the bank with; its steps are the batch's then. */
  batchNo?: string | null;
  /** False when a line was disputed since, so that this is more than what is due. */
  isWithinDue?: boolean;
}

/** Who wants to; null for a process, which is no person. */
export interface PayoutActor {
  userId: string | null;
}

/**
 * Why no payout can be prepared for a statement. `existing` is its newest payout that counts: one on its way excludes
 * another, a paid one leaves what is due still. `dueFen` (payable less held and paid) and `hasPayee` are left out where
 * they are not known: a screen asks without them, the command with them.
 */
export function whyNotPrepare(
  statement: { payableFen: number; dueFen?: number; hasPayee?: boolean; invoiceGapFen?: number },
  existing: { status: PayoutStatus } | undefined,
): Reason | undefined {
  const { dueFen } = statement;
  const isOnItsWay = existing?.status === 'prepared' || existing?.status === 'approved';
  if (isOnItsWay || (existing?.status === 'paid' && dueFen === undefined))
    return { code: 'payout_exists', message: `this statement has a payout, which is ${existing.status}` };
  if (statement.payableFen <= 0)
    return { code: 'nothing_payable', message: 'this statement has nothing to pay' };
  if (dueFen !== undefined && dueFen <= 0)
    return { code: 'nothing_due', message: 'what this statement pays is paid, or disputed and held' };
  if (statement.hasPayee === false) return NO_PAYEE;
  return statement.invoiceGapFen ? whyNotInvoiced(statement.invoiceGapFen) : undefined;
}

/** A studio is paid against its own invoices: `gapFen` of the month is not covered yet. */
export const whyNotInvoiced = (gapFen: number): Reason => ({
  code: 'invoices_too_small',
  message: `the studio’s invoices of the month do not cover ${gapFen} fen yet: record them first`,
});

/** Four eyes: another person than the preparer, and the payee as it was when prepared. */
export function whyNotApprove(payout: PayoutFacts, actor: PayoutActor): Reason | undefined {
  if (payout.status !== 'prepared')
    return { code: 'payout_not_prepared', message: `this payout is ${payout.status} already` };
  if (actor.userId === null) return NO_PERSON;
  if (actor.userId === payout.preparedBy)
    return { code: 'four_eyes', message: 'the person who prepared a payout cannot approve it' };
  return whyNotInBatch(payout) ?? whyNotToPayee(payout.payeeState) ?? whyNotWithinDue(payout);
}

/** Money goes where two people saw it go: a payee changed after approval stops it too. */
export function whyNotPay(payout: PayoutFacts): Reason | undefined {
  if (payout.status !== 'approved')
    return {
      code: 'payout_not_approved',
      message: payout.status === 'prepared' ? 'approve this payout first' : `this payout is ${payout.status}`,
    };
  return whyNotInBatch(payout) ?? whyNotToPayee(payout.payeeState) ?? whyNotWithinDue(payout);
}

/** The money of a paid payout came back (退汇). */
export function whyNotReturn(payout: Pick<PayoutFacts, 'status'>): Reason | undefined {
  if (payout.status === 'paid') return undefined;
  return { code: 'payout_not_paid', message: `this payout is ${payout.status}: no money can come back` };
}

export function whyNotCancel(payout: Pick<PayoutFacts, 'status' | 'batchNo'>): Reason | undefined {
  if (payout.status === 'paid')
    return { code: 'payout_paid', message: 'this payout is paid: the money has left' };
  if (payout.status === 'returned')
    return { code: 'payout_returned', message: 'this payout came back already: prepare another' };
  if (payout.status === 'cancelled')
    return { code: 'payout_cancelled', message: 'this payout is cancelled already' };
  return whyNotInBatch(payout);
}

/** A payout in a batch is approved, paid and cancelled with its batch. */
function whyNotInBatch({ batchNo }: Pick<PayoutFacts, 'batchNo'>): Reason | undefined {
  if (!batchNo) return undefined;
  return { code: 'in_batch', message: `this payout is in batch ${batchNo}: take the step there` };
}

function whyNotWithinDue({ isWithinDue }: PayoutFacts): Reason | undefined {
  if (isWithinDue !== false) return undefined;
  return {
    code: 'more_than_due',
    message:
      'a line of the statement was disputed since, and this is more than what is due: cancel it and prepare another',
  };
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
