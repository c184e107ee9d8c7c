import { Alert, Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { VerbButton } from '../fields/VerbButton.tsx';
import { StageChip } from './StageChip.tsx';
import { StepDialog } from './StepDialog.tsx';
import { mainVerbOf, otherVerbsOf, type Sample, type SampleVerb } from './sample.ts';

/** The step that comes next as the one main button, what else can be done beside it; what is refused says why. */
export function NextStep({ sample }: { sample: Sample }) {
  const translate = useTranslate();
  const [asking, setAsking] = useState<SampleVerb>();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.samples.${key}`, options);
  const main = mainVerbOf(sample);
  const why = (verb: SampleVerb) => sample.refusals?.[verb] ?? undefined;
  const button = (verb: SampleVerb, isMain: boolean) => {
    const look = {
      variant: isMain ? 'contained' : 'outlined',
      size: isMain ? 'large' : 'small',
      reason: why(verb),
    } as const;
    if (verb === 'seal')
      return (
        <ReasonButton key={verb} {...look} to={`/samples/${sample.id}/seal`}>
          {word('verb.seal')}
        </ReasonButton>
      );
    if (verb === 'unseal')
      return (
        <VerbButton
          key={verb}
          {...look}
          action="samples.seal"
          ask={{ title: word('verb.unseal'), text: word('ask.unseal') }}
          work={(provider) => provider.send('DELETE', `/samples/${sample.id}/seal`)}
        >
          {word('verb.unseal')}
        </VerbButton>
      );
    return (
      <ReasonButton key={verb} {...look} onClick={() => setAsking(verb)}>
        {word(`verb.${verb}`)}
      </ReasonButton>
    );
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.25 }} className="no-print">
      <Box sx={{ fontSize: '1.1rem', fontWeight: 600 }}>
        <StageChip sample={sample} />
      </Box>
      {sample.isOverdue && (
        <Alert severity="error">{word('overdueSince', { day: sample.dueOn ?? '' })}</Alert>
      )}
      {main === 'witness' && (
        <Alert severity="info">
          {word(why('witness')?.code === 'two_people' ? 'waitForWitness' : 'lookAndWitness')}
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {main && main !== 'witness' && button(main, true)}
        {otherVerbsOf(sample).map((verb) => button(verb, false))}
      </Box>
      {asking && asking !== 'seal' && asking !== 'witness' && asking !== 'unseal' && (
        <StepDialog sample={sample} verb={asking} onClose={() => setAsking(undefined)} />
      )}
    </Box>
  );
}
