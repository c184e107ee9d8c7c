import { Box, Link as MuiLink, TablePagination, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { type BoardKind, type BoardRow, placeOf } from './board.ts';

const PER_PAGE = 25;

/** What one number counts. */
export function BoardList({ kind }: { kind: BoardKind }) {
  const translate = useTranslate();
  const [page, setPage] = useState(0);
  const [q, setQ] = useState('');
  const {
    data = [],
    total = 0,
    isPending,
  } = useGetList<BoardRow>('contract-board', {
    filter: { kind, q: q.trim() },
    sort: { field: 'day', order: 'DESC' },
    pagination: { page: page + 1, perPage: PER_PAGE },
  });
  const word = (key: string) => translate(`resources.contract-board.${key}`);
  return (
    <Section
      title={`resources.contract-board.kind.${kind}`}
      flush
      actions={
        <TextField
          label={translate('ra.action.search')}
          value={q}
          onChange={(event) => {
            setQ(event.target.value);
            setPage(0);
          }}
          sx={{ width: 200, my: 0 }}
        />
      }
    >
      <Typography color="text.secondary" sx={{ px: 2, pb: 1.5 }}>
        {word(`about.${kind}`)}
      </Typography>
      {isPending && <Waiting />}
      {!isPending && data.length === 0 && <EmptyState dense text={word('nothing')} />}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {data.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </Box>
      {total > PER_PAGE && (
        <TablePagination
          component="div"
          count={total}
          page={page}
          rowsPerPage={PER_PAGE}
          rowsPerPageOptions={[PER_PAGE]}
          onPageChange={(_, to) => setPage(to)}
        />
      )}
    </Section>
  );
}

function Row({ row }: { row: BoardRow }) {
  const translate = useTranslate();
  const isAnchor = row.contractId === null;
  const details = [
    row.title,
    row.versionNo !== null && translate('resources.contracts.version', { no: row.versionNo }),
    row.count !== null &&
      translate(`resources.contract-board.count.${row.kind}`, {
        smart_count: row.count,
        _: String(row.count),
      }),
  ].filter(Boolean);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        columnGap: 2,
        px: 2,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', md: '180px 140px minmax(0, 1fr) auto' },
      }}
    >
      <MuiLink component={Link} to={placeOf(row)} underline="hover" sx={{ fontWeight: 600 }}>
        {isAnchor ? row.anchorName : row.contractNo}
      </MuiLink>
      <Box sx={{ gridColumn: { xs: '1', md: 'auto' } }}>
        {!isAnchor && (
          <NamedLink resource="anchors" id={row.anchorId}>
            {row.anchorName}
          </NamedLink>
        )}
      </Box>
      <Box sx={{ color: 'text.secondary', minWidth: 0, gridColumn: { xs: '1', md: 'auto' } }}>
        {details.join(' · ')}
      </Box>
      <Box
        sx={{
          fontVariantNumeric: 'tabular-nums',
          textAlign: 'right',
          gridColumn: { xs: '2', md: 'auto' },
          gridRow: { xs: '1', md: 'auto' },
        }}
      >
        {row.day}
      </Box>
    </Box>
  );
}
