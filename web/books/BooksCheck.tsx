import GoodIcon from '@mui/icons-material/CheckCircleOutline';
import BadIcon from '@mui/icons-material/ErrorOutline';
import NeverIcon from '@mui/icons-material/FactCheckOutlined';
import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { chinaTime } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { useAsk } from '../fields/use-ask.ts';
import { useVerb } from '../fields/use-verb.ts';
import { Waiting } from '../fields/Waiting.tsx';
import { ErrorPage } from '../shell/ErrorPage.tsx';

interface Check {
  code: string;
  title: string;
  ok: boolean;
  violations: number;
  sample: unknown[];
}

interface Run {
  checkedAt: string;
  /** Null: the night's own check. */
  askedByName: string | null;
  rules: number;
  broken: number;
  checks: Check[];
}

/** Every book-keeping rule with green or red as the newest check found it, and samples of what breaks it. */
export function BooksCheck() {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useAsk<{ run: Run | null }>('/books/checks/newest');
  const { run: send, busy } = useVerb();
  const checkNow = () =>
    send((provider) => provider.send('POST', '/books/checks'), { success: 'resources.books.done' });
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, maxWidth: 920 }}>
      <Title title="resources.books.name" />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Typography color="text.secondary" sx={{ flex: '1 1 240px' }}>
          {translate('resources.books.intro')}
        </Typography>
        <Button variant="outlined" disabled={busy} onClick={() => void checkNow()}>
          {translate('resources.books.now')}
        </Button>
      </Box>
      {(busy || isPending) && (
        <Box role="status">
          <Waiting />
          {busy && (
            <Typography color="text.secondary" sx={{ mt: 1 }}>
              {translate('resources.books.running')}
            </Typography>
          )}
        </Box>
      )}
      {data?.run && <Findings run={data.run} />}
      {data?.run === null && !busy && (
        <EmptyState icon={NeverIcon} text={translate('resources.books.never')} />
      )}
    </Box>
  );
}

function Findings({ run }: { run: Run }) {
  const translate = useTranslate();
  const { rules, broken, askedByName } = run;
  const bad = run.checks.filter((check) => !check.ok);
  const good = run.checks.filter((check) => check.ok);
  const at = chinaTime(run.checkedAt);
  return (
    <>
      <Alert severity={broken === 0 ? 'success' : 'error'} variant="outlined">
        <b>
          {translate(`resources.books.${broken === 0 ? 'clean' : 'broken'}`, { count: rules, bad: broken })}
        </b>
        {broken > 0 && <Box>{translate('resources.books.brokenHint')}</Box>}
        <Box sx={{ color: 'text.secondary' }}>
          {translate(`resources.books.${askedByName === null ? 'checkedAtNight' : 'checkedBy'}`, {
            at,
            name: askedByName,
          })}
        </Box>
      </Alert>
      <Card component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {[...bad, ...good].map((check) => (
          <CheckRow key={check.code} check={check} />
        ))}
      </Card>
    </>
  );
}

function CheckRow({ check }: { check: Check }) {
  const translate = useTranslate();
  const Icon = check.ok ? GoodIcon : BadIcon;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 1.5,
        px: 2,
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Icon
        color={check.ok ? 'success' : 'error'}
        titleAccess={translate(`resources.books.${check.ok ? 'ok' : 'notOk'}`)}
      />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, justifyContent: 'space-between' }}>
          <Typography>{translate(`resources.books.check.${check.code}`, { _: check.title })}</Typography>
          {!check.ok && (
            <Typography color="error">
              {translate('resources.books.violations', { count: check.violations })}
            </Typography>
          )}
        </Box>
        <Typography variant="body2" color="text.secondary" component="code">
          {check.code}
        </Typography>
        {check.sample.length > 0 && (
          <Box component="details" open={!check.ok} sx={{ mt: 0.5 }}>
            <summary>{translate('resources.books.samples')}</summary>
            {check.sample.map((one, index) => (
              <Box
                // biome-ignore lint/suspicious/noArrayIndexKey: samples have no id of their own
                key={index}
                component="code"
                sx={{
                  display: 'block',
                  fontSize: 12,
                  overflowWrap: 'anywhere',
                  color: 'text.secondary',
                  mt: 0.5,
                }}
              >
                {typeof one === 'string' ? one : JSON.stringify(one)}
              </Box>
            ))}
          </Box>
        )}
      </Box>
    </Box>
  );
}
