import type { ConfirmationState } from '../../../api/domain/dispute.ts';
import type { BatchStatus } from '../../../api/domain/payments/batch.ts';
import type { SettlementMonth } from '../run-result.ts';

export const CLOSE_STEPS = [
  'settle',
  'pay',
  'tax',
  'issue',
  'send',
  'confirm',
  'batch',
  'file',
  'return',
  'done',
] as const;
export type CloseStepName = (typeof CLOSE_STEPS)[number];
export type CloseStepState = 'done' | 'now' | 'later' | 'off';

export interface CloseFacts {
  month: SettlementMonth;
  /** Tax: null while it is not known. */
  tax: { withholdsTax: boolean; refused: number } | null;
  confirmations: readonly { state: ConfirmationState; payableFen: number }[];
  batches: readonly { status: BatchStatus }[];
}

/**
 * Where a month stands, step by step. `now` is what can be done; several can be: whoever confirmed is paid while others
 * still think. `off`: this agency does not do it.
 */
export function closeSteps(facts: CloseFacts): Record<CloseStepName, CloseStepState> {
  const { month, tax, confirmations, batches } = facts;
  const live = batches.filter(({ status }) => status !== 'cancelled');
  const some = (...statuses: BatchStatus[]) => live.some(({ status }) => statuses.includes(status));
  const isSettled = month.closed || (month.runs > 0 && month.openLines === 0);
  const isSent =
    month.closed && confirmations.length > 0 && confirmations.every(({ state }) => state !== 'not_sent');
  const isAnswered =
    isSent && confirmations.every(({ state }) => state === 'confirmed' || state === 'accepted_by_silence');
  const isFiled = live.length > 0 && !some('draft', 'submitted', 'approved');
  const isReturned = isFiled && live.every(({ status }) => status === 'closed');
  const step = (isDone: boolean, isOpen: boolean): CloseStepState =>
    isDone ? 'done' : isOpen ? 'now' : 'later';
  return {
    settle: step(isSettled, true),
    pay: step(month.closed, isSettled),
    tax: tax && !tax.withholdsTax ? 'off' : step(month.closed, isSettled),
    issue: step(month.closed, month.runs > 0 && (tax === null || !tax.withholdsTax || tax.refused === 0)),
    send: step(isSent, month.closed),
    confirm: step(isAnswered, isSent),
    batch: step(isFiled || some('approved'), isSent),
    file: step(isFiled, some('approved')),
    return: step(isReturned, isFiled),
    done: step(isReturned && isAnswered, false),
  };
}
