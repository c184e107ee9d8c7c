import { fen, formatYuan } from '../../money.ts';
import { plainYuan, roundPartsToFen } from '../exact.ts';
import { complain, type TaxInputs } from '../inputs.ts';
import { taxLabour, tellLabour } from '../labour.ts';
import { tellNaturalPersonVat, whyNotWithholdNaturalPersonVat } from '../natural-person-vat.ts';
import type { Regime, RegimeName } from '../regime.ts';
import { tableOn } from '../table.ts';
import { LABOUR_TABLES } from '../tables/labour.ts';
import { VAT_LEVY_TABLES, VAT_TABLES } from '../tables/vat.ts';
import { salesWithoutVat, type VatPeriod, vatAtRate, vatOfPeriod } from '../vat.ts';
import { tellSources, tellTable } from '../working.ts';

export const vatNaturalPersonPerDay = periodRegime('vat_natural_person_per_day', 'day', {
  zh: '自然人增值税（每次 / 日）',
  en: 'VAT of a natural person (a time, day)',
});

export const vatSmallScaleMonth = periodRegime('vat_small_scale_month', 'month', {
  zh: '小规模纳税人增值税（月）',
  en: 'VAT of a small-scale taxpayer (month)',
});

export const vatSmallScaleQuarter = periodRegime('vat_small_scale_quarter', 'quarter', {
  zh: '小规模纳税人增值税（季）',
  en: 'VAT of a small-scale taxpayer (quarter)',
});

/** A special invoice waives threshold and cut: the levy of the law on the whole amount. */
export const vatSpecialInvoice: Regime = {
  name: 'vat_special_invoice',
  title: { zh: '放弃减征开具专用发票', en: 'VAT with a special invoice' },
  answer(inputs) {
    const sales = inputs.yuan('sales');
    const paidOn = inputs.day('paidOn');
    const table = tableOn(VAT_LEVY_TABLES, paidOn, 'vat_special_invoice', 'paidOn');
    const { vatFen, steps } = vatAtRate(sales.fen, table.levyBps);
    return {
      outputs: { vat: plainYuan(vatFen) },
      tables: [table],
      steps: [...steps, ...tellTable(table, paidOn)],
    };
  },
};

/**
 * What lies in a gross amount that holds its VAT: VAT by the threshold of the day, and income tax on the rest. It is
 * arithmetic on known rates; who withholds that VAT is the unverified rule, and the working says so.
 */
export const naturalPersonVatInclusive: Regime = {
  name: 'natural_person_vat_inclusive_combined',
  title: { zh: '自然人含税价：增值税与劳务报酬', en: 'Gross with VAT: VAT and labour remuneration' },
  answer(inputs) {
    const gross = inputs.yuan('grossIncludingVat');
    const paidOn = inputs.day('paidOn');
    const name = 'natural_person_vat_inclusive_combined';
    const vatTable = tableOn(VAT_TABLES, paidOn, name, 'paidOn');
    const labourTable = tableOn(LABOUR_TABLES, paidOn, name, 'paidOn');
    const withoutVat = salesWithoutVat(gross.fen, vatTable.reducedBps);
    const vat = vatOfPeriod(withoutVat, 'day', vatTable, readAtThreshold(inputs));
    // Below the threshold there is no VAT in the amount: all of it is income.
    const salesFen = vat.vatFen === 0 ? gross.fen : withoutVat;
    const { taxable, taxFen } = taxLabour(salesFen, labourTable);
    return {
      outputs: {
        vat: plainYuan(fen(gross.fen - salesFen)),
        incomeTaxBase: plainYuan(roundPartsToFen(taxable)),
        withholding: plainYuan(taxFen),
        sales: plainYuan(salesFen),
      },
      tables: [vatTable, labourTable],
      steps: [
        {
          key: 'income',
          values: { gross: formatYuan(gross.fen), sales: formatYuan(salesFen) },
          text: `含税金额 ${formatYuan(gross.fen)} 元，不含税销售额 ${formatYuan(salesFen)} 元。`,
          textEn: `Gross with VAT ${formatYuan(gross.fen)}, sales without VAT ${formatYuan(salesFen)}.`,
        },
        ...vat.steps,
        ...tellLabour(salesFen, labourTable),
        ...tellNaturalPersonVat(paidOn),
        ...tellSources(labourTable),
        ...tellTable(vatTable, paidOn),
      ],
    };
  },
};

/** The switch itself: it blocks, because the rule's text is not verified. */
export const naturalPersonVatWithholding: Regime = {
  name: 'natural_person_vat_withholding',
  title: { zh: '代扣代缴自然人增值税（条文未核实，停用）', en: 'Withholding natural persons’ VAT (blocked)' },
  answer() {
    const reason = whyNotWithholdNaturalPersonVat(true)!;
    throw complain('naturalPersonVat', reason.message.replace('naturalPersonVat: ', ''));
  },
};

function periodRegime(name: RegimeName, period: VatPeriod, title: { zh: string; en: string }): Regime {
  return {
    name,
    title,
    answer(inputs) {
      const sales = inputs.yuan('sales');
      const paidOn = inputs.day('paidOn');
      const table = tableOn(VAT_TABLES, paidOn, name, 'paidOn');
      const { vatFen, steps } = vatOfPeriod(sales.fen, period, table, readAtThreshold(inputs));
      return {
        outputs: { vat: plainYuan(vatFen) },
        tables: [table],
        steps: [...steps, ...tellTable(table, paidOn)],
      };
    },
  };
}

const readAtThreshold = (inputs: TaxInputs) => inputs.choice('atThreshold', ['taxable', 'exempt'], 'taxable');
