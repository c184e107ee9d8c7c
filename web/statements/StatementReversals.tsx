import {
  Box,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  type Theme,
  useMediaQuery,
} from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import type { StatementReversal } from '../../api/domain/statement.ts';
import { monthInWords } from '../fields/day.ts';
import { Fen } from '../fields/FenField.tsx';

/** What this month takes back, each with the order and the month that paid it. */
export function StatementReversals({ reversals }: { reversals: readonly StatementReversal[] }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const word = (key: string) => translate(`resources.statements.reversal.${key}`);
  const monthOf = (one: StatementReversal) =>
    one.settledIn ? monthInWords(one.settledIn, locale) : word('none');
  const orderOf = (one: StatementReversal) => (one.lineNo ? `${one.orderNo} / ${one.lineNo}` : one.orderNo);
  const keyOf = (one: StatementReversal, index: number) => `${orderOf(one)}:${one.reason}:${index}`;
  if (!wide)
    return (
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {reversals.map((one, index) => (
          <Box
            component="li"
            key={keyOf(one, index)}
            sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider' }}
          >
            <Box sx={{ display: 'flex', gap: 2, justifyContent: 'space-between' }}>
              <Box sx={{ minWidth: 0 }}>{one.product}</Box>
              <Fen value={one.amountFen} strong />
            </Box>
            <Box sx={{ color: 'text.secondary', fontSize: '0.9rem', overflowWrap: 'anywhere' }}>
              {orderOf(one)} · {word(one.reason)} · {monthOf(one)}
            </Box>
          </Box>
        ))}
      </Box>
    );
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{word('order')}</TableCell>
          <TableCell>{translate('resources.statements.group.product')}</TableCell>
          <TableCell>{word('settledIn')}</TableCell>
          <TableCell>{word('reason')}</TableCell>
          <TableCell>{translate('resources.statements.group.clause')}</TableCell>
          <TableCell align="right">{translate('resources.statements.fields.baseFen')}</TableCell>
          <TableCell align="right">{translate('resources.statements.group.amount')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {reversals.map((one, index) => (
          <TableRow key={keyOf(one, index)}>
            <TableCell>{orderOf(one)}</TableCell>
            <TableCell>{one.product}</TableCell>
            <TableCell>{monthOf(one)}</TableCell>
            <TableCell>{word(one.reason)}</TableCell>
            <TableCell>{one.clause}</TableCell>
            <TableCell align="right">
              <Fen value={one.baseFen} />
            </TableCell>
            <TableCell align="right">
              <Fen value={one.amountFen} strong />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
