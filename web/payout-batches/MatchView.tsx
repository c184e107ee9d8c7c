import { Alert, Box, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Fen } from '../fields/FenField.tsx';
import { StatusChip, type Tone } from '../fields/StatusChip.tsx';
import { useWord } from '../fields/use-word.ts';
import type { Match } from './batch.ts';

interface Line {
  key: string;
  name: ReactNode;
  amountFen: number | null;
  note: ReactNode;
}

/** What a return file says of the batch, kind by kind; nothing of it is kept yet. */
export function MatchView({ match }: { match: Match }) {
  const word = useWord('resources.payout-batches');
  const translate = useTranslate();
  const lineOf = <T extends { endToEndId: string; anchorName?: string; amountFen: number | null }>(
    one: T,
    note: ReactNode,
  ): Line => ({
    key: `${one.endToEndId}`,
    name: [one.anchorName, one.endToEndId].filter(Boolean).join(' · '),
    amountFen: one.amountFen,
    note,
  });
  const groups: { key: keyof Match; tone: Tone; lines: Line[] }[] = [
    {
      key: 'paid',
      tone: 'good',
      lines: match.paid.map((one) =>
        lineOf(one, [one.bankReference, one.paidOn].filter(Boolean).join(' · ')),
      ),
    },
    {
      key: 'failed',
      tone: 'bad',
      lines: match.failed.map((one) =>
        lineOf(one, [one.reasonCode, one.reasonText].filter(Boolean).join(' · ')),
      ),
    },
    { key: 'unknown', tone: 'wait', lines: match.unknown.map((one) => lineOf(one, one.statusWord)) },
    {
      key: 'strangers',
      tone: 'bad',
      lines: match.strangers.map((one) => lineOf(one, word('row', { n: one.row }))),
    },
    {
      key: 'amountDiffers',
      tone: 'bad',
      lines: match.amountDiffers.map((one) => lineOf(one, <Fen value={one.fileFen} />)),
    },
    {
      key: 'conflicts',
      tone: 'bad',
      lines: match.conflicts.map((one) =>
        lineOf(one, translate(`house.reason.${one.code}`, { _: one.message })),
      ),
    },
    { key: 'unanswered', tone: 'wait', lines: match.unanswered.map((one) => lineOf(one, '')) },
  ];
  return (
    <>
      {match.isRepeatedFile && <Alert severity="warning">{word('repeated')}</Alert>}
      {match.unreadRows.length > 0 && (
        <Alert severity="warning">
          {match.unreadRows.map(({ row, message }) => `${word('row', { n: row })} ${message}`).join('；')}
        </Alert>
      )}
      {groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ key, tone, lines }) => (
          <Box key={key} component="section" sx={{ mt: 1.5 }}>
            <Typography variant="subtitle2" component="h3">
              <StatusChip value={key} tone={tone} text={`${word(`match.${key}`)} ${lines.length}`} />
            </Typography>
            <Table size="small" sx={{ tableLayout: { sm: 'fixed' } }}>
              <TableBody>
                {lines.map((line) => (
                  <TableRow key={line.key}>
                    <TableCell>{line.name}</TableCell>
                    <TableCell align="right">
                      <Fen value={line.amountFen} />
                    </TableCell>
                    <TableCell>{line.note}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Box>
        ))}
    </>
  );
}
