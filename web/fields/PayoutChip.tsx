import { PAYOUT_TONES, type PayoutState } from './payout-state.ts';
import { StatusChip } from './StatusChip.tsx';

/** Where a payout stands, as dot and word. */
export function PayoutChip({ state }: { state: PayoutState }) {
  return <StatusChip value={state} resource="statements" source="payoutStatus" tone={PAYOUT_TONES[state]} />;
}
