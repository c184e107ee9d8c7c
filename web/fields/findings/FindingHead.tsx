import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { StatusChip } from '../StatusChip.tsx';
import type { Finding } from './finding.ts';
import { SeverityMark } from './SeverityMark.tsx';
import { useBilingual } from './use-bilingual.ts';

/** A finding in two lines: its weight, its kind, where it stands, how far it can be negotiated. */
export function FindingHead({ finding, withClause = true }: { finding: Finding; withClause?: boolean }) {
  const translate = useTranslate();
  const say = useBilingual();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.findings.${key}`, options);
  return (
    <Box component="span" sx={{ display: 'block', textAlign: 'left' }}>
      <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.25, alignItems: 'center' }}>
        <SeverityMark severity={finding.severity} />
        <Typography component="span" sx={{ fontWeight: 650, flex: '1 1 auto' }}>
          {say(finding.name)}
        </Typography>
        {finding.toConfirm && <StatusChip value="toConfirm" tone="wait" text={word('toConfirm')} />}
        {finding.state !== 'open' && (
          <StatusChip value={finding.state} tone="off" text={word(`state.${finding.state}`)} />
        )}
      </Box>
      <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
        {[
          withClause && finding.clauseNo && word('clause', { no: finding.clauseNo }),
          say(finding.advice),
          word(`negotiability.${finding.negotiability}`),
          finding.origin === 'hand' && word('byHand', { name: finding.addedByName ?? '—' }),
          finding.origin === 'terms' && word('fromTerms'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </Box>
  );
}
