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
import { useGetList, useTranslate } from 'react-admin';
import { parseHundredths } from '../fields/exact.ts';
import { useVerb } from '../fields/use-verb.ts';
import type { ContractPromise, Due } from './promise.ts';

/** What was delivered, said once and for all: evidence is added, never changed. */
export function EvidenceDialog(props: { promise: ContractPromise; due: Due; onClose: () => void }) {
  const { promise, due, onClose } = props;
  const translate = useTranslate();
  const { run, busy } = useVerb();
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [documentId, setDocumentId] = useState(0);
  const { data: papers = [] } = useGetList('contract-documents', {
    filter: { contractId: promise.contractId, kind: 'promise_evidence' },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: 50 },
  });
  const word = (key: string) => translate(`resources.contract-promises.${key}`);
  const delivered = readAmount(typed, promise);
  const send = () =>
    run(
      (provider) =>
        provider.send('POST', `/contract-promises/${promise.id}/evidence`, {
          dueOn: due.dueOn,
          delivered,
          note: note.trim(),
          documentId: documentId || null,
        }),
      { onDone: onClose },
    );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="add-evidence">
      <DialogTitle id="add-evidence">
        {word('addEvidence')} · {due.period ?? due.dueOn}
      </DialogTitle>
      <DialogContent>
        {promise.target !== null && (
          <TextField
            label={`${word('deliveredField')}（${translate(`resources.contract-promises.unit.${promise.unit}`, { _: promise.unit })}）`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            error={typed !== '' && delivered === undefined}
            required
            slotProps={{ htmlInput: { inputMode: 'decimal' } }}
          />
        )}
        <TextField
          label={word('evidenceNote')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          multiline
          minRows={2}
          required
        />
        <TextField
          select
          label={word('paper')}
          value={documentId}
          onChange={(event) => setDocumentId(Number(event.target.value))}
        >
          <MenuItem value={0}>{translate('house.field.none')}</MenuItem>
          {papers.map((paper) => (
            <MenuItem key={paper.id} value={paper.id}>
              {paper.fileName}
            </MenuItem>
          ))}
        </TextField>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={busy || delivered === undefined || note.trim() === ''}
          onClick={() => void send()}
        >
          {translate('house.action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Whole fen for money, a whole number for the rest; undefined while it is neither. What is not counted is there: 1. */
function readAmount(typed: string, { target, unit }: ContractPromise): number | undefined {
  if (target === null) return 1;
  if (unit === 'fen') {
    const parsed = parseHundredths(typed);
    return 'hundredths' in parsed && parsed.hundredths !== null && parsed.hundredths >= 0
      ? parsed.hundredths
      : undefined;
  }
  return /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : undefined;
}
