import { StatusChip, type Tone } from '../fields/StatusChip.tsx';

const TONES: Record<string, Tone> = {
  draft: 'wait',
  review: 'info',
  sent: 'info',
  accepted: 'good',
  active: 'good',
  ended: 'off',
  withdrawn: 'off',
};

/** Where a version stands: on its way, in force, over. */
export function StageChip({ stage }: { stage: string }) {
  return <StatusChip value={stage} source="stage" resource="contracts" tone={TONES[stage]} />;
}
