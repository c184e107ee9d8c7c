import DoneIcon from '@mui/icons-material/CheckCircle';
import { Alert, Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useWord } from '../../fields/use-word.ts';
import { Waiting } from '../../fields/Waiting.tsx';
import { CLOSE_STEPS, type CloseStepName, type CloseStepState } from './close-steps.ts';

/** One step of the close: its number or a tick, its state in a word, what was found, what to press. */
export function CloseStep(props: {
  name: CloseStepName;
  state: CloseStepState;
  said?: string;
  action?: ReactNode;
  isWaiting?: boolean;
  error?: Error | null;
  isLast?: boolean;
  children?: ReactNode;
}) {
  const { name, state, said, action, isWaiting, error, isLast, children } = props;
  const word = useWord('resources.settlements.close');
  const isNow = state === 'now';
  return (
    <Box
      component="li"
      aria-current={isNow ? 'step' : undefined}
      sx={{ display: 'grid', gridTemplateColumns: '28px minmax(0, 1fr)', columnGap: 1.5 }}
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center' }} aria-hidden>
        {state === 'done' ? (
          <DoneIcon color="success" sx={{ fontSize: 28 }} />
        ) : (
          <Box
            sx={{
              width: 26,
              height: 26,
              borderRadius: '50%',
              display: 'grid',
              placeItems: 'center',
              border: 2,
              borderColor: isNow ? 'primary.main' : 'divider',
              backgroundColor: isNow ? 'primary.main' : undefined,
              color: isNow ? 'primary.contrastText' : 'text.secondary',
              fontSize: '0.85rem',
              fontWeight: 650,
            }}
          >
            {CLOSE_STEPS.indexOf(name) + 1}
          </Box>
        )}
        {!isLast && <Box sx={{ flex: 1, width: 2, backgroundColor: 'divider', my: 0.5 }} />}
      </Box>
      <Box sx={{ pb: 2.5, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', minHeight: 30 }}>
          <Typography
            component="h2"
            variant="h6"
            sx={{ color: state === 'later' || state === 'off' ? 'text.secondary' : undefined }}
          >
            {word(`step.${name}`)}
          </Typography>
          <Typography component="span" color="text.secondary" sx={{ flex: 1 }}>
            {word(`state.${state}`)}
            {said && ` · ${said}`}
          </Typography>
          {action}
        </Box>
        {isWaiting && <Waiting sx={{ my: 1 }} />}
        {error && <Alert severity="error">{error.message}</Alert>}
        {children}
      </Box>
    </Box>
  );
}
