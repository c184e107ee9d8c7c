import type { Fen } from './money.ts';
import type { Month } from './month.ts';

/** A month settled under the contract: what the anchor was due, refunds taken off; minutes live where they are known. */
export interface SettledMonth {
  month: Month;
  netFen: Fen;
  liveMinutes: number | null;
}

/** An article whose text was read; nothing else is shown as law. */
export interface FigureBasis {
  law: string;
  article: string;
  point: string;
  status: 'verified';
}

/** A figure with its working: a key for the screens, its values, and the sentence in both languages. */
export interface Figure {
  key: string;
  values: Record<string, string>;
  text: string;
  textEn: string;
  /** The result, where it is money. */
  amountFen?: Fen;
  /** The result in hundredths, where it is so many times or so many months. */
  hundredths?: number;
  bases: readonly FigureBasis[];
  /** Types of finding it stands beside. */
  beside: readonly string[];
}

/** What a figure would need and is not known. */
export type Missing =
  | 'no_settled_months'
  | 'no_income'
  | 'no_penalty_said'
  | 'no_loss_shown'
  | 'no_settled_lines'
  | 'no_rules'
  | 'no_fair_term'
  | 'no_counter_offer'
  | 'no_days_said'
  | 'no_hours_said'
  | 'no_hours_streamed'
  | 'no_fines_recorded';

export interface MissingFigure {
  key: string;
  missing: Missing;
  values: Record<string, string>;
  text: string;
  textEn: string;
  bases: readonly FigureBasis[];
  beside: readonly string[];
}

/** What the months come to; undefined where there is none. */
export interface Income {
  months: number;
  firstMonth: Month;
  lastMonth: Month;
  earnedFen: Fen;
  /** To the nearest fen. */
  averageFen: Fen;
}
