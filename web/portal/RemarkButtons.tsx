import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useVerb } from '../fields/use-verb.ts';
import { VerbButton } from '../fields/VerbButton.tsx';
import type { ReadingClause } from './reading.ts';

type Kind = 'comment' | 'request_change';

/** The anchor's word about a clause, or about the whole: fine as it is, a question, or a change asked for. */
export function RemarkButtons(props: {
  place: string;
  clauseNo: string | null;
  mark: ReadingClause['mark'];
}) {
  const { place, clauseNo, mark } = props;
  const translate = useTranslate();
  const [asking, setAsking] = useState<Kind>();
  const word = (key: string) => translate(`resources.portal.reading.${key}`);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.75 }}>
      {clauseNo !== null && mark !== 'accept' && (
        <VerbButton
          action="contract-remarks.create"
          variant="contained"
          work={(provider) =>
            provider.send('POST', `${place}/remarks`, { clauseNo, kind: 'accept', body: '' })
          }
          success="resources.portal.reading.noted"
        >
          {word('say.accept')}
        </VerbButton>
      )}
      {(['request_change', 'comment'] as const).map((kind) => (
        <Button key={kind} variant="outlined" onClick={() => setAsking(kind)}>
          {word(`say.${kind}`)}
        </Button>
      ))}
      {asking && (
        <RemarkDialog place={place} clauseNo={clauseNo} kind={asking} onClose={() => setAsking(undefined)} />
      )}
    </Box>
  );
}

function RemarkDialog(props: { place: string; clauseNo: string | null; kind: Kind; onClose: () => void }) {
  const { place, clauseNo, kind, onClose } = props;
  const translate = useTranslate();
  const { run, busy } = useVerb();
  const [body, setBody] = useState('');
  const word = (key: string) => translate(`resources.portal.reading.${key}`);
  const send = () =>
    run((provider) => provider.send('POST', `${place}/remarks`, { clauseNo, kind, body: body.trim() }), {
      success: 'resources.portal.reading.sent',
      onDone: onClose,
    });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="remark">
      <DialogTitle id="remark">
        {word(`say.${kind}`)}
        {clauseNo !== null && ` · ${translate('resources.findings.clause', { no: clauseNo })}`}
      </DialogTitle>
      <DialogContent>
        <TextField
          label={word(`body.${kind}`)}
          value={body}
          onChange={(event) => setBody(event.target.value)}
          multiline
          minRows={4}
          autoFocus
          required
          slotProps={{ htmlInput: { maxLength: 4000 } }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button variant="contained" disabled={busy || body.trim() === ''} onClick={() => void send()}>
          {word('send')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
