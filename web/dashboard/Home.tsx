import { Alert, Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Title, useLocale, useTranslate } from 'react-admin';
import { dayInWords, today } from '../fields/day.ts';
import { useMe } from '../shell/me-context.ts';
import { BooksState } from './BooksState.tsx';
import { ComingStreams } from './ComingStreams.tsx';
import { Figures } from './Figures.tsx';
import { OpenMonths } from './OpenMonths.tsx';
import { SettledMonths } from './SettledMonths.tsx';
import { useFigures } from './use-figures.ts';
import { Waiting } from './Waiting.tsx';

/** The staff's first page: what waits for somebody, how the months stand, what is on next. */
export function Home() {
  const me = useMe();
  const translate = useTranslate();
  const locale = useLocale();
  const { data: figures, error } = useFigures();
  return (
    <Box sx={{ pt: 3, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={translate('resources.dashboard.name')} />
      <Box>
        <Typography variant="h5" component="h2">
          {translate('resources.dashboard.hello', { name: me.name })}
        </Typography>
        <Typography color="text.secondary">
          {translate('resources.dashboard.today', { day: dayInWords(today(), locale) })}
        </Typography>
      </Box>
      {error ? <Alert severity="error">{error.message}</Alert> : <Waiting figures={figures} />}
      {figures?.booksCheck !== undefined && <BooksState check={figures.booksCheck} />}
      {figures?.openMonths && figures.settledMonths && (
        <Halves>
          <SettledMonths months={figures.settledMonths} />
          <OpenMonths months={figures.openMonths} />
        </Halves>
      )}
      <Halves>
        <ComingStreams />
        <Figures />
      </Halves>
    </Box>
  );
}

const Halves = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      gap: 2,
      alignItems: 'start',
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
    }}
  >
    {children}
  </Box>
);
