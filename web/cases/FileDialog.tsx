import { Button, LinearProgress, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { sendFile } from '../fields/send-file.ts';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { queryText } from '../shell/data-provider.ts';
import { CaseDialog } from './CaseDialog.tsx';
import type { CaseRecord } from './case.ts';
import { useSayRefusal } from './use-say-refusal.ts';

const ACCEPT = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.csv,.txt';

/** A file as evidence: kept byte for byte under its hash. */
export function FileDialog({ one, onClose }: { one: CaseRecord; onClose: () => void }) {
  const word = useWord('resources.cases');
  const inWords = useSayRefusal();
  const { run, busy } = useVerb();
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [file, setFile] = useState<File>();
  const [sent, setSent] = useState<number>();
  const send = () =>
    run(
      () => {
        const query = queryText({ title: title.trim(), note: note.trim() });
        const { done } = sendFile(`/cases/${one.id}/files${query}`, file!, (bytes, of) =>
          setSent(Math.round((bytes / of) * 100)),
        );
        return done.catch((error: unknown) => {
          setSent(undefined);
          throw inWords(error);
        });
      },
      { onDone: onClose },
    );
  return (
    <CaseDialog
      title={word('verb.addFile')}
      doIt={word('verb.addFile')}
      onClose={onClose}
      busy={busy}
      isIncomplete={!file || title.trim() === ''}
      onSend={() => void send()}
    >
      <Button component="label" variant="outlined" sx={{ mt: 1 }}>
        {word('evidence.choose')}
        <input
          type="file"
          hidden
          accept={ACCEPT}
          aria-label={word('evidence.file')}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            setFile(chosen);
            if (chosen && title === '') setTitle(chosen.name.replace(/\.\w+$/, ''));
          }}
        />
      </Button>
      <Typography variant="body2" color="text.secondary" sx={{ my: 0.5, overflowWrap: 'anywhere' }}>
        {file ? file.name : word('evidence.fileHelp')}
      </Typography>
      <TextField
        label={word('evidence.title')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        required
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <TextField
        label={word('evidence.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
      {busy && sent !== undefined && (
        <LinearProgress
          variant="determinate"
          value={sent}
          aria-label={word('evidence.sending', { percent: sent })}
        />
      )}
    </CaseDialog>
  );
}
