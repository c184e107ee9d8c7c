import { Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useLocaleState, useTranslate } from 'react-admin';
import { monthInWords } from '../fields/day.ts';
import { Fen } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import type { HouseProvider } from '../shell/data-provider.ts';

interface OwnMonth {
  month: string;
  settledFen: number;
  settledLines: number;
  openOrders: number;
  carriedFen: number;
}

/** The month the next statement will be on: what has settled, and how much is still open. No guess of what will come. */
export function RunningMonth() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const provider = useDataProvider<HouseProvider>();
  const { data, isPending } = useQuery({
    queryKey: ['dashboard'],
    queryFn: ({ signal }) => provider.ask<OwnMonth>('/dashboard', undefined, signal),
  });
  if (isPending) return <Skeleton variant="rounded" height={120} />;
  if (!data) return null;
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.portal.home.${key}`, options);
  return (
    <Section title="resources.portal.home.running">
      <Typography color="text.secondary">
        {word('settledSoFar', {
          month: monthInWords(data.month, locale),
          smart_count: data.settledLines,
        })}
      </Typography>
      <Fen value={data.settledFen} strong sx={{ fontSize: '1.4rem', lineHeight: 1.4 }} />
      <Typography variant="body2" color="text.secondary">
        {word('openOrders', { smart_count: data.openOrders })}
      </Typography>
      {data.carriedFen < 0 && (
        <Typography variant="body2" color="text.secondary">
          {word('carriedIn')} <Fen value={data.carriedFen} />
        </Typography>
      )}
    </Section>
  );
}
