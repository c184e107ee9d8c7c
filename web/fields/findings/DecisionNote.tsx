import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { chinaTime } from '../day.ts';
import type { Finding } from './finding.ts';

/** What was decided about a finding, by whom and why: the anchor reads the same words. */
export function DecisionNote({ finding }: { finding: Finding }) {
  const translate = useTranslate();
  const { decision } = finding;
  if (!decision) return null;
  const said = translate(`resources.findings.decided.${decision.kind}`, {
    name: decision.byName ?? '—',
    at: chinaTime(decision.at) ?? '',
  });
  return (
    <Alert severity={finding.state === 'open' ? 'info' : 'success'} icon={false} sx={{ py: 0.25 }}>
      {said}
      {decision.reason && (
        <>
          {translate('resources.findings.because')}
          <b>{decision.reason}</b>
        </>
      )}
    </Alert>
  );
}
