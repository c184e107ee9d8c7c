import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useLocaleState } from 'react-admin';
import { chinaTime, monthInWords } from '../fields/day.ts';
import { Fen, yuan } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { ReasonedVerb } from '../fields/ReasonedVerb.tsx';
import { useWord } from '../fields/use-word.ts';
import type { CaseRecord, CaseVerb, Hold, HoldParty, Movement } from './case.ts';
import { NotYet } from './NotYet.tsx';
import { SectionActions } from './SectionActions.tsx';
import { useScopeWords } from './use-scope-words.ts';

/** What is held, of whom, month by month; released and clawed back beside it. */
export function HoldSection({ one, onVerb }: { one: CaseRecord; onVerb: (verb: CaseVerb) => void }) {
  const word = useWord('resources.cases');
  return (
    <Section
      title="resources.cases.section.holds"
      flush
      actions={
        <SectionActions>
          {(['hold', 'release', 'clawBack'] as const).map((verb) => (
            <ReasonButton
              key={verb}
              variant="outlined"
              reason={one.refusals[verb] ?? undefined}
              onClick={() => onVerb(verb)}
            >
              {word(`verb.${verb}`)}
            </ReasonButton>
          ))}
        </SectionActions>
      }
    >
      {one.holds.length === 0 && <NotYet sx={{ px: 2, pb: 1.5 }} text={word('holds.none')} />}
      {one.holds.map((hold) => (
        <OneHold key={hold.id} one={one} hold={hold} />
      ))}
    </Section>
  );
}

function OneHold({ one, hold }: { one: CaseRecord; hold: Hold }) {
  const word = useWord('resources.cases');
  const scope = useScopeWords();
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', py: 1.25 }}>
      <Box sx={{ px: 2, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: '1 1 300px', minWidth: 0 }}>
          <Typography sx={{ fontWeight: 600 }}>
            {scope(hold)} · {word('holds.lines', { count: hold.lineCount })}
          </Typography>
          <Typography>
            {word('holds.sum', {
              held: yuan(hold.heldFen),
              released: yuan(hold.releasedFen),
              clawedBack: yuan(hold.clawedBackFen),
            })}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {word('holds.started', {
              name: hold.startedByName ?? '—',
              at: chinaTime(hold.startedAt) ?? '',
              reason: hold.reason,
            })}
          </Typography>
          {hold.endedAt && (
            <Typography variant="body2" color="text.secondary">
              {word('holds.ended', {
                name: hold.endedByName ?? '—',
                at: chinaTime(hold.endedAt) ?? '',
                reason: hold.endReason ?? '',
              })}
            </Typography>
          )}
        </Box>
        {!hold.endedAt && (
          <ReasonedVerb
            action="cases.hold"
            variant="outlined"
            ask={{
              title: word('holds.endTitle'),
              text: word('holds.endText'),
              field: word('holds.endWhy'),
            }}
            work={(provider, reason) =>
              provider.send('POST', `/cases/${one.id}/holds/${hold.id}/end`, { reason })
            }
          >
            {word('verb.endHold')}
          </ReasonedVerb>
        )}
      </Box>
      {hold.parties.length > 0 && <Parties parties={hold.parties} />}
    </Box>
  );
}

function Parties({ parties }: { parties: readonly HoldParty[] }) {
  const word = useWord('resources.cases.holds');
  const party = useWord('house.party');
  return (
    <Box sx={{ overflowX: 'auto', mt: 1 }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{word('party')}</TableCell>
            <TableCell align="right">{word('held')}</TableCell>
            <TableCell align="right">{word('released')}</TableCell>
            <TableCell align="right">{word('clawedBack')}</TableCell>
            <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>{word('months')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {parties.map((one) => (
            <TableRow key={one.partyId} sx={{ verticalAlign: 'top' }}>
              <TableCell component="th" scope="row">
                {one.partyName}
                <Box sx={{ color: 'text.secondary', fontSize: '0.85rem' }}>
                  {party(one.partyKind, { _: one.partyKind })}
                </Box>
              </TableCell>
              <TableCell align="right">
                <Fen value={one.heldFen} strong />
              </TableCell>
              <TableCell align="right">
                <Fen value={one.releasedFen} />
              </TableCell>
              <TableCell align="right">
                <Fen value={one.clawedBackFen} />
              </TableCell>
              <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
                <Months months={one.months} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Months({ months }: { months: readonly Movement[] }) {
  const word = useWord('resources.cases.holds');
  const [locale] = useLocaleState();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.85rem' }}>
      {months.map((one) => (
        <li key={`${one.kind}-${one.entryId}-${one.concernsMonth}-${one.month}`}>
          {monthInWords(one.concernsMonth, locale)} {word(`kind.${one.kind}`)} <Fen value={one.amountFen} />
          {one.month !== one.concernsMonth && (
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {' '}
              · {word('postedIn', { month: monthInWords(one.month, locale) })}
              {one.isReceivable && ` · ${word('receivable')}`}
            </Box>
          )}
        </li>
      ))}
    </Box>
  );
}
