import { useGetList } from 'react-admin';

interface StatementRow {
  id: number;
  no: string;
  month: string;
  closingFen: number;
  payableFen: number;
  payoutStatus: string | null;
}

/** The anchor's newest statement; undefined while it loads and when there is none. */
export function useLatestStatement(): { statement: StatementRow | undefined; isPending: boolean } {
  const { data, isPending } = useGetList<StatementRow>('statements', {
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'month', order: 'DESC' },
    filter: {},
  });
  return { statement: data?.[0], isPending };
}
