import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { useMe } from '../shell/me-context.ts';
import { CaseDialog } from './CaseDialog.tsx';
import type { CaseRecord } from './case.ts';
import { PICK_KINDS, type Picked, type PickKind, piecesOf } from './evidence-picks.ts';
import { PickLines } from './PickLines.tsx';
import { PickSources } from './PickSources.tsx';

/** A written observation, or what the house has already: photos, comparisons, an inspection, order lines. */
export function EvidenceDialog({ one, onClose }: { one: CaseRecord; onClose: () => void }) {
  const word = useWord('resources.cases');
  const { can } = useMe();
  const { run, busy } = useVerb();
  const [kind, setKind] = useState<PickKind>('note');
  const [picks, setPicks] = useState<readonly Picked[]>([]);
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [difference, setDifference] = useState('');
  const mayUphold = can.includes('cases.work');
  const isNote = kind === 'note';
  const toggle = (pick: Picked) =>
    setPicks((now) =>
      now.some(({ id }) => id === pick.id) ? now.filter(({ id }) => id !== pick.id) : [...now, pick],
    );
  const send = () =>
    run(
      async (provider) => {
        const said = {
          title: title.trim() || (kind === 'order_lines' ? word('evidence.titleLines') : ''),
          note: note.trim(),
          difference: mayUphold ? difference.trim() : '',
        };
        for (const { ids, body } of piecesOf(kind, picks, said)) {
          await provider.verb('cases', one.id, 'evidence', body);
          // What is kept is not sent again when a later piece is refused.
          setPicks((now) => now.filter(({ id }) => !ids.includes(id)));
          if ('difference' in body) setDifference('');
        }
      },
      { onDone: onClose },
    );
  return (
    <CaseDialog
      title={word('verb.addEvidence')}
      doIt={word('verb.addEvidence')}
      onClose={onClose}
      busy={busy}
      isIncomplete={isNote ? title.trim() === '' || note.trim() === '' : picks.length === 0}
      onSend={() => void send()}
      maxWidth={isNote ? 'sm' : 'md'}
    >
      <TextField
        select
        label={word('evidence.which')}
        value={kind}
        onChange={(event) => {
          setKind(event.target.value as PickKind);
          setPicks([]);
        }}
      >
        {PICK_KINDS.map((each) => (
          <MenuItem key={each} value={each}>
            {word(`evidence.kind.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      {kind === 'order_lines' && <PickLines productId={one.productId} picks={picks} onToggle={toggle} />}
      {(kind === 'photo' || kind === 'comparison' || kind === 'inspection') && (
        <PickSources caseId={one.id} kind={kind} picks={picks} onToggle={toggle} />
      )}
      <TextField
        label={word(isNote ? 'evidence.title' : 'evidence.titleOptional')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        required={isNote}
        helperText={isNote ? undefined : word('evidence.titleHelp')}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      <TextField
        label={word(isNote ? 'evidence.note' : 'evidence.noteOptional')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        required={isNote}
        multiline
        minRows={isNote ? 3 : 1}
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
