import {
  Box,
  Button,
  Card,
  LinearProgress,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { Title, useLocaleState, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { EmptyState } from '../fields/EmptyState.tsx';
import type { Figures } from '../fields/findings/figure.ts';
import { PdfButton } from '../fields/findings/PdfButton.tsx';
import { type Remark, threadsOf } from '../fields/findings/remark.ts';
import { ThreadView } from '../fields/findings/ThreadView.tsx';
import { useOfVersion, versionPath } from '../fields/findings/use-of-version.ts';
import { Section } from '../fields/HouseShow.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { ErrorPage } from '../shell/ErrorPage.tsx';
import { ClauseCard } from './ClauseCard.tsx';
import { RemarkButtons } from './RemarkButtons.tsx';
import { filterClauses, progressOf, type Reading, type ReadingFilter } from './reading.ts';

const FILTERS = ['all', 'findings', 'unmarked'] as const;

/** A contract to read on a phone: clause by clause, what to mind, what to ask, and a word about each. */
export function ReadingPage() {
  const { id, versionId } = useParams();
  const place = versionPath(id!, versionId!);
  const { data, error, refetch } = useOfVersion<Reading>(place, 'reading');
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  if (!data) return <Waiting sx={{ mt: 2 }} />;
  return <ReadingDesk reading={data} place={place} contractId={Number(id)} />;
}

function ReadingDesk({
  reading,
  place,
  contractId,
}: {
  reading: Reading;
  place: string;
  contractId: number;
}) {
  const translate = useTranslate();
  const [filter, setFilter] = useState<ReadingFilter>('all');
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.portal.reading.${key}`, options);
  const { data: figures } = useOfVersion<Figures>(place, 'figures');
  const isOpen = reading.stage === 'sent';
  const clauses = filterClauses(reading.clauses, filter);
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 760 }}>
      <Title title={word('title', { no: reading.versionNo })} />
      <Head reading={reading} contractId={contractId} isOpen={isOpen} />
      <ToggleButtonGroup
        exclusive
        size="small"
        value={filter}
        onChange={(_, value: ReadingFilter | null) => value && setFilter(value)}
        aria-label={word('show')}
        sx={{ '& button': { textTransform: 'none', flex: 1, backgroundColor: 'background.paper' } }}
      >
        {FILTERS.map((one) => (
          <ToggleButton key={one} value={one}>
            {word(`filter.${one}`, { count: filterClauses(reading.clauses, one).length })}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {clauses.length === 0 && <EmptyState dense text={word('noneLeft')} />}
      {clauses.map((clause) => (
        <ClauseCard
          key={clause.clauseNo}
          clause={clause}
          place={place}
          isOpen={isOpen}
          figures={figures?.figures}
        />
      ))}
      <General remarks={reading.general} place={place} isOpen={isOpen} />
      {isOpen && <AcceptLink contractId={contractId} reading={reading} />}
    </Box>
  );
}

/** How far one has come, what changed since the version before, what still waits. */
function Head({ reading, contractId, isOpen }: { reading: Reading; contractId: number; isOpen: boolean }) {
  const translate = useTranslate();
  const [lang] = useLocaleState();
  const { marked, of, open } = progressOf(reading);
  const findings = reading.clauses.reduce((sum, clause) => sum + clause.findings.length, 0);
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.portal.reading.${key}`, options);
  return (
    <Card sx={{ px: 2, py: 1.5 }}>
      <Typography sx={{ fontWeight: 650 }}>{word(isOpen ? 'intro' : `stage.${reading.stage}`)}</Typography>
      <Typography color="text.secondary">
        {[
          word('findings', { smart_count: findings }),
          open > 0 && word('openQuestions', { smart_count: open }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      {reading.compared && (
        <Typography>
          {translate('resources.findings.compared', {
            ...reading.compared,
            no: reading.compared.beforeVersionNo,
          })}
        </Typography>
      )}
      {isOpen && (
        <Box sx={{ mt: 1 }}>
          <LinearProgress
            variant="determinate"
            value={of === 0 ? 100 : (marked / of) * 100}
            aria-label={word('progressName')}
            sx={{ height: 6, borderRadius: 3 }}
          />
          <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
            {word('progress', { marked, of })}
          </Typography>
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, ml: -0.75, mt: 0.5 }}>
        <Button component={Link} to={`/contracts/${contractId}/show`}>
          {word('back')}
        </Button>
        {(['sheet', 'report'] as const).map((kind) => (
          <PdfButton
            key={kind}
            path={`${versionPath(contractId, reading.versionId)}/${kind}.pdf?lang=${lang}`}
            fileName={`${kind}.pdf`}
          >
            {translate(`resources.findings.pdf.${kind}`)}
          </PdfButton>
        ))}
      </Box>
    </Card>
  );
}

function General({ remarks, place, isOpen }: { remarks: Remark[]; place: string; isOpen: boolean }) {
  const threads = threadsOf(remarks);
  if (threads.length === 0 && !isOpen) return null;
  return (
    <Section title="resources.portal.reading.general">
      {threads.map((thread) => (
        <ThreadView key={thread.remark.id} thread={thread} />
      ))}
      {isOpen && <RemarkButtons place={place} clauseNo={null} mark={null} />}
    </Section>
  );
}

function AcceptLink({ contractId, reading }: { contractId: number; reading: Reading }) {
  const translate = useTranslate();
  return (
    <Button
      component={Link}
      to={`/contracts/${contractId}/versions/${reading.versionId}/accept`}
      variant="contained"
      size="large"
    >
      {translate('resources.portal.reading.toAccept')}
    </Button>
  );
}
