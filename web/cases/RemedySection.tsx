import { Box, Typography } from '@mui/material';
import { yuan } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { ReasonedVerb } from '../fields/ReasonedVerb.tsx';
import { StatusChip, type Tone } from '../fields/StatusChip.tsx';
import { useWord } from '../fields/use-word.ts';
import { useWhyNot } from '../shell/me-context.ts';
import type { CaseRecord, CaseVerb, Remedy } from './case.ts';
import { NotYet } from './NotYet.tsx';
import { SectionActions } from './SectionActions.tsx';

const TONES: Record<Remedy['state'], Tone> = { open: 'wait', done: 'good', dropped: 'off' };

/** What is done for buyers and against the brand, until each is done or dropped with a reason. */
export function RemedySection({ one, onVerb }: { one: CaseRecord; onVerb: (verb: CaseVerb) => void }) {
  const word = useWord('resources.cases');
  const whyNot = useWhyNot();
  const isTime = one.stage === 'decided' || one.stage === 'remedies';
  const plan = whyNot('cases.work') ?? (isTime ? undefined : word('remedies.afterDecision'));
  return (
    <Section
      title="resources.cases.section.remedies"
      flush
      actions={
        <SectionActions>
          <ReasonButton variant="outlined" reason={plan} onClick={() => onVerb('planRemedy')}>
            {word('verb.planRemedy')}
          </ReasonButton>
          {one.stage === 'decided' && (
            <ReasonButton
              variant="outlined"
              reason={one.refusals.startRemedies ?? undefined}
              onClick={() => onVerb('startRemedies')}
            >
              {word('verb.startRemedies')}
            </ReasonButton>
          )}
        </SectionActions>
      }
    >
      {one.remedies.length === 0 && (
        <NotYet sx={{ px: 2, pb: 1.5 }} text={word(isTime ? 'remedies.none' : 'remedies.afterDecision')} />
      )}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {one.remedies.map((remedy) => (
          <Row key={remedy.id} one={one} remedy={remedy} />
        ))}
      </Box>
    </Section>
  );
}

function Row({ one, remedy }: { one: CaseRecord; remedy: Remedy }) {
  const word = useWord('resources.cases');
  const about = [
    remedy.amountFen !== null && `${yuan(remedy.amountFen)}`,
    remedy.dueOn && word('remedies.due', { day: remedy.dueOn }),
  ].filter(Boolean);
  const end = (verb: 'finish' | 'drop') => (
    <ReasonedVerb
      action="cases.work"
      variant="outlined"
      ask={{
        title: word(`verb.${verb}`),
        text: word(`remedies.${verb}Text`),
        field: word(verb === 'finish' ? 'remedies.finishField' : 'move.reason'),
      }}
      work={(provider, note) =>
        provider.send('POST', `/cases/${one.id}/remedies/${remedy.id}/${verb}`, { note })
      }
    >
      {word(`verb.${verb}`)}
    </ReasonedVerb>
  );
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        px: 2,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Typography>
          <b>{word(`remedies.kind.${remedy.kind}`)}</b> {about.join(' · ')}
          {' · '}
          <StatusChip
            value={remedy.state}
            tone={TONES[remedy.state]}
            text={word(`remedies.state.${remedy.state}`)}
          />
        </Typography>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{remedy.note}</Typography>
        {remedy.stateNote && (
          <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
            {[remedy.stateByName, remedy.stateNote].filter(Boolean).join(' · ')}
          </Typography>
        )}
      </Box>
      {remedy.state === 'open' && (
        <>
          {end('finish')}
          {end('drop')}
        </>
      )}
    </Box>
  );
}
