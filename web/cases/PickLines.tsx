import {
  Alert,
  Box,
  Checkbox,
  FormControlLabel,
  FormGroup,
  TablePagination,
  TextField,
  Typography,
} from '@mui/material';
import { useDeferredValue, useState } from 'react';
import { chinaTime } from '../fields/day.ts';
import { yuan } from '../fields/FenField.tsx';
import { useRows } from '../fields/use-rows.ts';
import { useWord } from '../fields/use-word.ts';
import { Waiting } from '../fields/Waiting.tsx';
import type { PickerProps } from './evidence-picks.ts';

const PER_PAGE = 10;

interface OrderLine {
  id: number;
  orderNo: string;
  anchorName: string | null;
  paidAt: string | null;
  paidFen: number;
  unsettledReason: string | null;
}

/** Sales of the goods of the case, the latest first; they become one piece of evidence together. */
export function PickLines({ productId, picks, onToggle }: PickerProps & { productId: number }) {
  const word = useWord('resources.cases.evidence.pick');
  const [page, setPage] = useState(0);
  const [q, setQ] = useState('');
  const typed = useDeferredValue(q.trim());
  const { data, error } = useRows<OrderLine>('/orders', {
    filter: { productId, kind: 'sale', ...(typed && { q: typed }) },
    sort: ['paidAt', 'DESC'],
    page,
    perPage: PER_PAGE,
  });
  return (
    <Box role="group" aria-label={word('order_lines')} sx={{ mt: 1, mb: 1.5 }}>
      <TextField
        label={word('search')}
        value={q}
        onChange={(event) => {
          setQ(event.target.value);
          setPage(0);
        }}
      />
      {error && <Alert severity="error">{word('failed')}</Alert>}
      {!data && !error && <Waiting />}
      {data?.rows.length === 0 && <Alert severity="info">{word('noLines')}</Alert>}
      <FormGroup>
        {data?.rows.map(({ id, orderNo, anchorName, paidAt, paidFen, unsettledReason }) => (
          <FormControlLabel
            key={id}
            sx={{ alignItems: 'flex-start', mr: 0 }}
            control={
              <Checkbox
                size="small"
                checked={picks.some((one) => one.id === id)}
                onChange={() => onToggle({ id, label: orderNo })}
              />
            }
            label={
              <Box sx={{ py: 0.75, overflowWrap: 'anywhere' }}>
                {orderNo}
                <Typography variant="body2" color="text.secondary">
                  {[anchorName, chinaTime(paidAt), yuan(paidFen), unsettledReason]
                    .filter(Boolean)
                    .join(' · ')}
                </Typography>
              </Box>
            }
          />
        ))}
      </FormGroup>
      {data && data.total > PER_PAGE && (
        <TablePagination
          component="div"
          count={data.total}
          page={page}
          rowsPerPage={PER_PAGE}
          rowsPerPageOptions={[PER_PAGE]}
          onPageChange={(_, to) => setPage(to)}
        />
      )}
      <Typography role="status" sx={{ fontWeight: 600 }}>
        {word('chosen', { smart_count: picks.length })}
      </Typography>
    </Box>
  );
}
