import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { whyNotMoveItem } from '../../api/domain/payments/batch.ts';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import type { Batch, BatchItem } from './batch.ts';

const OUTCOMES = ['paid', 'failed', 'unknown'] as const;

/** What a person knows from the bank: only what the item may become, and why. */
export function SettleItem({ batch, item }: { batch: Batch; item: BatchItem }) {
  const word = useWord('resources.payout-batches');
  const translate = useTranslate();
  const { run, busy } = useVerb();
  const outcomes = OUTCOMES.filter((outcome) => !whyNotMoveItem(item.status, outcome, 'person'));
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<string>(outcomes[0] ?? '');
  const [reason, setReason] = useState('');
  const [bankReference, setBankReference] = useState('');
  if (outcomes.length === 0) return null;
  const save = () =>
    run(
      (provider) =>
        provider.send('POST', `/payout-batches/${batch.id}/items/${item.id}/settle`, {
          outcome,
          reason: reason.trim(),
          ...(bankReference.trim() && { bankReference: bankReference.trim() }),
        }),
      { onDone: () => setOpen(false) },
    );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{word('byHand')}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        fullWidth
        maxWidth="xs"
        aria-labelledby="settle-item"
      >
        <DialogTitle id="settle-item">
          {word('byHand')} · {item.anchorName}
        </DialogTitle>
        <DialogContent>
          <TextField
            select
            label={word('fields.itemStatus')}
            value={outcome}
            onChange={(event) => setOutcome(event.target.value)}
          >
            {outcomes.map((one) => (
              <MenuItem key={one} value={one}>
                {word(`values.itemStatus.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          {outcome === 'paid' && (
            <TextField
              label={word('fields.bankReference')}
              value={bankReference}
              onChange={(event) => setBankReference(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 80 } }}
            />
          )}
          <TextField
            required
            multiline
            minRows={2}
            label={word('fields.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{translate('house.action.cancel')}</Button>
          <Button variant="contained" disabled={busy || reason.trim() === ''} onClick={() => void save()}>
            {translate('house.action.save')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
