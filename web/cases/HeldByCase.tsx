import { Box, Skeleton, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { lazy, Suspense } from 'react';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fen } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { useRows } from '../fields/use-rows.ts';
import { useWord } from '../fields/use-word.ts';
import type { CaseRow } from './case.ts';

const Chart = lazy(async () => ({ default: (await import('./HeldChart.tsx')).HeldChart }));
const ROW_HEIGHT = 34;

/** Where money is held, the most first: drawn, and the same figures as a table behind the drawing. */
export function HeldByCase() {
  const word = useWord('resources.cases');
  const { data } = useRows<CaseRow>('/cases', {
    filter: { isOpen: true },
    sort: ['heldFen', 'DESC'],
    page: 0,
    perPage: 10,
  });
  const held = data?.rows.filter(({ heldFen }) => heldFen > 0) ?? [];
  const height = held.length * ROW_HEIGHT + 12;
  if (!data) return null;
  return (
    <Section title="resources.cases.chart.title">
      {held.length === 0 && <EmptyState dense text={word('chart.none')} />}
      {held.length > 0 && (
        <>
          <Box aria-hidden sx={{ height }}>
            <Suspense fallback={<Skeleton variant="rectangular" height={height} />}>
              <Chart cases={held} height={height} />
            </Suspense>
          </Box>
          <Box component="details" sx={{ mt: 1 }}>
            <Box component="summary" sx={{ color: 'text.secondary', cursor: 'pointer' }}>
              {word('chart.asTable')}
            </Box>
            <Box sx={{ overflowX: 'auto' }}>
              <Table size="small" sx={{ mt: 1 }}>
                <TableHead>
                  <TableRow>
                    <TableCell>{word('fields.no')}</TableCell>
                    <TableCell>{word('fields.productName')}</TableCell>
                    <TableCell align="right">{word('chart.parties')}</TableCell>
                    <TableCell align="right">{word('chart.lines')}</TableCell>
                    <TableCell align="right">{word('fields.heldFen')}</TableCell>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {held.map((one) => (
                    <TableRow key={one.id}>
                      <TableCell component="th" scope="row">
                        <NamedLink resource="cases" id={one.id}>
                          {one.no}
                        </NamedLink>
                      </TableCell>
                      <TableCell>{one.productName}</TableCell>
                      <TableCell align="right">{one.heldParties}</TableCell>
                      <TableCell align="right">{one.heldLines.toLocaleString('en')}</TableCell>
                      <TableCell align="right">
                        <Fen value={one.heldFen} />
                      </TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </Box>
          </Box>
        </>
      )}
    </Section>
  );
}
