import { TextField } from '@mui/material';
import { useState } from 'react';
import { today } from '../fields/day.ts';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { ListingDialog } from './ListingDialog.tsx';
import type { Blacklist } from './supplier.ts';

/** What the brand says against its listing, in its own words. */
export function AppealDialog({ listing, onClose }: { listing: Blacklist; onClose: () => void }) {
  const word = useWord('resources.supplier-scores');
  const { run, busy } = useVerb();
  const [text, setText] = useState('');
  const [receivedOn, setReceivedOn] = useState(today());
  const send = () =>
    run(
      (provider) => provider.verb('brand-blacklist', listing.id, 'appeal', { text: text.trim(), receivedOn }),
      {
        onDone: onClose,
      },
    );
  return (
    <ListingDialog
      title={word('recordAppeal')}
      text={word('appealText')}
      onClose={onClose}
      isIncomplete={busy || text.trim() === '' || receivedOn === ''}
      onSend={() => void send()}
    >
      <TextField
        label={word('appealWords')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        required
        multiline
        minRows={3}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
      <TextField
        label={word('receivedOn')}
        type="date"
        value={receivedOn}
        onChange={(event) => setReceivedOn(event.target.value)}
        required
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today() } }}
      />
    </ListingDialog>
  );
}
