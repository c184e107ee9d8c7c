import { Alert, Box, Button, Typography } from '@mui/material';
import { Title, useGetOne, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useReasonText } from '../../fields/ReasonButton.tsx';
import { Waiting } from '../../fields/Waiting.tsx';
import { ErrorPage } from '../../shell/ErrorPage.tsx';
import { StageChip } from '../StageChip.tsx';
import type { Sample } from '../sample.ts';
import { SealForm } from './SealForm.tsx';

/** Sealing a sample that is in hand, on a phone. */
export function SealPage() {
  const { id } = useParams();
  const translate = useTranslate();
  const { data: sample, error, refetch } = useGetOne<Sample>('samples', { id: Number(id) }, { retry: false });
  const reason = useReasonText(sample?.refusals?.seal ?? undefined);
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  if (!sample?.steps) return <Waiting sx={{ mt: 2 }} />;
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 880 }}>
      <Title title={translate('resources.samples.seal.title', { name: sample.productName })} />
      <Box>
        <Typography variant="h5" component="h2">
          {sample.productName}
        </Typography>
        <Box sx={{ color: 'text.secondary' }}>
          {[sample.brandName, sample.anchorName ?? translate('resources.samples.ofAgency')]
            .filter(Boolean)
            .join(' · ')}{' '}
          <StageChip sample={sample} />
        </Box>
      </Box>
      {reason ? (
        <>
          <Alert severity="info">{reason}</Alert>
          <Button
            component={Link}
            to={`/samples/${sample.id}/show`}
            variant="contained"
            sx={{ justifySelf: 'start' }}
          >
            {translate('house.action.back')}
          </Button>
        </>
      ) : (
        <SealForm sample={sample} />
      )}
    </Box>
  );
}
