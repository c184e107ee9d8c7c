import { Box, Typography } from '@mui/material';
import { useLocaleState } from 'react-admin';
import { monthInWords } from '../../fields/day.ts';
import { Fen, yuan } from '../../fields/FenField.tsx';
import { Section } from '../../fields/HouseShow.tsx';
import { useAsk } from '../../fields/use-ask.ts';
import { useWord } from '../../fields/use-word.ts';
import { VerbButton } from '../../fields/VerbButton.tsx';
import { useMe } from '../../shell/me-context.ts';
import type { SettlementMonth } from '../run-result.ts';

interface Estimate {
  anchorId: number;
  anchorName: string;
  lines: number;
  payableFen: number;
  houseFen: number;
}
type Previewed = Estimate & { refused: { no_rule: number; no_commission: number } };
type Booked = Estimate & { id: number; reversedIn: string | null };

/** 暂估 of a month beside its close: what would be booked, what is, and when it was taken back. */
export function Accruals({ month }: { month: SettlementMonth }) {
  const word = useWord('resources.settlements.close.accruals');
  const { can } = useMe();
  const [locale] = useLocaleState();
  const isSeen = can.includes('accruals.list');
  const query = { month: month.month };
  const preview = useAsk<{ anchors: Previewed[] }>('/accruals/preview', query, isSeen && !month.closed);
  const booked = useAsk<{ accruals: Booked[] }>('/accruals', query, isSeen);
  const estimates = preview.data?.anchors ?? [];
  const accruals = booked.data?.accruals ?? [];
  if (estimates.length + accruals.length === 0) return null;
  const refused = estimates.reduce((sum, { refused: by }) => sum + by.no_rule + by.no_commission, 0);
  const sumOf = (list: readonly Estimate[]) => ({
    count: list.length,
    lines: list.reduce((sum, { lines }) => sum + lines, 0).toLocaleString('en'),
    payable: yuan(list.reduce((sum, { payableFen }) => sum + payableFen, 0)),
    house: yuan(list.reduce((sum, { houseFen }) => sum + houseFen, 0)),
  });
  return (
    <Section title="resources.settlements.close.accruals.title">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'start', mb: 1 }}>
        <Typography color="text.secondary" sx={{ flex: '1 1 320px' }}>
          {word('help')}
        </Typography>
        {!month.closed && (
          <VerbButton
            action="accruals.post"
            variant="outlined"
            reason={estimates.length === 0 ? word('nothing') : undefined}
            ask={{ title: word('post'), text: word('ask', sumOf(estimates)) }}
            work={(provider) => provider.send('POST', '/accruals', query)}
            success="resources.settlements.close.accruals.done"
          >
            {word('post')}
          </VerbButton>
        )}
      </Box>
      {!month.closed && <Typography>{word('would', sumOf(estimates))}</Typography>}
      {refused > 0 && (
        <Typography color="warning.main">{word('refused', { smart_count: refused })}</Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mt: 1 }}>
        {accruals.map((one) => (
          <Box
            component="li"
            key={one.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              columnGap: 2,
              py: 0.75,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            <b>{one.anchorName}</b>
            <span>{word('lines', { smart_count: one.lines })}</span>
            <span>
              {word('payable')} <Fen value={one.payableFen} />
            </span>
            <span>
              {word('house')} <Fen value={one.houseFen} />
            </span>
            <Box component="span" sx={{ color: 'text.secondary', ml: { sm: 'auto' } }}>
              {one.reversedIn === null
                ? word('stands')
                : word('takenBack', { month: monthInWords(one.reversedIn, locale) })}
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
