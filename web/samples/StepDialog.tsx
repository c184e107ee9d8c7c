import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { today } from '../fields/day.ts';
import { useVerb } from '../fields/use-verb.ts';
import type { Sample, SampleVerb } from './sample.ts';

type Field = 'carrier' | 'trackingNo' | 'receivedOn' | 'days' | 'pieces' | 'note';
type Asked = Exclude<SampleVerb, 'seal' | 'witness' | 'unseal'>;

/** What each step asks for; a note is asked for everywhere and needed where the step ends something. */
const FIELDS: Record<Asked, readonly Field[]> = {
  approve: ['note'],
  decline: ['note'],
  send: ['carrier', 'trackingNo', 'note'],
  receive: ['receivedOn', 'note'],
  extend: ['days', 'note'],
  keep: ['note'],
  return: ['pieces', 'note'],
  convert: ['note'],
  lose: ['note'],
};
const NOTE_NEEDED: readonly Asked[] = ['decline', 'keep', 'convert', 'lose'];

/** One step of a sample, with what has to be written down about it. */
export function StepDialog({ sample, verb, onClose }: { sample: Sample; verb: Asked; onClose: () => void }) {
  const translate = useTranslate();
  const { run, busy } = useVerb();
  const [values, setValues] = useState<Partial<Record<Field, string>>>(() => startOf(sample, verb));
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.samples.${key}`, options);
  const isNeeded = (field: Field) => field !== 'note' || NOTE_NEEDED.includes(verb);
  const isMissing = FIELDS[verb].some((field) => isNeeded(field) && !values[field]?.trim());
  const left = sample.pieces - sample.piecesReturned;
  const send = () =>
    run((provider) => provider.verb('samples', sample.id, verb, bodyOf(values)), { onDone: onClose });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="sample-step">
      <DialogTitle id="sample-step">
        {word(`verb.${verb}`)} · {sample.productName}
      </DialogTitle>
      <DialogContent>
        <Alert severity="info" icon={false} sx={{ mb: 1 }}>
          {word(`ask.${verb}`, { left, days: sample.loanDays })}
        </Alert>
        {FIELDS[verb].map((field) => (
          <TextField
            key={field}
            label={word(`field.${field}`)}
            value={values[field] ?? ''}
            onChange={(event) => setValues({ ...values, [field]: event.target.value })}
            required={isNeeded(field)}
            type={field === 'receivedOn' ? 'date' : 'text'}
            multiline={field === 'note'}
            minRows={field === 'note' ? 2 : undefined}
            slotProps={{
              inputLabel: field === 'receivedOn' ? { shrink: true } : {},
              htmlInput: {
                maxLength: field === 'note' ? 2000 : 60,
                ...(isCount(field) ? { inputMode: 'numeric' } : {}),
                ...(field === 'receivedOn' ? { max: today() } : {}),
              },
            }}
          />
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button
          variant="contained"
          color={verb === 'lose' || verb === 'decline' ? 'error' : 'primary'}
          disabled={busy || isMissing}
          onClick={() => void send()}
        >
          {word(`verb.${verb}`)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const isCount = (field: Field): boolean => field === 'days' || field === 'pieces';

const startOf = (sample: Sample, verb: Asked): Partial<Record<Field, string>> => ({
  ...(verb === 'receive' && { receivedOn: today() }),
  ...(verb === 'return' && { pieces: String(sample.pieces - sample.piecesReturned) }),
});

/** What was left empty is not sent. */
function bodyOf(values: Partial<Record<Field, string>>): Record<string, string | number> {
  const filled = Object.entries(values).filter(([, text]) => text.trim() !== '');
  return Object.fromEntries(
    filled.map(([field, text]) => [field, isCount(field as Field) ? Number(text) : text.trim()]),
  );
}
