import { bps, formatRate, formatYuan } from '../../money.ts';
import { taxByBrackets } from '../brackets.ts';
import { partsOf, plainYuan, readableYuan } from '../exact.ts';
import type { Regime } from '../regime.ts';
import { tableOn } from '../table.ts';
import { NON_RESIDENT_TABLES } from '../tables/non-resident.ts';
import { tellBracket, tellIncome, tellTable } from '../working.ts';

export const nonResidentLabour: Regime = {
  name: 'nonresident_labour',
  title: { zh: '非居民个人劳务报酬', en: 'Labour remuneration of a non-resident' },
  answer(inputs) {
    const income = inputs.yuan('income');
    const paidOn = inputs.day('paidOn');
    const table = tableOn(NON_RESIDENT_TABLES, paidOn, 'nonresident_labour', 'paidOn');
    const taxable = partsOf(income.fen, bps(10_000 - table.deductionBps));
    const tax = taxByBrackets(table.brackets, taxable);
    const values = {
      income: formatYuan(income.fen),
      rate: formatRate(table.deductionBps),
      taxable: readableYuan(taxable),
    };
    return {
      outputs: { withholding: plainYuan(tax.taxFen) },
      tables: [table],
      steps: [
        tellIncome(income.fen, {
          zh: '本次（月）劳务报酬收入',
          en: 'Labour remuneration of the time (month)',
        }),
        {
          key: 'deduction',
          values,
          text: `非居民个人减除 ${values.rate} 费用，无 800 元扣除：应纳税所得额 ${values.taxable} 元。`,
          textEn: `A non-resident has ${values.rate} off and no fixed deduction: taxable ${values.taxable}.`,
        },
        tellBracket(taxable, tax),
        ...tellTable(table, paidOn),
      ],
    };
  },
};
