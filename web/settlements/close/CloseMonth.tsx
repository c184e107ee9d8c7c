import { Box, MenuItem, TextField } from '@mui/material';
import { Title, useGetList, useLocaleState } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { ConfirmationRow } from '../../fields/confirmation.ts';
import { monthInWords } from '../../fields/day.ts';
import { EmptyState } from '../../fields/EmptyState.tsx';
import { useAsk } from '../../fields/use-ask.ts';
import { useWord } from '../../fields/use-word.ts';
import { Waiting } from '../../fields/Waiting.tsx';
import { ErrorPage } from '../../shell/ErrorPage.tsx';
import { monthToRun, type SettlementMonth } from '../run-result.ts';
import { useMonths } from '../use-months.ts';
import { Accruals } from './Accruals.tsx';
import { CloseSteps } from './CloseSteps.tsx';
import type { BatchOfMonth, PayPreview, TaxPreview } from './previews.ts';

/** A month from the settlement to the last answer of the bank, as one page: what is done, what is next. */
export function CloseMonth() {
  const word = useWord('resources.settlements');
  const [search, setSearch] = useSearchParams();
  const [locale] = useLocaleState();
  const { data: months, error, isPending, refetch } = useMonths();
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  const name = search.get('month') ?? monthToRun(months ?? []);
  const month = months?.find((one) => one.month === name);
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 1080 }}>
      <Title title={word('close.title')} />
      {isPending && <Waiting />}
      {months && !month && <EmptyState text={word('empty')} />}
      {months && month && (
        <>
          <TextField
            select
            label={word('fields.month')}
            value={month.month}
            onChange={(event) => setSearch({ month: event.target.value }, { replace: true })}
            sx={{ maxWidth: 260 }}
          >
            {months.map((one) => (
              <MenuItem key={one.month} value={one.month}>
                {monthInWords(one.month, locale)}
              </MenuItem>
            ))}
          </TextField>
          <Steps key={month.month} month={month} />
          <Accruals key={`accruals ${month.month}`} month={month} />
        </>
      )}
    </Box>
  );
}

function Steps({ month }: { month: SettlementMonth }) {
  const query = { month: month.month };
  const isOpen = !month.closed;
  const pay = useAsk<PayPreview>('/pay-preview', query, isOpen && month.runs > 0);
  const tax = useAsk<TaxPreview>('/tax/preview', query, isOpen && month.runs > 0);
  const confirmations = useGetList<ConfirmationRow>(
    'statement-confirmations',
    { filter: query, pagination: { page: 1, perPage: 200 }, sort: { field: 'payableFen', order: 'DESC' } },
    { enabled: month.closed },
  );
  const batches = useGetList<BatchOfMonth>('payout-batches', {
    filter: query,
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'id', order: 'ASC' },
  });
  if (batches.isPending || (month.closed && confirmations.isPending)) return <Waiting />;
  return (
    <CloseSteps
      month={month}
      pay={pay}
      tax={tax}
      confirmations={confirmations.data ?? []}
      total={confirmations.total ?? 0}
      batches={batches.data ?? []}
    />
  );
}
