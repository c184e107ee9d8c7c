import {
  Box,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  type Theme,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { Fen } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { Figure, Figures } from './Figures.tsx';
import type { RunResult } from './run-result.ts';

/** What a run settles: in all, per anchor beside what was settled before, per party. */
export function RunFigures({ result }: { result: RunResult }) {
  const translate = useTranslate();
  const anchorsFen = result.anchors.reduce((sum, anchor) => sum + anchor.amountFen, 0);
  return (
    <>
      <Figures>
        <Figure title="lines">{result.lines.toLocaleString('en')}</Figure>
        <Figure title="changes">{result.changes.toLocaleString('en')}</Figure>
        <Figure title="baseFen">
          <Fen value={result.baseFen} />
        </Figure>
        <Figure title="anchorsFen">
          <Fen value={anchorsFen} />
        </Figure>
      </Figures>
      {result.anchors.length > 0 && (
        <Section title="resources.settlements.byAnchor" flush>
          <Anchors anchors={result.anchors} />
        </Section>
      )}
      {result.parties.length > 0 && (
        <Section title="resources.settlements.byParty">
          {result.parties.map((party) => (
            <Box key={party.partyId} sx={{ display: 'flex', gap: 2, py: 0.5 }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                {party.name}{' '}
                <Typography component="span" variant="body2" color="text.secondary">
                  {translate(`house.party.${party.kind}`)}
                </Typography>
              </Box>
              <Fen value={party.amountFen} strong />
            </Box>
          ))}
        </Section>
      )}
    </>
  );
}

function Anchors({ anchors }: { anchors: RunResult['anchors'] }) {
  const translate = useTranslate();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const word = (key: string) => translate(`resources.settlements.anchor.${key}`);
  const link = (anchor: RunResult['anchors'][number]) => (
    <NamedLink resource="anchors" id={anchor.anchorId}>
      {anchor.name}
    </NamedLink>
  );
  if (!wide)
    return anchors.map((anchor) => (
      <Box key={anchor.anchorId} sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider' }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
          {link(anchor)}
          <Fen value={anchor.amountFen} strong />
        </Box>
        <Box sx={{ color: 'text.secondary', fontSize: '0.88rem' }}>
          {word('lines')} {anchor.lines.toLocaleString('en')} · {word('sales')}{' '}
          <Fen value={anchor.salesFen} /> · {word('before')} <Fen value={anchor.beforeFen} /> →{' '}
          <Fen value={anchor.beforeFen + anchor.amountFen} />
        </Box>
      </Box>
    ));
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{word('name')}</TableCell>
          {['lines', 'sales', 'base', 'before', 'amount', 'after'].map((key) => (
            <TableCell key={key} align="right">
              {word(key)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {anchors.map((anchor) => (
          <TableRow key={anchor.anchorId}>
            <TableCell component="th" scope="row" sx={{ 'tr:last-of-type > &': { borderBottom: 0 } }}>
              {link(anchor)}
            </TableCell>
            <TableCell align="right">{anchor.lines.toLocaleString('en')}</TableCell>
            {[anchor.salesFen, anchor.baseFen, anchor.beforeFen].map((amount, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns have fixed places
              <TableCell key={index} align="right">
                <Fen value={amount} />
              </TableCell>
            ))}
            <TableCell align="right">
              <Fen value={anchor.amountFen} strong />
            </TableCell>
            <TableCell align="right">
              <Fen value={anchor.beforeFen + anchor.amountFen} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
