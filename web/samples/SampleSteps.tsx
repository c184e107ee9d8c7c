import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { chinaTime } from '../fields/day.ts';
import type { SampleStepTaken } from './sample.ts';

/** The life of a sample so far, the latest step on top: what, who, when, and what was written down. */
export function SampleSteps({ steps }: { steps: readonly SampleStepTaken[] }) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.samples.${key}`, options);
  return (
    <Box component="ol" reversed sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {[...steps].reverse().map((step, index) => (
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
          <Typography sx={{ fontWeight: 600 }}>
            {word(`step.${step.step}`, { _: step.step })}
            {step.pieces !== null && ` · ${word('piecesOf', { count: step.pieces })}`}
            {step.days !== null && ` · ${word('daysOf', { count: step.days })}`}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {[step.actorName, chinaTime(step.at)].filter(Boolean).join(' · ')}
          </Typography>
          {step.note && (
            <Typography sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{step.note}</Typography>
          )}
        </Box>
      ))}
    </Box>
  );
}
