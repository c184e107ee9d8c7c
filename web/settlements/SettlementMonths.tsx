import { Box, Link as MuiLink, Typography } from '@mui/material';
import { Title, useLocaleState, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { monthInWords } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { StatusChip } from '../fields/StatusChip.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { ErrorPage } from '../shell/ErrorPage.tsx';
import { useWhyNot } from '../shell/me-context.ts';
import { IssueButton } from './IssueButton.tsx';
import { RunList } from './RunList.tsx';
import type { SettlementMonth } from './run-result.ts';
import { useMonths } from './use-months.ts';

/** Month by month: what is settled, what is open, which statements are out; and the way to the next step. */
export function SettlementMonths() {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useMonths();
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={translate('resources.settlements.name', { smart_count: 2 })} />
      {isPending && <Waiting />}
      {data?.length === 0 && <EmptyState text={translate('resources.settlements.empty')} />}
      {data && data.length > 0 && (
        <Section title="resources.settlements.months" flush>
          <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {data.map((month) => (
              <MonthRow key={month.month} month={month} />
            ))}
          </Box>
        </Section>
      )}
      <RunList />
    </Box>
  );
}

function MonthRow({ month }: { month: SettlementMonth }) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const [locale] = useLocaleState();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.settlements.${key}`, options);
  const state = month.closed ? 'closed' : month.openLines > 0 ? 'open' : 'settled';
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        columnGap: 2,
        rowGap: 1,
        alignItems: 'center',
        px: 2,
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
        gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', md: '130px 110px minmax(0, 1fr) auto' },
      }}
    >
      <Typography component="h3" sx={{ fontWeight: 650 }}>
        {monthInWords(month.month, locale)}
      </Typography>
      <StatusChip
        value={state}
        text={word(`state.${state}`)}
        tone={state === 'open' ? 'wait' : state === 'closed' ? 'off' : 'good'}
      />
      <Typography
        color="text.secondary"
        component="div"
        sx={{ fontVariantNumeric: 'tabular-nums', gridColumn: { xs: '1 / -1', md: 'auto' } }}
      >
        {[
          word('counts.settled', { count: month.settledLines.toLocaleString('en') }),
          word('counts.open', { count: month.openLines.toLocaleString('en') }),
          word('counts.runs', { smart_count: month.runs }),
        ].join(' · ')}
        {' · '}
        {month.statements > 0 ? (
          <MuiLink
            component={Link}
            to={`/statements?${new URLSearchParams({ filter: JSON.stringify({ month: month.month }) })}`}
          >
            {word('counts.statements', { smart_count: month.statements })}
          </MuiLink>
        ) : (
          word('counts.statements', { smart_count: 0 })
        )}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', gridColumn: { xs: '1 / -1', md: 'auto' } }}>
        <ReasonButton
          variant={month.openLines > 0 && !month.closed ? 'contained' : 'outlined'}
          to={`/settlements/run?month=${month.month}`}
          reason={whyNot('settlements.run') ?? (month.closed ? word('issue.closed') : undefined)}
        >
          {word('run.start')}
        </ReasonButton>
        <IssueButton month={month} />
        <ReasonButton variant="outlined" to={`/settlements/close?month=${month.month}`}>
          {word('close.verb')}
        </ReasonButton>
      </Box>
    </Box>
  );
}
