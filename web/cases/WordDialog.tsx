import { Alert, TextField } from '@mui/material';
import { useState } from 'react';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { CaseDialog } from './CaseDialog.tsx';
import type { CaseRecord } from './case.ts';

type Asked = 'recordSilence' | 'startRemedies' | 'close' | 'liftStopSale';

const STEPS: Record<Asked, { path: string; text: string; field: string; body: 'note' | 'reason' }> = {
  recordSilence: { path: 'silence', text: 'brand.silenceText', field: 'brand.silenceField', body: 'note' },
  startRemedies: {
    path: 'start-remedies',
    text: 'remedies.startText',
    field: 'remedies.noteField',
    body: 'note',
  },
  close: { path: 'close', text: 'next.close', field: 'remedies.noteField', body: 'note' },
  liftStopSale: {
    path: 'lift-stop-sale',
    text: 'stopSale.liftText',
    field: 'stopSale.liftWhy',
    body: 'reason',
  },
};

/** A step that takes a word: a note that may stay empty, or a reason that may not. */
export function WordDialog({ one, verb, onClose }: { one: CaseRecord; verb: Asked; onClose: () => void }) {
  const word = useWord('resources.cases');
  const { run, busy } = useVerb();
  const [text, setText] = useState('');
  const { path, text: about, field, body } = STEPS[verb];
  const send = () =>
    run((provider) => provider.verb('cases', one.id, path, { [body]: text.trim() }), { onDone: onClose });
  return (
    <CaseDialog
      title={word(`verb.${verb}`)}
      doIt={word(`verb.${verb}`)}
      onClose={onClose}
      busy={busy}
      isIncomplete={body === 'reason' && text.trim() === ''}
      onSend={() => void send()}
    >
      <Alert severity="info" icon={false} sx={{ mb: 1 }}>
        {word(about)}
      </Alert>
      <TextField
        label={word(field)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        required={body === 'reason'}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </CaseDialog>
  );
}
