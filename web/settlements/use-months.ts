import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { HouseProvider } from '../shell/data-provider.ts';
import type { SettlementMonth } from './run-result.ts';

/** Every month with evidence, a run or a statement, newest first. */
export function useMonths() {
  const provider = useDataProvider<HouseProvider>();
  return useQuery({
    queryKey: ['settlements', 'months'],
    queryFn: ({ signal }) => provider.ask<SettlementMonth[]>('/settlements/months', undefined, signal),
    retry: false,
  });
}
