import { Box, Typography } from '@mui/material';
import { Title, useLocale, useTranslate } from 'react-admin';
import { dayInWords, today } from '../fields/day.ts';
import { useMe } from '../shell/me-context.ts';
import { ComingStreams } from './ComingStreams.tsx';
import { DraftContracts } from './DraftContracts.tsx';
import { Figures } from './Figures.tsx';

/** The staff's first page: figures of the role, what is on next, what waits for a decision. */
export function Home() {
  const me = useMe();
  const translate = useTranslate();
  const locale = useLocale();
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
      <Figures />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
        }}
      >
        <ComingStreams />
        <DraftContracts />
      </Box>
    </Box>
  );
}
