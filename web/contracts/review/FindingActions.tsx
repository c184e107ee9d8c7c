import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type DecisionKind, whyNotDecide } from '../../../api/domain/contract-findings.ts';
import type { Finding } from '../../fields/findings/finding.ts';
import { ReasonedVerb } from '../../fields/ReasonedVerb.tsx';
import { VerbButton } from '../../fields/VerbButton.tsx';
import { useMe } from '../../shell/me-context.ts';
import type { Version } from '../version.ts';

/** What a person may decide about a finding; what it may not is greyed and says why. */
export function FindingActions({ finding, version }: { finding: Finding; version: Version }) {
  const translate = useTranslate();
  const { id: userId, role } = useMe();
  const word = (key: string) => translate(`resources.findings.${key}`);
  const facts = {
    ...finding,
    isOut: !['draft', 'review'].includes(version.stage),
    uploaderIds: [version.createdById, version.submittedById].filter((one): one is string => one !== null),
  };
  const why = (kind: DecisionKind) => whyNotDecide(kind, facts, { userId, role });
  const path = `/contract-findings/${finding.id}`;
  const asked = (kind: 'dismiss' | 'waive' | 'restore') => (
    <ReasonedVerb
      action={`contract-findings.${kind === 'restore' ? 'dismiss' : kind}`}
      variant={kind === 'waive' ? 'contained' : 'outlined'}
      reason={why(kind)}
      ask={{ title: word(`action.${kind}`), text: word(`ask.${kind}`), field: word('whyField') }}
      work={(provider, reason) => provider.send('POST', `${path}/${kind}`, { reason })}
    >
      {word(`action.${kind}`)}
    </ReasonedVerb>
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }} className="no-print">
      {finding.toConfirm && (
        <VerbButton
          variant="contained"
          action="contract-findings.confirm"
          reason={why('confirm')}
          work={(provider) => provider.send('POST', `${path}/confirm`, {})}
        >
          {word('action.confirm')}
        </VerbButton>
      )}
      {finding.state === 'open' && finding.severity === 'high' && asked('waive')}
      {finding.state === 'open' && asked('dismiss')}
      {finding.state !== 'open' && asked('restore')}
    </Box>
  );
}
