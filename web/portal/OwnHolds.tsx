import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { Title, useLocaleState } from 'react-admin';
import { chinaDay, monthInWords } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fen, yuan } from '../fields/FenField.tsx';
import { StatusChip, type Tone } from '../fields/StatusChip.tsx';
import { useRows } from '../fields/use-rows.ts';
import { useSaid } from '../fields/use-said.ts';
import { useWord } from '../fields/use-word.ts';
import { Waiting } from '../fields/Waiting.tsx';
import { OwnHoldLines } from './OwnHoldLines.tsx';
import type { OwnHold } from './own-hold.ts';

const TONES: Record<OwnHold['state'], Tone> = {
  held: 'wait',
  released: 'good',
  clawed_back: 'bad',
  mixed: 'info',
};

/** What is held of the own money: how much, why, since when and until when; what was given back or taken, below. */
export function OwnHolds() {
  const word = useWord('resources.holds');
  const { data, error, refetch } = useRows<OwnHold>('/me/holds', { page: 0, perPage: 100 });
  if (error)
    return (
      <Alert
        severity="error"
        sx={{ mt: 2 }}
        action={<Button onClick={() => void refetch()}>{word('again')}</Button>}
      >
        {word('failed')}
      </Alert>
    );
  if (!data) return <Waiting sx={{ mt: 2 }} />;
  const standing = data.rows.filter(({ heldFen, isHolding }) => heldFen !== 0 || isHolding);
  const past = data.rows.filter((hold) => !standing.includes(hold));
  const total = data.rows.reduce((sum, { heldFen }) => sum + heldFen, 0);
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 720 }}>
      <Title title={word('title')} />
      <Card sx={{ px: 2, py: 1.5 }}>
        <Typography color="text.secondary">{word('total')}</Typography>
        <Fen value={total} strong sx={{ fontSize: '1.8rem', lineHeight: 1.4 }} />
        <Typography color="text.secondary">{word('about')}</Typography>
      </Card>
      {data.rows.length === 0 && <EmptyState dense text={word('none')} />}
      {standing.map((hold) => (
        <HoldCard key={hold.id} hold={hold} />
      ))}
      {past.length > 0 && (
        <Typography variant="h6" component="h2">
          {word('past')}
        </Typography>
      )}
      {past.map((hold) => (
        <HoldCard key={hold.id} hold={hold} />
      ))}
    </Box>
  );
}

function HoldCard({ hold }: { hold: OwnHold }) {
  const word = useWord('resources.holds');
  const say = useSaid();
  const [isUnfolded, setUnfolded] = useState(false);
  return (
    <Card component="section" sx={{ px: 2, py: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', alignItems: 'baseline' }}>
        <Typography variant="h6" component="h3" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          {hold.productName}
        </Typography>
        <StatusChip value={hold.state} tone={TONES[hold.state]} text={word(`state.${hold.state}`)} />
      </Box>
      <Fen value={hold.heldFen} strong sx={{ fontSize: '1.4rem' }} />
      <Typography color="text.secondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {[
          word('since', { day: chinaDay(hold.since) ?? '' }),
          hold.until !== null && word('until', { day: hold.until }),
          hold.releasedFen !== 0 && word('released', { amount: yuan(hold.releasedFen) }),
          hold.clawedBackFen !== 0 && word('clawedBack', { amount: yuan(hold.clawedBackFen) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      <Typography sx={{ mt: 1 }}>{say(hold.words)}</Typography>
      <Typography sx={{ mt: 0.5, fontWeight: 600 }}>{say(hold.stageWords)}</Typography>
      <History hold={hold} />
      <Button
        variant="outlined"
        aria-expanded={isUnfolded}
        onClick={() => setUnfolded(!isUnfolded)}
        sx={{ mt: 1, minHeight: 40 }}
      >
        {word('lines', { count: hold.lineCount })}
      </Button>
      {isUnfolded && <OwnHoldLines holdId={hold.id} />}
    </Card>
  );
}

/** Each entry of the own account: held, given back, taken away; month by month. */
function History({ hold }: { hold: OwnHold }) {
  const word = useWord('resources.holds');
  const say = useSaid();
  const [locale] = useLocaleState();
  if (hold.entries.length === 0) return null;
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mt: 1 }}>
      {hold.entries.map((entry) => (
        <Box
          component="li"
          key={`${entry.kind}-${entry.entryId}-${entry.concernsMonth}-${entry.at}`}
          sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}
        >
          <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between' }}>
            <Box>
              {monthInWords(entry.concernsMonth, locale)} {word(`kind.${entry.kind}`)}
            </Box>
            <Fen value={entry.amountFen} />
          </Box>
          <Typography variant="body2" color="text.secondary">
            {[
              chinaDay(entry.at),
              entry.month !== entry.concernsMonth &&
                word('postedIn', { month: monthInWords(entry.month, locale) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          {entry.words?.working?.map((line) => (
            <Typography key={line.zh} variant="body2" color="text.secondary">
              {say(line)}
            </Typography>
          ))}
        </Box>
      ))}
    </Box>
  );
}
