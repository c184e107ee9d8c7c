import { Box, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { COURT_OUTCOMES, outcomeRatio } from '../../../api/domain/court-outcomes.ts';
import { yuan } from '../FenField.tsx';

const PENALTIES = new Set(['LD_EXCESSIVE', 'LD_NO_ADJUST', 'LD_ONE_SIDED']);

/** Whether published outcomes of penalty disputes say something about a finding. */
export const hasOutcomes = (type: string): boolean => PENALTIES.has(type);

/** What became of penalties elsewhere: amounts as the source names them, with the source; never a forecast. */
export function CourtOutcomes() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.findings.outcomes.${key}`, options);
  const amount = (fen: number | null) => (fen === null ? word('unsaid') : yuan(fen));
  return (
    <Box component="details" sx={{ '& summary': { cursor: 'pointer', fontWeight: 600 } }}>
      <summary>{word('title')}</summary>
      <Typography variant="body2" color="text.secondary" sx={{ my: 0.5 }}>
        {word('intro')}
      </Typography>
      {COURT_OUTCOMES.map((row) => {
        const ratio = outcomeRatio(row);
        return (
          <Box key={row.id} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {locale === 'en' ? row.matterEn : row.matter}
            </Typography>
            {(row.claimedFen !== null || row.earnedFen !== null || row.awardedFen !== null) && (
              <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                {word('amounts', {
                  claimed: amount(row.claimedFen),
                  earned: amount(row.earnedFen),
                  awarded: amount(row.awardedFen),
                })}
                {ratio &&
                  ` · ${word(`ratio_${ratio.of}`, { times: (ratio.hundredths / 100).toLocaleString('en') })}`}
              </Typography>
            )}
            {row.reckoning !== null && (
              <Typography variant="body2">{locale === 'en' ? row.reckoningEn : row.reckoning}</Typography>
            )}
            <Typography variant="body2" color="text.secondary">
              {word('source', { source: row.source })}
            </Typography>
          </Box>
        );
      })}
    </Box>
  );
}
