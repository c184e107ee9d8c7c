import { Alert, Box, TablePagination } from '@mui/material';
import { useState } from 'react';
import { chinaTime } from '../fields/day.ts';
import { Fen } from '../fields/FenField.tsx';
import { useRows } from '../fields/use-rows.ts';
import { useWord } from '../fields/use-word.ts';
import { Waiting } from '../fields/Waiting.tsx';
import type { OwnHoldLine } from './own-hold.ts';

const PER_PAGE = 20;

/** The own share of each order in a hold. */
export function OwnHoldLines({ holdId }: { holdId: number }) {
  const word = useWord('resources.holds');
  const [page, setPage] = useState(0);
  const { data, error } = useRows<OwnHoldLine>(`/me/holds/${holdId}/lines`, { page, perPage: PER_PAGE });
  if (error) return <Alert severity="error">{word('failed')}</Alert>;
  if (!data) return <Waiting sx={{ mt: 1 }} />;
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mt: 1 }}>
        {data.rows.map((line) => (
          <Box
            component="li"
            key={line.lineId}
            sx={{ display: 'flex', gap: 1, py: 0.75, borderTop: 1, borderColor: 'divider' }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Box sx={{ overflowWrap: 'anywhere' }}>{line.orderNo}</Box>
              <Box sx={{ color: 'text.secondary', fontSize: '0.85rem' }}>{chinaTime(line.paidAt) ?? '—'}</Box>
            </Box>
            <Box sx={{ textAlign: 'right', flex: 'none' }}>
              <Fen value={line.amountFen} strong />
              <Box sx={{ color: 'text.secondary', fontSize: '0.85rem' }}>
                {word(`lineState.${line.state}`)}
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
      {data.total > PER_PAGE && (
        <TablePagination
          component="div"
          count={data.total}
          page={page}
          rowsPerPage={PER_PAGE}
          rowsPerPageOptions={[PER_PAGE]}
          onPageChange={(_, to) => setPage(to)}
        />
      )}
    </>
  );
}
