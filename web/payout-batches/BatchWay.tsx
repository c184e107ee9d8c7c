import DoneIcon from '@mui/icons-material/CheckCircle';
import OpenIcon from '@mui/icons-material/RadioButtonUnchecked';
import { Box } from '@mui/material';
import { Instant } from '../fields/DayField.tsx';
import { useWord } from '../fields/use-word.ts';
import type { Batch } from './batch.ts';

/** Prepared, submitted, approved by each person, filed, answered: who and when. */
export function BatchWay({ batch }: { batch: Batch }) {
  const word = useWord('resources.payout-batches.step');
  const missing = batch.approversMissing ?? 0;
  const steps: { key: string; name: string; at: string | null; by: string | null }[] = [
    { key: 'prepared', name: word('prepared'), at: batch.preparedAt, by: batch.preparedByName },
    { key: 'submitted', name: word('submitted'), at: batch.submittedAt, by: batch.submittedByName },
    ...batch.approvals
      .filter(({ counts }) => counts)
      .map(({ userId, userName, at }) => ({ key: userId, name: word('approved'), at, by: userName })),
    ...(missing > 0
      ? [{ key: 'missing', name: word('approvedBy', { smart_count: missing }), at: null, by: null }]
      : []),
    {
      key: 'filed',
      name: word('filed'),
      at: batch.file?.filedAt ?? null,
      by: batch.file?.filedByName ?? null,
    },
    { key: 'closed', name: word('closed'), at: batch.closedAt, by: null },
  ];
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 0.75 }}>
      {steps.map(({ key, name, at, by }) => (
        <Box
          component="li"
          key={key}
          sx={{
            display: 'grid',
            columnGap: 1,
            gridTemplateColumns: '20px minmax(92px, auto) minmax(0, 1fr)',
          }}
        >
          {at ? (
            <DoneIcon color="success" fontSize="small" aria-hidden />
          ) : (
            <OpenIcon color="disabled" fontSize="small" aria-hidden />
          )}
          <Box component="span" sx={{ color: at ? undefined : 'text.secondary' }}>
            {name}
          </Box>
          {at && (
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {by && <b>{by} </b>}
              <Instant at={at} />
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}
