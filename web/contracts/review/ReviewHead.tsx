import BackIcon from '@mui/icons-material/ArrowBack';
import RefreshIcon from '@mui/icons-material/RestartAltOutlined';
import { Alert, Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { chinaTime } from '../../fields/day.ts';
import { PdfButton } from '../../fields/findings/PdfButton.tsx';
import { versionPath } from '../../fields/findings/use-of-version.ts';
import { VerbButton } from '../../fields/VerbButton.tsx';
import { StageChip } from '../StageChip.tsx';
import type { Contract, Version } from '../version.ts';
import type { Review } from './review.ts';

/** Whose contract this is, where the version stands, how its text was come by, what became of the findings before. */
export function ReviewHead({
  contract,
  version,
  review,
}: {
  contract: Contract;
  version: Version;
  review: Review;
}) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.findings.${key}`, options);
  const isFrozen = !['draft', 'review'].includes(version.stage);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 0.5 }}>
        <Button
          component={Link}
          to={`/contracts/${contract.id}/show`}
          startIcon={<BackIcon />}
          sx={{ ml: -0.5 }}
        >
          {contract.anchorName} · {contract.title}
        </Button>
        <StageChip stage={version.displayStage} />
        <Typography variant="body2" color="text.secondary">
          {[
            translate(`resources.contracts.values.source.${review.source}`),
            review.reviewedAt && word('readAt', { at: chinaTime(review.reviewedAt) ?? '' }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
        <Box sx={{ flex: 1 }} />
        {review.reviewId !== null && <Papers contract={contract} version={version} />}
        <VerbButton
          action="contracts.review"
          startIcon={<RefreshIcon />}
          reason={isFrozen ? { code: 'version_is_out', message: 'the version was sent' } : undefined}
          work={(provider) => provider.send('POST', `${versionPath(contract.id, version.id)}/review`, {})}
          success="resources.findings.readAgain"
        >
          {word('again')}
        </VerbButton>
      </Box>
      {review.source === 'ocr' && <Alert severity="warning">{word('recognised')}</Alert>}
      {review.reviewId === null && review.text !== '' && <Alert severity="info">{word('notRead')}</Alert>}
      {review.compared && <ComparedLine contract={contract} version={version} review={review} />}
    </Box>
  );
}

function ComparedLine({
  contract,
  version,
  review,
}: {
  contract: Contract;
  version: Version;
  review: Review;
}) {
  const translate = useTranslate();
  const { compared } = review;
  const before = contract.versions?.find(({ versionNo }) => versionNo === compared?.beforeVersionNo);
  if (!compared) return null;
  return (
    <Typography variant="body2">
      {translate('resources.findings.compared', { ...compared, no: compared.beforeVersionNo })}{' '}
      {before && (
        <MuiLink component={Link} to={`/contracts/${contract.id}/versions/${version.id}/diff/${before.id}`}>
          {translate('resources.contracts.diff.open')}
        </MuiLink>
      )}
    </Typography>
  );
}

/** To take to the table: everything that was found, and one page of what to ask for. */
function Papers({ contract, version }: { contract: Contract; version: Version }) {
  const translate = useTranslate();
  const [lang] = useLocaleState();
  const place = versionPath(contract.id, version.id);
  return (['report', 'sheet'] as const).map((kind) => (
    <PdfButton
      key={kind}
      path={`${place}/${kind}.pdf?lang=${lang}`}
      fileName={`${contract.no}-v${version.versionNo}-${kind}.pdf`}
    >
      {translate(`resources.findings.pdf.${kind}`)}
    </PdfButton>
  ));
}
