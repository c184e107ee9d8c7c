import { Box, LinearProgress, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useLocaleState, useTranslate } from 'react-admin';
import { formatRate } from '../../api/domain/money.ts';
import { monthInWords } from '../fields/day.ts';
import { Section } from '../fields/HouseShow.tsx';
import type { HouseProvider } from '../shell/data-provider.ts';
import type { MonthScore } from './promise.ts';

/** Month by month, how much of what was promised was kept; nothing is drawn before anything was due. */
export function Scores({ filter }: { filter: { anchorId?: number; contractId?: number } }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const provider = useDataProvider<HouseProvider>();
  const { data = [] } = useQuery({
    queryKey: ['contract-promises', 'scores', filter],
    queryFn: ({ signal }) => provider.ask<MonthScore[]>('/contract-promises/scores', { filter }, signal),
    retry: false,
  });
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.contract-promises.${key}`, options);
  if (data.length === 0) return null;
  return (
    <Box sx={{ pt: 2 }}>
      <Section title="resources.contract-promises.scores">
        {data.map((score) => (
          <Box
            key={score.month}
            sx={{
              display: 'grid',
              columnGap: 2,
              alignItems: 'center',
              py: 0.5,
              gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: '120px 70px minmax(80px, 220px) 1fr' },
            }}
          >
            <Typography sx={{ fontWeight: 600 }}>{monthInWords(score.month, locale)}</Typography>
            <Typography sx={{ fontVariantNumeric: 'tabular-nums', textAlign: 'right' }}>
              {formatRate(score.scoreBps)}
            </Typography>
            <LinearProgress
              variant="determinate"
              value={score.scoreBps / 100}
              aria-label={word('scoreOf', { month: monthInWords(score.month, locale) })}
              sx={{
                height: 8,
                borderRadius: 4,
                backgroundColor: 'divider',
                gridColumn: { xs: '1 / -1', sm: 'auto' },
              }}
            />
            <Typography
              variant="body2"
              color="text.secondary"
              sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' } }}
            >
              {word('counts', { due: score.due, met: score.met, partly: score.partly, missed: score.missed })}
              {score.isRunning && ` · ${word('running')}`}
            </Typography>
          </Box>
        ))}
      </Section>
    </Box>
  );
}
