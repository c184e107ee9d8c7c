import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { today } from '../../fields/day.ts';
import { useVerb } from '../../fields/use-verb.ts';
import type { Contract } from '../version.ts';
import { PaperChoice } from './PaperChoice.tsx';
import { usePapers } from './use-papers.ts';

/** The anchor signed on paper: who, when, and the scan. */
export function PaperDialog({
  contract,
  place,
  onClose,
}: {
  contract: Contract;
  place: string;
  onClose: () => void;
}) {
  const translate = useTranslate();
  const { run, busy } = useVerb();
  const papers = usePapers(contract.id, 'signed_scan');
  const [signerName, setSignerName] = useState('');
  const [signedOn, setSignedOn] = useState(today());
  const [documentId, setDocumentId] = useState(0);
  const [note, setNote] = useState('');
  const word = (key: string) => translate(`resources.contracts.workflow.${key}`);
  const send = () =>
    run(
      (provider) =>
        provider.send('POST', `${place}/paper-acceptance`, {
          signerName: signerName.trim(),
          signedOn,
          documentId: documentId || null,
          note: note.trim() || null,
        }),
      { onDone: onClose },
    );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="paper-acceptance">
      <DialogTitle id="paper-acceptance">{word('step.record-paper')}</DialogTitle>
      <DialogContent>
        <TextField
          label={word('signerName')}
          value={signerName}
          onChange={(event) => setSignerName(event.target.value)}
          required
        />
        <TextField
          type="date"
          label={word('signedOn')}
          value={signedOn}
          onChange={(event) => setSignedOn(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
          required
        />
        <PaperChoice
          label={word('scan')}
          papers={papers}
          value={documentId}
          onChange={setDocumentId}
          isOptional
        />
        <TextField
          label={word('note')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          multiline
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={busy || signerName.trim() === '' || signedOn === ''}
          onClick={() => void send()}
        >
          {word('step.record-paper')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
