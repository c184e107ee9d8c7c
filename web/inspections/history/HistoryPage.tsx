import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Title, useDataProvider, useGetOne, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { SCORE_FOR_REDUCED } from '../../../api/domain/sampling/switching.ts';
import { chinaTime } from '../../fields/day.ts';
import { EmptyState } from '../../fields/EmptyState.tsx';
import { Section } from '../../fields/HouseShow.tsx';
import { ReasonedVerb } from '../../fields/ReasonedVerb.tsx';
import { NamedLink } from '../../fields/RowLink.tsx';
import { StatusChip } from '../../fields/StatusChip.tsx';
import { Waiting } from '../../fields/Waiting.tsx';
import type { HouseProvider } from '../../shell/data-provider.ts';
import { ErrorPage } from '../../shell/ErrorPage.tsx';
import { type History, type HistoryLot, type HistorySwitch, lotsOf } from './history.ts';

const HistoryChart = lazy(async () => ({ default: (await import('./HistoryChart.tsx')).HistoryChart }));
const SWITCHES = ['reduce', 'back_to_normal', 'resume'] as const;

/** Lot after lot of one supplier's product: what was found, and how strictly the next one is looked at. */
export function HistoryPage() {
  const { productId } = useParams();
  const translate = useTranslate();
  const provider = useDataProvider<HouseProvider>();
  const id = Number(productId);
  const { data: product } = useGetOne('products', { id });
  const { data, error, refetch } = useQuery({
    queryKey: ['inspections', 'history', id],
    queryFn: ({ signal }) =>
      provider.ask<History>('/inspection-histories', { filter: { productId: id } }, signal),
    retry: false,
  });
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.history.${key}`, options);
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  if (!data || !product) return <Waiting sx={{ mt: 2 }} />;
  const lots = lotsOf(data);
  const stage = translate(`resources.inspections.plan.stage.${data.now.stage}`);
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={word('title', { name: product.name })} />
      <Section>
        <Typography sx={{ fontSize: '1.15rem', fontWeight: 650 }}>{word('now', { stage })}</Typography>
        <Typography color="text.secondary" sx={{ mb: 1 }}>
          {[product.brandName, word('score', { score: data.now.score, needed: SCORE_FOR_REDUCED })]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }} className="no-print">
          {SWITCHES.map((kind) => (
            <ReasonedVerb
              key={kind}
              variant="outlined"
              action="inspections.switch"
              reason={data.now.refusals[kind] ?? undefined}
              ask={{ title: word(`switch.${kind}`), text: word(`ask.${kind}`), field: word('why') }}
              work={(one, reason) =>
                one.send('POST', '/inspection-histories/switch', {
                  productId: id,
                  kind,
                  reason,
                  ...(kind === 'reduce' ? { isProductionSteady: true } : {}),
                })
              }
            >
              {word(`switch.${kind}`)}
            </ReasonedVerb>
          ))}
        </Box>
      </Section>
      <Section title="resources.inspections.history.lots" flush>
        {data.events.length === 0 && <EmptyState dense text={word('none')} />}
        {lots.length > 0 && (
          <Box sx={{ px: 2 }}>
            <Suspense fallback={<Box sx={{ height: 240 }} />}>
              <HistoryChart lots={lots} height={220} />
            </Suspense>
            <Typography variant="body2" color="text.secondary" sx={{ pb: 1 }}>
              {word('legend')}
            </Typography>
          </Box>
        )}
        {data.events.length > 0 && <EventTable events={data.events} />}
      </Section>
    </Box>
  );
}

function EventTable({ events }: Pick<History, 'events'>) {
  const translate = useTranslate();
  const word = (key: string) => translate(`resources.inspections.history.${key}`);
  const columns = ['at', 'what', 'stage', 'n', 'found', 'outcome', 'scoreAfter', 'next'];
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          {columns.map((column) => (
            <TableCell key={column}>{word(`column.${column}`)}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {[...events]
          .reverse()
          .map((event) =>
            event.kind === 'lot' ? (
              <LotRow key={`lot ${event.inspectionId}`} lot={event} />
            ) : (
              <SwitchRow key={`switch ${event.at}`} event={event} />
            ),
          )}
      </TableBody>
    </Table>
  );
}

function LotRow({ lot }: { lot: HistoryLot }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`resources.inspections.${key}`);
  return (
    <TableRow sx={{ fontVariantNumeric: 'tabular-nums' }}>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{lot.inspectedOn}</TableCell>
      <TableCell>
        <NamedLink resource="inspections" id={lot.inspectionId}>
          {lot.lotNo ?? `#${lot.inspectionId}`}
        </NamedLink>
        {lot.isResubmitted && ` · ${word('fields.isResubmitted')}`}
      </TableCell>
      <TableCell>{word(`plan.stage.${lot.stage}`)}</TableCell>
      <TableCell>{lot.sampleSize}</TableCell>
      <TableCell>
        {lot.nonconforming} / Ac {lot.acceptUpTo}
      </TableCell>
      <TableCell>
        <StatusChip
          value="outcome"
          tone={lot.isAccepted ? 'good' : 'bad'}
          text={word(`values.verdict.${lot.isAccepted ? 'accepted' : 'rejected'}`)}
        />
      </TableCell>
      <TableCell>{lot.score}</TableCell>
      <TableCell>{word(`plan.stage.${lot.nextStage}`)}</TableCell>
    </TableRow>
  );
}

function SwitchRow({ event }: { event: HistorySwitch }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`resources.inspections.${key}`);
  return (
    <TableRow>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{chinaTime(event.at)}</TableCell>
      <TableCell colSpan={5}>
        {word(`history.switch.${event.kind}`)} · {event.actorName} · {event.reason}
      </TableCell>
      <TableCell>{event.score}</TableCell>
      <TableCell>{word(`plan.stage.${event.nextStage}`)}</TableCell>
    </TableRow>
  );
}
