import { Box, Button, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Refusal } from './http.ts';

interface Trouble {
  error?: unknown;
  resetErrorBoundary?: () => void;
}

/** A page that could not be drawn: what happened, the number to tell the administrator, and a way on. */
export function ErrorPage({ error, resetErrorBoundary }: Trouble) {
  const translate = useTranslate();
  const refusal = error instanceof Refusal ? error : undefined;
  return (
    <Notice title={translate('house.error.title')} text={refusal?.message ?? translate('house.error.intro')}>
      {refusal?.body.requestId && (
        <Typography color="text.secondary" sx={{ mb: 2 }}>
          {translate('house.error.requestId')} <code>{refusal.body.requestId}</code>
        </Typography>
      )}
      {!refusal && error instanceof Error && (
        <Typography
          color="text.secondary"
          component="pre"
          sx={{ mb: 2, whiteSpace: 'pre-wrap', fontSize: 12 }}
        >
          {error.message}
        </Typography>
      )}
      <Button variant="contained" onClick={resetErrorBoundary ?? (() => location.reload())} sx={{ mr: 1 }}>
        {translate('house.action.retry')}
      </Button>
      <Button component={Link} to="/" onClick={resetErrorBoundary}>
        {translate('house.error.home')}
      </Button>
    </Notice>
  );
}

export function NotFoundPage() {
  const translate = useTranslate();
  return (
    <Notice title={translate('ra.page.not_found')} text={translate('ra.message.not_found')}>
      <Button variant="contained" component={Link} to="/">
        {translate('house.error.home')}
      </Button>
    </Notice>
  );
}

function Notice(props: { title: string; text: string; children: React.ReactNode }) {
  return (
    <Box sx={{ maxWidth: 560, mx: 'auto', py: 8, px: 2 }} role="alert">
      <Title title={props.title} />
      <Typography variant="h5" component="h2" sx={{ mb: 1 }}>
        {props.title}
      </Typography>
      <Typography sx={{ mb: 2 }}>{props.text}</Typography>
      {props.children}
    </Box>
  );
}
