import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { HouseProvider } from '../../shell/data-provider.ts';

/** Where a version is found below the API. */
export const versionPath = (contractId: number | string, versionId: number | string): string =>
  `/contracts/${contractId}/versions/${versionId}`;

/** Something of a version (`review`, `workflow` …); read anew with the rest of the screen after each write. */
export function useOfVersion<T>(
  place: string,
  part: string,
  { query, enabled }: { query?: Record<string, unknown>; enabled?: boolean } = {},
) {
  const provider = useDataProvider<HouseProvider>();
  return useQuery({
    // `contracts` first: a refresh of the contract's screen asks for this again too.
    queryKey: ['contracts', place, part, query],
    queryFn: ({ signal }) => provider.ask<T>(`${place}/${part}`, query, signal),
    retry: false,
    enabled,
  });
}
