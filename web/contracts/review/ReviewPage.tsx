import { Box, type Theme, useMediaQuery } from '@mui/material';
import { useMemo, useState } from 'react';
import { Title, useGetOne, useTranslate } from 'react-admin';
import { useParams, useSearchParams } from 'react-router-dom';
import { EmptyState } from '../../fields/EmptyState.tsx';
import type { Figures } from '../../fields/findings/figure.ts';
import type { Finding } from '../../fields/findings/finding.ts';
import { blocksOf } from '../../fields/findings/highlight.ts';
import { useOfVersion, versionPath } from '../../fields/findings/use-of-version.ts';
import { Waiting } from '../../fields/Waiting.tsx';
import { ErrorPage, NotFoundPage } from '../../shell/ErrorPage.tsx';
import type { Contract, Version } from '../version.ts';
import { FindingActions } from './FindingActions.tsx';
import { ReviewFilters } from './ReviewFilters.tsx';
import { ReviewHead } from './ReviewHead.tsx';
import { type FindingFilter, filterFindings, type Review, stepTo } from './review.ts';
import { StackedReview } from './StackedReview.tsx';
import { TwoPanes } from './TwoPanes.tsx';
import { useReviewKeys } from './use-review-keys.ts';

const NO_FILTER: FindingFilter = { severities: [], state: 'all', type: '' };

/** The text of a version with what was found in it: two panes on a desk, clause by clause on a phone. */
export function ReviewPage() {
  const { id, versionId } = useParams();
  const contract = useGetOne<Contract>('contracts', { id: Number(id) }, { retry: false });
  const review = useOfVersion<Review>(versionPath(id!, versionId!), 'review');
  const error = contract.error ?? review.error;
  if (error) {
    const again = () => void Promise.all([contract.refetch(), review.refetch()]);
    return <ErrorPage error={error} resetErrorBoundary={again} />;
  }
  if (!contract.data?.versions || !review.data) return <Waiting sx={{ mt: 2 }} />;
  const version = contract.data.versions.find((one) => one.id === Number(versionId));
  if (!version) return <NotFoundPage />;
  return <ReviewDesk contract={contract.data} version={version} review={review.data} />;
}

interface DeskProps {
  contract: Contract;
  version: Version;
  review: Review;
}

function ReviewDesk({ contract, version, review }: DeskProps) {
  const translate = useTranslate();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const [filter, setFilter] = useState(NO_FILTER);
  const [selected, setSelected] = useSelected();
  const shown = useMemo(() => filterFindings(review.findings, filter), [review.findings, filter]);
  const blocks = useMemo(() => blocksOf(review.text.length, review.clauses), [review.text, review.clauses]);
  const place = versionPath(contract.id, version.id);
  const { data: figures } = useOfVersion<Figures>(place, 'figures', { enabled: review.findings.length > 0 });
  const step = (by: 1 | -1) => setSelected(stepTo(shown, selected, by));
  useReviewKeys({ selected, step });
  const view = {
    review,
    blocks,
    shown,
    selected,
    onSelect: setSelected,
    figures: figures?.figures,
    actionsOf: (finding: Finding) => <FindingActions finding={finding} version={version} />,
    version,
    place,
  };
  return (
    <Box sx={{ pt: 1.5, display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title
        title={`${contract.no} · ${translate('resources.contracts.version', { no: version.versionNo })} · ${translate('resources.findings.title')}`}
      />
      <ReviewHead contract={contract} version={version} review={review} />
      <ReviewFilters
        all={review.findings}
        shown={shown}
        selected={selected}
        filter={filter}
        onFilter={setFilter}
        onStep={step}
      />
      {review.text === '' ? (
        <EmptyState text={translate('resources.findings.noText')} />
      ) : wide ? (
        <TwoPanes {...view} />
      ) : (
        <StackedReview {...view} />
      )}
    </Box>
  );
}

/** The selected finding is part of the address, so that it can be sent to somebody. */
function useSelected(): [number | undefined, (id: number | undefined) => void] {
  const [query, setQuery] = useSearchParams();
  const asked = Number(query.get('finding'));
  const set = (id: number | undefined) =>
    setQuery(id === undefined ? {} : { finding: String(id) }, { replace: true, preventScrollReset: true });
  return [Number.isInteger(asked) && asked > 0 ? asked : undefined, set];
}
