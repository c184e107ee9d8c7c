import GoodIcon from '@mui/icons-material/CheckCircleOutline';
import BadIcon from '@mui/icons-material/ErrorOutline';
import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import { chinaTime } from '../fields/day.ts';
import { Waiting } from '../fields/Waiting.tsx';
import type { HouseProvider } from '../shell/data-provider.ts';
import { ErrorPage } from '../shell/ErrorPage.tsx';

interface Check {
  code: string;
  title: string;
  ok: boolean;
  violations: number;
  sample: unknown[];
}

interface Report {
  ok: boolean;
  checks: Check[];
}

/** Every book-keeping rule with green or red, and samples of what breaks it. */
export function BooksCheck() {
  const translate = useTranslate();
  const provider = useDataProvider<HouseProvider>();
  const { data, error, isFetching, dataUpdatedAt, refetch } = useQuery({
    queryKey: ['books', 'check'],
    queryFn: ({ signal }) => provider.ask<Report>('/books/check', undefined, signal),
    staleTime: 60_000,
    retry: false,
  });
  if (error && !isFetching) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, maxWidth: 920 }}>
      <Title title="resources.books.name" />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Typography color="text.secondary" sx={{ flex: '1 1 240px' }}>
          {translate('resources.books.intro')}
        </Typography>
        <Button variant="outlined" disabled={isFetching} onClick={() => void refetch()}>
          {translate('resources.books.again')}
        </Button>
      </Box>
      {isFetching && (
        <Box role="status">
          <Waiting />
          <Typography color="text.secondary" sx={{ mt: 1 }}>
            {translate('resources.books.running')}
          </Typography>
        </Box>
      )}
      {data && <Findings report={data} checkedAt={new Date(dataUpdatedAt).toISOString()} />}
    </Box>
  );
}

function Findings({ report, checkedAt }: { report: Report; checkedAt: string }) {
  const translate = useTranslate();
  const count = report.checks.length;
  const bad = report.checks.filter((check) => !check.ok);
  const good = report.checks.filter((check) => check.ok);
  return (
    <>
      <Alert severity={report.ok ? 'success' : 'error'} variant="outlined">
        <b>{translate(`resources.books.${report.ok ? 'clean' : 'broken'}`, { count, bad: bad.length })}</b>
        {!report.ok && <Box>{translate('resources.books.brokenHint')}</Box>}
        <Box sx={{ color: 'text.secondary' }}>
          {translate('resources.books.checkedAt', { at: chinaTime(checkedAt) })}
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
