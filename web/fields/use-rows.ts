import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryText } from '../shell/data-provider.ts';
import { request } from '../shell/http.ts';

export interface Rows<T> {
  rows: T[];
  total: number;
}

/** A page of what hangs on a record and has no page of its own: `/cases/7/lines`. */
export function useRows<T>(
  path: string,
  query: { filter?: Record<string, unknown>; sort?: [string, 'ASC' | 'DESC']; page: number; perPage: number },
) {
  const first = query.page * query.perPage;
  const range = [first, first + query.perPage - 1];
  return useQuery({
    queryKey: ['rows', path, query],
    queryFn: async ({ signal }): Promise<Rows<T>> => {
      const { filter = {}, sort } = query;
      const answer = await request(path + queryText({ filter, sort, range }), { signal });
      const total = Number(answer.headers.get('content-range')?.split('/').pop() ?? 0);
      return { rows: answer.json as T[], total };
    },
    placeholderData: keepPreviousData,
    retry: false,
  });
}
