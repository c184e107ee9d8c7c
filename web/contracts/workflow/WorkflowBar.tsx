import {
  Alert,
  Box,
  Link as MuiLink,
  Step,
  StepLabel,
  Stepper,
  type Theme,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { FindingCounts } from '../../fields/findings/finding.ts';
import { SEVERITIES } from '../../fields/findings/finding.ts';
import { SeverityMark } from '../../fields/findings/SeverityMark.tsx';
import { useOfVersion, versionPath } from '../../fields/findings/use-of-version.ts';
import { Section } from '../../fields/HouseShow.tsx';
import { useReasonText } from '../../fields/ReasonButton.tsx';
import { useMe } from '../../shell/me-context.ts';
import type { Contract, Version } from '../version.ts';
import { Acceptances } from './Acceptances.tsx';
import { Events } from './Events.tsx';
import { GuardianConsent } from './GuardianConsent.tsx';
import { StepButtons } from './StepButtons.tsx';
import { placeOnWay, refusalOf, STEPS_AT, WAY, type Workflow } from './workflow.ts';

/** How far a version has come, what can be done next or why not, and how it came here. */
export function WorkflowBar({ contract, version }: { contract: Contract; version: Version }) {
  const translate = useTranslate();
  const { can } = useMe();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('sm'));
  const { data: workflow } = useOfVersion<Workflow>(versionPath(contract.id, version.id), 'workflow');
  const stage = version.displayStage;
  return (
    <Section title="resources.contracts.workflow.title">
      <Stepper
        activeStep={placeOnWay(stage)}
        alternativeLabel={wide}
        orientation={wide ? 'horizontal' : 'vertical'}
        connector={wide ? undefined : null}
        sx={{ mb: 1.5 }}
      >
        {WAY.map((one) => (
          <Step key={one}>
            <StepLabel>{translate(`resources.contracts.values.stage.${one}`)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      {stage === 'withdrawn' && (
        <Alert severity="info" sx={{ mb: 1.5 }}>
          {translate('resources.contracts.workflow.withdrawn')}
        </Alert>
      )}
      <Findings contract={contract} version={version} counts={version.summaryOfFindings} />
      <WhyNot workflow={workflow} stage={stage} />
      {/* What may be done is known only with the reasons against it. */}
      {workflow && <StepButtons contract={contract} version={version} workflow={workflow} />}
      {can.includes('contracts.guardian') && (
        <GuardianConsent contract={contract} version={version} workflow={workflow} />
      )}
      <Acceptances contract={contract} version={version} />
      <Events workflow={workflow} />
    </Section>
  );
}

/** Open findings by weight, and the way to them. */
function Findings(props: { contract: Contract; version: Version; counts: FindingCounts | null }) {
  const { contract, version, counts } = props;
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.contracts.workflow.${key}`, options);
  const decided = counts
    ? [
        counts.waived > 0 && word('waived', { count: counts.waived }),
        counts.dismissed > 0 && word('dismissed', { count: counts.dismissed }),
        counts.toConfirm > 0 && word('toConfirm', { count: counts.toConfirm }),
      ].filter(Boolean)
    : [];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center', mb: 1.5 }}>
      {counts === null && <Typography color="text.secondary">{word('notRead')}</Typography>}
      {counts &&
        SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
          <SeverityMark key={severity} severity={severity} count={counts[severity]} />
        ))}
      {counts && SEVERITIES.every((severity) => counts[severity] === 0) && (
        <Typography color="text.secondary">{word('noneOpen')}</Typography>
      )}
      {decided.length > 0 && <Typography color="text.secondary">{decided.join(' · ')}</Typography>}
      {version.openQuestions > 0 && (
        <Typography>{word('openQuestions', { smart_count: version.openQuestions })}</Typography>
      )}
      <MuiLink component={Link} to={`/contracts/${contract.id}/versions/${version.id}/review`}>
        {word(version.clauses.length > 0 ? 'toReview' : 'toText')}
      </MuiLink>
    </Box>
  );
}

/** The reason the next step waits, in words: it does not hide in a tooltip. */
function WhyNot({ workflow, stage }: { workflow: Workflow | undefined; stage: string }) {
  const forward = STEPS_AT[stage]?.filter((step) => step !== 'return' && step !== 'withdraw') ?? [];
  const refusal = forward
    .map((step) => refusalOf(workflow, step))
    .find((one) => one && one.code !== 'not_your_role');
  const text = useReasonText(refusal);
  if (!text) return null;
  return (
    <Alert severity="warning" sx={{ mb: 1.5 }}>
      {text}
    </Alert>
  );
}
