import {
  Alert,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useSaid } from '../fields/use-said.ts';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { useMe } from '../shell/me-context.ts';
import type { CaseSignal } from './signal.ts';

/** A case with the lines of the signal as its evidence; held, where compliance says so, from the first day of the signal on. */
export function OpenFromSignal({ signal, onClose }: { signal: CaseSignal; onClose: () => void }) {
  const word = useWord('resources.case-signals');
  const translate = useTranslate();
  const say = useSaid();
  const navigate = useNavigate();
  const { can } = useMe();
  const { run, busy } = useVerb();
  const [title, setTitle] = useState(() => `${signal.productName}：${word(`values.kind.${signal.kind}`)}`);
  const [reason, setReason] = useState(() => say(signal.words));
  const mayHold = can.includes('cases.hold');
  const [isHeld, setHeld] = useState(false);
  const send = () =>
    run(
      (provider) =>
        provider.send<{ id: number }>('POST', `/case-signals/${encodeURIComponent(signal.key)}/open`, {
          ...{ title: title.trim(), reason: reason.trim() },
          hold: isHeld
            ? {
                ...{ paidFrom: `${signal.from}T00:00:00+08:00`, paidTo: null, platform: null },
                ...{ streamId: null, dealId: null, anchorId: signal.anchorId },
              }
            : null,
        }),
      { onDone: ({ id }) => navigate(`/cases/${id}/show`) },
    );
  return (
    <Dialog
      open
      onClose={(_, why) => why !== 'backdropClick' && onClose()}
      fullWidth
      maxWidth="sm"
      aria-labelledby="open-signal"
    >
      <DialogTitle id="open-signal">{word('open')}</DialogTitle>
      <DialogContent>
        <Alert severity="info" icon={false} sx={{ mb: 1 }}>
          {word('openText', { count: signal.lines })}
        </Alert>
        <TextField
          label={word('fields.title')}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          required
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
        <TextField
          label={word('fields.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          multiline
          minRows={2}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
        />
        {mayHold ? (
          <FormControlLabel
            control={<Checkbox checked={isHeld} onChange={(_, on) => setHeld(on)} />}
            label={word('hold', { from: signal.from, name: signal.anchorName })}
          />
        ) : (
          <Alert severity="info">{word('holdNotYours')}</Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={busy || title.trim() === '' || reason.trim() === ''}
          onClick={() => void send()}
        >
          {word('open')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
