import { Alert, Box, TablePagination, TextField } from '@mui/material';
import { useState } from 'react';
import { Title, useGetList, useGetMany, useLocaleState, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { chinaTime, monthInWords } from '../fields/day.ts';
import { lineKey, type SettlementLine } from '../fields/explanation.ts';
import { Fen } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { LineRow } from '../fields/LineRow.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { WhyDrawer } from '../fields/WhyDrawer.tsx';
import { NotFoundPage } from '../shell/ErrorPage.tsx';
import { useMe } from '../shell/me-context.ts';
import { Figure, Figures } from './Figures.tsx';
import type { RunRecord } from './RunList.tsx';

const PER_PAGE = 20;

/** One run: what it settled, and every line of it with its why. */
export function SettlementShow() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const id = Number(useParams().id);
  const { data, isPending } = useGetMany<RunRecord>('settlements', { ids: [id] });
  const run = data?.[0];
  if (isPending) return <Waiting sx={{ mt: 2 }} />;
  if (!run) return <NotFoundPage />;
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title
        title={translate('resources.settlements.runTitle', { id, month: monthInWords(run.month, locale) })}
      />
      <Figures>
        <Figure title="lines">{run.lines.toLocaleString('en')}</Figure>
        <Figure title="changes">{run.changes.toLocaleString('en')}</Figure>
        <Figure title="baseFen">
          <Fen value={run.baseFen} />
        </Figure>
        <Figure title="createdAt" small>
          {run.createdByName} {chinaTime(run.createdAt)}
        </Figure>
      </Figures>
      <RunLines runId={id} />
    </Box>
  );
}

function RunLines({ runId }: { runId: number }) {
  const translate = useTranslate();
  const { can } = useMe();
  const [page, setPage] = useState(0);
  const [typed, setTyped] = useState('');
  const [why, setWhy] = useState<SettlementLine>();
  const q = typed.trim();
  const {
    data = [],
    total = 0,
    isFetching,
    error,
  } = useGetList(
    'settlement-lines',
    {
      pagination: { page: page + 1, perPage: PER_PAGE },
      sort: { field: 'id', order: 'ASC' },
      filter: { runId, ...(q && { q }) },
    },
    { enabled: can.includes('settlement-lines.list') },
  );
  return (
    <Section title="resources.settlements.lines" flush>
      <Box sx={{ px: 2, pb: 1 }}>
        <TextField
          margin="none"
          label={translate('resources.statements.line.search')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setPage(0);
          }}
          sx={{ maxWidth: 320 }}
        />
      </Box>
      <Box sx={{ height: 4 }}>{isFetching && <Waiting />}</Box>
      {error && <Alert severity="error">{error.message}</Alert>}
      {(data as unknown as SettlementLine[]).map((line) => (
        <LineRow key={`${lineKey(line)}:${line.anchorId}`} line={line} onWhy={setWhy} withAnchor />
      ))}
      {total > PER_PAGE && (
        <TablePagination
          component="div"
          count={total}
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
      <WhyDrawer line={why} onClose={() => setWhy(undefined)} />
    </Section>
  );
}
