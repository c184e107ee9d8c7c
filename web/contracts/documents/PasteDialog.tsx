import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useVerb } from '../../fields/use-verb.ts';
import type { Attached } from './document.ts';

/** A contract that came as words: pasted, it is kept and read like a file. */
export function PasteDialog({
  place,
  onClose,
  onSent,
}: {
  place: string;
  onClose: () => void;
  onSent: (answer: Attached) => void;
}) {
  const translate = useTranslate();
  const { run, busy } = useVerb();
  const [text, setText] = useState('');
  const word = (key: string) => translate(`resources.contracts.document.${key}`);
  const send = () =>
    run((provider) => provider.send<Attached>('POST', `${place}/text`, { text }), {
      success: 'house.done.saved',
      onDone: (answer) => {
        onSent(answer);
        onClose();
      },
    });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="paste-contract">
      <DialogTitle id="paste-contract">{word('paste')}</DialogTitle>
      <DialogContent>
        <TextField
          label={word('pasted')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          multiline
          minRows={12}
          maxRows={24}
          autoFocus
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button variant="contained" disabled={busy || text.trim() === ''} onClick={() => void send()}>
          {word('readIt')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
