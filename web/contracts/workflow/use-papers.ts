import { useGetList } from 'react-admin';
import type { ContractDocument } from '../documents/document.ts';

/** The contract's papers of one kind, the newest first, to choose one from. */
export function usePapers(contractId: number, kind: ContractDocument['kind']): ContractDocument[] {
  const { data = [] } = useGetList<ContractDocument>('contract-documents', {
    filter: { contractId, kind },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: 50 },
  });
  return data;
}
