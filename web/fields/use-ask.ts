import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { HouseProvider } from '../shell/data-provider.ts';

/** A read that is no list and no record of react-admin; read anew with everything else after a verb. */
export function useAsk<T>(path: string, query?: Record<string, unknown>, enabled = true) {
  const provider = useDataProvider<HouseProvider>();
  return useQuery({
    queryKey: ['ask', path, query ?? {}],
    queryFn: ({ signal }) => provider.ask<T>(path, query, signal),
    enabled,
    retry: false,
  });
}
