import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { today } from '../fields/day.ts';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { CaseDialog } from './CaseDialog.tsx';
import type { CaseRecord } from './case.ts';

const POSITIONS = { unclear: null, accepts: true, disputes: false } as const;

/** What the brand said, in its own words. */
export function AnswerDialog({ one, onClose }: { one: CaseRecord; onClose: () => void }) {
  const word = useWord('resources.cases');
  const { run, busy } = useVerb();
  const [text, setText] = useState('');
  const [answeredOn, setAnsweredOn] = useState(today());
  const [position, setPosition] = useState<keyof typeof POSITIONS>('unclear');
  const send = () =>
    run(
      (provider) =>
        provider.verb('cases', one.id, 'answer', {
          ...{ text: text.trim(), answeredOn, accepts: POSITIONS[position] },
        }),
      { onDone: onClose },
    );
  return (
    <CaseDialog
      title={word('verb.recordAnswer')}
      doIt={word('verb.recordAnswer')}
      onClose={onClose}
      busy={busy}
      isIncomplete={text.trim() === '' || answeredOn === ''}
      onSend={() => void send()}
    >
      <TextField
        label={word('brand.text')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        required
        multiline
        minRows={4}
        slotProps={{ htmlInput: { maxLength: 8000 } }}
      />
      <TextField
        label={word('brand.answeredOn')}
        type="date"
        value={answeredOn}
        onChange={(event) => setAnsweredOn(event.target.value)}
        required
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today() } }}
      />
      <TextField
        select
        label={word('brand.acceptsField')}
        value={position}
        onChange={(event) => setPosition(event.target.value as keyof typeof POSITIONS)}
      >
        {(Object.keys(POSITIONS) as (keyof typeof POSITIONS)[]).map((one) => (
          <MenuItem key={one} value={one}>
            {word(`brand.${one}`)}
          </MenuItem>
        ))}
      </TextField>
    </CaseDialog>
  );
}
