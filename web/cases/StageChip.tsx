import type { CaseStage } from '../../api/domain/inspection/case-life.ts';
import { StatusChip, type Tone } from '../fields/StatusChip.tsx';

const TONES: Record<CaseStage, Tone> = {
  open: 'bad',
  evidence: 'wait',
  brand_notified: 'info',
  answered: 'wait',
  decided: 'info',
  remedies: 'info',
  closed: 'off',
};

export function StageChip({ stage }: { stage: CaseStage }) {
  return <StatusChip value={stage} resource="cases" source="stage" tone={TONES[stage]} />;
}
