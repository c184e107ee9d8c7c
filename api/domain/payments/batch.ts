import type { Reason } from '../error.ts';

/** A batch of payouts on its way to the bank. Nothing leaves closed or cancelled. */
export const BATCH_STATUSES = [
  'draft',
  'submitted',
  'approved',
  'filed',
  'partly_returned',
  'closed',
  'cancelled',
] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];

/** One payout in a batch. `resent` and `corrected` say that another item, of another batch, took its place. */
export const ITEM_STATUSES = [
  'pending',
  'in_file',
  'paid',
  'failed',
  'unknown',
  'resent',
  'corrected',
] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** Steps between statuses of a batch; editing a draft is none. */
export const BATCH_STEPS: Record<BatchStatus, readonly BatchStatus[]> = {
  draft: ['submitted', 'cancelled'],
  submitted: ['approved', 'draft', 'cancelled'],
  approved: ['filed', 'draft', 'cancelled'],
  // the money may have left: what went out is answered item by item, never taken back as a whole
  filed: ['partly_returned', 'closed'],
  partly_returned: ['closed'],
  closed: [],
  cancelled: [],
};

/** What a return file may do by itself. */
const BY_FILE: Record<ItemStatus, readonly ItemStatus[]> = {
  pending: [],
  in_file: ['paid', 'failed', 'unknown'],
  unknown: ['paid', 'failed'],
  paid: [],
  failed: [],
  resent: [],
  corrected: [],
};

/** What a person may do: also say that paid money bounced (退汇), or that refused money arrived after all. */
const BY_PERSON: Record<ItemStatus, readonly ItemStatus[]> = {
  pending: ['in_file'],
  in_file: ['paid', 'failed', 'unknown'],
  unknown: ['paid', 'failed'],
  paid: ['failed'],
  failed: ['paid', 'resent', 'corrected'],
  resent: [],
  corrected: [],
};

/**
 * Why an item cannot become `to`, said by a return file or by a person with evidence. An item whose outcome is unknown is
 * never resent: the first money may still arrive, and then it would be paid twice.
 */
export function whyNotMoveItem(from: ItemStatus, to: ItemStatus, by: 'file' | 'person'): Reason | undefined {
  if ((by === 'file' ? BY_FILE : BY_PERSON)[from].includes(to)) return undefined;
  if ((from === 'unknown' || from === 'in_file') && (to === 'resent' || to === 'corrected'))
    return {
      code: 'outcome_unknown',
      message: 'what became of this payment is not known yet: ask the bank before it is sent again',
    };
  if (by === 'file' && BY_PERSON[from].includes(to))
    return {
      code: 'needs_a_person',
      message: `this payment is ${from}: a file alone does not make it ${to}, a person does`,
    };
  return { code: 'item_step', message: `a payment that is ${from} does not become ${to}` };
}

/** What a batch is once its items have these statuses after a return file: undefined when nothing came back yet. */
export function batchStatusAfterReturn(items: readonly ItemStatus[]): BatchStatus | undefined {
  if (items.every((status) => status === 'in_file')) return undefined;
  return items.every((status) => DONE.includes(status)) ? 'closed' : 'partly_returned';
}

/** A person may close a batch with failed items left (their payouts are cancelled and prepared anew), never with open ones. */
export function whyNotCloseBatch(batch: {
  status: BatchStatus;
  items: readonly { status: ItemStatus }[];
}): Reason | undefined {
  if (batch.status !== 'filed' && batch.status !== 'partly_returned')
    return { code: 'batch_not_filed', message: `this batch is ${batch.status}: there is nothing to close` };
  const open = batch.items.filter(({ status }) => !DONE.includes(status) && status !== 'failed').length;
  if (open > 0)
    return {
      code: 'outcome_unknown',
      message: `the bank has not answered for ${open} payments of this batch`,
    };
  return undefined;
}

export function whyNotCancelBatch({ status }: { status: BatchStatus }): Reason | undefined {
  if (BATCH_STEPS[status].includes('cancelled')) return undefined;
  if (status === 'cancelled') return { code: 'batch_cancelled', message: 'this batch is cancelled already' };
  return { code: 'batch_filed', message: `this batch is ${status}: its file may be at the bank` };
}

/** Back to draft, to be edited: the approvals it had count no more. */
export function whyNotWithdrawBatch({ status }: { status: BatchStatus }): Reason | undefined {
  if (status === 'submitted' || status === 'approved') return undefined;
  return { code: 'batch_not_submitted', message: `this batch is ${status}` };
}

const DONE: readonly ItemStatus[] = ['paid', 'resent', 'corrected'];
