import {
  Alert,
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
import { CRITICALITIES, type Criticality } from '../../../api/domain/inspection/comparison.ts';
import { useBilingual } from '../../fields/findings/use-bilingual.ts';
import { useVerb } from '../../fields/use-verb.ts';
import type { Difference } from '../inspection.ts';

/** A difference is one: how bad it is, and a person's word for it. */
export function UpholdDialog({ difference, onClose }: { difference: Difference; onClose: () => void }) {
  const translate = useTranslate();
  const say = useBilingual();
  const { run, busy } = useVerb();
  const [criticality, setCriticality] = useState<Criticality | ''>(difference.criticality ?? '');
  const [reason, setReason] = useState('');
  const word = (key: string) => translate(`resources.inspections.decide.${key}`);
  const send = () =>
    run(
      (provider) =>
        provider.send('POST', `/inspection-differences/${difference.id}/uphold`, {
          reason: reason.trim(),
          // The rule's own class is not repeated: only what a person says otherwise is theirs.
          ...(criticality !== '' && criticality !== difference.criticality ? { criticality } : {}),
        }),
      { onDone: onClose },
    );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="uphold">
      <DialogTitle id="uphold">{word('uphold')}</DialogTitle>
      <DialogContent>
        <Alert severity="info" icon={false} sx={{ mb: 1 }}>
          {say(difference.words)}
        </Alert>
        <TextField
          select
          required
          label={word('criticality')}
          value={criticality}
          helperText={word(difference.criticality ? 'byRule' : 'noRule')}
          onChange={(event) => setCriticality(event.target.value as Criticality)}
        >
          {CRITICALITIES.map((one) => (
            <MenuItem key={one} value={one}>
              {word(`class.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          required
          multiline
          minRows={2}
          label={word('why')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button
          variant="contained"
          color="error"
          disabled={busy || criticality === '' || reason.trim() === ''}
          onClick={() => void send()}
        >
          {word('uphold')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
