import { Box, ButtonBase } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { whyNotDecide } from '../../../api/domain/inspection/inspection-life.ts';
import { chinaTime } from '../../fields/day.ts';
import { useBilingual } from '../../fields/findings/use-bilingual.ts';
import { ReasonButton } from '../../fields/ReasonButton.tsx';
import { ReasonedVerb } from '../../fields/ReasonedVerb.tsx';
import { StatusChip, type Tone } from '../../fields/StatusChip.tsx';
import { useWhyNot } from '../../shell/me-context.ts';
import { CRITICALITY_TONES, type Difference } from '../inspection.ts';
import { UpholdDialog } from './UpholdDialog.tsx';

const STATE_TONES: Record<Difference['state'], Tone> = { open: 'wait', upheld: 'bad', dismissed: 'off' };

interface DifferenceCardProps {
  difference: Difference;
  /** Of the box on the photo. */
  no?: number;
  isSelected?: boolean;
  onSelect?: () => void;
  ended: string | undefined;
}

/** One difference: what it is, what was decided about it and why, and what a person may decide now. */
export function DifferenceCard({ difference, no, isSelected, onSelect, ended }: DifferenceCardProps) {
  const translate = useTranslate();
  const say = useBilingual();
  const { state, words, decisions, criticality, decidedCriticality } = difference;
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.decide.${key}`, options);
  const bad = decidedCriticality ?? criticality;
  const title = (
    <Box sx={{ textAlign: 'left' }}>
      {no !== undefined && <b>{no}. </b>}
      {say(words)}
    </Box>
  );
  return (
    <Box
      component="li"
      data-difference={difference.id}
      sx={{
        px: 1.5,
        py: 1,
        border: 1,
        borderColor: isSelected ? 'secondary.main' : 'divider',
        borderRadius: 1,
        display: 'grid',
        gap: 0.5,
        overflowWrap: 'anywhere',
      }}
    >
      {onSelect && no !== undefined ? (
        <ButtonBase
          onClick={onSelect}
          aria-pressed={isSelected}
          sx={{ font: 'inherit', justifyContent: 'start' }}
        >
          {title}
        </ButtonBase>
      ) : (
        title
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, fontSize: '0.92rem' }}>
        <StatusChip value={state} tone={STATE_TONES[state]} text={word(`state.${state}`)} />
        {bad && (
          <StatusChip
            value={bad}
            tone={CRITICALITY_TONES[bad]}
            text={translate(`resources.photos.attribute.${bad}`)}
          />
        )}
      </Box>
      {decisions.map((decision) => (
        <Box key={decision.id} sx={{ fontSize: '0.9rem', color: 'text.secondary' }}>
          {word(`did.${decision.kind}`)} ·{' '}
          {[decision.decidedByName, chinaTime(decision.decidedAt)].filter(Boolean).join(' · ')}
          <Box sx={{ color: 'text.primary' }}>{decision.reason}</Box>
        </Box>
      ))}
      <DecideButtons difference={difference} ended={ended} />
    </Box>
  );
}

function DecideButtons({ difference, ended }: Pick<DifferenceCardProps, 'difference' | 'ended'>) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const [isUpholding, setUpholding] = useState(false);
  if (ended) return null;
  const { id, state } = difference;
  const word = (key: string) => translate(`resources.inspections.decide.${key}`);
  const asked = (kind: 'dismiss' | 'reopen') => (
    <ReasonedVerb
      action="inspections.decide"
      variant="outlined"
      reason={whyNotDecide(kind, difference, undefined)}
      ask={{ title: word(kind), text: word(`ask.${kind}`), field: word('why') }}
      work={(provider, reason) => provider.send('POST', `/inspection-differences/${id}/${kind}`, { reason })}
    >
      {word(kind)}
    </ReasonedVerb>
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }} className="no-print">
      {state === 'open' && (
        <ReasonButton
          variant="contained"
          color="error"
          reason={whyNot('inspections.decide')}
          onClick={() => setUpholding(true)}
        >
          {word('uphold')}
        </ReasonButton>
      )}
      {state === 'open' ? asked('dismiss') : asked('reopen')}
      {isUpholding && <UpholdDialog difference={difference} onClose={() => setUpholding(false)} />}
    </Box>
  );
}
