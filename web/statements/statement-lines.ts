import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { SettlementLine } from '../fields/explanation.ts';
import type { HouseProvider } from '../shell/data-provider.ts';

const PAGE = 200;
/** More lines than this are not drawn under their products: the paged list below has them all. */
export const MOST_GROUPED = 1000;

export interface LineQuery {
  page: number;
  perPage: number;
  /** `q`: a whole order number. */
  filter?: { q?: string };
}

/** A page of a statement's settlement lines. */
export function useStatementLines(statementId: number, query: LineQuery) {
  const provider = useDataProvider<HouseProvider>();
  return useQuery({
    queryKey: ['statements', 'lines', statementId, query],
    queryFn: () => fetchLines(provider, statementId, query),
    placeholderData: (before) => before,
  });
}

/** All lines of a statement of ordinary size, for the tree; `lines` is undefined when there are too many. */
export function useAllLines(statementId: number, enabled: boolean) {
  const provider = useDataProvider<HouseProvider>();
  return useQuery({
    queryKey: ['statements', 'all-lines', statementId],
    enabled,
    queryFn: () => fetchAllLines(provider, statementId),
  });
}

/** Page after page until all are there; after the first page alone when there are more than `MOST_GROUPED`. */
export async function fetchAllLines(
  provider: Pick<HouseProvider, 'getList'>,
  statementId: number,
): Promise<{ lines: SettlementLine[] | undefined; total: number }> {
  const first = await fetchLines(provider, statementId, { page: 1, perPage: PAGE });
  if (first.total > MOST_GROUPED) return { lines: undefined, total: first.total };
  const lines = [...first.data];
  for (let page = 2; lines.length < first.total; page += 1) {
    const { data } = await fetchLines(provider, statementId, { page, perPage: PAGE });
    if (data.length === 0) break;
    lines.push(...data);
  }
  return { lines, total: first.total };
}

async function fetchLines(provider: Pick<HouseProvider, 'getList'>, statementId: number, query: LineQuery) {
  const answer = await provider.getList(`statements/${statementId}/lines`, {
    pagination: { page: query.page, perPage: query.perPage },
    sort: { field: 'id', order: 'ASC' },
    filter: query.filter ?? {},
  });
  return { data: answer.data as unknown as SettlementLine[], total: answer.total ?? 0 };
}
