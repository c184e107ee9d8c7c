import DoneIcon from '@mui/icons-material/CheckCircle';
import OpenIcon from '@mui/icons-material/RadioButtonUnchecked';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMe } from '../shell/me-context.ts';
import { Instant } from './DayField.tsx';
import type { Payout } from './payout.ts';

/** The three steps of a payout, each with who and when: prepared, approved by another person, paid. */
export function PayoutWay({ payout }: { payout: Payout }) {
  const translate = useTranslate();
  const own = useMe().role === 'anchor';
  const steps = [
    { key: 'prepared', at: payout.preparedAt, by: payout.preparedByName },
    { key: 'approved', at: payout.approvedAt, by: payout.approvedByName },
    { key: 'paid', at: payout.paidAt, by: payout.bankReference },
  ];
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 0.75 }}>
      {steps.map((step) => (
        <Box
          component="li"
          key={step.key}
          sx={{
            display: 'grid',
            columnGap: 1,
            gridTemplateColumns: '20px 92px minmax(0, 1fr)',
            alignItems: 'start',
          }}
        >
          {step.at ? (
            <DoneIcon color="success" fontSize="small" aria-hidden />
          ) : (
            <OpenIcon color="disabled" fontSize="small" aria-hidden />
          )}
          <Box component="span" sx={{ color: step.at ? undefined : 'text.secondary' }}>
            {translate(`resources.payouts.step.${step.at ? step.key : `to_${step.key}`}`)}
          </Box>
          {step.at && (
            <Box component="span" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              <Instant at={step.at} /> {(!own || step.key === 'paid') && step.by}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}
