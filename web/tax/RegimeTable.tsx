import { Box, Chip } from '@mui/material';
import type { Reason } from '../../api/domain/error.ts';
import { Section } from '../fields/HouseShow.tsx';
import { useReasonText } from '../fields/ReasonButton.tsx';
import { useAsk } from '../fields/use-ask.ts';
import { useWord } from '../fields/use-word.ts';

/** `GET /tax-regimes` */
interface Regime {
  regime: string;
  allowed: boolean;
  refusal: Reason | null;
}

/** Every regime a profile may name: for whom it is, what it needs a month, and whether it is switched on. */
export function RegimeTable() {
  const { data = [] } = useAsk<Regime[]>('/tax-regimes');
  return (
    <Section title="resources.tax-profiles.regimes">
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {data.map((one) => (
          <Row key={one.regime} one={one} />
        ))}
      </Box>
    </Section>
  );
}

function Row({ one }: { one: Regime }) {
  const word = useWord('resources.tax-profiles');
  const reason = useReasonText(one.refusal ?? undefined);
  return (
    <Box
      component="li"
      sx={{
        py: 0.75,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
        display: 'grid',
        columnGap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '220px minmax(0, 1fr) auto' },
        alignItems: 'baseline',
      }}
    >
      <b>{word(`values.regime.${one.regime}`)}</b>
      <span>
        {word(`help.${one.regime}`)} {word(`monthly.${one.regime}`)}
      </span>
      <span>
        <Chip
          size="small"
          color={one.allowed ? 'success' : 'default'}
          variant="outlined"
          label={reason ?? word('allowed')}
        />
      </span>
    </Box>
  );
}
