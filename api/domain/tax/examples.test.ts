import { expect, it } from 'vitest';
import { withhold } from './withhold.ts';

/** Payments as a finance clerk meets them; the page beside this test is read and checked by hand. */
const EXAMPLES: [zh: string, en: string, regime: string, inputs: object][] = [
  [
    '一笔 8,000 元',
    'One payment of 8,000',
    'labour_single_payment',
    { income: '8000', paidOn: '2026-05-31' },
  ],
  [
    '一个月三笔，最后退回一部分',
    'Three payments in a month, part of them repaid',
    'labour_single_payment',
    {
      payments: [
        { paidOn: '2026-05-05', income: '3000' },
        { paidOn: '2026-05-12', income: '1000' },
        { paidOn: '2026-05-20', income: '26000' },
        { paidOn: '2026-05-28', repaid: '5000' },
      ],
    },
  ],
  [
    '跨档：62,500.01 元',
    'One fen above a bracket: 62,500.01',
    'labour_single_payment',
    { income: '62500.01', paidOn: '2026-05-31' },
  ],
  [
    '稿酬 5,000 元',
    'Author’s remuneration of 5,000',
    'author_remuneration',
    { income: '5000', paidOn: '2026-05-31' },
  ],
  [
    '工资 30,000 元，三个月',
    'A salary of 30,000 for three months',
    'wages_cumulative',
    {
      monthlySalary: '30000',
      socialInsuranceAndHousing: '4500',
      specialAdditional: '2000',
      months: 3,
      firstMonth: '2026-01',
    },
  ],
  [
    '平台从业人员，中断一个月',
    'A platform worker with a month off',
    'platform_worker_cumulative',
    { monthlyIncome: ['20000', '30000', '0', '20000'], firstMonth: '2026-01' },
  ],
  [
    '实习学生 3,000 元',
    'A student intern of 3,000',
    'student_intern_cumulative',
    { income: '3000', firstMonth: '2026-07' },
  ],
  [
    '非居民 20,000 元',
    'A non-resident of 20,000',
    'nonresident_labour',
    { income: '20000', paidOn: '2026-05-31' },
  ],
  [
    '个体户全年 3,000,000 元',
    'A 个体户 with 3,000,000 in the year',
    'individual_business_annual',
    { annualTaxableIncome: '3000000', year: 2026 },
  ],
  [
    '工作室凭票收款',
    'A studio paid against its invoice',
    'studio_invoice',
    {
      payee: '杭州山岚工作室',
      paidOn: '2026-05-31',
      payment: '58000',
      invoices: [
        { number: '26312000000000000001', seller: '杭州山岚工作室', amount: '58000', issuedOn: '2026-05-28' },
      ],
    },
  ],
  [
    '季度销售额恰为 300,000 元',
    'A quarter of exactly 300,000',
    'vat_small_scale_quarter',
    { sales: '300000', paidOn: '2026-06-30' },
  ],
  [
    '含税 10,000 元的自然人',
    'A natural person with 10,000 including VAT',
    'natural_person_vat_inclusive_combined',
    { grossIncludingVat: '10000', paidOn: '2026-11-30' },
  ],
];

it('the examples read as they were checked', async () => {
  const page = EXAMPLES.map(([zh, en, regime, inputs]) => {
    const { title, outputs, steps } = withhold(regime, inputs);
    const results = Object.entries(outputs).map(
      ([key, value]) => `| ${key} | ${typeof value === 'string' ? value : value.join(' · ')} |`,
    );
    return [
      `## ${zh} · ${en}`,
      `${title.zh} · ${title.en}: \`${regime}\` \`${JSON.stringify(inputs)}\``,
      ['| | 元 CNY |', '|---|---|', ...results].join('\n'),
      steps.map(({ text, textEn }, index) => `${index + 1}. ${text}\n   ${textEn}`).join('\n'),
    ].join('\n\n');
  });
  await expect(`# 代扣税款示例 · Examples of withholding\n\n${page.join('\n\n')}\n`).toMatchFileSnapshot(
    'examples.md',
  );
});
