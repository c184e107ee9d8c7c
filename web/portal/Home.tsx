import { Box, Card, CardActionArea, Link as MuiLink, Skeleton, Typography } from '@mui/material';
import { Title, useGetList, useLocaleState, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { addMonths, type Month } from '../../api/domain/month.ts';
import { chinaTime, monthInWords, today } from '../fields/day.ts';
import { Fen } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { PayoutChip } from '../fields/PayoutChip.tsx';
import { payoutStateOf } from '../fields/payout-state.ts';
import { useMe } from '../shell/me-context.ts';
import { ContractsToRead } from './ContractsToRead.tsx';
import { HeldMoney } from './HeldMoney.tsx';
import { RunningMonth } from './RunningMonth.tsx';
import { useLatestStatement } from './use-latest-statement.ts';

/** An anchor's first page: the last statement and the running month, what is on next. */
export function Home() {
  const { name } = useMe();
  const translate = useTranslate();
  return (
    <Box
      sx={{
        pt: 2,
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
        maxWidth: 1040,
      }}
    >
      <Title title={translate('resources.portal.home.title')} />
      <Typography variant="h5" component="h2" sx={{ gridColumn: '1 / -1' }}>
        {translate('resources.portal.home.hello', { name })}
      </Typography>
      <ContractsToRead />
      <LatestStatement />
      <HeldMoney />
      <RunningMonth />
      <NextStreams />
    </Box>
  );
}

function LatestStatement() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { statement, isPending } = useLatestStatement();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.portal.home.${key}`, options);
  if (isPending) return <Skeleton variant="rounded" height={150} />;
  if (!statement)
    return (
      <Section title="resources.portal.home.statement">
        <Typography color="text.secondary">{translate('resources.statements.emptyOwn')}</Typography>
      </Section>
    );
  const isCarried = statement.closingFen < 0;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Card>
        <CardActionArea component={Link} to={`/statements/${statement.id}/show`} sx={{ px: 2, py: 1.5 }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
            <Typography color="text.secondary">
              {word(isCarried ? 'statementCarried' : 'statementOf', {
                month: monthInWords(statement.month, locale),
              })}
            </Typography>
            <PayoutChip state={payoutStateOf(statement)} />
          </Box>
          <Fen
            value={isCarried ? statement.closingFen : statement.payableFen}
            strong
            sx={{ fontSize: '1.8rem', lineHeight: 1.4 }}
          />
          <Typography sx={{ color: 'primary.main', mt: 0.5 }}>{word('why')}</Typography>
        </CardActionArea>
      </Card>
      <Typography variant="body2" color="text.secondary" sx={{ px: 0.5 }}>
        {isCarried && `${word('carried')} `}
        {word('next', { month: monthInWords(addMonths(statement.month as Month, 1), locale) })}{' '}
        <MuiLink component={Link} to="/statements">
          {word('all')}
        </MuiLink>
      </Typography>
    </Box>
  );
}

function NextStreams() {
  const translate = useTranslate();
  const { data = [], isPending } = useGetList('streams', {
    pagination: { page: 1, perPage: 3 },
    sort: { field: 'startsAt', order: 'ASC' },
    filter: { from: today() },
  });
  if (isPending) return <Skeleton variant="rounded" height={120} />;
  return (
    <Section title="resources.portal.home.streams" flush>
      {data.length === 0 && (
        <Typography color="text.secondary" sx={{ px: 2, pb: 2 }}>
          {translate('resources.portal.home.noStreams')}{' '}
          <MuiLink component={Link} to="/streams">
            {translate('resources.portal.home.allStreams')}
          </MuiLink>
        </Typography>
      )}
      {data.map((stream) => (
        <Box
          key={stream.id}
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 2,
            px: 2,
            py: 1,
            borderTop: 1,
            borderColor: 'divider',
          }}
        >
          <MuiLink
            component={Link}
            to={`/streams/${stream.id}/show`}
            sx={{ flex: '1 1 180px', fontWeight: 600 }}
          >
            {stream.title}
          </MuiLink>
          <Box sx={{ color: 'text.secondary' }}>{chinaTime(stream.startsAt)}</Box>
        </Box>
      ))}
    </Section>
  );
}
