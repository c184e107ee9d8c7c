import { Alert, Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { chinaTime } from '../../fields/day.ts';
import { useOfVersion, versionPath } from '../../fields/findings/use-of-version.ts';
import { ReasonButton } from '../../fields/ReasonButton.tsx';
import { VerbButton } from '../../fields/VerbButton.tsx';
import { useWhyNot } from '../../shell/me-context.ts';
import type { Contract, Version } from '../version.ts';
import { GuardianDialog } from './GuardianDialog.tsx';
import type { Workflow } from './workflow.ts';

interface Consent {
  id: number;
  guardianName: string;
  relation: 'father' | 'mother' | 'other';
  relationNote: string | null;
  documentId: number;
  recordedByName: string | null;
  recordedAt: string;
  confirmedByName: string | null;
  confirmedAt: string | null;
}

const MINOR = new Set(['guardian_consent_missing', 'guardian_consent_unconfirmed']);

/** For an anchor of 16 or 17: the guardian's consent, recorded by one person and confirmed by another. */
export function GuardianConsent(props: {
  contract: Contract;
  version: Version;
  workflow: Workflow | undefined;
}) {
  const { contract, version, workflow } = props;
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const [asking, setAsking] = useState(false);
  const place = versionPath(contract.id, version.id);
  const { data } = useOfVersion<Consent | { consent: null }>(place, 'guardian-consent');
  const consent = data && 'id' in data ? data : undefined;
  const isMinor = workflow?.steps.some(({ refusal }) => refusal && MINOR.has(refusal.code));
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.contracts.guardian.${key}`, options);
  if (!consent && !isMinor) return null;
  return (
    <Alert severity={consent?.confirmedAt ? 'success' : 'warning'} sx={{ mt: 2 }}>
      <b>{word('title')}</b>
      <Box>{word('rule')}</Box>
      {consent && (
        <Box>
          {word('recorded', {
            guardian: consent.guardianName,
            relation: consent.relationNote ?? word(`relation.${consent.relation}`),
            name: consent.recordedByName ?? '—',
            at: chinaTime(consent.recordedAt) ?? '',
          })}
          {consent.confirmedAt &&
            ` ${word('confirmed', { name: consent.confirmedByName ?? '—', at: chinaTime(consent.confirmedAt) ?? '' })}`}
        </Box>
      )}
      <Box sx={{ mt: 1, display: 'flex', gap: 1 }}>
        {!consent && (
          <ReasonButton
            variant="outlined"
            reason={whyNot('contracts.submit')}
            onClick={() => setAsking(true)}
          >
            {word('record')}
          </ReasonButton>
        )}
        {consent && !consent.confirmedAt && (
          <VerbButton
            variant="contained"
            action="contracts.clear"
            work={(provider) => provider.send('POST', `${place}/guardian-consent/confirm`, {})}
          >
            {word('confirm')}
          </VerbButton>
        )}
      </Box>
      {asking && <GuardianDialog contract={contract} place={place} onClose={() => setAsking(false)} />}
    </Alert>
  );
}
