import { addFen, type Fen, fen, formatRate, formatYuan } from '../../money.ts';
import { taxByBrackets } from '../brackets.ts';
import { partsOf, plainYuan, roundPartsToFen, toParts } from '../exact.ts';
import { complain, type TaxInputs } from '../inputs.ts';
import { whyNotPayAgainstInvoices } from '../invoices.ts';
import type { Regime } from '../regime.ts';
import { tableOn } from '../table.ts';
import {
  BUSINESS_RELIEF_TABLES,
  BUSINESS_TABLES,
  type BusinessReliefTable,
  type BusinessTable,
  STUDIO_TABLES,
} from '../tables/business.ts';
import { type TaxStep, tellBracket, tellIncome, tellSources, tellTable } from '../working.ts';

/** The year's tax of a 个体户 that files for itself, before and after the half relief. */
export const individualBusinessAnnual: Regime = {
  name: 'individual_business_annual',
  title: { zh: '个体工商户经营所得（年）', en: 'Business income of a 个体户 (year)' },
  answer(inputs) {
    const income = inputs.yuan('annualTaxableIncome');
    const year = inputs.has('year') ? `${inputs.whole('year', 1990, 2999)}-12-31` : null;
    const table = tableOn(BUSINESS_TABLES, year, 'individual_business_annual', 'year');
    const relief = tableOn(BUSINESS_RELIEF_TABLES, year, 'individual_business_annual', 'year');
    const tax = taxByBrackets(table.brackets, toParts(income.fen));
    const afterFen = taxAfterRelief(income.fen, tax.taxFen, table, relief);
    return {
      outputs: { tax: plainYuan(tax.taxFen), taxAfterHalfRelief: plainYuan(afterFen) },
      tables: [table, relief],
      steps: [
        tellIncome(income.fen, { zh: '全年应纳税所得额', en: 'Taxable income of the year' }),
        tellBracket(toParts(income.fen), tax),
        tellRelief(income.fen, tax.taxFen, afterFen, relief),
        ...tellSources(table),
        ...tellTable(relief, year),
      ],
    };
  },
};

/** Paying a studio or 个体户: nothing is withheld, an invoice of the payee's own must cover the payment. */
export const studioInvoice: Regime = {
  name: 'studio_invoice',
  title: { zh: '工作室 / 个体户凭票付款', en: 'Studio or 个体户 paid against invoice' },
  answer(inputs) {
    const payment = {
      payee: inputs.text('payee'),
      paidOn: inputs.day('paidOn') ?? inputs.text('paidOn'),
      payableFen: inputs.yuan('payment').fen,
      invoices: inputs.items('invoices', readInvoice),
    };
    const table = tableOn(STUDIO_TABLES, payment.paidOn, 'studio_invoice', 'paidOn');
    const reason = whyNotPayAgainstInvoices(payment);
    if (reason) {
      const [field, message] = reason.message.split(/: (.*)/s) as [string, string];
      throw complain(field, message);
    }
    const invoicedFen = addFen(...payment.invoices.map(({ amountFen }) => amountFen));
    const restFen = fen(invoicedFen - payment.payableFen);
    return {
      outputs: { withholding: '0.00', invoiced: plainYuan(invoicedFen), invoiceLeft: plainYuan(restFen) },
      tables: [table],
      steps: [tellInvoices(payment.payableFen, invoicedFen), ...tellSources(table)],
    };
  },
};

/** Half the tax on the part up to 2,000,000 falls away; the part above bears its full tax. */
function taxAfterRelief(incomeFen: Fen, taxFen: Fen, table: BusinessTable, relief: BusinessReliefTable): Fen {
  const partFen = incomeFen < relief.upToFen ? incomeFen : relief.upToFen;
  const partTaxFen = taxByBrackets(table.brackets, toParts(partFen)).taxFen;
  return roundPartsToFen(toParts(taxFen) - partsOf(partTaxFen, relief.reliefBps));
}

const readInvoice = (item: TaxInputs) => ({
  number: item.text('number'),
  seller: item.text('seller'),
  amountFen: item.yuan('amount').fen,
  issuedOn: item.day('issuedOn') ?? item.text('issuedOn'),
});

function tellRelief(incomeFen: Fen, taxFen: Fen, afterFen: Fen, relief: BusinessReliefTable): TaxStep {
  const values = {
    upTo: formatYuan(relief.upToFen),
    rate: formatRate(relief.reliefBps),
    relief: formatYuan(taxFen - afterFen),
    tax: formatYuan(afterFen),
  };
  const above = incomeFen > relief.upToFen;
  return {
    key: 'relief',
    values,
    text: `不超过 ${values.upTo} 元部分的税额减征 ${values.rate}：减 ${values.relief} 元，应纳 ${values.tax} 元${above ? '（超过部分不减）' : ''}。`,
    textEn: `Tax on the part up to ${values.upTo} is cut by ${values.rate}: less ${values.relief}, payable ${values.tax}${above ? ' (the part above in full)' : ''}.`,
  };
}

function tellInvoices(payableFen: Fen, invoicedFen: Fen): TaxStep {
  const values = { payable: formatYuan(payableFen), invoiced: formatYuan(invoicedFen) };
  return {
    key: 'invoice',
    values,
    text: `收款方自行开票 ${values.invoiced} 元，覆盖应付 ${values.payable} 元：按经营所得由其自行申报，付款方不代扣个人所得税。`,
    textEn: `The payee invoiced ${values.invoiced}, which covers ${values.payable}: it files business income itself and the payer withholds no income tax.`,
  };
}
