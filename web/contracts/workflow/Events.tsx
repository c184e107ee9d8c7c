import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { chinaTime } from '../../fields/day.ts';
import type { Workflow } from './workflow.ts';

/** Every step the version took, the latest first. */
export function Events({ workflow }: { workflow: Workflow | undefined }) {
  const translate = useTranslate();
  const events = workflow?.events ?? [];
  if (events.length === 0) return null;
  const word = (key: string) => translate(`resources.contracts.workflow.${key}`);
  return (
    <Box component="details" sx={{ mt: 2, '& summary': { cursor: 'pointer', fontWeight: 600 } }}>
      <summary>
        {word('history')} ({events.length})
      </summary>
      <Box component="ol" reversed sx={{ m: 0, mt: 0.5, pl: 3 }}>
        {[...events]
          .sort((a, b) => b.id - a.id)
          .map(({ id, step, actorName, at, reason }) => (
            <Box component="li" key={id} sx={{ py: 0.25 }}>
              {translate(`resources.contracts.workflow.event.${step}`, { _: step })}{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {[actorName, chinaTime(at)].filter(Boolean).join(' · ')}
              </Box>
              {reason && <Box sx={{ overflowWrap: 'anywhere' }}>{reason}</Box>}
            </Box>
          ))}
      </Box>
    </Box>
  );
}
