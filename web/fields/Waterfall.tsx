import { Box, Skeleton, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { Fen } from './FenField.tsx';
import { type WaterfallBar, waterfallOf } from './waterfall.ts';

const Chart = lazy(async () => ({ default: (await import('./WaterfallChart.tsx')).WaterfallChart }));

/** How a month's sum came to be: drawn, and the same figures as a table behind the drawing. */
export function Waterfall({ sums }: { sums: Parameters<typeof waterfallOf>[0] }) {
  const translate = useTranslate();
  const bars = waterfallOf(sums).map((bar) => ({
    ...bar,
    label: translate(`resources.statements.waterfall.${bar.key}`),
  }));
  return (
    <Box>
      <Box aria-hidden sx={{ height: 230 }}>
        <Suspense fallback={<Skeleton variant="rectangular" height={230} />}>
          <Chart bars={bars} />
        </Suspense>
      </Box>
      <Box component="details" sx={{ mt: 1 }}>
        <Box component="summary" sx={{ color: 'text.secondary', cursor: 'pointer' }}>
          {translate('resources.statements.waterfall.asTable')}
        </Box>
        <WaterfallTable bars={bars} />
      </Box>
    </Box>
  );
}

function WaterfallTable({ bars }: { bars: (WaterfallBar & { label: string })[] }) {
  const translate = useTranslate();
  return (
    <Table size="small" sx={{ mt: 1 }}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('resources.statements.waterfall.step')}</TableCell>
          <TableCell align="right">{translate('resources.statements.waterfall.amount')}</TableCell>
          <TableCell align="right">{translate('resources.statements.waterfall.after')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {bars.map((bar) => (
          <TableRow key={bar.key}>
            <TableCell component="th" scope="row" sx={{ 'tr:last-of-type > &': { borderBottom: 0 } }}>
              {bar.label}
            </TableCell>
            <TableCell align="right">
              <Fen value={bar.amountFen} />
            </TableCell>
            <TableCell align="right">
              <Fen value={bar.toFen} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
