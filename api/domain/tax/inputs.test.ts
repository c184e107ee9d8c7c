import { describe, expect, it } from 'vitest';
import { DomainError } from '../error.ts';
import { withhold } from './withhold.ts';

function refusal(regime: string, inputs: unknown): { code: string; field: string; message: string } {
  try {
    withhold(regime, inputs);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, field: Object.keys(error.errors ?? {}).join(), message: error.message };
  }
  throw new Error('it was answered');
}

const entry = (paidOn: string, income: string) => ({ paidOn, income });

describe('what withhold refuses', () => {
  it.each([
    [{}, 'income', 'is missing'],
    [{ income: '-0.01' }, 'income', 'is negative'],
    [{ income: -5 }, 'income', 'is negative'],
    [{ income: '1.555' }, 'income', 'finer than a fen'],
    [{ income: 1.5 }, 'income', 'write amounts as text'],
    [{ income: '1e9' }, 'income', 'not an amount'],
    [{ income: '1,000' }, 'income', 'not an amount'],
    [{ income: '10000000000' }, 'income', 'below 10,000,000,000'],
    [{ income: null }, 'income', 'yuan as text'],
    [{ income: '5', bonus: '1' }, 'bonus', 'is not an input here'],
    [{ income: '5', paidOn: '2026-02-30' }, 'paidOn', 'is not a day'],
    [{ income: '5', paidOn: '20260501' }, 'paidOn', 'is not a day'],
    [{ payments: [] }, 'payments', 'at least one entry'],
    [{ payments: [{ income: '5' }] }, 'payments.0.paidOn', 'is missing'],
    [{ payments: [entry('2026-05-01', '-5')] }, 'payments.0.income', 'is negative'],
    [
      { payments: [entry('2026-05-31', '5'), entry('2026-06-01', '5')] },
      'payments.1.paidOn',
      'is not in 2026-05',
    ],
    [
      { payments: [entry('2026-05-01', '5'), { paidOn: '2026-05-02', repaid: '6' }] },
      'payments',
      'more was repaid',
    ],
    [{ payments: [{ ...entry('2026-05-01', '5'), note: 'x' }] }, 'payments.0.note', 'is not an input here'],
    [
      { payments: Array.from({ length: 5001 }, () => entry('2026-05-01', '5')) },
      'payments',
      'more than 5000 entries',
    ],
    [[], 'inputs', 'must be an object'],
    [null, 'inputs', 'must be an object'],
  ])('labour case %#: %o, field %s', (inputs, field, message) => {
    const refused = refusal('labour_single_payment', inputs);
    expect(refused).toMatchObject({ code: 'tax_input', field });
    expect(refused.message).toContain(message);
  });

  it.each([
    ['wages_cumulative', { monthlySalary: '1' }, 'months'],
    ['wages_cumulative', { monthlySalary: '1', months: 0 }, 'months'],
    ['wages_cumulative', { monthlySalary: '1', months: 13 }, 'months'],
    ['wages_cumulative', { monthlySalary: ['1', '2'], months: 3 }, 'monthlySalary'],
    ['wages_cumulative', { monthlySalary: '1', months: 1, firstMonth: '2026-13' }, 'firstMonth'],
    ['platform_worker_cumulative', { monthlyIncome: '5' }, 'monthlyIncome'],
    ['platform_worker_cumulative', { monthlyIncome: ['5', '-1'] }, 'monthlyIncome.1'],
    ['platform_worker_cumulative', { monthlyIncome: ['5'], afterGap: 'maybe' }, 'afterGap'],
    ['vat_small_scale_month', { sales: '5', atThreshold: 'perhaps' }, 'atThreshold'],
    ['individual_business_annual', { annualTaxableIncome: '5', year: '26.5' }, 'year'],
  ])('%s %j: %s', (regime, inputs, field) => {
    expect(refusal(regime, inputs)).toMatchObject({ code: 'tax_input', field });
  });

  it.each([
    ['labour_single_payment', { income: '5', paidOn: '2018-12-31' }, 'paidOn'],
    ['royalty', { income: '5', paidOn: '2018-12-31' }, 'paidOn'],
    ['nonresident_labour', { income: '5', paidOn: '2018-12-31' }, 'paidOn'],
    ['vat_natural_person_per_day', { sales: '5', paidOn: '2025-12-31' }, 'paidOn'],
    ['vat_small_scale_quarter', { sales: '5', paidOn: '2028-01-01' }, 'paidOn'],
    ['vat_special_invoice', { sales: '5', paidOn: '2025-12-31' }, 'paidOn'],
    ['student_intern_cumulative', { income: '5', firstMonth: '2020-06' }, 'firstMonth'],
    ['individual_business_annual', { annualTaxableIncome: '5', year: 2028 }, 'year'],
  ])('%s %j: no table covers the day', (regime, inputs, field) => {
    expect(refusal(regime, inputs)).toMatchObject({ code: 'tax_no_table', field });
  });

  it.each(['vat', 'constructor', '', 'LABOUR_SINGLE_PAYMENT'])('the regime %j: there is none', (name) => {
    expect(refusal(name, { income: '5' })).toMatchObject({ code: 'tax_regime_unknown', field: 'regime' });
  });
});

describe('what withhold takes', () => {
  it('whole yuan as a number, and text with blanks around it', () => {
    for (const income of [8000, '8000', ' 8000.00 '])
      expect(withhold('labour_single_payment', { income }).outputs.withholding).toBe('1280.00');
  });

  it('the first and the last day of a table', () => {
    for (const paidOn of ['2026-01-01', '2027-12-31'])
      expect(withhold('vat_small_scale_month', { sales: '100000', paidOn }).outputs.vat).toBe('1000.00');
  });
});
