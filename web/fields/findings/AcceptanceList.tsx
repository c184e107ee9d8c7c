import { Box, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { chinaTime } from '../day.ts';
import type { AcceptanceRecord } from './acceptance.ts';
import { Hash } from './Hash.tsx';
import { PdfButton } from './PdfButton.tsx';

/** Who agreed, when, from where, and to which text: the evidence as it is kept. */
export function AcceptanceList({
  acceptances,
  place,
}: {
  acceptances: readonly AcceptanceRecord[];
  /** Address of the version below the API. */
  place: string;
}) {
  const translate = useTranslate();
  const [lang] = useLocaleState();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.findings.accept.${key}`, options);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {acceptances.map((one) => (
        <Box key={one.id} component="article" sx={{ borderLeft: 3, borderColor: 'success.main', pl: 1.5 }}>
          <Typography sx={{ fontWeight: 650 }}>
            {word(`side_${one.side}`)} · {one.signerName} · {word(`method_${one.method}`)}
          </Typography>
          <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
            {[
              chinaTime(one.acceptedAt),
              one.signedOn && word('signedOn', { day: one.signedOn }),
              one.acceptedByName && word('by', { name: one.acceptedByName }),
              one.ipAddress && `IP ${one.ipAddress}`,
              one.userAgent,
              one.note,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          <Box component="details" sx={{ '& summary': { cursor: 'pointer' } }}>
            <summary>{word('evidence')}</summary>
            <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{one.statement}</Typography>
            <Typography variant="body2" color="text.secondary">
              {word('textHash')} <Hash value={one.textSha256} />
            </Typography>
            <Typography variant="body2" color="text.secondary">
              {word('termsHash')} <Hash value={one.termsSha256} />
            </Typography>
          </Box>
        </Box>
      ))}
      <PdfButton
        path={`${place}/certificate.pdf?lang=${lang}`}
        fileName="certificate.pdf"
        variant="outlined"
        sx={{ justifySelf: 'start' }}
      >
        {translate('resources.findings.pdf.certificate')}
      </PdfButton>
    </Box>
  );
}
