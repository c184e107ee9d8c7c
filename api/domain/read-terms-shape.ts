import type { Bps, Fen } from './money.ts';

export type Bearer = 'anchor' | 'company' | 'both' | 'unsaid';

/** What the text says a term is. Rates in bps, money in fen, spans in days or months, hours in minutes. */
export type TermValue =
  | {
      field: 'share';
      party: 'anchor' | 'company' | 'platform';
      rateBps: Bps;
      /** What it is a share of; `other`: fees and tips that come with no order line. */
      of: 'commission' | 'sales' | 'income' | 'other' | 'unsaid';
      /** Whether the text says that fees or refunds are taken off first. */
      isNet: boolean;
      /** By the month's sales; null: at any. */
      tier: { fromFen: Fen; toFen: Fen | null } | null;
    }
  | { field: 'settlement_days'; days: number; isWorkdays: boolean }
  | { field: 'payment_day'; day: number; monthsAfter: number }
  /** Days inclusive as the text says them, `2026-12-31`; null: not said. */
  | { field: 'term'; from: string | null; to: string | null; months: number | null }
  | { field: 'guarantee'; amountFen: Fen; conditions: readonly GuaranteeCondition[] }
  | { field: 'penalty'; bearer: Bearer; penalty: SaidPenalty; isHigherOf: boolean }
  | { field: 'deposit'; amountFen: Fen | null; rateBps: Bps | null }
  | { field: 'exclusive'; isExclusive: boolean }
  | { field: 'noncompete_months'; months: number }
  | { field: 'minutes_per_day'; minutes: number }
  | { field: 'minutes_per_month'; minutes: number }
  | { field: 'days_per_month'; days: number }
  | { field: 'fine'; amountFen: Fen; per: 'time' | 'day' | 'hour' | 'month' | 'unsaid' }
  | { field: 'deduction'; rateBps: Bps; what: string }
  | { field: 'notice_days'; days: number; bearer: Bearer }
  /** null: for ever. */
  | { field: 'confidentiality_months'; months: number | null };

export type TermField = TermValue['field'];

export interface GuaranteeCondition {
  kind: 'minutes_per_month' | 'minutes_per_day' | 'days_per_month' | 'first_months';
  count: number;
}

/** Once is 10,000 bps. */
export type SaidPenalty =
  | { kind: 'amount'; amountFen: Fen }
  | { kind: 'multiple'; timesBps: number; of: 'earned' | 'monthly' | 'invested' | 'unsaid' }
  | { kind: 'daily'; rateBps: Bps }
  /** Reckoned from things the text names and no figure settles; the sentence is the value. */
  | { kind: 'formula' };

/** `low`: the words allow another reading, so a person should look twice. */
export type Confidence = 'high' | 'medium' | 'low';

/** A term as the text seems to say it: a proposal, which a person confirms. `start` and `end` place its sentence. */
export interface ProposedTerm {
  field: TermField;
  value: TermValue;
  /** The clause a person would cite, `第三条`; empty for text before the first number. */
  clauseNo: string;
  /** Its place in `segment(text)`. */
  clauseIndex: number;
  quote: string;
  start: number;
  end: number;
  confidence: Confidence;
}

/** A value read, before it knows its place. */
export interface ReadTerm {
  value: TermValue;
  confidence: Confidence;
}
