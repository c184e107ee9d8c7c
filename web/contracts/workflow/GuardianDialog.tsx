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
import { useVerb } from '../../fields/use-verb.ts';
import type { Contract } from '../version.ts';
import { PaperChoice } from './PaperChoice.tsx';
import { usePapers } from './use-papers.ts';

const RELATIONS = ['father', 'mother', 'other'] as const;

/** Who consented, what they are to the anchor, and the paper that says so. */
export function GuardianDialog(props: { contract: Contract; place: string; onClose: () => void }) {
  const { contract, place, onClose } = props;
  const translate = useTranslate();
  const { run, busy } = useVerb();
  const papers = usePapers(contract.id, 'guardian_consent');
  const [guardianName, setGuardianName] = useState('');
  const [relation, setRelation] = useState<(typeof RELATIONS)[number]>('mother');
  const [relationNote, setRelationNote] = useState('');
  const [documentId, setDocumentId] = useState(0);
  const word = (key: string) => translate(`resources.contracts.guardian.${key}`);
  const isReady =
    guardianName.trim() !== '' && documentId > 0 && (relation !== 'other' || relationNote.trim() !== '');
  const send = () =>
    run(
      (provider) =>
        provider.send('POST', `${place}/guardian-consent`, {
          guardianName: guardianName.trim(),
          relation,
          relationNote: relation === 'other' ? relationNote.trim() : null,
          documentId,
        }),
      { onDone: onClose },
    );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="guardian-consent">
      <DialogTitle id="guardian-consent">{word('record')}</DialogTitle>
      <DialogContent>
        <TextField
          label={word('name')}
          value={guardianName}
          onChange={(event) => setGuardianName(event.target.value)}
          required
        />
        <TextField
          select
          label={word('relationField')}
          value={relation}
          onChange={(event) => setRelation(event.target.value as typeof relation)}
        >
          {RELATIONS.map((one) => (
            <MenuItem key={one} value={one}>
              {word(`relation.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {relation === 'other' && (
          <TextField
            label={word('relationNote')}
            value={relationNote}
            onChange={(event) => setRelationNote(event.target.value)}
            required
          />
        )}
        <PaperChoice label={word('paper')} papers={papers} value={documentId} onChange={setDocumentId} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button variant="contained" disabled={busy || !isReady} onClick={() => void send()}>
          {word('record')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
