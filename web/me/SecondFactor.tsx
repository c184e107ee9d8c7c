import { Alert, Box, Button, Link, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Section } from '../fields/HouseShow.tsx';
import { Refusal, requestJson } from '../shell/http.ts';
import { useMe } from '../shell/me-context.ts';

interface Enabling {
  totpURI: string;
  backupCodes: string[];
}

const word = (key: string) => `resources.me.totp.${key}`;

/** Six digits beside the password: on with a password and one good code, off with a password. */
export function SecondFactor() {
  const me = useMe();
  const translate = useTranslate();
  const notify = useNotify();
  const [on, setOn] = useState(me.twoFactorEnabled);
  const [enabling, setEnabling] = useState<Enabling | null>(null);
  const [busy, setBusy] = useState(false);

  async function attempt(work: () => Promise<void>) {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      const wrong =
        error instanceof Refusal && error.status >= 400 && error.status < 500 && error.status !== 429;
      notify(wrong ? word('wrong') : 'ra.notification.http_error', { type: 'error' });
    } finally {
      setBusy(false);
    }
  }
  const start = (password: string) =>
    attempt(async () =>
      setEnabling(await requestJson<Enabling>('/auth/two-factor/enable', 'POST', { password })),
    );
  const confirm = (code: string) =>
    attempt(async () => {
      await requestJson('/auth/two-factor/verify-totp', 'POST', { code });
      setOn(true);
      setEnabling(null);
      notify(word('enabled'), { type: 'success' });
    });
  const stop = (password: string) =>
    attempt(async () => {
      await requestJson('/auth/two-factor/disable', 'POST', { password });
      setOn(false);
      notify(word('disabled'), { type: 'success' });
    });

  return (
    <Section title={word('title')}>
      <Typography sx={{ mb: 1 }}>{translate(word(on ? 'on' : 'off'))}</Typography>
      {enabling ? (
        <>
          <Secret enabling={enabling} />
          <OneField
            key="code"
            label={word('code')}
            button={word('confirm')}
            busy={busy}
            onSend={confirm}
            code
          />
        </>
      ) : (
        <OneField
          key={String(on)}
          label={word('password')}
          button={word(on ? 'disable' : 'enable')}
          busy={busy}
          onSend={on ? stop : start}
        />
      )}
    </Section>
  );
}

function Secret({ enabling }: { enabling: Enabling }) {
  const translate = useTranslate();
  const secret = new URL(enabling.totpURI).searchParams.get('secret') ?? '';
  return (
    <Box sx={{ mb: 1 }}>
      <Typography>{translate(word('secret'))}</Typography>
      <Typography
        component="code"
        sx={{ display: 'block', my: 1, fontSize: '1.1rem', letterSpacing: 1, overflowWrap: 'anywhere' }}
      >
        {secret.replace(/(.{4})/g, '$1 ')}
      </Typography>
      <Link href={enabling.totpURI}>{translate(word('openApp'))}</Link>
      <Alert severity="warning" sx={{ my: 1 }}>
        {translate(word('backup'))}
        <Box component="code" sx={{ display: 'block', mt: 0.5 }}>
          {enabling.backupCodes.join('　')}
        </Box>
      </Alert>
    </Box>
  );
}

interface OneFieldProps {
  label: string;
  button: string;
  busy: boolean;
  code?: boolean;
  onSend: (text: string) => Promise<void>;
}

function OneField({ label, button, busy, code, onSend }: OneFieldProps) {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    void onSend(text);
  };
  return (
    <Box
      component="form"
      onSubmit={send}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', maxWidth: 460 }}
    >
      <TextField
        label={translate(label)}
        type={code ? 'text' : 'password'}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoComplete={code ? 'one-time-code' : 'current-password'}
        required
        sx={{ flex: 1, minWidth: 200 }}
      />
      <Button type="submit" variant="outlined" disabled={busy || text === ''}>
        {translate(button)}
      </Button>
    </Box>
  );
}
