import { type Fen, formatRate } from '../../money.ts';
import { taxByBrackets } from '../brackets.ts';
import { type Parts, plainYuan, readableYuan, taxableYuan } from '../exact.ts';
import type { TaxInputs } from '../inputs.ts';
import { decimalsAfterDeduction, deductFromIncome, tellDeduction } from '../labour.ts';
import type { Regime, RegimeAnswer, RegimeName } from '../regime.ts';
import { tableOn } from '../table.ts';
import { AUTHOR_TABLES, ROYALTY_TABLES, type RoyaltyTable } from '../tables/royalty.ts';
import { type TaxStep, tellBracket, tellIncome, tellTable } from '../working.ts';

export const royalty: Regime = {
  name: 'royalty',
  title: { zh: '特许权使用费', en: 'Royalty' },
  answer: (inputs) => answerRoyalty(inputs, 'royalty', ROYALTY_TABLES),
};

export const authorRemuneration: Regime = {
  name: 'author_remuneration',
  title: { zh: '稿酬', en: 'Author’s remuneration' },
  answer: (inputs) => answerRoyalty(inputs, 'author_remuneration', AUTHOR_TABLES),
};

function answerRoyalty(inputs: TaxInputs, name: RegimeName, tables: readonly RoyaltyTable[]): RegimeAnswer {
  const income = inputs.yuan('income');
  const paidOn = inputs.day('paidOn');
  const table = tableOn(tables, paidOn, name, 'paidOn');
  const taxable = countedPart(income.fen, table);
  const tax = taxByBrackets(table.brackets, taxable);
  const decimals = decimalsAfterDeduction(income, table) + (table.countedBps === 10_000 ? 0 : 1);
  return {
    outputs: { taxable: taxableYuan(taxable, decimals), withholding: plainYuan(tax.taxFen) },
    tables: [table],
    steps: [
      tellIncome(income.fen, { zh: '本次收入', en: 'Income of the time' }),
      tellDeduction(income.fen, table),
      ...tellCounted(income.fen, table),
      tellBracket(taxable, tax),
      ...tellTable(table, paidOn),
    ],
  };
}

/** The rest after deduction, of which the table counts a share: exact, as the deduction and the share are whole bps. */
function countedPart(incomeFen: Fen, table: RoyaltyTable): Parts {
  return (deductFromIncome(incomeFen, table) * BigInt(table.countedBps)) / 10_000n;
}

function tellCounted(incomeFen: Fen, table: RoyaltyTable): TaxStep[] {
  if (table.countedBps === 10_000) return [];
  const rest = readableYuan(deductFromIncome(incomeFen, table));
  const values = {
    rest,
    rate: formatRate(table.countedBps),
    taxable: readableYuan(countedPart(incomeFen, table)),
  };
  return [
    {
      key: 'relief',
      values,
      text: `稿酬的收入额减按 ${values.rate} 计算：${rest} × ${values.rate} = ${values.taxable} 元。`,
      textEn: `Of author’s remuneration ${values.rate} is counted: ${rest} × ${values.rate} = ${values.taxable}.`,
    },
  ];
}
