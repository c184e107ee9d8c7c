import type { Reason } from './error.ts';

/** Another account of an anchor on its way: two people and a day. */
export const PAYEE_CHANGE_STATES = ['requested', 'approved', 'in_force', 'refused', 'withdrawn'] as const;
export type PayeeChangeState = (typeof PAYEE_CHANGE_STATES)[number];

export interface PayeeChangeFacts {
  state: PayeeChangeState;
  /** User id. */
  requestedBy: string;
}

/** Hours between the approval and the day the new account is paid. */
export const PAYEE_WAIT_HOURS = 24;

export function whyNotApproveChange(change: PayeeChangeFacts, userId: string | null): Reason | undefined {
  if (change.state !== 'requested') return isAlready(change.state);
  if (userId === null)
    return { code: 'needs_a_person', message: 'a change of payee is approved by a person' };
  if (userId === change.requestedBy)
    return { code: 'four_eyes', message: 'who asked for a change of payee cannot approve it' };
  return undefined;
}

/** Also an approved one, as long as it is not in force: the day is there to look again. */
export function whyNotRefuseChange({ state }: Pick<PayeeChangeFacts, 'state'>): Reason | undefined {
  return state === 'requested' || state === 'approved' ? undefined : isAlready(state);
}

export function whyNotWithdrawChange(change: PayeeChangeFacts, userId: string | null): Reason | undefined {
  if (change.state !== 'requested' && change.state !== 'approved') return isAlready(change.state);
  if (userId !== change.requestedBy)
    return { code: 'not_yours', message: 'a change is withdrawn by who asked for it: refuse it instead' };
  return undefined;
}

const isAlready = (state: PayeeChangeState): Reason => ({
  code: 'change_decided',
  message: `this change is ${state} already`,
});
