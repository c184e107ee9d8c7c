import { Alert, Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { chinaTime } from '../fields/day.ts';
import { Fen } from '../fields/FenField.tsx';
import { Platform } from '../fields/PlatformField.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { useRows } from '../fields/use-rows.ts';
import { useWord } from '../fields/use-word.ts';
import { Waiting } from '../fields/Waiting.tsx';
import type { SignalLine } from './signal.ts';

const MOST = 200;

/** The order lines behind a signal, so that nobody has to believe a figure. */
export function SignalLines({ signalKey }: { signalKey: string }) {
  const word = useWord('resources.case-signals');
  const { data, error } = useRows<SignalLine>(`/case-signals/${encodeURIComponent(signalKey)}/lines`, {
    page: 0,
    perPage: MOST,
  });
  if (error) return <Alert severity="error">{word('failed')}</Alert>;
  if (!data) return <Waiting sx={{ mt: 1 }} />;
  return (
    <Box
      sx={{ overflow: 'auto', maxHeight: 360, mt: 1 }}
      tabIndex={0}
      role="region"
      aria-label={word('linesName')}
    >
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            {['order', 'paidAt'].map((name) => (
              <TableCell key={name}>{word(`line.${name}`)}</TableCell>
            ))}
            {['paid', 'refund', 'price'].map((name) => (
              <TableCell key={name} align="right">
                {word(`line.${name}`)}
              </TableCell>
            ))}
            <TableCell>{word('line.text')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {data.rows.map((line) => (
            <TableRow key={line.lineId}>
              <TableCell component="th" scope="row">
                <NamedLink resource="orders" id={line.lineId}>
                  {line.orderNo}
                </NamedLink>{' '}
                <Platform value={line.platform} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{chinaTime(line.paidAt)}</TableCell>
              <TableCell align="right">
                <Fen value={line.paidFen} />
              </TableCell>
              <TableCell align="right">
                <Fen value={line.refundFen} />
              </TableCell>
              <TableCell align="right">
                <Fen value={line.priceFen} />
              </TableCell>
              <TableCell>{line.text ?? '—'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
