import type { Reason } from './error.ts';

/** Where an issued statement stands with its anchor. */
export const CONFIRMATION_STATES = [
  'not_sent',
  'open',
  'overdue',
  'confirmed',
  'accepted_by_silence',
  'disputed',
] as const;
export type ConfirmationState = (typeof CONFIRMATION_STATES)[number];

export interface ConfirmationFacts {
  sentAt: string | null;
  /** The window to dispute is over, by the database's clock. */
  isWindowOver: boolean;
  answer: 'confirmed' | 'silence' | null;
  openDisputes: number;
}

/** Without a clause that says so silence is no answer: the statement stays open and is shown as overdue. */
export function confirmationState(facts: ConfirmationFacts): ConfirmationState {
  if (facts.sentAt === null) return 'not_sent';
  if (facts.openDisputes > 0) return 'disputed';
  if (facts.answer !== null) return facts.answer === 'silence' ? 'accepted_by_silence' : 'confirmed';
  return facts.isWindowOver ? 'overdue' : 'open';
}

/** A late yes is still a yes: only the window to dispute ends. */
export function whyNotConfirm(facts: ConfirmationFacts): Reason | undefined {
  if (facts.sentAt === null) return NOT_SENT;
  if (facts.answer !== null) return ANSWERED;
  if (facts.openDisputes > 0)
    return { code: 'dispute_open', message: 'a line of this statement is disputed: decide that first' };
  return undefined;
}

export function whyNotDispute(facts: ConfirmationFacts): Reason | undefined {
  if (facts.sentAt === null) return NOT_SENT;
  if (facts.answer !== null) return ANSWERED;
  if (facts.isWindowOver)
    return { code: 'window_closed', message: 'the days to dispute this statement are over' };
  return undefined;
}

export const DISPUTE_STATES = ['open', 'proposed', 'upheld', 'rejected', 'withdrawn'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

export interface DisputeFacts {
  state: DisputeState;
  /** User id of who proposed to uphold it; null while nobody has. */
  proposedBy: string | null;
}

/** Upholding or rejecting: once, and not over a proposal that waits for its second person. */
export function whyNotDecide({ state }: Pick<DisputeFacts, 'state'>): Reason | undefined {
  if (state === 'open') return undefined;
  if (state === 'proposed')
    return { code: 'proposal_waits', message: 'a proposal waits for a second person: it is decided first' };
  return decidedAs(state);
}

/** The second person of an upheld dispute: never who proposed it. */
export function whyNotApproveOutcome(dispute: DisputeFacts, userId: string | null): Reason | undefined {
  if (dispute.state === 'open')
    return { code: 'nothing_proposed', message: 'nobody has proposed to uphold this dispute' };
  if (dispute.state !== 'proposed') return decidedAs(dispute.state);
  if (userId === null) return { code: 'needs_a_person', message: 'disputes are decided by people' };
  if (userId === dispute.proposedBy)
    return { code: 'four_eyes', message: 'who proposed to uphold a dispute cannot approve it' };
  return undefined;
}

export function whyNotWithdrawDispute({ state }: Pick<DisputeFacts, 'state'>): Reason | undefined {
  return whyNotDecide({ state });
}

const decidedAs = (state: DisputeState): Reason => ({
  code: 'dispute_decided',
  message: `this dispute is ${state} already`,
});
const NOT_SENT: Reason = { code: 'not_sent', message: 'this statement was not sent to its anchor yet' };
const ANSWERED: Reason = { code: 'already_answered', message: 'this statement is accepted already' };
