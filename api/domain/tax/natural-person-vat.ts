import type { Reason } from '../error.ts';
import type { TaxStep } from './working.ts';

/** From this day domestic payers have a duty to withhold VAT of natural persons; its rules were not seen. */
export const NATURAL_PERSON_VAT_FROM = '2026-11-01';

const RULE = {
  zh: '《境内单位代扣代缴自然人增值税管理办法》（财政部 税务总局公告2026年第28号，2026年11月1日起）',
  en: 'MOF/STA Announcement 2026 No. 28 (withholding of natural persons’ VAT by domestic units, from 2026-11-01)',
};

/**
 * Why natural persons' VAT cannot be withheld here. The duty and its day are known (read in secondary material), its
 * scope, rate and counting are not: switched on, the payment stops here instead of withholding an invented figure.
 */
export function whyNotWithholdNaturalPersonVat(switchedOn: boolean): Reason | undefined {
  if (!switchedOn) return undefined;
  return {
    code: 'natural_person_vat_unverified',
    message: `naturalPersonVat: withholding natural persons' VAT is switched on, but the text of ${RULE.en} has not been verified: nothing is computed. Have the official text entered, or switch it off and declare by hand`,
  };
}

/** What a payment to a natural person is told while the switch is off; nothing before the duty's first day. */
export function tellNaturalPersonVat(paidOn: string | null): TaxStep[] {
  if (paidOn !== null && paidOn < NATURAL_PERSON_VAT_FROM) return [];
  return [
    {
      key: 'vat_unverified',
      values: { from: NATURAL_PERSON_VAT_FROM, status: 'V2' },
      text: `${RULE.zh}的条文尚未核实，本计算不含代扣增值税；请先与主管税务机关确认。`,
      textEn: `The text of ${RULE.en} has not been verified: no VAT is withheld in this reckoning; ask the tax office first.`,
    },
  ];
}
