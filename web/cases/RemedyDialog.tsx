import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { AmountText, fenOfText } from '../fields/AmountText.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { CaseDialog } from './CaseDialog.tsx';
import type { CaseRecord, Remedy } from './case.ts';

const KINDS: readonly Remedy['kind'][] = ['refund', 'replace', 'compensate', 'claim'];

export function RemedyDialog({ one, onClose }: { one: CaseRecord; onClose: () => void }) {
  const word = useWord('resources.cases');
  const { run, busy } = useVerb();
  const [kind, setKind] = useState<Remedy['kind']>('refund');
  const [note, setNote] = useState('');
  const [amount, setAmount] = useState('');
  const [dueOn, setDueOn] = useState('');
  const amountFen = amount.trim() === '' ? null : fenOfText(amount);
  const send = () =>
    run(
      (provider) =>
        provider.verb('cases', one.id, 'remedies', {
          ...{ kind, note: note.trim(), amountFen, dueOn: dueOn || null },
        }),
      { onDone: onClose },
    );
  return (
    <CaseDialog
      title={word('verb.planRemedy')}
      doIt={word('verb.planRemedy')}
      onClose={onClose}
      busy={busy}
      isIncomplete={note.trim() === '' || amountFen === undefined || (amountFen !== null && amountFen <= 0)}
      onSend={() => void send()}
    >
      <TextField
        select
        label={word('remedies.kindField')}
        value={kind}
        onChange={(event) => setKind(event.target.value as Remedy['kind'])}
      >
        {KINDS.map((one) => (
          <MenuItem key={one} value={one}>
            {word(`remedies.kind.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={word('remedies.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      <AmountText label={word('remedies.amount')} value={amount} onChange={setAmount} />
      <TextField
        label={word('remedies.dueOn')}
        type="date"
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
    </CaseDialog>
  );
}
