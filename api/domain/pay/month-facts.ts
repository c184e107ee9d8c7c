import type { Fen } from '../money.ts';
import type { Month } from '../month.ts';
import type { PayComponent } from './component.ts';

/** Frozen lines of the month's statement, the anchor's own part: one line or the sum of many, it makes no difference. */
export interface EarnedSum {
  platform: string;
  brandId: number | null;
  category: string | null;
  productId: number | null;
  streamId: number | null;
  /** Items, refunded ones negative; 0 on another anchor's lines, where only a share is earned. */
  quantity: number;
  /** Of the anchor's own lines; another anchor's lines count 0 here too. */
  salesFen: Fen;
  /** As the settlement divided it; null where it divided the sales. */
  commissionFen: Fen | null;
  /** The month the line, or the sale it takes back, was settled in by the platform. */
  concernsMonth: Month;
  /** The anchor's share, refunds negative. */
  shareFen: Fen;
  /** The day that chooses the contract's version (of payment); lines summed here share the components in force. */
  day: string;
}

/** A stream held in the month, or in an earlier, closed one whose entries did not know it. `day` in China. */
export interface StreamFact {
  streamId: number;
  title: string;
  platform: string;
  day: string;
  minutes: number;
}

/** A fee the agency received for a place in a stream (slot) or on a deal (service). Refunded fees are negative. */
export interface FeeFact {
  feeId: number;
  of: 'slot_fee' | 'service_fee';
  streamId: number | null;
  platform: string | null;
  brandId: number | null;
  productId: number | null;
  day: string;
  amountFen: Fen;
  /** What a person finds it by: deal and line. */
  ref: string;
}

/** Money given to or spent for the anchor that a contract lets the agency take back. */
export interface RecoupItem {
  itemId: number;
  componentId: number;
  name: string;
  day: string;
  amountFen: Fen;
  recoupedFen: Fen;
  requestedBy: string;
  /** Null: not approved, nothing is taken. */
  approvedBy: string | null;
}

/** 质保金 withheld in an earlier month, with what became of it. */
export interface WithheldFact {
  /** The key of the entry that withheld it. */
  key: string;
  componentId: number;
  month: Month;
  category: string | null;
  withheldFen: Fen;
  releasedFen: Fen;
  forfeitedFen: Fen;
  releaseOn: string;
}

/** What a case says of money withheld; only a decided one counts. */
export interface HoldbackCase {
  caseNo: string;
  withheldKey: string;
  decidedOn: string | null;
  forfeitFen: Fen;
}

export interface FineFact {
  fineId: number;
  componentId: number;
  day: string;
  amountFen: Fen;
  what: string;
  evidenceRefs: readonly string[];
  notifiedOn: string | null;
  /** The anchor's answer; an objection that is not rejected keeps the fine from being taken. */
  objection: 'none' | 'open' | 'upheld' | 'rejected';
}

export interface AdjustmentFact {
  adjustmentId: number;
  /** The month it is about; posted in the month computed. */
  concernsMonth: Month;
  amountFen: Fen;
  reason: string;
  evidenceRefs: readonly string[];
  preparedBy: string;
  approvedBy: string | null;
}

/** One earlier month under a contract-to-date guarantee. */
export interface GuaranteeMonth {
  componentId: number;
  month: Month;
  guaranteedFen: Fen;
  countedFen: Fen;
  trueUpFen: Fen;
}

/** What one statement month added to the base of a tiered commission, and what it gave on it. */
export interface TieredMonth {
  componentId: number;
  /** Of the statement. */
  month: Month;
  /** The month the lines belong to: the tiers are of its sum. */
  concernsMonth: Month;
  baseFen: Fen;
  givenFen: Fen;
}

export interface MonthInput {
  anchorId: number;
  anchorPartyId: number;
  month: Month;
  /** Employed anchors' fines keep to the floor; without one none is taken. */
  relation: 'independent' | 'employed';
  wageFloorFen: Fen | null;
  /** Of all the anchor's contract versions; ended ones too while a fact names them. */
  components: readonly PayComponent[];
  /** Carried from the month before, ≤ 0. */
  openingFen: Fen;
  /** Entries of the month made elsewhere (cases, disputes, tax); only money they leave can be deducted. */
  otherFen: Fen;
  earned: readonly EarnedSum[];
  streams: readonly StreamFact[];
  fees: readonly FeeFact[];
  recoupItems: readonly RecoupItem[];
  withheld: readonly WithheldFact[];
  cases: readonly HoldbackCase[];
  fines: readonly FineFact[];
  adjustments: readonly AdjustmentFact[];
  guarantees: readonly GuaranteeMonth[];
  /** Of all earlier months. */
  tiered: readonly TieredMonth[];
}
