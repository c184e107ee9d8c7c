import { Alert, Box, Step, StepLabel, Stepper, type Theme, Typography, useMediaQuery } from '@mui/material';
import { CASE_STAGES } from '../../api/domain/inspection/case-life.ts';
import { yuan } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton, useReasonText } from '../fields/ReasonButton.tsx';
import { useWord } from '../fields/use-word.ts';
import { useWhyNot } from '../shell/me-context.ts';
import { type CaseRecord, type CaseVerb, nextVerbOf, REFUSABLE, type Refusable } from './case.ts';
import { DueDay } from './DueDay.tsx';

interface PartProps {
  one: CaseRecord;
  onVerb: (verb: CaseVerb) => void;
}

/** Where the case stands, the one thing to do next, and why the other steps cannot be taken. */
export function NextStep({ one, onVerb }: PartProps) {
  const word = useWord('resources.cases');
  const whyNot = useWhyNot();
  const next = nextVerbOf(one);
  const isHere = next === 'finishRemedy' || next === 'endHold' || next === null;
  const isSilent = next === 'recordSilence';
  const text =
    next === null
      ? word('next.done', { day: one.keepUntil ?? '' })
      : word(`next.${next}`, { day: one.answerBy ?? '', amount: yuan(one.heldFen) });
  const reasonOf = (verb: CaseVerb) =>
    verb === 'addFile' || verb === 'planRemedy'
      ? whyNot(verb === 'addFile' ? 'cases.evidence' : 'cases.work')
      : (one.refusals[verb] ?? undefined);
  const open = REFUSABLE.filter((verb) => verb !== next && one.refusals[verb] === null);
  return (
    <Section>
      <Stages one={one} />
      <Box sx={{ mt: 2, display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 1, alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 320px' }}>
          <Typography variant="h6" component="h2">
            {word('next.title')}
            {one.nextDueOn !== null && ' · '}
            {one.nextDueOn !== null && <DueDay one={one} />}
          </Typography>
          <Typography>{text}</Typography>
        </Box>
        {!isHere && (
          <ReasonButton
            variant="contained"
            size="large"
            reason={reasonOf(next)}
            onClick={() => onVerb(next)}
            sx={{ width: { xs: '100%', sm: 'auto' } }}
          >
            {word(`verb.${next}`)}
          </ReasonButton>
        )}
      </Box>
      {open.length > 0 && one.stage !== 'closed' && (
        <Box sx={{ mt: 1.5, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography color="text.secondary">{word('next.openNow')}</Typography>
          {open.map((verb) => (
            <ReasonButton key={verb} variant="outlined" onClick={() => onVerb(verb)}>
              {word(`verb.${verb}`)}
            </ReasonButton>
          ))}
        </Box>
      )}
      {isSilent && (
        <Alert severity="warning" sx={{ mt: 1.5 }}>
          {word('brand.silenceText')}
        </Alert>
      )}
      <Refused one={one} />
    </Section>
  );
}

function Stages({ one }: { one: CaseRecord }) {
  const word = useWord('resources.cases');
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const at = CASE_STAGES.indexOf(one.stage);
  if (!wide)
    return (
      <Box>
        <Typography sx={{ fontWeight: 650 }}>
          {at + 1} / {CASE_STAGES.length} · {word(`values.stage.${one.stage}`)}
        </Typography>
        <Box aria-hidden sx={{ display: 'flex', gap: 0.5, mt: 0.75 }}>
          {CASE_STAGES.map((stage, index) => (
            <Box
              key={stage}
              sx={{
                flex: 1,
                height: 6,
                borderRadius: 3,
                backgroundColor: index <= at ? 'primary.main' : 'divider',
              }}
            />
          ))}
        </Box>
      </Box>
    );
  return (
    <Stepper activeStep={one.stage === 'closed' ? CASE_STAGES.length : at} alternativeLabel>
      {CASE_STAGES.map((stage) => (
        <Step key={stage}>
          <StepLabel>{word(`values.stage.${stage}`)}</StepLabel>
        </Step>
      ))}
    </Stepper>
  );
}

/** Said in full, for a greyed button tells a thumb nothing. */
function Refused({ one }: { one: CaseRecord }) {
  const word = useWord('resources.cases');
  const refused = REFUSABLE.filter((verb) => one.refusals[verb] !== null);
  if (refused.length === 0 || one.stage === 'closed') return null;
  return (
    <Box component="details" sx={{ mt: 1.5 }} className="no-print">
      <Box component="summary" sx={{ cursor: 'pointer', color: 'text.secondary', minHeight: 28 }}>
        {word('next.why')}
      </Box>
      <Box
        component="dl"
        sx={{
          m: 0,
          mt: 0.5,
          display: 'grid',
          columnGap: 2,
          rowGap: 0.5,
          gridTemplateColumns: 'max-content minmax(0, 1fr)',
        }}
      >
        {refused.map((verb) => (
          <RefusedStep key={verb} one={one} verb={verb} />
        ))}
      </Box>
    </Box>
  );
}

function RefusedStep({ one, verb }: { one: CaseRecord; verb: Refusable }) {
  const word = useWord('resources.cases');
  const why = useReasonText(one.refusals[verb] ?? undefined);
  return (
    <>
      <Box component="dt">{word(`verb.${verb}`)}</Box>
      <Box component="dd" sx={{ m: 0, color: 'text.secondary' }}>
        {why}
      </Box>
    </>
  );
}
