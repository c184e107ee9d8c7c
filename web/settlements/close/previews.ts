import type { PayEntryKind } from '../../../api/domain/pay-entry.ts';
import type { BatchStatus } from '../../../api/domain/payments/batch.ts';

interface Words {
  zh: string;
  en: string;
}
export interface Explained extends Words {
  working?: Words[];
}

/** `GET /pay-preview`: what issuing would post beside the shares of lines. */
export interface PayPreview {
  month: string;
  isClosed: boolean;
  anchors: AnchorPay[];
}

export interface AnchorPay {
  anchorId: number;
  anchorName: string;
  openingFen: number;
  sharesFen: number;
  otherFen: number;
  entriesFen: number;
  closingFen: number;
  entries: {
    kind: PayEntryKind;
    amountFen: number;
    concernsMonth: string;
    explanation: Explained;
    clause: string | null;
  }[];
  notTaken: { code: string; isFinal: boolean; explanation: Explained }[];
}

/** `GET /tax/preview`: whose tax can be reckoned, who is missing what. */
export interface TaxPreview {
  month: string;
  withholdsTax: boolean;
  withheld: {
    anchorId: number;
    anchorName: string;
    regime: string;
    grossFen: number;
    taxFen: number;
    netFen: number;
    working: Words[];
  }[];
  refused: {
    anchorId: number;
    anchorName: string;
    grossFen: number;
    code: string;
    message: string;
    whatToDo: Words;
  }[];
  totals: { grossFen: number; taxFen: number; netFen: number };
}

export interface BatchOfMonth {
  id: number;
  no: string;
  status: BatchStatus;
  itemCount: number;
  totalFen: number;
}
