import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { HouseProvider } from '../shell/data-provider.ts';
import type { RunResult } from './run-result.ts';

/** What a run would do now. Never kept: another import may have come in since. */
export function useDryRun(month: string, leaveUnassigned: boolean, enabled: boolean) {
  const provider = useDataProvider<HouseProvider>();
  return useQuery({
    queryKey: ['settlements', 'dry-run', month, leaveUnassigned],
    queryFn: () =>
      provider.send<RunResult>('POST', '/settlements/preview', {
        month,
        ...(leaveUnassigned && { leaveUnassigned }),
      }),
    enabled,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
}
