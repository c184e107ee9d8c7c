import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { Gap } from '../fields/gap.ts';
import type { HouseProvider } from '../shell/data-provider.ts';

/** Ids in all order files that nobody here is known by, the largest first. */
export function useGaps() {
  const provider = useDataProvider<HouseProvider>();
  return useQuery({
    queryKey: ['orders', 'gaps'],
    queryFn: ({ signal }) => provider.ask<Gap[]>('/orders/gaps', undefined, signal),
    staleTime: 30_000,
  });
}
