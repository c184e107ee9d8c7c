/** Something said about a clause (or the whole): by the anchor, or the agency's answer to it. */
export interface Remark {
  id: number;
  contractId: number;
  contractNo: string;
  anchorName: string;
  versionId: number;
  versionNo: number;
  /** null: about the whole. */
  clauseNo: string | null;
  kind: 'comment' | 'request_change' | 'accept' | 'answer';
  body: string;
  outcome: 'agreed' | 'declined' | null;
  parentId: number | null;
  authorName: string | null;
  authorSide: 'anchor' | 'agency';
  createdAt: string;
  isOpen: boolean;
}

export interface Thread {
  remark: Remark;
  answers: Remark[];
}

/** Questions and requests with their answers, in the order they were said. Plain agreement to a clause is no question. */
export function threadsOf(remarks: readonly Remark[]): Thread[] {
  return remarks
    .filter(({ kind, parentId }) => parentId === null && kind !== 'accept')
    .map((remark) => ({ remark, answers: remarks.filter(({ parentId }) => parentId === remark.id) }))
    .sort((a, b) => a.remark.id - b.remark.id);
}
