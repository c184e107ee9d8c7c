import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { addDays, today } from '../fields/day.ts';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { ListingDialog } from './ListingDialog.tsx';
import type { Supplier } from './supplier.ts';

const USUAL_DAYS = 180;

export function BlacklistDialog({ supplier, onClose }: { supplier: Supplier; onClose: () => void }) {
  const word = useWord('resources.supplier-scores');
  const { run, busy } = useVerb();
  const [reason, setReason] = useState('');
  const [endsOn, setEndsOn] = useState(() => addDays(today(), USUAL_DAYS));
  const [caseId, setCaseId] = useState(0);
  const send = () =>
    run(
      (provider) =>
        provider.send('POST', '/brand-blacklist', {
          ...{ brandId: supplier.brandId, reason: reason.trim(), endsOn, caseId: caseId || null },
        }),
      { onDone: onClose },
    );
  return (
    <ListingDialog
      title={word('list')}
      text={word('listText')}
      onClose={onClose}
      isIncomplete={busy || reason.trim() === '' || endsOn === ''}
      onSend={() => void send()}
    >
      <TextField
        label={word('listReason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      <TextField
        label={word('endsOn')}
        type="date"
        value={endsOn}
        onChange={(event) => setEndsOn(event.target.value)}
        required
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today() } }}
      />
      <TextField
        select
        label={word('because')}
        value={caseId}
        onChange={(event) => setCaseId(Number(event.target.value))}
      >
        <MenuItem value={0}>{word('noCaseNamed')}</MenuItem>
        {supplier.cases?.map((one) => (
          <MenuItem key={one.id} value={one.id}>
            {one.no} · {one.productName}
          </MenuItem>
        ))}
      </TextField>
    </ListingDialog>
  );
}
