import { Box, TablePagination, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { lineKey } from '../fields/explanation.ts';
import { LineRow } from '../fields/LineRow.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { useStatementLines } from './statement-lines.ts';
import type { OpenWhy } from './statement-record.ts';

const PER_PAGE = 20;

/** Every line of the statement, a page at a time; each opens to why it is what it is. */
export function StatementLines({ statementId, onWhy }: { statementId: number; onWhy: OpenWhy }) {
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(0);
  const q = typed.trim();
  const filter = { ...(q && { q }) };
  const { data, error, isFetching } = useStatementLines(statementId, {
    page: page + 1,
    perPage: PER_PAGE,
    filter,
  });
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, px: 2, pb: 1 }}>
        <TextField
          label={translate('resources.statements.line.search')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setPage(0);
          }}
          sx={{ flex: '1 1 200px', maxWidth: 320 }}
          margin="none"
        />
      </Box>
      <Box sx={{ height: 4 }}>{isFetching && <Waiting />}</Box>
      {error && (
        <Typography color="error" sx={{ px: 2, py: 1 }}>
          {error.message}
        </Typography>
      )}
      {data?.data.map((line) => (
        <LineRow key={lineKey(line)} line={line} onWhy={onWhy} />
      ))}
      {data && data.total === 0 && (
        <Typography color="text.secondary" sx={{ px: 2, py: 2 }}>
          {translate('resources.statements.line.none')}
        </Typography>
      )}
      {data && data.total > PER_PAGE && (
        <TablePagination
          component="div"
          count={data.total}
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
    </Box>
  );
}
