import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Remark } from '../../fields/findings/remark.ts';
import { useVerb } from '../../fields/use-verb.ts';

/** The agency's answer; a request for a change is agreed to or declined. */
export function AnswerDialog({ remark, onClose }: { remark: Remark; onClose: () => void }) {
  const translate = useTranslate();
  const { run, busy } = useVerb();
  const [body, setBody] = useState('');
  const [outcome, setOutcome] = useState<'agreed' | 'declined' | null>(null);
  const word = (key: string) => translate(`resources.findings.remark.${key}`);
  const needsOutcome = remark.kind === 'request_change';
  const send = () =>
    run(
      (provider) =>
        provider.send('POST', `/contract-remarks/${remark.id}/answer`, {
          body: body.trim(),
          outcome: needsOutcome ? outcome : null,
        }),
      { onDone: onClose },
    );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="answer-remark">
      <DialogTitle id="answer-remark">{word('answer')}</DialogTitle>
      <DialogContent>
        <Box component="blockquote" sx={{ m: 0, mb: 1.5, pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
          {remark.body}
        </Box>
        {needsOutcome && (
          <RadioGroup
            row
            aria-label={word('outcomeField')}
            value={outcome ?? ''}
            onChange={(_, value) => setOutcome(value as 'agreed' | 'declined')}
          >
            {(['agreed', 'declined'] as const).map((one) => (
              <FormControlLabel key={one} value={one} control={<Radio />} label={word(`outcome.${one}`)} />
            ))}
          </RadioGroup>
        )}
        <TextField
          label={word('body')}
          value={body}
          onChange={(event) => setBody(event.target.value)}
          multiline
          minRows={3}
          required
          slotProps={{ htmlInput: { maxLength: 4000 } }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={busy || body.trim() === '' || (needsOutcome && outcome === null)}
          onClick={() => void send()}
        >
          {word('answer')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
