import { addFen, type Fen, fen } from '../../money.ts';
import { plainYuan, taxableYuan } from '../exact.ts';
import { complain, type TaxInputs } from '../inputs.ts';
import {
  decimalsAfterDeduction,
  type LabourEntry,
  taxLabour,
  tellLabour,
  withholdLabourMonth,
} from '../labour.ts';
import { tellNaturalPersonVat, whyNotWithholdNaturalPersonVat } from '../natural-person-vat.ts';
import type { Regime, RegimeAnswer } from '../regime.ts';
import { tableOn } from '../table.ts';
import { LABOUR_TABLES } from '../tables/labour.ts';
import { tellTable } from '../working.ts';

const NAME = 'labour_single_payment';

/** `income` is the month's (or the one time's) sum; `payments` lists the month's payments and repayments by day. */
export const labourSinglePayment: Regime = {
  name: NAME,
  title: {
    zh: '居民劳务报酬（按次 / 按月合并）',
    en: 'Labour remuneration of a resident (per time or month)',
  },
  answer(inputs) {
    const switchedOn = inputs.choice('naturalPersonVat', ['off', 'on'], 'off') === 'on';
    const reason = whyNotWithholdNaturalPersonVat(switchedOn);
    if (reason) throw complain('naturalPersonVat', reason.message.replace('naturalPersonVat: ', ''));
    return inputs.has('payments') ? answerMonth(inputs) : answerSum(inputs);
  },
};

function answerSum(inputs: TaxInputs): RegimeAnswer {
  const income = inputs.yuan('income');
  const paidOn = inputs.day('paidOn');
  const table = tableOn(LABOUR_TABLES, paidOn, NAME, 'paidOn');
  const { taxable, taxFen } = taxLabour(income.fen, table);
  const decimals = decimalsAfterDeduction(income, table);
  return {
    outputs: { taxable: taxableYuan(taxable, decimals), withholding: plainYuan(taxFen) },
    tables: [table],
    steps: [...tellLabour(income.fen, table), ...tellNaturalPersonVat(paidOn), ...tellTable(table, paidOn)],
  };
}

function answerMonth(inputs: TaxInputs): RegimeAnswer {
  const entries = inputs.items('payments', readEntry);
  checkOneMonth(entries);
  const lastDay = entries.reduce((latest, { paidOn }) => (paidOn > latest ? paidOn : latest), '');
  const table = tableOn(LABOUR_TABLES, lastDay, NAME, 'payments');
  const month = withholdLabourMonth(entries, table);
  return {
    outputs: {
      income: plainYuan(month.incomeFen),
      taxable: taxableYuan(
        month.taxable,
        decimalsAfterDeduction({ fen: month.incomeFen, decimals: 2 }, table),
      ),
      withholding: plainYuan(month.taxFen),
      withheldEachPayment: month.withheldFen.map(plainYuan),
      overWithheld: plainYuan(month.overWithheldFen),
    },
    tables: [table],
    steps: [...month.steps, ...tellNaturalPersonVat(lastDay), ...tellTable(table, lastDay)],
  };
}

function readEntry(item: TaxInputs): LabourEntry {
  const paidOn = item.day('paidOn') ?? item.text('paidOn');
  const repaid = item.has('repaid');
  return {
    paidOn,
    kind: repaid ? 'repaid' : 'paid',
    amountFen: item.yuan(repaid ? 'repaid' : 'income').fen,
    withheldFen: !repaid && item.has('withheld') ? item.yuan('withheld').fen : null,
  };
}

/** Another month is another count; and what was repaid beyond the month's pay belongs to the month it was paid in. */
function checkOneMonth(entries: readonly LabourEntry[]): void {
  const month = entries[0]!.paidOn.slice(0, 7);
  for (const [index, { paidOn }] of entries.entries())
    if (paidOn.slice(0, 7) !== month)
      throw complain(
        `payments.${index}.paidOn`,
        `${paidOn} is not in ${month}: each month is reckoned on its own`,
      );
  const sum = (kind: LabourEntry['kind']): Fen =>
    addFen(...entries.filter((entry) => entry.kind === kind).map(({ amountFen }) => amountFen));
  const restFen = fen(sum('paid') - sum('repaid'));
  if (restFen < 0)
    throw complain(
      'payments',
      `more was repaid in ${month} than paid; the rest corrects the month it was paid in`,
    );
}
