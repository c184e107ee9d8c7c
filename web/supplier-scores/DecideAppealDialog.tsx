import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { ListingDialog } from './ListingDialog.tsx';
import type { Blacklist } from './supplier.ts';

export function DecideAppealDialog({ listing, onClose }: { listing: Blacklist; onClose: () => void }) {
  const word = useWord('resources.supplier-scores');
  const { run, busy } = useVerb();
  const [outcome, setOutcome] = useState<'upheld' | 'lifted'>('upheld');
  const [reason, setReason] = useState('');
  const send = () =>
    run(
      (provider) =>
        provider.verb('brand-blacklist', listing.id, 'decide-appeal', { outcome, reason: reason.trim() }),
      { onDone: onClose },
    );
  return (
    <ListingDialog
      title={word('decideAppeal')}
      text={word('decideText')}
      onClose={onClose}
      isIncomplete={busy || reason.trim() === ''}
      onSend={() => void send()}
    >
      <TextField
        select
        label={word('outcome')}
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as 'upheld' | 'lifted')}
      >
        {(['upheld', 'lifted'] as const).map((one) => (
          <MenuItem key={one} value={one}>
            {word(`outcomes.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={word('decisionReason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </ListingDialog>
  );
}
