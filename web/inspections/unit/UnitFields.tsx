import { Box, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Category } from '../../../api/domain/inspection/templates.ts';
import { Section } from '../../fields/HouseShow.tsx';
import { ReasonButton, type ReasonButtonProps } from '../../fields/ReasonButton.tsx';
import { AttributeInput } from '../../photos/AttributeInput.tsx';
import type { SealFaces } from '../inspection.ts';
import { daysToFill, rulesToFill, type UnitDraft, unfilledOf, withUnitAttribute } from './unit-draft.ts';

interface UnitFieldsProps {
  draft: UnitDraft;
  onChange: (draft: UnitDraft) => void;
  category: Category;
  seal: SealFaces;
  busy: boolean;
  reason: ReasonButtonProps['reason'];
  send: string;
  onSend: () => void;
}

/** What stands on this unit; the sealed sample's text is beside each field, taken over by one press where it reads alike. */
export function UnitFields({ draft, onChange, category, seal, busy, reason, send, onSend }: UnitFieldsProps) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.unit.${key}`, options);
  const text = (field: 'batch' | 'barcode' | 'note', more: object = {}) => (
    <TextField
      label={word(`field.${field}`)}
      value={draft[field]}
      onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
      helperText={word(`help.${field}`, { batch: seal.batch })}
      {...more}
    />
  );
  return (
    <>
      <Section title="resources.inspections.unit.attributes">
        <Typography color="text.secondary" sx={{ mb: 1 }}>
          {word('attributesHelp')}
        </Typography>
        <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' } }}>
          {text('batch', { slotProps: { htmlInput: { maxLength: 60 } } })}
          {text('barcode', { slotProps: { htmlInput: { inputMode: 'numeric', maxLength: 20 } } })}
          {daysToFill(category).map((day) => (
            <TextField
              key={day}
              type="date"
              label={word(`field.${day}`)}
              value={draft.attributes[day] ?? ''}
              onChange={(event) => onChange(withUnitAttribute(draft, day, event.target.value || undefined))}
              slotProps={{ inputLabel: { shrink: true }, htmlInput: { 'data-attribute': day } }}
            />
          ))}
          {rulesToFill(category).map((rule) => (
            <AttributeInput
              key={rule.attribute}
              rule={rule}
              value={draft.attributes[rule.attribute]}
              onChange={(value) => onChange(withUnitAttribute(draft, rule.attribute, value))}
              reference={{
                label: translate('resources.photos.slider.sealed'),
                text: seal.attributes[rule.attribute],
                take: word('readsAlike'),
              }}
              mayBeNone={rule.comparator.by !== 'measured_content'}
            />
          ))}
        </Box>
        {text('note', { multiline: true })}
      </Section>
      <Box
        sx={{
          position: 'sticky',
          bottom: 0,
          zIndex: 3,
          py: 1.5,
          display: 'grid',
          gap: 0.5,
          backgroundColor: 'background.default',
          borderTop: 1,
          borderColor: 'divider',
        }}
      >
        <Box aria-live="polite" sx={{ color: 'text.secondary', fontSize: '0.9rem' }}>
          {unfilledOf(draft, category).length > 0
            ? word('unfilled', { count: unfilledOf(draft, category).length })
            : word('filled')}
        </Box>
        <ReasonButton variant="contained" size="large" fullWidth reason={reason} busy={busy} onClick={onSend}>
          {send}
        </ReasonButton>
      </Box>
    </>
  );
}
