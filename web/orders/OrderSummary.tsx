import { Box, Card, Chip, Link as MuiLink, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDataProvider, useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Fen } from '../fields/FenField.tsx';
import { cleanFilter, type HouseProvider } from '../shell/data-provider.ts';

interface Summary {
  lines: number;
  paidFen: number;
  refundFen: number;
  settledFen: number;
  settledLines: number;
  unsettledLines: number;
  noEvidenceLines: number;
  unpaidLines: number;
  refundedLines: number;
  unlinkedRefunds: number;
  unlinkedRefundFen: number;
}

/** What the filtered lines add up to, on both tracks; the lines that are not settled by their reason. */
export function OrderSummary() {
  const translate = useTranslate();
  const { filterValues } = useListContext();
  const provider = useDataProvider<HouseProvider>();
  const filter = cleanFilter(filterValues);
  const { data } = useQuery({
    queryKey: ['orders', 'summary', filter],
    queryFn: ({ signal }) => provider.ask<Summary>('/orders/summary', { filter }, signal),
    placeholderData: (before) => before,
  });
  const count = (key: string, lines: number) =>
    translate(`resources.orders.summary.${key}`, { count: lines });
  const only = (more: Record<string, unknown>) =>
    `/orders?${new URLSearchParams({ filter: JSON.stringify({ ...filter, ...more }) })}`;
  const isUnlinked = filter.unlinked === true;
  if (!data || (data.lines === 0 && !isUnlinked)) return null;
  return (
    <Box
      component="section"
      aria-label={translate('resources.orders.summary.title')}
      sx={{
        order: -1,
        pt: 2,
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' },
      }}
    >
      <Figure title="paid" value={<Fen value={data.paidFen} strong />} note={count('lines', data.lines)} />
      <Figure
        title="refunded"
        value={<Fen value={data.refundFen} strong />}
        note={count('refundedLines', data.refundedLines)}
      />
      <Figure
        title="settled"
        value={<Fen value={data.settledFen} strong />}
        note={
          <MuiLink component={Link} to={only({ track: 'settled' })}>
            {count('settledLines', data.settledLines)}
          </MuiLink>
        }
      />
      <Figure
        title="unsettled"
        value={
          <MuiLink component={Link} to={only({ track: 'estimated' })} underline="hover">
            {data.unsettledLines.toLocaleString('en')}
          </MuiLink>
        }
        note={
          <>
            {count('noEvidence', data.noEvidenceLines)}
            {' · '}
            <MuiLink component={Link} to={only({ status: 'unpaid' })}>
              {count('unpaid', data.unpaidLines)}
            </MuiLink>
          </>
        }
      />
      {(isUnlinked || data.unlinkedRefunds > 0) && (
        <Box sx={{ gridColumn: '1 / -1' }}>
          <Chip
            component={Link}
            clickable
            to={only({ unlinked: isUnlinked ? undefined : true })}
            color={isUnlinked ? 'primary' : 'warning'}
            variant={isUnlinked ? 'filled' : 'outlined'}
            label={
              <>
                {count('unlinked', data.unlinkedRefunds)} · <Fen value={data.unlinkedRefundFen} />
                {isUnlinked && ` · ${translate('resources.orders.summary.showAll')}`}
              </>
            }
          />
        </Box>
      )}
    </Box>
  );
}

function Figure({ title, value, note }: { title: string; value: ReactNode; note: ReactNode }) {
  const translate = useTranslate();
  return (
    <Card sx={{ px: 2, py: 1.25, minWidth: 0 }}>
      <Typography color="text.secondary">{translate(`resources.orders.summary.${title}`)}</Typography>
      <Box sx={{ fontSize: { xs: '1.15rem', sm: '1.4rem' }, lineHeight: 1.4, overflowX: 'auto' }}>
        {value}
      </Box>
      <Typography variant="body2" color="text.secondary">
        {note}
      </Typography>
    </Card>
  );
}
