import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaintOf, hundredthsText, parseHundredths, rateText } from './exact.ts';

describe('an amount as it is typed', () => {
  it.each([
    ['1234.5', 123450],
    ['1,234.50', 123450],
    ['１２３４．５', 123450],
    ['￥ 0.07', 7],
    ['-3', -300],
    ['−3', -300],
    ['.5', 50],
    ['12.', 1200],
    ['32.5%', 3250],
    ['90071992547409.91', 9007199254740991],
    ['', null],
    ['-0', 0],
  ])('%s is %s hundredths', (typed, hundredths) => {
    expect(parseHundredths(typed)).toEqual({ hundredths });
  });

  it.each([
    ['0.005', 'tooManyDecimals'],
    ['1.000', 'tooManyDecimals'],
    ['abc', 'notANumber'],
    ['1e5', 'notANumber'],
    ['--1', 'notANumber'],
    ['1.2.3', 'notANumber'],
    ['-', 'notANumber'],
    ['90071992547409.92', 'tooLarge'],
  ])('%s is refused: %s', (typed, complaint) => {
    expect(parseHundredths(typed)).toEqual({ complaint });
  });

  it('comes back as the same amount, whatever it is', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amountFen) => {
        expect(parseHundredths(hundredthsText(amountFen))).toEqual({
          hundredths: amountFen === 0 ? 0 : amountFen,
        });
      }),
    );
  });

  it('shows a rate without needless zeros', () => {
    expect([3250, 1000, 5, 0, null].map(rateText)).toEqual(['32.5', '10', '0.05', '0', '']);
  });
});

describe('a value that waits in a form', () => {
  it('is refused while it is still unreadable text, and outside its limits', () => {
    expect(complaintOf('0.005', {})).toBe('tooManyDecimals');
    expect(complaintOf(-1, { min: 0 })).toBe('negative');
    expect(complaintOf(10001, { max: 10000 })).toBe('tooLarge');
    expect(complaintOf(0, { min: 0, max: 10000 })).toBeUndefined();
    expect(complaintOf(null, { min: 0 })).toBeUndefined();
  });
});
