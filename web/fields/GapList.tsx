import { Box, TablePagination } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { AliasPicker } from './AliasPicker.tsx';
import { Fen } from './FenField.tsx';
import { type Gap, gapKey } from './gap.ts';
import { Platform } from './PlatformField.tsx';

const PER_PAGE = 10;

/** Ids of the files nobody is known by, the largest first, each named with one click. `onNamed` is told of every one. */
export function GapList({ gaps, onNamed }: { gaps: readonly Gap[]; onNamed: () => void }) {
  const translate = useTranslate();
  const [page, setPage] = useState(0);
  const last = Math.max(0, Math.ceil(gaps.length / PER_PAGE) - 1);
  const at = Math.min(page, last);
  return (
    <Box>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {gaps.slice(at * PER_PAGE, (at + 1) * PER_PAGE).map((gap) => (
          <GapRow key={gapKey(gap)} gap={gap} onNamed={onNamed} />
        ))}
      </Box>
      {gaps.length > PER_PAGE && (
        <TablePagination
          component="div"
          count={gaps.length}
          page={at}
          rowsPerPage={PER_PAGE}
          rowsPerPageOptions={[]}
          onPageChange={(_, next) => setPage(next)}
          labelDisplayedRows={({ from, to, count }) =>
            translate('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })
          }
          getItemAriaLabel={(type) => translate(`ra.navigation.${type}`)}
        />
      )}
    </Box>
  );
}

function GapRow({ gap, onNamed }: { gap: Gap; onNamed: () => void }) {
  const translate = useTranslate();
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: { xs: 1, md: 2 },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 5fr) minmax(0, 3fr) minmax(0, 6fr)' },
        alignItems: 'center',
        px: 2,
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {gap.name ?? translate('resources.orders.gap.noName')}
        </Box>
        <Box sx={{ color: 'text.secondary', fontSize: '0.88rem', overflowWrap: 'anywhere' }}>
          {translate(`resources.orders.gap.${gap.kind}`)} · {gap.externalId}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, color: 'text.secondary' }}>
        <Platform value={gap.platform} />
        <span>{translate('resources.orders.gap.lines', { smart_count: gap.lines })}</span>
        <Fen value={gap.paidFen} />
      </Box>
      <AliasPicker gap={gap} onNamed={onNamed} />
    </Box>
  );
}
