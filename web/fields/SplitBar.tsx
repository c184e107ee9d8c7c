import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Bps, fen } from '../../api/domain/money.ts';
import { type SharePart, splitBase } from '../../api/domain/settlement.ts';
import { Fen, Rate } from './FenField.tsx';

export interface ShownPart {
  partyId: number;
  partyName?: string;
  partyKind?: string;
  takesFrom: 'base' | 'rest';
  rateBps: number | null;
}

const COLOURS: Record<string, string> = {
  anchor: '#e07a5f',
  agency: '#2f8f86',
  platform: '#8a8f98',
  agent: '#d3a243',
  leader: '#4f86b8',
  referrer: '#9a72b0',
  brand: '#6f9e58',
};

/**
 * A split as one bar, its parties below: what each gets of `amountFen`, reckoned by the same function that
 * settles. An anchor who is shown the own part alone sees a bar that is not filled to its end.
 */
export function SplitBar({
  parts,
  amountFen = 100_000,
  showAmounts = true,
}: {
  parts: readonly ShownPart[];
  amountFen?: number;
  showAmounts?: boolean;
}) {
  const translate = useTranslate();
  const amounts = splitBase(fen(amountFen), parts as readonly (SharePart & { rateBps: Bps | null })[]);
  const colours = parts.map((part) => COLOURS[part.partyKind ?? ''] ?? '#8a8f98');
  // A second anchor or agent has the colour of its kind, paler.
  const opacities = colours.map(
    (colour, index) => 0.6 ** colours.slice(0, index).filter((one) => one === colour).length,
  );
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box
        aria-hidden
        sx={{
          display: 'flex',
          gap: '2px',
          height: 14,
          borderRadius: 1,
          overflow: 'hidden',
          backgroundColor: 'action.hover',
        }}
      >
        {parts.map((part, index) => (
          <Box
            key={part.partyId}
            style={{ width: `${amountFen > 0 ? Math.max(0, (amounts[index]! / amountFen) * 100) : 0}%` }}
            sx={{ backgroundColor: colours[index], opacity: opacities[index] }}
          />
        ))}
      </Box>
      <Box
        component="ul"
        sx={{ listStyle: 'none', p: 0, m: 0, mt: 0.75, display: 'flex', flexWrap: 'wrap', gap: '4px 20px' }}
      >
        {parts.map((part, index) => (
          <Box
            component="li"
            key={part.partyId}
            sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}
          >
            <Box
              aria-hidden
              sx={{
                width: 10,
                height: 10,
                borderRadius: '3px',
                backgroundColor: colours[index],
                opacity: opacities[index],
              }}
            />
            <span>{part.partyName ?? `#${part.partyId}`}</span>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {part.rateBps === null ? translate('resources.contracts.rest') : <Rate value={part.rateBps} />}
              {part.rateBps !== null &&
                part.takesFrom === 'rest' &&
                ` ${translate('resources.contracts.values.takesFrom.rest')}`}
            </Box>
            {showAmounts && <Fen value={amounts[index]} strong />}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
