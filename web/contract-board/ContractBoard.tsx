import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { Waiting } from '../fields/Waiting.tsx';
import type { HouseProvider } from '../shell/data-provider.ts';
import { ErrorPage } from '../shell/ErrorPage.tsx';
import { BoardList } from './BoardList.tsx';
import { BoardTiles } from './BoardTiles.tsx';
import { type BoardCounts, kindToShow } from './board.ts';

/** Where contracts need somebody: every number opens its list. */
export function ContractBoard() {
  const translate = useTranslate();
  const provider = useDataProvider<HouseProvider>();
  const [query] = useSearchParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['contract-board', 'counts'],
    queryFn: ({ signal }) => provider.ask<BoardCounts>('/contract-board/counts', undefined, signal),
    retry: false,
  });
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  if (!data) return <Waiting sx={{ mt: 2 }} />;
  const kind = kindToShow(query.get('kind'), data);
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={translate('resources.contract-board.name', { smart_count: 1 })} />
      <BoardTiles counts={data} shown={kind} />
      <BoardList key={kind} kind={kind} />
    </Box>
  );
}
