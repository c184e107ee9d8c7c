import { useGetList } from 'react-admin';
import { useMe } from '../shell/me-context.ts';
import type { Contract } from './version.ts';

interface Party {
  id: number;
  name: string;
  anchorId: number | null;
}

/** The contract's anchor as a party of the split; undefined while it is being looked up or not to be seen. */
export function useAnchorParty(contract: Contract | undefined): Party | undefined {
  const { can } = useMe();
  const { data } = useGetList<Party>(
    'parties',
    {
      filter: { kind: 'anchor', q: contract?.anchorName },
      pagination: { page: 1, perPage: 50 },
      sort: { field: 'id', order: 'DESC' },
    },
    { enabled: contract !== undefined && can.includes('parties.list') },
  );
  return data?.find((party) => party.anchorId === contract?.anchorId);
}
