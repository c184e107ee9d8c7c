import type { ConfirmationState, DisputeState } from '../../api/domain/dispute.ts';
import { CONFIRMATION_TONES, DISPUTE_TONES } from './confirmation.ts';
import { StatusChip } from './StatusChip.tsx';

/** Where a statement stands with its anchor. */
export function ConfirmationChip({ state }: { state: ConfirmationState }) {
  return (
    <StatusChip value={state} resource="statements" source="confirmation" tone={CONFIRMATION_TONES[state]} />
  );
}

export function DisputeChip({ state }: { state: DisputeState }) {
  return <StatusChip value={state} resource="disputes" source="state" tone={DISPUTE_TONES[state]} />;
}
