import type { TaxInputs } from './inputs.ts';
import type { DatedTable } from './table.ts';
import type { TaxStep } from './working.ts';

/** Names stay as they are: commands, stored payees and the vectors use them. */
export const REGIME_NAMES = [
  'labour_single_payment',
  'author_remuneration',
  'royalty',
  'platform_worker_cumulative',
  'wages_cumulative',
  'student_intern_cumulative',
  'nonresident_labour',
  'individual_business_annual',
  'studio_invoice',
  'vat_natural_person_per_day',
  'vat_small_scale_month',
  'vat_small_scale_quarter',
  'vat_special_invoice',
  'natural_person_vat_inclusive_combined',
  'natural_person_vat_withholding',
] as const;
export type RegimeName = (typeof REGIME_NAMES)[number];

/** What a regime answers: outputs as plain yuan text, the tables used and the working. */
export interface RegimeAnswer {
  outputs: Record<string, string | readonly string[]>;
  tables: readonly DatedTable[];
  steps: readonly TaxStep[];
}

export interface Regime {
  name: RegimeName;
  title: { zh: string; en: string };
  /** Reads its inputs and answers; throws DomainError naming the field it refuses. */
  answer(inputs: TaxInputs): RegimeAnswer;
}
