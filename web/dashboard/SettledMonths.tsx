import { Box, Skeleton, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { monthInWords } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fen } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import type { StaffFigures } from './use-figures.ts';

const Chart = lazy(async () => ({ default: (await import('./MonthsChart.tsx')).MonthsChart }));
const HEIGHT = 220;

/** How much was shared out month by month: drawn, and the same figures as a table behind the drawing. */
export function SettledMonths({ months }: { months: NonNullable<StaffFigures['settledMonths']> }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const named = months.map((one) => ({ ...one, label: monthInWords(one.month, locale) }));
  const word = (key: string) => translate(`resources.dashboard.settledMonths.${key}`);
  return (
    <Section title="resources.dashboard.settledMonths.title">
      {months.length === 0 ? (
        <EmptyState dense text={word('none')} />
      ) : (
        <>
          <Box aria-hidden sx={{ height: HEIGHT }}>
            <Suspense fallback={<Skeleton variant="rectangular" height={HEIGHT} />}>
              <Chart months={named} height={HEIGHT} />
            </Suspense>
          </Box>
          <Box component="details" sx={{ mt: 1 }}>
            <Box component="summary" sx={{ color: 'text.secondary', cursor: 'pointer' }}>
              {word('asTable')}
            </Box>
            <Table size="small" sx={{ mt: 1 }}>
              <TableHead>
                <TableRow>
                  <TableCell>{word('month')}</TableCell>
                  <TableCell align="right">{word('lines')}</TableCell>
                  <TableCell align="right">{word('base')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {named.map((one) => (
                  <TableRow key={one.month}>
                    <TableCell component="th" scope="row">
                      {one.label}
                    </TableCell>
                    <TableCell align="right">{one.lines.toLocaleString('en')}</TableCell>
                    <TableCell align="right">
                      <Fen value={one.baseFen} />
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Box>
        </>
      )}
    </Section>
  );
}
