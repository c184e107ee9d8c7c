import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '../money.ts';
import { plainYuan } from './exact.ts';
import { type EarlierPayment, type PayoutTaxQuestion, taxPayout } from './payout-tax.ts';
import { HOUSE_TAX_SETTINGS } from './settings.ts';
import { withhold } from './withhold.ts';

const PLATFORM = { ...HOUSE_TAX_SETTINGS, platformWorkerCumulative: true };
const ask = (over: Partial<PayoutTaxQuestion>) =>
  taxPayout({
    regime: 'labour_single_payment',
    settings: HOUSE_TAX_SETTINGS,
    payee: '林晓',
    paidOn: '2026-05-20',
    grossFen: fen(8000_00),
    earlier: [],
    invoices: [],
    ...over,
  });
const earlier = (paidOn: string, grossFen: number, withheldFen: number): EarlierPayment => ({
  paidOn,
  grossFen: fen(grossFen),
  withheldFen: fen(withheldFen),
});

/** Pays one after another, each knowing what went before, and gives what each withheld. */
function payInTurn(payments: [day: string, grossFen: number][], over: Partial<PayoutTaxQuestion>): number[] {
  const made: EarlierPayment[] = [];
  for (const [paidOn, grossFen] of payments) {
    const { withheldFen } = ask({ ...over, paidOn, grossFen: fen(grossFen), earlier: made });
    made.push(earlier(paidOn, grossFen, withheldFen));
  }
  return made.map(({ withheldFen }) => withheldFen);
}

describe('the tax of a payout', () => {
  it('counts the payments of the same month, and not those of the month before', () => {
    const lastDay = earlier('2026-04-30', 50_000_00, 10_000_00);
    expect(ask({ earlier: [lastDay] })).toMatchObject({ withheldFen: 1280_00, netFen: 6720_00 });
    const firstDay = earlier('2026-05-01', 2000_00, 240_00);
    expect(ask({ earlier: [lastDay, firstDay] }).withheldFen).toBe(1360_00);
  });

  it('begins the year anew on the first of January', () => {
    const lastYear = earlier('2025-12-31', 90_000_00, 5000_00);
    const first = { regime: 'platform_worker_cumulative', settings: PLATFORM, paidOn: '2026-01-01' } as const;
    expect(ask({ ...first, earlier: [lastYear] }).withheldFen).toBe(ask(first).withheldFen);
  });

  it('withholds month by month what the cumulative regime answers for the same months', () => {
    const amounts = [20_000_00, 1, 30_000_00, 5000_00];
    const turns = amounts.map((grossFen, i): [string, number] => [`2026-0${i + 1}-28`, grossFen]);
    expect(payInTurn(turns, { regime: 'platform_worker_cumulative', settings: PLATFORM })).toEqual([
      330_00, 0, 420_00, 0,
    ]);
  });

  it('splits a month among its payments and withholds the month’s tax, for every regime of persons', () => {
    const regimes = ['labour_single_payment', 'platform_worker_cumulative', 'nonresident_labour'] as const;
    const amounts = fc.array(fc.integer({ min: 1, max: 60_000_00 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...regimes), amounts, (regime, grosses) => {
        const settings = PLATFORM;
        const whole = ask({ regime, settings, grossFen: fen(grosses.reduce((a, b) => a + b, 0)) });
        const turns = grosses.map((gross, i): [string, number] => [`2026-05-0${i + 1}`, gross]);
        const withheld = payInTurn(turns, { regime, settings }).reduce((a, b) => a + b, 0);
        expect(withheld).toBe(whole.withheldFen);
      }),
    );
  });

  it('never withholds more than it pays, even when earlier payments withheld too little', () => {
    const unpaid = [earlier('2026-05-01', 90_000_00, 0)];
    for (const regime of [
      'labour_single_payment',
      'nonresident_labour',
      'student_intern_cumulative',
    ] as const)
      expect(ask({ regime, grossFen: fen(100), earlier: unpaid })).toMatchObject({
        withheldFen: 100,
        netFen: 0,
      });
  });

  it('agrees with the command for one payment', () => {
    const { withholding } = withhold('nonresident_labour', { income: '20000' }).outputs;
    const { withheldFen } = ask({ regime: 'nonresident_labour', grossFen: fen(20_000_00) });
    expect(withholding).toBe(plainYuan(withheldFen));
  });

  it('starts a platform worker anew after a month without pay', () => {
    const before = [earlier('2026-02-10', 20_000_00, 330_00)];
    const question = { regime: 'platform_worker_cumulative', settings: PLATFORM, earlier: before } as const;
    expect(ask({ ...question, paidOn: '2026-04-10', grossFen: fen(20_000_00) }).withheldFen).toBe(330_00);
  });

  it('stops where a setting says so, and a studio is none of the natural persons', () => {
    expect(() => ask({ regime: 'platform_worker_cumulative' })).toThrow('ask the tax office');
    const on = { ...HOUSE_TAX_SETTINGS, naturalPersonVat: true };
    expect(() => ask({ settings: on })).toThrow('has not been verified: nothing is computed');
    const invoices = [{ number: '1', seller: '林晓', amountFen: fen(8000_00), issuedOn: '2026-05-19' }];
    const studio = ask({ regime: 'studio_invoice', settings: on, invoices });
    expect(studio).toMatchObject({ withheldFen: 0, netFen: 8000_00 });
    expect(() => ask({ regime: 'studio_invoice' })).toThrow('invoices: 0.00 invoiced of 8,000.00 to pay');
  });

  it('carries the notice on natural persons’ VAT since November 2026', () => {
    const keys = (paidOn: string) => ask({ paidOn }).steps.map(({ key }) => key);
    expect(keys('2026-10-31')).not.toContain('vat_unverified');
    expect(keys('2026-11-01')).toContain('vat_unverified');
  });

  it.each([
    [{ grossFen: fen(0) }, 'grossFen'],
    [{ earlier: [earlier('2026-05-01', -1, 0)] }, 'earlier.0'],
    [{ paidOn: '2018-12-31' }, 'paidOn'],
    [
      {
        regime: 'student_intern_cumulative' as const,
        earlier: [earlier('2026-06-01', 100, 0)],
      },
      'paidOn',
    ],
  ])('refuses %o: %s', (over, field) => {
    expect(() => ask(over)).toThrow(new RegExp(`^${field.replace('.', '\\.')}: `));
  });
});
