/** The tiles in the order of a contract's life; `isTrouble`: something is wrong, rather than only in hand. */
export const BOARD_KINDS = [
  { kind: 'inReview' },
  { kind: 'withAnchor' },
  { kind: 'openQuestions' },
  { kind: 'active' },
  { kind: 'expiring90' },
  { kind: 'expiring30' },
  { kind: 'expiring7', isTrouble: true },
  { kind: 'expired', isTrouble: true },
  { kind: 'unsignedStreaming', isTrouble: true },
  { kind: 'paidNoContract', isTrouble: true },
  { kind: 'backDated', isTrouble: true },
  { kind: 'scanMissing', isTrouble: true },
] as const satisfies readonly { kind: string; isTrouble?: boolean }[];

export type BoardKind = (typeof BOARD_KINDS)[number]['kind'];
export type BoardCounts = Record<BoardKind, number>;

export interface BoardRow {
  id: string;
  kind: BoardKind;
  anchorId: number;
  anchorName: string;
  contractId: number | null;
  contractNo: string | null;
  title: string | null;
  versionId: number | null;
  versionNo: number | null;
  /** What day it is about: when it ends, was signed, streamed, paid or asked. */
  day: string | null;
  count: number | null;
}

/** Where a row leads: the version at hand, else the contract, else the anchor. */
export function placeOf(row: Pick<BoardRow, 'anchorId' | 'contractId' | 'versionId'>): string {
  if (row.contractId === null) return `/anchors/${row.anchorId}/show`;
  const query = row.versionId === null ? '' : `?version=${row.versionId}`;
  return `/contracts/${row.contractId}/show${query}`;
}

/** The kind the address names; the first that holds anything else, so that the page never opens on an empty list. */
export function kindToShow(asked: string | null, counts: BoardCounts): BoardKind {
  const known = BOARD_KINDS.find(({ kind }) => kind === asked);
  return (known ?? BOARD_KINDS.find(({ kind }) => counts[kind] > 0) ?? BOARD_KINDS[0]).kind;
}
