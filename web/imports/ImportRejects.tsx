import { Alert, Box, TablePagination, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { Section } from '../fields/HouseShow.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { type Reject, sayReject } from './reject-words.ts';

const PER_PAGE = 10;

/** The refused lines, each with its line in the file, the column and the reason. */
export function ImportRejects({ importId, total }: { importId: number; total: number }) {
  const translate = useTranslate();
  const [page, setPage] = useState(0);
  const {
    data = [],
    total: kept = 0,
    isFetching,
    error,
  } = useGetList<Reject>(`imports/${importId}/rejects`, {
    pagination: { page: page + 1, perPage: PER_PAGE },
    sort: { field: 'line', order: 'ASC' },
    filter: {},
  });
  return (
    <Section title="resources.imports.rejects.title" flush>
      <Box sx={{ height: 4 }}>{isFetching && <Waiting />}</Box>
      {error && <Alert severity="error">{error.message}</Alert>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {data.map((reject) => (
          <RejectRow key={reject.id} reject={reject} />
        ))}
      </Box>
      {kept > PER_PAGE && (
        <TablePagination
          component="div"
          count={kept}
          page={page}
          rowsPerPage={PER_PAGE}
          rowsPerPageOptions={[]}
          onPageChange={(_, next) => setPage(next)}
          labelDisplayedRows={({ from, to, count }) =>
            translate('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })
          }
          getItemAriaLabel={(type) => translate(`ra.navigation.${type}`)}
        />
      )}
      {kept > 0 && kept < total && (
        <Typography variant="body2" color="text.secondary" sx={{ px: 2, py: 1 }}>
          {translate('resources.imports.rejects.more', { kept, total })}
        </Typography>
      )}
    </Section>
  );
}

function RejectRow({ reject }: { reject: Reject }) {
  const translate = useTranslate();
  return (
    <Box component="li" sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
        <Box sx={{ minWidth: 84, color: 'text.secondary' }}>
          {translate('resources.imports.rejects.line', { line: reject.line })}
        </Box>
        {reject.columnName && <b>{reject.columnName}</b>}
        <Box sx={{ flex: 1, minWidth: 220, overflowWrap: 'anywhere' }}>{sayReject(translate, reject)}</Box>
      </Box>
      {reject.raw && (
        <Box
          component="code"
          // Wider than the screen: whoever has only a keyboard moves along it too.
          tabIndex={0}
          sx={{
            display: 'block',
            mt: 0.5,
            fontSize: 12,
            color: 'text.secondary',
            overflowX: 'auto',
            whiteSpace: 'pre',
          }}
        >
          {reject.raw}
        </Box>
      )}
    </Box>
  );
}
