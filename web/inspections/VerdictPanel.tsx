import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useBilingual } from '../fields/findings/use-bilingual.ts';
import { Section } from '../fields/HouseShow.tsx';
import type { Inspection } from './inspection.ts';
import { VerdictChip } from './VerdictChip.tsx';

/** What is known so far and what is still open; of a few units only as much as a few units can say. */
export function VerdictPanel({ inspection }: { inspection: Inspection }) {
  const translate = useTranslate();
  const say = useBilingual();
  const { verdictNow } = inspection;
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.verdict.${key}`, options);
  return (
    <Section>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
        <Typography component="h2" sx={{ fontSize: '1.15rem', fontWeight: 650 }}>
          <VerdictChip inspection={inspection} />
        </Typography>
        <Box sx={{ color: 'text.secondary' }}>
          {word(
            `code.${verdictNow.code}`,
            verdictNow.kind === 'lot'
              ? {
                  units: verdictNow.criticalUnitNos.join('、'),
                  left: verdictNow.unitsToInspect,
                  rows: verdictNow.rowsToDecide,
                }
              : { units: verdictNow.differing, left: 0, rows: verdictNow.rowsToDecide },
          )}
        </Box>
      </Box>
      {verdictNow.kind === 'mystery' && verdictNow.bound && (
        <Typography sx={{ mt: 1 }}>{say(verdictNow.bound)}</Typography>
      )}
      {verdictNow.kind === 'lot' && (
        <Box
          sx={{
            display: 'grid',
            gap: 1.5,
            mt: 1.5,
            gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
            maxWidth: 720,
          }}
        >
          {(['major', 'minor'] as const).map((kind) => {
            const count = verdictNow.classes[kind];
            return (
              <Box key={kind}>
                <Box sx={{ color: 'text.secondary', fontSize: '0.9rem' }}>
                  {translate(`resources.inspections.plan.${kind}`)} · n {count.sampleSize}
                </Box>
                <Box
                  sx={{
                    fontSize: '1.35rem',
                    fontWeight: 650,
                    fontVariantNumeric: 'tabular-nums',
                    color: count.verdict === 'rejected' ? 'error.main' : undefined,
                  }}
                >
                  {count.nonconforming}
                  <Box
                    component="span"
                    sx={{ fontSize: '0.9rem', fontWeight: 400, color: 'text.secondary', ml: 1 }}
                  >
                    Ac {count.acceptUpTo} / Re {count.rejectFrom}
                  </Box>
                </Box>
              </Box>
            );
          })}
          <Box>
            <Box sx={{ color: 'text.secondary', fontSize: '0.9rem' }}>{word('stillOpen')}</Box>
            <Box>{word('unitsLeft', { count: verdictNow.unitsToInspect })}</Box>
            <Box>{word('rowsLeft', { count: verdictNow.rowsToDecide })}</Box>
          </Box>
        </Box>
      )}
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1.5 }}>
        {word('byPeople')}
      </Typography>
    </Section>
  );
}
