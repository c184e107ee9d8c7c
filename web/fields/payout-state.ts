import type { Tone } from './StatusChip.tsx';

export type PayoutState = 'none' | 'nothing' | 'prepared' | 'approved' | 'paid' | 'cancelled' | 'returned';

/** Where the money of a statement stands; a statement that pays nothing says so instead of "not paid". */
export function payoutStateOf(statement: { payableFen: number; payoutStatus: string | null }): PayoutState {
  if (statement.payoutStatus) return statement.payoutStatus as PayoutState;
  return statement.payableFen > 0 ? 'none' : 'nothing';
}

/** Only money that has left is green: approved is a step on the way. */
export const PAYOUT_TONES: Record<PayoutState, Tone> = {
  none: 'wait',
  nothing: 'off',
  prepared: 'wait',
  approved: 'info',
  paid: 'good',
  cancelled: 'off',
  returned: 'bad',
};
