import { describe, expect, it } from 'vitest';
import { fen } from '../money.ts';
import { whyNotPayAgainstInvoices } from './invoices.ts';
import { whyNotWithholdNaturalPersonVat } from './natural-person-vat.ts';
import { REGIME_NAMES } from './regime.ts';
import { HOUSE_TAX_SETTINGS, whyNotUseRegime } from './settings.ts';
import { withhold } from './withhold.ts';

describe('the natural-person VAT switch', () => {
  it('off: nothing is in the way, and payments since November 2026 say what is not verified', () => {
    expect(whyNotWithholdNaturalPersonVat(HOUSE_TAX_SETTINGS.naturalPersonVat)).toBeUndefined();
    const keys = (inputs: object) =>
      withhold('labour_single_payment', { income: '8000', ...inputs }).steps.map(({ key }) => key);
    expect(keys({ paidOn: '2026-10-31' })).not.toContain('vat_unverified');
    expect(keys({ paidOn: '2026-11-01' })).toContain('vat_unverified');
    expect(keys({})).toContain('vat_unverified');
  });

  it('on: every payment stops with the reason, no figure is invented', () => {
    expect(whyNotWithholdNaturalPersonVat(true)).toMatchObject({ code: 'natural_person_vat_unverified' });
    const ask = () => withhold('labour_single_payment', { income: '8000', naturalPersonVat: 'on' });
    expect(ask).toThrow(/naturalPersonVat: .*has not been verified: nothing is computed/);
    expect(() => withhold('natural_person_vat_withholding', { income: '8000' })).toThrow(
      'has not been verified',
    );
  });

  it('the split of a gross amount with VAT tells that withholding it is not verified', () => {
    const { steps } = withhold('natural_person_vat_inclusive_combined', {
      grossIncludingVat: '10000',
      paidOn: '2026-11-30',
    });
    expect(steps.map(({ key }) => key)).toContain('vat_unverified');
  });
});

describe('the platform-worker regime', () => {
  it('is off for a plain agency and says why; every other regime may be used', () => {
    const refused = REGIME_NAMES.filter((name) => whyNotUseRegime(name, HOUSE_TAX_SETTINGS));
    expect(refused).toEqual(['platform_worker_cumulative']);
    expect(whyNotUseRegime('platform_worker_cumulative', HOUSE_TAX_SETTINGS)?.message).toContain(
      'ask the tax office',
    );
  });

  it('is open to an agency that decided it is a platform enterprise', () => {
    const settings = { ...HOUSE_TAX_SETTINGS, platformWorkerCumulative: true };
    expect(whyNotUseRegime('platform_worker_cumulative', settings)).toBeUndefined();
  });
});

describe('the VAT threshold', () => {
  it.each([
    ['vat_natural_person_per_day', '1000.00', '10.00'],
    ['vat_small_scale_month', '100000.00', '1000.00'],
    ['vat_small_scale_quarter', '300000.00', '3000.00'],
  ])('%s: exactly reached is taxed whole, unless the older reading is asked for', (regime, sales, vat) => {
    expect(withhold(regime, { sales }).outputs.vat).toBe(vat);
    const exempt = withhold(regime, { sales, atThreshold: 'exempt' });
    expect(exempt.outputs.vat).toBe('0.00');
    expect(exempt.steps[0]!.textEn).toContain('derived, not stated');
  });
});

describe('a payment against invoices', () => {
  const invoice = { number: '001', seller: '杭州山岚工作室', amountFen: fen(60_00), issuedOn: '2026-05-20' };
  const ask = (invoices: (typeof invoice)[]) =>
    whyNotPayAgainstInvoices({
      payee: '杭州山岚工作室',
      paidOn: '2026-05-31',
      payableFen: fen(100_00),
      invoices,
    });

  it('is paid when the payee’s own invoices cover it to the fen', () => {
    expect(ask([invoice, { ...invoice, number: '002', amountFen: fen(40_00) }])).toBeUndefined();
    expect(ask([invoice, { ...invoice, number: '002', amountFen: fen(39_99) }])?.message).toContain(
      '0.01 is missing',
    );
  });

  it.each([
    [{ number: '001' }, 'invoices.1.number: invoice 001 is named twice'],
    [{ number: '002', seller: '别家工作室' }, 'invoices.1.seller: invoice 002 is of 别家工作室'],
    [{ number: '002', issuedOn: '2026-06-01' }, 'invoices.1.issuedOn: invoice 002 is of 2026-06-01, after'],
  ])('refuses %j', (change, message) => {
    expect(ask([invoice, { ...invoice, ...change }])?.message).toContain(message);
  });

  it('withholds nothing and says who files', () => {
    const inputs = {
      payee: '杭州山岚工作室',
      paidOn: '2026-05-31',
      payment: '100',
      invoices: [{ number: '001', seller: '杭州山岚工作室', amount: '120', issuedOn: '2026-05-20' }],
    };
    const { outputs, steps } = withhold('studio_invoice', inputs);
    expect(outputs).toEqual({ withholding: '0.00', invoiced: '120.00', invoiceLeft: '20.00' });
    expect(steps[0]!.text).toContain('付款方不代扣个人所得税');
    expect(() => withhold('studio_invoice', { ...inputs, payment: '120.01' })).toThrow(
      'invoices: 120.00 invoiced of 120.01 to pay',
    );
  });
});
