import {
  Alert,
  Box,
  MenuItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TablePagination,
  TableRow,
  TextField,
  type Theme,
  useMediaQuery,
} from '@mui/material';
import { useDeferredValue, useState } from 'react';
import { chinaTime } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fen } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { Platform } from '../fields/PlatformField.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { StatusChip } from '../fields/StatusChip.tsx';
import { useRows } from '../fields/use-rows.ts';
import { useWord } from '../fields/use-word.ts';
import { Waiting } from '../fields/Waiting.tsx';
import { type CaseLine, LINE_STATES, LINE_TONES } from './case.ts';
import { SectionActions } from './SectionActions.tsx';

const PER_PAGE = 20;

/** Every sale the case is about and what became of its money. */
export function LinesSection({ caseId }: { caseId: number }) {
  const word = useWord('resources.cases.lines');
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const [page, setPage] = useState(0);
  const [state, setState] = useState('');
  const [q, setQ] = useState('');
  const typed = useDeferredValue(q.trim());
  const { data, error } = useRows<CaseLine>(`/cases/${caseId}/lines`, {
    filter: { ...(state && { state }), ...(typed && { q: typed }) },
    sort: ['paidAt', 'DESC'],
    page,
    perPage: PER_PAGE,
  });
  const isFiltered = state !== '' || typed !== '';
  return (
    <Section
      title="resources.cases.section.lines"
      flush
      actions={
        <SectionActions>
          <TextField
            label={word('search')}
            value={q}
            onChange={(event) => {
              setQ(event.target.value);
              setPage(0);
            }}
            sx={{ width: 160, my: 0 }}
          />
          <TextField
            select
            label={word('filter')}
            value={state}
            onChange={(event) => {
              setState(event.target.value);
              setPage(0);
            }}
            sx={{ width: 130, my: 0 }}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{word('all')}</MenuItem>
            {LINE_STATES.map((one) => (
              <MenuItem key={one} value={one}>
                {word(`state.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        </SectionActions>
      }
    >
      {error && (
        <Alert severity="error" sx={{ m: 2 }}>
          {word('failed')}
        </Alert>
      )}
      {!data && !error && <Waiting />}
      {data?.rows.length === 0 && <EmptyState dense text={word(isFiltered ? 'noneFiltered' : 'none')} />}
      {data && data.rows.length > 0 && (wide ? <Wide rows={data.rows} /> : <Narrow rows={data.rows} />)}
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
  );
}

function State({ line }: { line: CaseLine }) {
  const word = useWord('resources.cases.lines');
  return <StatusChip value={line.state} tone={LINE_TONES[line.state]} text={word(`state.${line.state}`)} />;
}

function Wide({ rows }: { rows: readonly CaseLine[] }) {
  const word = useWord('resources.cases.lines');
  const figures = ['paid', 'refunded', 'commission', 'held'] as const;
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{word('order')}</TableCell>
          <TableCell>{word('stateName')}</TableCell>
          <TableCell>{word('anchor')}</TableCell>
          <TableCell>{word('paidAt')}</TableCell>
          {figures.map((name) => (
            <TableCell key={name} align="right">
              {word(name)}
            </TableCell>
          ))}
          <TableCell>{word('month')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((line) => (
          <TableRow key={line.lineId}>
            <TableCell component="th" scope="row">
              <NamedLink resource="orders" id={line.lineId}>
                {line.orderNo}
              </NamedLink>
              <Box sx={{ color: 'text.secondary', fontSize: '0.85rem' }}>
                <Platform value={line.platform} />
              </Box>
            </TableCell>
            <TableCell>
              <State line={line} />
            </TableCell>
            <TableCell>{line.anchorName ?? '—'}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{chinaTime(line.paidAt) ?? '—'}</TableCell>
            <TableCell align="right">
              <Fen value={line.paidFen} />
            </TableCell>
            <TableCell align="right">
              <Fen value={line.refundedFen} />
            </TableCell>
            <TableCell align="right">
              <Fen value={line.commissionFen} />
            </TableCell>
            <TableCell align="right">
              <Fen value={line.heldFen} strong={line.heldFen !== 0} />
            </TableCell>
            <TableCell>{line.settledMonth ?? word('expected')}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Narrow({ rows }: { rows: readonly CaseLine[] }) {
  const word = useWord('resources.cases.lines');
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {rows.map((line) => (
        <Box component="li" key={line.lineId} sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider' }}>
          <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between' }}>
            <Box sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
              <NamedLink resource="orders" id={line.lineId}>
                {line.orderNo}
              </NamedLink>
            </Box>
            <State line={line} />
          </Box>
          <Box sx={{ color: 'text.secondary', fontSize: '0.88rem' }}>
            {[line.anchorName, chinaTime(line.paidAt)].filter(Boolean).join(' · ')}
          </Box>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, fontSize: '0.88rem' }}>
            <span>
              {word('paid')} <Fen value={line.paidFen} />
            </span>
            <span>
              {word('commission')} <Fen value={line.commissionFen} />
            </span>
            <span>
              {word('held')} <Fen value={line.heldFen} strong />
            </span>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
