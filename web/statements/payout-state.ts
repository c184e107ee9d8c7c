export type PayoutState = 'none' | 'nothing' | 'prepared' | 'approved' | 'paid' | 'cancelled';

/** Where the money of a statement stands; a statement that pays nothing says so instead of "not paid". */
export function payoutStateOf(statement: { payableFen: number; payoutStatus: string | null }): PayoutState {
  if (statement.payoutStatus) return statement.payoutStatus as PayoutState;
  return statement.payableFen > 0 ? 'none' : 'nothing';
}
