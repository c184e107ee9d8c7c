import { TextField } from '@mui/material';
import { useState } from 'react';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { useMe } from '../shell/me-context.ts';
import { CaseDialog } from './CaseDialog.tsx';
import type { CaseRecord } from './case.ts';

/** A written observation; compliance may say in it what differs. */
export function EvidenceDialog({ one, onClose }: { one: CaseRecord; onClose: () => void }) {
  const word = useWord('resources.cases');
  const { can } = useMe();
  const { run, busy } = useVerb();
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [difference, setDifference] = useState('');
  const mayUphold = can.includes('cases.work');
  const send = () =>
    run(
      (provider) =>
        provider.verb('cases', one.id, 'evidence', {
          ...{ kind: 'note', title: title.trim(), note: note.trim() },
          ...(mayUphold && difference.trim() && { difference: difference.trim() }),
        }),
      { onDone: onClose },
    );
  return (
    <CaseDialog
      title={word('verb.addEvidence')}
      doIt={word('verb.addEvidence')}
      onClose={onClose}
      busy={busy}
      isIncomplete={title.trim() === '' || note.trim() === ''}
      onSend={() => void send()}
    >
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
        required
        multiline
        minRows={3}
        helperText={word('evidence.appendOnly')}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
      <TextField
        label={word('evidence.differenceField')}
        value={difference}
        onChange={(event) => setDifference(event.target.value)}
        disabled={!mayUphold}
        helperText={word(mayUphold ? 'evidence.differenceHelp' : 'evidence.differenceNotYours')}
        slotProps={{ htmlInput: { maxLength: 400 } }}
      />
    </CaseDialog>
  );
}
