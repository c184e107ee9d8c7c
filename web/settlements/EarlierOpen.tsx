import { Alert, Button } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { openMonthsBefore } from '../../api/domain/open-months.ts';
import { monthInWords } from '../fields/day.ts';
import type { SettlementMonth } from './run-result.ts';

/** Earlier months with lines nobody has settled: a run of this month leaves them out, so it is said, with the way there. */
export function EarlierOpen({ month, months }: { month: string; months: readonly SettlementMonth[] }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return openMonthsBefore(months, month).map((one) => (
    <Alert
      key={one.month}
      severity="warning"
      variant="outlined"
      action={
        <Button color="inherit" component={Link} to={`/settlements/run?month=${one.month}`}>
          {translate('resources.settlements.earlier.go')}
        </Button>
      }
    >
      {translate('resources.settlements.earlier.open', {
        month: monthInWords(one.month, locale),
        smart_count: one.openLines,
        count: one.openLines.toLocaleString('en'),
      })}
    </Alert>
  ));
}
