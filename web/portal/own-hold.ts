interface Said {
  zh: string;
  en: string;
}

/** Own money held for a case, as `GET /me/holds` tells it. */
export interface OwnHold {
  id: number;
  caseNo: string;
  productName: string;
  heldFen: number;
  releasedFen: number;
  clawedBackFen: number;
  lineCount: number;
  since: string;
  until: string | null;
  state: 'held' | 'released' | 'clawed_back' | 'mixed';
  isHolding: boolean;
  words: Said;
  stageWords: Said;
  entries: {
    entryId: number | null;
    kind: 'hold' | 'release' | 'clawback';
    month: string;
    concernsMonth: string;
    /** + to the anchor, − from the anchor. */
    amountFen: number;
    at: string;
    words: (Said & { working?: Said[] }) | null;
  }[];
}

export interface OwnHoldLine {
  lineId: number;
  orderNo: string;
  lineNo: string;
  paidAt: string | null;
  amountFen: number;
  state: 'held' | 'released' | 'clawed_back';
}
