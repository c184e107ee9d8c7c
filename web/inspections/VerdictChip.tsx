import { useRecordContext, useTranslate } from 'react-admin';
import { StatusChip } from '../fields/StatusChip.tsx';
import { type Inspection, VERDICT_TONES } from './inspection.ts';

/** The verdict so far, or that it was taken back. */
export function VerdictChip(props: { inspection?: Inspection }) {
  const context = useRecordContext<Inspection>();
  const translate = useTranslate();
  const inspection = props.inspection ?? context;
  if (!inspection) return null;
  const { status, verdictNow } = inspection;
  return status === 'withdrawn' ? (
    <StatusChip
      value="withdrawn"
      tone="off"
      text={translate('resources.inspections.values.status.withdrawn')}
    />
  ) : (
    <StatusChip
      value={verdictNow.verdict}
      tone={VERDICT_TONES[verdictNow.verdict]}
      text={translate(`resources.inspections.values.verdict.${verdictNow.verdict}`)}
    />
  );
}
