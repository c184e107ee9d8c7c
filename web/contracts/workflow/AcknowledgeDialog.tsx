import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { AcceptForm } from '../../fields/findings/AcceptForm.tsx';
import { type AcceptanceForm, type Word, wordOf } from '../../fields/findings/acceptance.ts';
import { useOfVersion } from '../../fields/findings/use-of-version.ts';
import { useVerb } from '../../fields/use-verb.ts';
import { Waiting } from '../../fields/Waiting.tsx';
import { useMe } from '../../shell/me-context.ts';

/** The agency's word after the anchor's: the same exact sentences, a name typed. */
export function AcknowledgeDialog({ place, onClose }: { place: string; onClose: () => void }) {
  const translate = useTranslate();
  const { name } = useMe();
  const [lang] = useLocaleState();
  const { run, busy } = useVerb();
  const { data: form } = useOfVersion<AcceptanceForm>(place, 'acceptance', { query: { lang } });
  const [word, setWord] = useState<Word>({ signerName: name, isRead: false });
  const body = form && wordOf(form, word);
  const send = () =>
    run((provider) => provider.send('POST', `${place}/acknowledge`, body), { onDone: onClose });
  const title = translate('resources.contracts.workflow.step.acknowledge');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="acknowledge">
      <DialogTitle id="acknowledge">{title}</DialogTitle>
      <DialogContent>
        {form ? <AcceptForm form={form} word={word} onChange={setWord} /> : <Waiting />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button variant="contained" disabled={busy || !body} onClick={() => void send()}>
          {title}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
