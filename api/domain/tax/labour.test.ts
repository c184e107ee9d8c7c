import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFen, type Fen, fen } from '../money.ts';
import { type LabourEntry, taxLabour, withholdLabourMonth } from './labour.ts';
import { LABOUR_TABLES } from './tables/labour.ts';

const table = LABOUR_TABLES[0]!;
const taxFen = (incomeFen: number): Fen => taxLabour(fen(incomeFen), table).taxFen;
const paid = (day: number, amountFen: number, withheldFen: number | null = null): LabourEntry => ({
  paidOn: `2026-05-${String(day).padStart(2, '0')}`,
  kind: 'paid',
  amountFen: fen(amountFen),
  withheldFen: withheldFen === null ? null : fen(withheldFen),
});
const repaid = (day: number, amountFen: number): LabourEntry => ({ ...paid(day, amountFen), kind: 'repaid' });
const payments = fc.array(fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 1e9 })), {
  minLength: 1,
  maxLength: 12,
});

describe('labour remuneration of one month', () => {
  it('withholds in each payment what the month owes so far, less what it has withheld', () => {
    const month = withholdLabourMonth([paid(5, 3000_00), paid(12, 1000_00), paid(20, 26_000_00)], table);
    expect(month.withheldFen).toEqual([440_00, 200_00, 4560_00]);
    expect(month.taxFen).toBe(5200_00);
  });

  it('would lose 800 a payment if payments were not summed: five of 800 owe as one of 4,000 does', () => {
    const month = withholdLabourMonth(
      [1, 2, 3, 4, 5].map((day) => paid(day, 800_00)),
      table,
    );
    expect(addFen(...month.withheldFen)).toBe(taxFen(4000_00));
    expect(taxFen(800_00)).toBe(0);
  });

  it('withholds the tax of the sum, in whatever order the payments are given or made', () => {
    fc.assert(
      fc.property(payments, fc.integer(), (list, seed) => {
        const entries = list.map(([day, amountFen]) => paid(day, amountFen));
        const shuffled = entries
          .map((entry, index) => ({ entry, key: (index * 7919 + seed) % 13 }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }, index) => ({ ...entry, paidOn: paid(index + 1, 0).paidOn }));
        const owed = taxFen(list.reduce((sum, [, amountFen]) => sum + amountFen, 0));
        for (const month of [withholdLabourMonth(entries, table), withholdLabourMonth(shuffled, table)]) {
          expect(addFen(...month.withheldFen)).toBe(owed);
          expect([month.taxFen, month.overWithheldFen]).toEqual([owed, 0]);
        }
      }),
    );
  });

  it('reckons a new payment on what those made did withhold, also when it bears an earlier day', () => {
    const month = withholdLabourMonth([paid(20, 5000_00), paid(25, 5000_00, 700_00)], table);
    expect(month.withheldFen).toEqual([900_00, 700_00]);
    expect(month.taxFen).toBe(1600_00);
  });

  it('adds nothing new when recorded payments are asked for again', () => {
    fc.assert(
      fc.property(payments, (list) => {
        const entries = list.map(([day, amountFen]) => paid(day, amountFen));
        const first = withholdLabourMonth(entries, table);
        const recorded = entries.map((entry, i) => ({ ...entry, withheldFen: first.withheldFen[i]! }));
        expect(withholdLabourMonth([...recorded, paid(31, 0)], table).withheldFen.at(-1)).toBe(0);
      }),
    );
  });

  it('a repayment within the month lowers what the month owes and names what was withheld too much', () => {
    const month = withholdLabourMonth([paid(5, 8000_00), repaid(20, 3000_00)], table);
    expect([month.incomeFen, month.taxFen, month.overWithheldFen]).toEqual([5000_00, 800_00, 480_00]);
    expect(month.withheldFen).toEqual([1280_00, 0]);
  });

  it('a payment after a repayment first uses up what was withheld too much', () => {
    const month = withholdLabourMonth([paid(5, 8000_00), repaid(10, 3000_00), paid(20, 3000_00)], table);
    expect(month.withheldFen).toEqual([1280_00, 0, 0]);
    expect([month.taxFen, month.overWithheldFen]).toEqual([1280_00, 0]);
  });

  it('what was withheld less what was too much is the tax of the month, repayments or not', () => {
    fc.assert(
      fc.property(payments, fc.integer({ min: 0, max: 100 }), (list, share) => {
        const entries = list.map(([day, amountFen]) => paid(day, amountFen));
        const backFen = Math.floor((list[0]![1] * share) / 100);
        const month = withholdLabourMonth([...entries, repaid(list[0]![0], backFen)], table);
        expect(addFen(...month.withheldFen) - month.overWithheldFen).toBe(month.taxFen);
      }),
    );
  });

  it('never withholds less of more, nor more than two fifths', () => {
    const income = fc.integer({ min: 0, max: 1e11 });
    fc.assert(
      fc.property(income, income, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(taxFen(low)).toBeLessThanOrEqual(taxFen(high));
        expect(taxFen(high) * 5).toBeLessThanOrEqual(high * 2);
      }),
    );
  });
});
