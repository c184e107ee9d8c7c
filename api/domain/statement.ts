import type { Bps, Fen } from './money.ts';
import type { Month } from './month.ts';
import type { PayEntryKind, PayEntryWords } from './pay-entry.ts';

/**
 * Everything a statement says, frozen when it is issued: the PDF, the screen and the content hash are
 * pure functions of this. Amounts in fen, rates in bps, days as `2026-05-31`.
 */
export interface StatementDocument {
  /** 2 since statements carry entries beside the shares of lines. */
  version: 1 | 2;
  no: string;
  month: Month;
  issuedOn: string;
  /** `verifyAt`: the page that checks a printed copy; absent or null where the agency named no address. */
  agency: { name: string; creditCode: string | null; verifyAt?: string | null };
  anchor: { name: string; realName: string | null; payee: string | null; accountTail: string | null };
  contracts: { no: string; title: string; versionNo: number }[];
  summary: StatementSummary;
  streams: StatementStream[];
  reversals: StatementReversal[];
  /** Absent from version 1, which had none. */
  entries?: StatementEntry[];
}

export interface StatementSummary {
  /** Orders' net sales this month's lines stand for. */
  salesFen: Fen;
  /** What was divided (commission or sales, as the contract says). */
  baseFen: Fen;
  /** The anchor's share of new lines, before reversals. */
  earnedFen: Fen;
  /** The anchor's share of reversed lines, ≤ 0. */
  reversedFen: Fen;
  /** Carried from the month before, ≤ 0. */
  openingFen: Fen;
  /** Pay and deductions that are no share of a line; absent from version 1. */
  entriesFen?: Fen;
  /** openingFen + earnedFen + reversedFen + entriesFen */
  closingFen: Fen;
  /** max(0, closingFen) */
  payableFen: Fen;
  /** min(0, closingFen): what next month starts with. */
  carriedFen: Fen;
  orderLines: number;
}

export interface StatementStream {
  /** null: lines no stream could be named for. */
  title: string | null;
  startedAt: string | null;
  amountFen: Fen;
  products: StatementProduct[];
}

export interface StatementProduct {
  name: string;
  orderLines: number;
  quantity: number;
  salesFen: Fen;
  baseFen: Fen;
  rateBps: Bps | null;
  /** What the rate is of: the base, or what the parties before the anchor left of it. */
  rateOf: 'base' | 'rest';
  amountFen: Fen;
  /** `MCN-2026-003 v2 §4.1` */
  clause: string;
}

/** A negative line and what it takes back. */
export interface StatementReversal {
  orderNo: string;
  lineNo: string;
  product: string;
  /** Month whose statement paid it; null for a refund whose sale no file names. */
  settledIn: Month | null;
  reason: 'refund' | 'tier' | 'unlinked';
  baseFen: Fen;
  amountFen: Fen;
  clause: string;
}

/** Pay, a deduction, or money held or let go, with its reason in both languages. */
export interface StatementEntry {
  kind: PayEntryKind;
  /** What it is about, where that month was closed already. */
  concernsMonth: Month;
  amountFen: Fen;
  explanation: PayEntryWords;
}
