import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readVerificationText, verificationText } from './verification-text.ts';

const hash = fc
  .array(fc.integer({ min: 0, max: 15 }), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.map((digit) => digit.toString(16)).join(''));

describe('the text a person types to check a document', () => {
  test('is four groups of four, without letters that are misread', () => {
    fc.assert(
      fc.property(hash, (of) =>
        /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/.test(verificationText(of)),
      ),
    );
  });

  test('leads back to the first twenty digits of the hash, however it is typed', () => {
    fc.assert(
      fc.property(hash, (of) => {
        const text = verificationText(of);
        for (const typed of [
          text,
          text.toLowerCase(),
          ` ${text.replaceAll('-', ' ')}\n`,
          text.replaceAll('0', 'o').replaceAll('1', 'l'),
        ])
          expect(readVerificationText(typed)).toBe(of.slice(0, 20));
      }),
    );
  });

  test.each(['', '7KQ2-9XMD', '7KQ2-9XMD-7KQ2-9XMU', `${'A'.repeat(17)}`, '７KQ2-9XMD-7KQ2-9XM'])(
    'is none: %j',
    (typed) => {
      expect(readVerificationText(typed)).toBeUndefined();
    },
  );
});

test('a hash that is none is refused', () => {
  expect(() => verificationText('abc')).toThrow('not 64 hex digits');
});
