import { Alert, Box, MenuItem, TablePagination, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { Title, useGetResourceLabel } from 'react-admin';
import { HISTORY_DAYS, SIGNAL_DAYS } from '../../api/domain/inspection/case-signals.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { useRows } from '../fields/use-rows.ts';
import { useWord } from '../fields/use-word.ts';
import { Waiting } from '../fields/Waiting.tsx';
import { SignalCard } from './SignalCard.tsx';
import { type CaseSignal, SIGNAL_KINDS } from './signal.ts';

const PER_PAGE = 20;

/** Signals, the worst first: what was seen, what is usual, the threshold in words, and the lines behind. */
export function SignalList() {
  const word = useWord('resources.case-signals');
  const label = useGetResourceLabel();
  const [kind, setKind] = useState('');
  const [page, setPage] = useState(0);
  const { data, error } = useRows<CaseSignal>('/case-signals', {
    filter: kind ? { kind } : {},
    page,
    perPage: PER_PAGE,
  });
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={label('case-signals', 2)} />
      <Section
        title="resources.case-signals.title"
        flush
        actions={
          <TextField
            select
            label={word('fields.kind')}
            value={kind}
            onChange={(event) => {
              setKind(event.target.value);
              setPage(0);
            }}
            sx={{ width: 180, my: 0 }}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{word('all')}</MenuItem>
            {SIGNAL_KINDS.map((one) => (
              <MenuItem key={one} value={one}>
                {word(`values.kind.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        }
      >
        <Typography color="text.secondary" sx={{ px: 2, pb: 1.5, maxWidth: 860 }}>
          {word('about', { days: SIGNAL_DAYS, history: HISTORY_DAYS })}
        </Typography>
        {error && (
          <Alert severity="error" sx={{ m: 2 }}>
            {word('failed')}
          </Alert>
        )}
        {!data && !error && <Waiting />}
        {data?.rows.length === 0 && <EmptyState text={word(kind ? 'noneOfKind' : 'empty')} />}
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {data?.rows.map((signal) => (
            <SignalCard key={signal.key} signal={signal} />
          ))}
        </Box>
        {data && data.total > PER_PAGE && (
          <TablePagination
            component="div"
            count={data.total}
            page={page}
            rowsPerPage={PER_PAGE}
            rowsPerPageOptions={[PER_PAGE]}
            onPageChange={(_, to) => setPage(to)}
          />
        )}
      </Section>
    </Box>
  );
}
