import { Alert, Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Fen } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import {
  fixPath,
  type RunResult,
  type SettlementProblem,
  type UnsettledReason,
  unsettledPath,
} from './run-result.ts';

/** What stands against a run, each with the way to where it is mended. */
export function RunProblems({ problems }: { problems: readonly SettlementProblem[] }) {
  const translate = useTranslate();
  return (
    <Section title="resources.settlements.problems.title">
      <Typography color="text.secondary" sx={{ mb: 1 }}>
        {translate('resources.settlements.problems.intro')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1 }}>
        {problems.map((problem) => (
          <Problem key={`${problem.reason}:${problem.anchorId}`} problem={problem} />
        ))}
      </Box>
    </Section>
  );
}

function Problem({ problem }: { problem: SettlementProblem }) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.settlements.problems.${key}`, options);
  return (
    <Alert
      severity="warning"
      variant="outlined"
      action={
        <Button color="inherit" component={Link} to={fixPath(problem)}>
          {word(`fix.${problem.reason}`)}
        </Button>
      }
      sx={{ flexWrap: { xs: 'wrap', sm: 'nowrap' } }}
    >
      <b>{word(problem.reason, { name: problem.anchorName ?? word('someone') })}</b>
      <Box>
        {word('lines', { count: problem.lines.toLocaleString('en') })} · <Fen value={problem.salesFen} />
      </Box>
      {problem.sample.length > 0 && (
        <Box sx={{ overflowWrap: 'anywhere' }}>
          {word('sample')}{' '}
          {problem.sample.map((one, index) => (
            <span key={one.lineId}>
              {index > 0 && '、'}
              <MuiLink component={Link} to={`/orders/${one.lineId}/show`}>
                {one.orderNo}
              </MuiLink>
            </span>
          ))}
        </Box>
      )}
    </Alert>
  );
}

const REASONS: readonly UnsettledReason[] = [
  'noEvidence',
  'unpaid',
  'refundedBeforeSettlement',
  'unknownAnchor',
  'refundsWaiting',
];

/** What of the month is not settled, and why: a number for each reason, never a silent remainder. */
export function Unsettled({ counts, month }: { counts: RunResult['unsettled']; month: string }) {
  const translate = useTranslate();
  const shown = REASONS.filter((reason) => counts[reason] > 0);
  return (
    <Section title="resources.settlements.unsettled.title">
      {shown.length === 0 && (
        <Typography color="text.secondary">{translate('resources.settlements.unsettled.none')}</Typography>
      )}
      {shown.map((reason) => {
        const to = unsettledPath(reason, month);
        const count = counts[reason].toLocaleString('en');
        return (
          <Box key={reason} sx={{ display: 'flex', gap: 2, py: 0.5 }}>
            <Box sx={{ flex: 1 }}>{translate(`resources.settlements.unsettled.${reason}`)}</Box>
            {to ? (
              <MuiLink component={Link} to={to}>
                {count}
              </MuiLink>
            ) : (
              count
            )}
          </Box>
        );
      })}
    </Section>
  );
}
