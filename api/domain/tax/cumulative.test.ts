import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFen, fen } from '../money.ts';
import { taxByBrackets } from './brackets.ts';
import { type AfterGap, type CumulativeTable, withholdCumulative } from './cumulative.ts';
import { atLeastZero } from './exact.ts';
import { PLATFORM_WORKER_TABLES } from './tables/platform-worker.ts';
import { WAGE_TABLES } from './tables/wages.ts';
import { withhold } from './withhold.ts';

const wages = WAGE_TABLES[0]!;
const platform = PLATFORM_WORKER_TABLES[0]!;

function run(incomesFen: number[], table: CumulativeTable, afterGap: AfterGap = 'count_on', deductedFen = 0) {
  const months = incomesFen.map((incomeFen, index) => ({
    label: String(index + 1),
    incomeFen: fen(incomeFen),
    deductedFen: fen(deductedFen),
    withheldFen: null,
  }));
  return withholdCumulative(months, table, afterGap);
}

/** The annual formula on the year's sums: its own arithmetic, not the cumulation's. */
function taxOfYear(incomesFen: number[], table: CumulativeTable): number {
  const sum = incomesFen.reduce((total, one) => total + BigInt(one), 0n);
  const kept = sum * BigInt(10_000 - table.costBps);
  const off = BigInt(table.monthlyDeductionFen) * 10_000n * BigInt(incomesFen.length);
  return taxByBrackets(table.brackets, atLeastZero(kept - off)).taxFen;
}

const sumWithheld = (incomesFen: number[], table: CumulativeTable) =>
  addFen(...run(incomesFen, table).map(({ withheldFen }) => withheldFen));
const year = (minFen: number) =>
  fc.array(fc.integer({ min: minFen, max: 200_000_00 }), { minLength: 12, maxLength: 12 });

describe.each([
  ['wages', wages, 5000_00],
  ['platform workers', platform, 6250_00],
])('cumulative withholding of %s', (_, table, enoughFen) => {
  it('withholds over the year what the yearly formula gives, when every month covers its deduction', () => {
    fc.assert(
      fc.property(year(enoughFen), (incomes) => {
        expect(sumWithheld(incomes, table)).toBe(taxOfYear(incomes, table));
      }),
    );
  });

  it('never withholds less than the yearly formula, whatever the months: the rest is for the annual settlement', () => {
    fc.assert(
      fc.property(year(0), (incomes) => {
        expect(sumWithheld(incomes, table)).toBeGreaterThanOrEqual(taxOfYear(incomes, table));
      }),
    );
  });

  it('withholds more, never less, over the months when one month earns more', () => {
    fc.assert(
      fc.property(
        year(enoughFen),
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 0, max: 1e7 }),
        (incomes, at, moreFen) => {
          const raised = incomes.with(at, incomes[at]! + moreFen);
          expect(sumWithheld(raised, table)).toBeGreaterThanOrEqual(sumWithheld(incomes, table));
        },
      ),
    );
  });

  it('pays nothing back within the year', () => {
    fc.assert(
      fc.property(year(0), (incomes) => {
        for (const { withheldFen } of run(incomes, table)) expect(withheldFen).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('cumulative withholding', () => {
  it('crosses from 3 % to 10 % in the month whose sum leaves 36,000', () => {
    const months = run([41_000_00, 5000_01, 5000_00], wages);
    expect(months.map(({ withheldFen }) => withheldFen)).toEqual([1080_00, 0, 0]);
    expect(run([41_000_00, 5000_10], wages)[1]!.withheldFen).toBe(1);
  });

  it('reckons the next month on what earlier months did withhold', () => {
    const [first, second] = run([20_000_00, 20_000_00], wages);
    const months = [first!, second!].map((month, index) => ({
      label: month.label,
      incomeFen: fen(20_000_00),
      deductedFen: fen(0),
      withheldFen: index === 0 ? fen(400_00) : null,
    }));
    expect(withholdCumulative(months, wages, 'count_on')[1]!.withheldFen).toBe(
      first!.withheldFen + second!.withheldFen - 400_00,
    );
  });

  it('begins anew after a month without income when months must be consecutive, and says it is one reading', () => {
    const restarted = run([20_000_00, 0, 20_000_00], platform, 'restart');
    expect(restarted.map(({ withheldFen, months }) => [withheldFen, months])).toEqual([
      [330_00, 1],
      [0, 0],
      [330_00, 1],
    ]);
    expect(restarted[1]!.steps[0]!.key).toBe('gap');
    expect(run([20_000_00, 0, 20_000_00], platform)[2]!.withheldFen).toBe(180_00);
  });

  it('keeps going through a month of one fen: it is income', () => {
    expect(run([20_000_00, 1, 20_000_00], platform, 'restart')[2]!.months).toBe(3);
  });

  it('ends with the calendar year', () => {
    const ask = (firstMonth: string, months: number) => () =>
      withhold('wages_cumulative', { monthlySalary: '8000', months, firstMonth });
    expect(ask('2026-11', 2)).not.toThrow();
    expect(ask('2026-11', 3)).toThrow('months: 3 months, but the year has 2 from 2026-11 on');
  });

  it('knows no platform-worker rule before October 2025', () => {
    const ask = (firstMonth: string) => () =>
      withhold('platform_worker_cumulative', { monthlyIncome: ['8000'], firstMonth });
    expect(ask('2025-10')).not.toThrow();
    expect(ask('2025-09')).toThrow('firstMonth: no table of platform_worker_cumulative covers 2025-09-01');
  });

  it('takes tax-free income and other deductions off, one for all months or month by month', () => {
    const ask = (more: object) =>
      withhold('platform_worker_cumulative', { monthlyIncome: ['10000', '10000'], ...more }).outputs.total;
    expect(ask({})).toBe('180.00');
    expect(ask({ monthlyTaxFree: '500' })).toBe('150.00');
    expect(ask({ monthlyTaxFree: '500', monthlyOtherDeduction: ['0', '1000'] })).toBe('120.00');
  });
});
