import { Box, Card, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { Title, useTranslate } from 'react-admin';
import { EmptyState } from '../fields/EmptyState.tsx';
import { GapList } from '../fields/GapList.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { ErrorPage } from '../shell/ErrorPage.tsx';
import { useGaps } from './use-gaps.ts';

/** Who the files talk about and we do not know yet. */
export function GapsPage() {
  const translate = useTranslate();
  const queries = useQueryClient();
  const { data, error, isPending, refetch } = useGaps();
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={translate('resources.orders.gap.title')} />
      <Typography color="text.secondary">{translate('resources.orders.gap.intro')}</Typography>
      {isPending && <Waiting />}
      {data?.length === 0 && <EmptyState text={translate('resources.orders.gap.none')} />}
      {data && data.length > 0 && (
        <Card>
          <GapList gaps={data} onNamed={() => void queries.invalidateQueries({ queryKey: ['orders'] })} />
        </Card>
      )}
    </Box>
  );
}
