import { Box, Card, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDataProvider, useLocaleState, useTranslate } from 'react-admin';
import { monthInWords } from '../fields/day.ts';
import { Fen } from '../fields/FenField.tsx';
import type { HouseProvider } from '../shell/data-provider.ts';

/** An anchor's part of `GET /dashboard`. */
interface OwnFigures {
  month: string;
  /** The own share settled so far this month, reversals taken off. */
  settledFen: number;
  /** The own share of what is paid and not settled yet, by the rules of today; null: not reckoned. */
  estimatedFen: number | null;
  /** Carried in from the month before, ≤ 0. */
  carriedFen: number;
}

/** This month's money on its two tracks: what is settled counts, what is estimated may change. */
export function ThisMonth() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const provider = useDataProvider<HouseProvider>();
  const { data } = useQuery({
    queryKey: ['dashboard', 'own'],
    queryFn: ({ signal }) => provider.ask<OwnFigures>('/dashboard', undefined, signal),
    retry: false,
  });
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.portal.home.${key}`, options);
  if (!data) return null;
  return (
    <Card component="section" sx={{ px: 2, py: 1.75 }}>
      <Typography color="text.secondary">
        {word('settled', { month: monthInWords(data.month, locale) })}
      </Typography>
      <Fen value={data.settledFen} strong sx={{ fontSize: '2.2rem', lineHeight: 1.3 }} />
      <Box component="dl" sx={{ m: 0, mt: 1, display: 'grid', gap: 0.5 }}>
        {data.estimatedFen !== null && (
          <Row name={word('estimated')}>
            <Fen value={data.estimatedFen} />
          </Row>
        )}
        {data.carriedFen < 0 && (
          <Row name={word('carriedIn')}>
            <Fen value={data.carriedFen} />
          </Row>
        )}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {word('estimateHelp')}
      </Typography>
    </Card>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', gap: 2 }}>
      <Box component="dt" sx={{ flex: 1, color: 'text.secondary' }}>
        {name}
      </Box>
      <Box component="dd" sx={{ m: 0 }}>
        {children}
      </Box>
    </Box>
  );
}
