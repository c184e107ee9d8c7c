import { Alert, Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ConfirmationChip } from '../../fields/ConfirmationChip.tsx';
import type { ConfirmationRow } from '../../fields/confirmation.ts';
import { chinaTime } from '../../fields/day.ts';
import { Fen, yuan } from '../../fields/FenField.tsx';
import { ReasonButton } from '../../fields/ReasonButton.tsx';
import { NamedLink } from '../../fields/RowLink.tsx';
import { useWord } from '../../fields/use-word.ts';

const STATES = ['open', 'overdue', 'disputed', 'confirmed', 'accepted_by_silence', 'not_sent'] as const;

/** Each statement of the month: who confirmed and when, who is waited for and was reminded, who disputes what. */
export function Confirmations(props: { rows: ConfirmationRow[]; total: number; month: string }) {
  const { rows, total, month } = props;
  const word = useWord('resources.settlements.close');
  const translate = useTranslate();
  const [chosen, setChosen] = useState<ConfirmationRow['state'] | null>(null);
  if (rows.length === 0) return <Alert severity="info">{word('noStatements')}</Alert>;
  const countOf = (state: ConfirmationRow['state']) => rows.filter((row) => row.state === state).length;
  const states = STATES.filter((state) => countOf(state) > 0);
  const shown = rows.filter(({ state }) => chosen === null || !states.includes(chosen) || state === chosen);
  const silent = rows.some(({ state }) => state === 'open' || state === 'overdue');
  const all = new URLSearchParams({ filter: JSON.stringify({ month }) });
  return (
    <>
      {states.length > 1 && (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={chosen}
          onChange={(_, state) => setChosen(state)}
          aria-label={word('filter')}
          sx={{ flexWrap: 'wrap', my: 0.5, '& .MuiToggleButton-root': { color: 'text.primary' } }}
        >
          {states.map((state) => (
            <ToggleButton key={state} value={state}>
              {translate(`resources.statements.values.confirmation.${state}`)} {countOf(state)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {shown.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </Box>
      {total > rows.length && (
        <ReasonButton to={`/statements?${all}`}>{word('more', { shown: rows.length, total })}</ReasonButton>
      )}
      {silent && (
        <Typography variant="body2" color="text.secondary">
          {word('silence')} <ReasonButton to="/silence-terms">{word('toSilence')}</ReasonButton>
        </Typography>
      )}
    </>
  );
}

function Row({ row }: { row: ConfirmationRow }) {
  const word = useWord('resources.settlements.close');
  const said = useStanding(row);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        columnGap: 2,
        py: 0.75,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
        alignItems: 'baseline',
        gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: '130px minmax(0, 1fr) 130px 120px' },
      }}
    >
      <span>
        <NamedLink resource="statements" id={row.id}>
          {row.anchorName}
        </NamedLink>
      </span>
      <Typography
        variant="body2"
        color="text.secondary"
        component="span"
        sx={{ gridRow: { xs: 2, sm: 'auto' }, gridColumn: { xs: '1 / -1', sm: 'auto' } }}
      >
        {said}
      </Typography>
      <ConfirmationChip state={row.state} />
      <Box sx={{ textAlign: 'right', gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
        <Fen value={row.payableFen} />
        {row.heldFen > 0 && (
          <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
            {word('held', { amount: yuan(row.heldFen) })}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

/** Who answered when; else until when there is time, what silence means then, and how often the anchor was reminded. */
function useStanding(row: ConfirmationRow): string {
  const word = useWord('resources.settlements.close.standing');
  const { state, answeredAt, answeredByName, answerUntil, silenceAccepts, reminders, remindedAt } = row;
  if (state === 'not_sent') return '';
  if (answeredAt)
    return answeredByName
      ? word('confirmed', { name: answeredByName, at: chinaTime(answeredAt) })
      : word('silence', { at: chinaTime(answeredAt) });
  const waits = [word(state === 'overdue' ? 'over' : 'until', { at: chinaTime(answerUntil) })];
  if (row.openDisputes > 0) waits.push(word('disputes', { smart_count: row.openDisputes }));
  else if (silenceAccepts) waits.push(word('accepts'));
  if (reminders > 0) waits.push(word('reminded', { smart_count: reminders, at: chinaTime(remindedAt) }));
  return waits.join(' · ');
}
