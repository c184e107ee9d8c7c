import TakeIcon from '@mui/icons-material/DoneOutlined';
import { Box, Button, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AttributeRule } from '../../api/domain/inspection/comparison.ts';
import { useBilingual } from '../fields/findings/use-bilingual.ts';
import { StatusChip, type Tone } from '../fields/StatusChip.tsx';

const TONES: Record<AttributeRule['criticality'], Tone> = { critical: 'bad', major: 'wait', minor: 'off' };

interface AttributeInputProps {
  rule: Pick<AttributeRule, 'attribute' | 'name' | 'criticality' | 'isOptional'>;
  /** Undefined: not looked at yet; empty: looked for, and there is none. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** What stands on the sealed sample, or in the product's own record: taken over by one press, once it reads alike. */
  reference?: { label: string; text: string | undefined; take: string };
  /** Where the value came from, when nobody typed it. */
  source?: string;
  error?: string;
  isRequired?: boolean;
  /** Whether "there is none" may be said. */
  mayBeNone?: boolean;
}

/** One attribute as it stands on the goods: what it should read is beside it, and is never filled in by itself. */
export function AttributeInput(props: AttributeInputProps) {
  const { rule, value, onChange, reference, source, error, isRequired, mayBeNone } = props;
  const translate = useTranslate();
  const say = useBilingual();
  const name = say(rule.name);
  const word = (key: string) => translate(`resources.photos.attribute.${key}`);
  const isLong = ['ingredients', 'fibres', 'materials', 'marks', 'care', 'storage'].includes(rule.attribute);
  return (
    <Box sx={{ py: 0.75, minWidth: 0 }}>
      <TextField
        label={name}
        required={isRequired}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        placeholder={value === '' ? word('isNone') : undefined}
        multiline={isLong}
        error={error !== undefined}
        helperText={error ?? source ?? (value === '' ? word('isNone') : undefined)}
        slotProps={{
          htmlInput: { maxLength: 4000, autoComplete: 'off', 'data-attribute': rule.attribute },
          inputLabel: value === '' ? { shrink: true } : {},
          input: {
            endAdornment: (
              <Box sx={{ flex: 'none', fontSize: '0.8rem', color: 'text.secondary' }}>
                <StatusChip
                  value={rule.criticality}
                  tone={TONES[rule.criticality]}
                  text={word(rule.criticality)}
                />
              </Box>
            ),
          },
        }}
      />
      {(reference?.text || mayBeNone) && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5, fontSize: '0.88rem' }}>
          {reference?.text && (
            <Box sx={{ color: 'text.secondary', flex: '1 1 160px', overflowWrap: 'anywhere' }}>
              {reference.label}: {reference.text}
            </Box>
          )}
          {reference?.text && value !== reference.text && (
            <Button
              startIcon={<TakeIcon />}
              aria-label={`${name}: ${reference.take}`}
              sx={{ minHeight: 36 }}
              onClick={() => onChange(reference.text)}
            >
              {reference.take}
            </Button>
          )}
          {mayBeNone && value !== '' && (
            <Button
              aria-label={`${name}: ${word('none')}`}
              sx={{ minHeight: 36 }}
              onClick={() => onChange('')}
            >
              {word('none')}
            </Button>
          )}
        </Box>
      )}
    </Box>
  );
}
