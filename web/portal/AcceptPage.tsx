import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { Title, useLocaleState, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { AcceptanceList } from '../fields/findings/AcceptanceList.tsx';
import { AcceptForm } from '../fields/findings/AcceptForm.tsx';
import { type AcceptanceForm, type Word, wordOf } from '../fields/findings/acceptance.ts';
import { useOfVersion, versionPath } from '../fields/findings/use-of-version.ts';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton, useReasonText } from '../fields/ReasonButton.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { Waiting } from '../fields/Waiting.tsx';
import { ErrorPage } from '../shell/ErrorPage.tsx';
import { useWhyNot } from '../shell/me-context.ts';

/** The anchor's word: the exact sentences, the name under them; afterwards the evidence of both sides. */
export function AcceptPage() {
  const { id, versionId } = useParams();
  const translate = useTranslate();
  const [lang] = useLocaleState();
  const place = versionPath(id!, versionId!);
  const { data, error, refetch } = useOfVersion<AcceptanceForm>(place, 'acceptance', { query: { lang } });
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  if (!data) return <Waiting sx={{ mt: 2 }} />;
  const word = (key: string) => translate(`resources.portal.accept.${key}`);
  const own = data.acceptances.find(({ side }) => side === 'anchor');
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 760 }}>
      <Title title={word('title')} />
      {own ? <Alert severity="success">{word('done')}</Alert> : <Ask form={data} place={place} />}
      {data.acceptances.length > 0 && (
        <Section title="resources.portal.accept.evidence">
          <AcceptanceList acceptances={data.acceptances} place={place} />
        </Section>
      )}
      <Button
        component={Link}
        to={`/contracts/${id}/versions/${versionId}/read`}
        sx={{ justifySelf: 'start' }}
      >
        {word('back')}
      </Button>
    </Box>
  );
}

function Ask({ form, place }: { form: AcceptanceForm; place: string }) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const { run, busy } = useVerb();
  const [word, setWord] = useState<Word>({ signerName: '', isRead: false });
  const refused = useReasonText(form.refusal ?? undefined);
  const body = wordOf(form, word);
  const say = (key: string) => translate(`resources.portal.accept.${key}`);
  const send = () =>
    run((provider) => provider.send('POST', `${place}/accept`, body), { success: 'house.done.done' });
  if (refused) return <Alert severity="warning">{refused}</Alert>;
  return (
    <Section>
      <Typography sx={{ mb: 1 }}>{say('intro')}</Typography>
      <AcceptForm form={form} word={word} onChange={setWord} />
      <ReasonButton
        variant="contained"
        size="large"
        fullWidth
        sx={{ mt: 2 }}
        busy={busy}
        reason={whyNot('contracts.accept') ?? (body ? undefined : say('incomplete'))}
        onClick={() => void send()}
      >
        {say('button')}
      </ReasonButton>
    </Section>
  );
}
