import BackIcon from '@mui/icons-material/ArrowBack';
import { Box, Button, type Theme, Typography, useMediaQuery } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { EmptyState } from '../../fields/EmptyState.tsx';
import { useOfVersion, versionPath } from '../../fields/findings/use-of-version.ts';
import { Section } from '../../fields/HouseShow.tsx';
import { Waiting } from '../../fields/Waiting.tsx';
import { ErrorPage } from '../../shell/ErrorPage.tsx';
import { ClauseDiffView } from './ClauseDiffView.tsx';
import { FindingsDiff } from './FindingsDiff.tsx';
import { SameClauses } from './SameClauses.tsx';
import { DIFF_KINDS, foldSame, type VersionDiff } from './version-diff.ts';

/** What a version changed, clause by clause, and what that did to the findings. */
export function DiffPage() {
  const { id, versionId, otherId } = useParams();
  const translate = useTranslate();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const { data, error, refetch } = useOfVersion<VersionDiff>(versionPath(id!, versionId!), `diff/${otherId}`);
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.contracts.diff.${key}`, options);
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  if (!data) return <Waiting sx={{ mt: 2 }} />;
  const counts = DIFF_KINDS.map(
    (kind) => [kind, data.clauses.filter((one) => one.kind === kind).length] as const,
  );
  const isAllSame = data.clauses.every(({ kind }) => kind === 'same');
  return (
    <Box sx={{ pt: 1.5, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={word('title', { before: data.before.versionNo, after: data.after.versionNo })} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
        <Button component={Link} to={`/contracts/${id}/show`} startIcon={<BackIcon />} sx={{ ml: -0.5 }}>
          {word('back')}
        </Button>
        <Typography color="text.secondary">
          {counts
            .filter(([, count]) => count > 0)
            .map(([kind, count]) => word(`count.${kind}`, { count }))
            .join(' · ')}
        </Typography>
      </Box>
      <FindingsDiff diff={data} />
      <Section title="resources.contracts.section.clauses" flush>
        {wide && (
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: '1fr 1fr',
              px: 2,
              columnGap: 3,
              pb: 0.5,
              color: 'text.secondary',
              fontWeight: 600,
            }}
          >
            {[data.before, data.after].map(({ versionId: key, versionNo }) => (
              <span key={key}>{translate('resources.contracts.version', { no: versionNo })}</span>
            ))}
          </Box>
        )}
        {isAllSame && <EmptyState dense text={word('allSame')} />}
        {foldSame(data.clauses).map(({ one, same }, index) =>
          one ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the clauses of two settled texts keep their places
            <ClauseDiffView key={index} clause={one} wide={wide} />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the clauses of two settled texts keep their places
            <SameClauses key={index} clauses={same} />
          ),
        )}
      </Section>
    </Box>
  );
}
