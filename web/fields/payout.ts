import type { PayoutFacts } from '../../api/domain/payout.ts';

/** A payout as `GET /payouts/{id}` gives it: it has what the rules of `api/domain/payout.ts` ask. */
export interface Payout extends PayoutFacts {
  id: number;
  /** As the bank file calls it: `PO000123`. */
  no: string;
  batchId: number | null;
  statementId: number;
  statementNo: string;
  anchorId: number;
  anchorName: string;
  month: string;
  amountFen: number;
  payee: { kind: string; accountName: string; bankName: string; tail: string };
  preparedByName: string;
  preparedAt: string;
  approvedByName: string | null;
  approvedAt: string | null;
  paidByName: string | null;
  paidAt: string | null;
  bankReference: string | null;
  pdfSha256: string | null;
  rowVersion: number;
}
