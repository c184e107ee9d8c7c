import type { Fen } from '../money.ts';
import type { Month } from '../month.ts';
import type { PayEntryKind, PayEntryWords } from '../pay-entry.ts';
import type { GuaranteeMonth, TieredMonth } from './month-facts.ts';

/** What an entry stands on; ids as text. */
export interface SourceRef {
  type: 'stream' | 'fee' | 'recoup_item' | 'withheld' | 'case' | 'fine' | 'adjustment' | 'shares' | 'month';
  id: string;
  amountFen?: Fen;
}

export type ComputedKind = Extract<
  PayEntryKind,
  | 'fixed'
  | 'tiered'
  | 'base_pay'
  | 'guarantee'
  | 'cap'
  | 'recoup'
  | 'holdback'
  | 'holdback_release'
  | 'fine'
  | 'adjustment'
>;

/** One entry of an anchor's month. */
export interface ComponentEntry {
  /** The same fact gives the same key, whenever it is computed. */
  key: string;
  /** Null: of no component (an adjustment). */
  componentId: number | null;
  kind: ComputedKind;
  /** + to the anchor; never 0. */
  amountFen: Fen;
  month: Month;
  /** What it is about, where that month is closed. */
  concernsMonth: Month;
  sourceRefs: readonly SourceRef[];
  explanation: PayEntryWords;
  /** Set on a reversal: the key of the entry it takes back. */
  reversesKey: string | null;
  /** Set on a holdback: what its later release names. */
  withheld: { category: string | null; releaseOn: string } | null;
}

/** Something that gave no entry, with the reason and its figures. */
export interface NotTaken {
  componentId: number | null;
  source: SourceRef | null;
  code: string;
  /** True: it will never be taken (a fine over the cap lapses). False: it may be, in a later month. */
  isFinal: boolean;
  explanation: PayEntryWords;
}

/** How a fee was divided; the parts sum to the fee. The anchor's part is an entry, the others are for the books. */
export interface FeeSplit {
  feeId: number;
  componentId: number;
  parts: readonly { partyId: number; amountFen: Fen }[];
}

/** Money withheld that a decided case keeps: it leaves the holdback, not the anchor's month. */
export interface Forfeit {
  withheldKey: string;
  caseNo: string;
  amountFen: Fen;
}

export interface MonthResult {
  /** In the order they were decided, each counting on those before it. */
  entries: readonly ComponentEntry[];
  notTaken: readonly NotTaken[];
  feeSplits: readonly FeeSplit[];
  forfeits: readonly Forfeit[];
  /** What a contract-to-date guarantee must remember of this month. */
  guarantees: readonly GuaranteeMonth[];
  /** What tiered commissions must remember of this month. */
  tiered: readonly TieredMonth[];
  sums: {
    sharesFen: Fen;
    /** Shares and pay, before adjustments and deductions: what ceilings are of. */
    earningsFen: Fen;
    entriesFen: Fen;
    byKind: Partial<Record<ComputedKind, Fen>>;
    /** openingFen + sharesFen + otherFen + entriesFen. */
    closingFen: Fen;
  };
}
