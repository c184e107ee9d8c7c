import type { ItemStatus } from './batch.ts';

/** What a bank says became of a payment. `unknown`: it says that it does not know yet. */
export type ReturnOutcome = 'paid' | 'failed' | 'unknown';

export interface ReturnReason {
  /** The bank's or ISO 20022's code (`AC04`), empty when it gives none. */
  code: string;
  text: string;
}

/** One answer of a return file. */
export interface ReturnRow {
  /** Line of a CSV, or number of the transaction in XML, from 1. */
  row: number;
  endToEndId: string;
  outcome: ReturnOutcome;
  /** The bank's own word or code. */
  statusWord: string;
  reason: ReturnReason | null;
  /** null: the file does not say. */
  amountFen: number | null;
  /** Day. */
  paidOn: string | null;
  bankReference: string | null;
}

/** An item of the batch as it is before this file. */
export interface SentItem {
  itemId: number;
  endToEndId: string;
  amountFen: number;
  status: ItemStatus;
  bankReference: string | null;
}
