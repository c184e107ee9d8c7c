import { Box, Typography } from '@mui/material';
import { chinaTime } from '../fields/day.ts';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { StatusChip, type Tone } from '../fields/StatusChip.tsx';
import { useWord } from '../fields/use-word.ts';
import type { CaseRecord, CaseVerb } from './case.ts';
import { NotYet } from './NotYet.tsx';

const TONES: Record<string, Tone> = { substitution: 'bad', deviation: 'wait', cleared: 'good' };

/** What was found, who bears it, and why. */
export function DecisionSection({ one, onVerb }: { one: CaseRecord; onVerb: (verb: CaseVerb) => void }) {
  const word = useWord('resources.cases');
  const { decision } = one;
  const faults = one.evidence.filter(({ id }) => decision?.anchorFaultEvidenceIds.includes(id));
  return (
    <Section
      title="resources.cases.section.decision"
      actions={
        decision === null && (
          <ReasonButton
            variant="outlined"
            reason={one.refusals.decide ?? undefined}
            onClick={() => onVerb('decide')}
          >
            {word('verb.decide')}
          </ReasonButton>
        )
      }
    >
      {decision === null ? (
        <NotYet text={word('decision.none')} />
      ) : (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, fontWeight: 650 }}>
            <StatusChip
              value={decision.outcome}
              tone={TONES[decision.outcome]}
              text={word(`outcome.${decision.outcome}`)}
            />
            <span>
              {word('decision.bearer')}
              {': '}
              {decision.bearer === null ? word('decision.nobody') : word(`bearer.${decision.bearer}`)}
              {decision.bearerAnchorName && ` · ${decision.bearerAnchorName}`}
            </span>
          </Box>
          <Typography sx={{ mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {decision.reason}
          </Typography>
          {faults.length > 0 && (
            <Typography sx={{ mt: 1 }}>
              {word('decision.faultEvidence')}: {faults.map(({ title }) => title).join('、')}
            </Typography>
          )}
          <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
            {word('decision.by', { name: decision.decidedByName, at: chinaTime(decision.decidedAt) ?? '' })}
          </Typography>
        </>
      )}
    </Section>
  );
}
