import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gtinCheckDigit, isGtin } from './gtin.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));
const gtin = fc
  .constantFrom(7, 11, 12, 13)
  .chain(digits)
  .map((body) => `${body}${gtinCheckDigit(body)}`);

describe('a GTIN', () => {
  it.each(['6901234567892', '4006381333931', '036000291452', '96385074', '00012345600012'])(
    '%s is whole',
    (text) => {
      expect(isGtin(text)).toBe(true);
    },
  );

  it.each([
    '',
    '6901234567893',
    '690123456789',
    '69012345678921',
    '690123456789２',
    ' 6901234567892',
    '12345678901',
  ])('%j is not one', (text) => {
    expect(isGtin(text)).toBe(false);
  });

  it('is known by its own check digit', () => {
    fc.assert(fc.property(gtin, (text) => isGtin(text)));
  });

  it('is refused with any one digit wrong', () => {
    fc.assert(
      fc.property(gtin, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, place, step) => {
        const at = place % text.length;
        const wrong = `${text.slice(0, at)}${(Number(text[at]) + step) % 10}${text.slice(at + 1)}`;
        return !isGtin(wrong);
      }),
    );
  });

  it('means the same goods when zeros are put before it', () => {
    fc.assert(fc.property(digits(12), (body) => gtinCheckDigit(body) === gtinCheckDigit(`0${body}`)));
  });
});
