import { Box, Chip } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { type OrderLine, type OrderState, orderStateOf } from './order-state.ts';

const COLOURS: Record<OrderState, 'success' | 'warning' | 'default' | 'error'> = {
  settled: 'success',
  noEvidence: 'warning',
  unpaid: 'default',
  refunded: 'error',
};

/** 结算 or 预估, and on the estimated track why it is not settled: a state that is shown, never a blank. */
export function TrackChip(props: { record?: OrderLine }) {
  const line = useRecordContext<OrderLine>(props);
  const translate = useTranslate();
  if (!line) return null;
  const state = orderStateOf(line);
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75 }}>
      <Chip
        size="small"
        variant="outlined"
        color={line.track === 'settled' ? 'success' : 'default'}
        label={translate(`resources.orders.values.track.${line.track}`)}
      />
      {state !== 'settled' && (
        <Chip
          size="small"
          color={COLOURS[state]}
          variant="outlined"
          label={translate(`resources.orders.state.${state}`)}
        />
      )}
    </Box>
  );
}
