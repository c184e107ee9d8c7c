import {
  Alert,
  Box,
  Button,
  Checkbox,
  FormControlLabel,
  MenuItem,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { Title, useLocaleState, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { monthInWords } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { Waiting } from '../fields/Waiting.tsx';
import { ErrorPage } from '../shell/ErrorPage.tsx';
import { useWhyNot } from '../shell/me-context.ts';
import { EarlierOpen } from './EarlierOpen.tsx';
import { IssueButton } from './IssueButton.tsx';
import { RunFigures } from './RunFigures.tsx';
import { RunProblems, Unsettled } from './RunProblems.tsx';
import { monthToRun, type RunResult, type SettlementMonth, whyNotRun } from './run-result.ts';
import { useDryRun } from './use-dry-run.ts';
import { useMonths } from './use-months.ts';

/** Choose a month → see everything a run would do → run it. Nothing is kept before the last press. */
export function SettlementRun() {
  const translate = useTranslate();
  const [search] = useSearchParams();
  const { data: months, error, isPending, refetch } = useMonths();
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  const asked = search.get('month') ?? undefined;
  const month = asked ?? monthToRun(months ?? []);
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={translate('resources.settlements.run.title')} />
      {isPending && <Waiting />}
      {months && !month && <EmptyState text={translate('resources.settlements.empty')} />}
      {months && month && <Run key={month} month={month} months={months} />}
    </Box>
  );
}

function Run({ month, months }: { month: string; months: SettlementMonth[] }) {
  const translate = useTranslate();
  const [leaveUnassigned, setLeaveUnassigned] = useState(false);
  const [done, setDone] = useState<RunResult>();
  const { data: dry, error, isFetching, refetch } = useDryRun(month, leaveUnassigned, done === undefined);
  if (done) return <Done result={done} months={months} />;
  const hasUnknown = dry?.problems.some((problem) => problem.reason === 'unknown_anchor');
  return (
    <>
      <Choice month={month} months={months} />
      {isFetching && (
        <Box role="status">
          <Waiting />
          <Typography color="text.secondary" sx={{ mt: 1 }}>
            {translate('resources.settlements.run.trying')}
          </Typography>
        </Box>
      )}
      {error && <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />}
      {dry && !isFetching && (
        <>
          <EarlierOpen month={month} months={months} />
          <Alert severity="info" variant="outlined">
            {translate('resources.settlements.run.dry')}
          </Alert>
          {dry.problems.length > 0 && <RunProblems problems={dry.problems} />}
          {(hasUnknown || leaveUnassigned) && (
            <FormControlLabel
              control={
                <Checkbox checked={leaveUnassigned} onChange={(_, checked) => setLeaveUnassigned(checked)} />
              }
              label={translate('resources.settlements.run.leaveUnassigned')}
            />
          )}
          <RunFigures result={dry} />
          <Unsettled counts={dry.unsettled} month={month} />
          <RunButton dry={dry} leaveUnassigned={leaveUnassigned} onDone={setDone} />
        </>
      )}
    </>
  );
}

function Choice({ month, months }: { month: string; months: SettlementMonth[] }) {
  const translate = useTranslate();
  const [, setSearch] = useSearchParams();
  const [locale] = useLocaleState();
  const names = [...new Set([month, ...months.map((one) => one.month)])].sort().reverse();
  const label = (name: string) => {
    const open = months.find((one) => one.month === name)?.openLines ?? 0;
    return `${monthInWords(name, locale)} · ${translate('resources.settlements.counts.open', { count: open.toLocaleString('en') })}`;
  };
  return (
    <TextField
      select
      label={translate('resources.settlements.fields.month')}
      value={month}
      onChange={(event) => setSearch({ month: event.target.value }, { replace: true })}
      sx={{ maxWidth: 360 }}
    >
      {names.map((name) => (
        <MenuItem key={name} value={name}>
          {label(name)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function RunButton(props: { dry: RunResult; leaveUnassigned: boolean; onDone: (result: RunResult) => void }) {
  const { dry, leaveUnassigned, onDone } = props;
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const { run, busy } = useVerb();
  const refused = whyNotRun(dry, leaveUnassigned);
  const go = () =>
    run(
      (provider) =>
        provider.send<RunResult>('POST', '/settlements', {
          month: dry.month,
          ...(leaveUnassigned && { leaveUnassigned }),
        }),
      { success: 'resources.settlements.run.done', onDone },
    );
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: 0,
        py: 1.5,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        justifyContent: 'flex-end',
        backgroundColor: 'background.default',
        borderTop: 1,
        borderColor: 'divider',
        zIndex: 2,
      }}
    >
      <Button component={Link} to="/settlements">
        {translate('house.action.cancel')}
      </Button>
      <ReasonButton
        variant="contained"
        size="medium"
        busy={busy}
        reason={
          whyNot('settlements.run') ?? (refused && translate(`resources.settlements.whyNotRun.${refused}`))
        }
        onClick={() => void go()}
      >
        {translate('resources.settlements.run.go', {
          count: (dry.lines + dry.changes).toLocaleString('en'),
          smart_count: dry.lines + dry.changes,
        })}
      </ReasonButton>
    </Box>
  );
}

function Done({ result, months }: { result: RunResult; months: SettlementMonth[] }) {
  const translate = useTranslate();
  const month = months.find((one) => one.month === result.month);
  return (
    <>
      <Alert
        severity="success"
        action={
          <Button color="inherit" component={Link} to="/settlements">
            {translate('resources.settlements.run.toMonths')}
          </Button>
        }
      >
        {translate('resources.settlements.run.doneText', {
          lines: result.lines.toLocaleString('en'),
          changes: result.changes.toLocaleString('en'),
        })}
      </Alert>
      <EarlierOpen month={result.month} months={months} />
      <RunFigures result={result} />
      <Unsettled counts={result.unsettled} month={result.month} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'flex-end' }}>
        {result.runId !== null && (
          <Button component={Link} to={`/settlements/${result.runId}/show`}>
            {translate('resources.settlements.run.openLines')}
          </Button>
        )}
        {month && <IssueButton month={month} />}
      </Box>
    </>
  );
}
