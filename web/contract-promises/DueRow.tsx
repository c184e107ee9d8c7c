import { Alert, Box, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { chinaTime, monthInWords } from '../fields/day.ts';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { ReasonedVerb } from '../fields/ReasonedVerb.tsx';
import { StatusChip, type Tone } from '../fields/StatusChip.tsx';
import { useMe, useWhyNot } from '../shell/me-context.ts';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import type { ContractPromise, Due, Evidence } from './promise.ts';
import { useAmount } from './use-amount.ts';

const TONES: Record<Due['state'], Tone> = {
  upcoming: 'off',
  met: 'good',
  partly: 'wait',
  missed: 'bad',
  no_evidence: 'wait',
};

/** One day something was due: what was delivered, and the evidence for it. */
export function DueRow({ promise, due }: { promise: ContractPromise; due: Due }) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const amount = useAmount();
  const [locale] = useLocaleState();
  const { role } = useMe();
  const [adding, setAdding] = useState(false);
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.contract-promises.${key}`, options);
  return (
    <Box component="li" sx={{ px: 2, py: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 650, minWidth: 110 }}>
          {due.period ? monthInWords(due.period, locale) : due.dueOn}
        </Typography>
        <StatusChip value={due.state} tone={TONES[due.state]} text={word(`state.${due.state}`)} />
        <Typography color="text.secondary" sx={{ flex: '1 1 260px' }}>
          {word('dueOn', { day: due.dueOn })}
          {promise.target !== null &&
            ` · ${word('delivered', {
              delivered: amount(due.delivered, promise.unit),
              target: amount(promise.target, promise.unit),
            })}`}
        </Typography>
        {role !== 'anchor' && (
          <ReasonButton
            variant="outlined"
            reason={whyNot('contract-promises.edit')}
            onClick={() => setAdding(true)}
          >
            {word('addEvidence')}
          </ReasonButton>
        )}
      </Box>
      {due.evidence.map((evidence) => (
        <EvidenceLine key={evidence.id} promise={promise} evidence={evidence} />
      ))}
      {adding && <EvidenceDialog promise={promise} due={due} onClose={() => setAdding(false)} />}
    </Box>
  );
}

function EvidenceLine({ promise, evidence }: { promise: ContractPromise; evidence: Evidence }) {
  const translate = useTranslate();
  const amount = useAmount();
  const { role } = useMe();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.contract-promises.${key}`, options);
  return (
    <Box sx={{ ml: 1, mt: 1, pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {promise.target !== null && <b>{amount(evidence.delivered, promise.unit)} </b>}
        {evidence.note}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {[evidence.recordedByName, chinaTime(evidence.recordedAt)].filter(Boolean).join(' · ')}{' '}
        {evidence.documentId !== null && (
          <a href={`/api/contract-documents/${evidence.documentId}/original`}>{word('paper')}</a>
        )}
      </Typography>
      {evidence.objection && (
        <Alert severity="warning" sx={{ mt: 0.5, py: 0 }}>
          {word('objected', { reason: evidence.objection })}
        </Alert>
      )}
      {role === 'anchor' && !evidence.objection && (
        <ReasonedVerb
          action="contract-promises.object"
          sx={{ ml: -0.75 }}
          ask={{ title: word('object'), text: word('objectHelp'), field: word('objectWhy') }}
          work={(provider, reason) =>
            provider.send('POST', `/contract-promises/${promise.id}/object`, {
              evidenceId: evidence.id,
              reason,
            })
          }
        >
          {word('object')}
        </ReasonedVerb>
      )}
    </Box>
  );
}
