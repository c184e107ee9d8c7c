import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import {
  Alert,
  Box,
  Button,
  MenuItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { Title, useGetList } from 'react-admin';
import { today } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fen } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { useAsk } from '../fields/use-ask.ts';
import { useSaid } from '../fields/use-said.ts';
import { useWord } from '../fields/use-word.ts';
import { Waiting } from '../fields/Waiting.tsx';
import { TaxTabs } from './TaxTabs.tsx';

interface Preview {
  month: string;
  withholdsTax: boolean;
  withheld: {
    anchorId: number;
    anchorName: string;
    regime: string;
    grossFen: number;
    taxFen: number;
    netFen: number;
    working: { zh: string; en: string }[];
  }[];
  refused: {
    anchorId: number;
    anchorName: string;
    grossFen: number;
    code: string;
    message: string;
    whatToDo: { zh: string; en: string };
  }[];
}
interface Quarter {
  rows: {
    anchorId: number;
    anchorName: string;
    realName: string | null;
    regime: string;
    months: number;
    grossFen: number;
    taxFen: number;
    vatFen: number;
    netFen: number;
  }[];
  totals: { grossFen: number; taxFen: number; vatFen: number; netFen: number };
}

/** Tax of a month before it is issued, and the table of a quarter. */
export function TaxPage() {
  const word = useWord('resources.tax');
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={word('name')} />
      <TaxTabs at="tax" />
      <MonthSection />
      <QuarterSection />
    </Box>
  );
}

/** The newest issued month; undefined while it is not known. */
function useNewestMonth(): string | null | undefined {
  const { data } = useGetList('statements', {
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'month', order: 'DESC' },
    filter: {},
  });
  return data && ((data[0]?.month as string | undefined) ?? null);
}

function MonthSection() {
  const word = useWord('resources.tax');
  const said = useSaid();
  const newest = useNewestMonth();
  const [chosen, setChosen] = useState<string>();
  const month = chosen ?? (newest === undefined ? undefined : nextMonth(newest));
  const { data, error, isFetching } = useAsk<Preview>('/tax/preview', { month }, Boolean(month));
  return (
    <Section title="resources.tax.month">
      <TextField
        type="month"
        label={word('fields.month')}
        value={month ?? ''}
        onChange={(event) => setChosen(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
        sx={{ maxWidth: 220, mb: 1 }}
      />
      {isFetching && <Waiting />}
      {error && <Alert severity="error">{error.message}</Alert>}
      {data && !data.withholdsTax && (
        <Alert
          severity="info"
          action={
            <ReasonButton color="inherit" to="/payment-settings">
              {word('toSettings')}
            </ReasonButton>
          }
        >
          {word('off')}
        </Alert>
      )}
      {data?.refused.map((one) => (
        <Alert
          key={one.anchorId}
          severity="warning"
          sx={{ mt: 1 }}
          action={
            <ReasonButton color="inherit" to={`/tax-profiles?record=${one.anchorId}`}>
              {word('mend')}
            </ReasonButton>
          }
        >
          <b>{one.anchorName}</b> · {said(one.whatToDo)}
        </Alert>
      ))}
      {data && data.withheld.length > 0 && (
        <Box sx={{ overflowX: 'auto', mt: 1 }}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{word('fields.anchorName')}</TableCell>
                <TableCell>{word('fields.regime')}</TableCell>
                {['grossFen', 'taxFen', 'netFen'].map((column) => (
                  <TableCell key={column} align="right">
                    {word(`fields.${column}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {data.withheld.map((one) => (
                <TableRow key={one.anchorId}>
                  <TableCell>
                    <details>
                      <summary>{one.anchorName}</summary>
                      <Box component="ol" sx={{ m: 0, pl: 2.5, color: 'text.secondary' }}>
                        {one.working.map((step) => (
                          <li key={step.zh}>{said(step)}</li>
                        ))}
                      </Box>
                    </details>
                  </TableCell>
                  <TableCell>{word(`values.regime.${one.regime}`)}</TableCell>
                  <TableCell align="right">
                    <Fen value={one.grossFen} />
                  </TableCell>
                  <TableCell align="right">
                    <Fen value={one.taxFen} />
                  </TableCell>
                  <TableCell align="right">
                    <Fen value={one.netFen} strong />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
      {data && data.withheld.length + data.refused.length === 0 && <EmptyState dense text={word('nobody')} />}
    </Section>
  );
}

/** The month after the newest issued one is the one to look at. */
function nextMonth(month: string | null): string {
  if (!month) return today().slice(0, 7);
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

const quarterOf = (day: string): string => `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

function QuarterSection() {
  const word = useWord('resources.tax');
  const newest = useNewestMonth();
  const [chosen, setAt] = useState<string>();
  const at = chosen ?? quarterOf(newest ?? today());
  const [year, quarter] = at.split('-').map(Number) as [number, number];
  const query = { year, quarter };
  const { data, error } = useAsk<Quarter>('/tax/quarter', query);
  const choices = [year - 1, year, year + 1].flatMap((one) => [1, 2, 3, 4].map((q) => `${one}-${q}`));
  return (
    <Section
      title="resources.tax.quarter"
      actions={
        <Button
          component="a"
          href={`/api/tax/quarter.csv?year=${year}&quarter=${quarter}`}
          download
          variant="outlined"
          startIcon={<DownloadIcon />}
        >
          CSV
        </Button>
      }
    >
      <TextField
        select
        label={word('quarter')}
        value={at}
        onChange={(event) => setAt(event.target.value)}
        sx={{ maxWidth: 220, mb: 1 }}
      >
        {choices.map((one) => (
          <MenuItem key={one} value={one}>
            {word('quarterOf', { year: one.split('-')[0], quarter: one.split('-')[1] })}
          </MenuItem>
        ))}
      </TextField>
      {error && <Alert severity="error">{error.message}</Alert>}
      {data?.rows.length === 0 && <EmptyState dense text={word('noQuarter')} />}
      {data && data.rows.length > 0 && (
        <Box sx={{ overflowX: 'auto' }}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {['anchorName', 'realName', 'regime'].map((column) => (
                  <TableCell key={column}>{word(`fields.${column}`)}</TableCell>
                ))}
                {['months', 'grossFen', 'taxFen', 'netFen'].map((column) => (
                  <TableCell key={column} align="right">
                    {word(`fields.${column}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {data.rows.map((row) => (
                <TableRow key={`${row.anchorId}:${row.regime}`}>
                  <TableCell>{row.anchorName}</TableCell>
                  <TableCell>{row.realName ?? '—'}</TableCell>
                  <TableCell>{word(`values.regime.${row.regime}`)}</TableCell>
                  <TableCell align="right">{row.months}</TableCell>
                  {(['grossFen', 'taxFen', 'netFen'] as const).map((column) => (
                    <TableCell key={column} align="right">
                      <Fen value={row[column]} />
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Section>
  );
}
