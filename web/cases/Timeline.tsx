import { Box, Typography } from '@mui/material';
import { chinaTime } from '../fields/day.ts';
import { Section } from '../fields/HouseShow.tsx';
import { useWord } from '../fields/use-word.ts';
import type { CaseRecord } from './case.ts';

/** Every step of the case, the latest on top: what, who, when, and the word that was written down. */
export function Timeline({ one }: { one: CaseRecord }) {
  const word = useWord('resources.cases');
  const steps = [...one.steps].sort((a, b) => b.id - a.id);
  return (
    <Section title="resources.cases.section.timeline">
      <Box component="ol" reversed sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {steps.map((step, index) => (
          <Box
            component="li"
            key={step.id}
            sx={{
              position: 'relative',
              ml: 0.75,
              pl: 2.25,
              pb: 1.5,
              borderLeft: 2,
              borderColor: index === steps.length - 1 ? 'transparent' : 'divider',
              '&::before': {
                content: '""',
                position: 'absolute',
                left: -6,
                top: 6,
                width: 10,
                height: 10,
                borderRadius: '50%',
                backgroundColor: index === 0 ? 'primary.main' : 'text.disabled',
              },
            }}
          >
            <Typography sx={{ fontWeight: 600 }}>{word(`step.${step.step}`, { _: step.step })}</Typography>
            {step.fromStage !== step.toStage && (
              <Typography variant="body2">
                {word('timeline.moved', {
                  from: word(`values.stage.${step.fromStage}`),
                  to: word(`values.stage.${step.toStage}`),
                })}
              </Typography>
            )}
            <Typography variant="body2" color="text.secondary">
              {[step.actorName, chinaTime(step.at)].filter(Boolean).join(' · ')}
            </Typography>
            {step.reason && (
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
                {step.reason}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
    </Section>
  );
}
