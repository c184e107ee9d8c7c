import { DomainError } from '../error.ts';
import { readTaxInputs } from './inputs.ts';
import { REGIME_NAMES, type Regime, type RegimeAnswer, type RegimeName } from './regime.ts';
import { individualBusinessAnnual, studioInvoice } from './regimes/business.ts';
import { labourSinglePayment } from './regimes/labour.ts';
import { nonResidentLabour } from './regimes/non-resident.ts';
import { platformWorkerCumulative } from './regimes/platform-worker.ts';
import { authorRemuneration, royalty } from './regimes/royalty.ts';
import { studentInternCumulative } from './regimes/student-intern.ts';
import {
  naturalPersonVatInclusive,
  naturalPersonVatWithholding,
  vatNaturalPersonPerDay,
  vatSmallScaleMonth,
  vatSmallScaleQuarter,
  vatSpecialInvoice,
} from './regimes/vat.ts';
import { wagesCumulative } from './regimes/wages.ts';

/** Every regime under its name. */
export const REGIMES: Readonly<Record<RegimeName, Regime>> = {
  labour_single_payment: labourSinglePayment,
  author_remuneration: authorRemuneration,
  royalty,
  platform_worker_cumulative: platformWorkerCumulative,
  wages_cumulative: wagesCumulative,
  student_intern_cumulative: studentInternCumulative,
  nonresident_labour: nonResidentLabour,
  individual_business_annual: individualBusinessAnnual,
  studio_invoice: studioInvoice,
  vat_natural_person_per_day: vatNaturalPersonPerDay,
  vat_small_scale_month: vatSmallScaleMonth,
  vat_small_scale_quarter: vatSmallScaleQuarter,
  vat_special_invoice: vatSpecialInvoice,
  natural_person_vat_inclusive_combined: naturalPersonVatInclusive,
  natural_person_vat_withholding: naturalPersonVatWithholding,
};

export interface Withholding extends RegimeAnswer {
  regime: RegimeName;
  title: { zh: string; en: string };
}

/**
 * The tax of one question with its working. Inputs are named values, amounts yuan as text; outputs are plain yuan text.
 * Throws DomainError: `tax_regime_unknown`, `tax_input` (missing, negative, not an amount, unknown name) and
 * `tax_no_table` (a day no table covers), each naming the field.
 */
export function withhold(regimeName: string, rawInputs: unknown): Withholding {
  const name = REGIME_NAMES.find((known) => known === regimeName);
  if (name === undefined) {
    const complaint = `there is no regime ${regimeName}; known: ${REGIME_NAMES.join(', ')}`;
    throw new DomainError('invalid', 'tax_regime_unknown', `regime: ${complaint}`, {
      errors: { regime: complaint },
    });
  }
  const regime = REGIMES[name];
  const inputs = readTaxInputs(rawInputs);
  const answer = regime.answer(inputs);
  inputs.finish();
  return { regime: name, title: regime.title, ...answer };
}
