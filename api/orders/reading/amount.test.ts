import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  multiplyToFen,
  readDecimal,
  readFen,
  readInteger,
  readPercent,
  TOO_FINE,
  TOO_LARGE,
} from './amount.ts';
import { formatPgSeconds, fromSerialDay, readTimestamp } from './timestamp.ts';

const fen = (text: string) => {
  // inside other bytes, so that reading past an end is seen
  const bytes = Buffer.from(`9${text}9`);
  return readFen(bytes, 1, bytes.length - 1);
};
const percent = (text: string) => readPercent(Buffer.from(text), 0, Buffer.byteLength(text));
const time = (text: string) => formatPgSeconds(readTimestamp(Buffer.from(text), 0, Buffer.byteLength(text)));

describe('amounts are read from bytes', () => {
  it.each([
    ['0', 0],
    ['12', 1200],
    ['12.3', 1230],
    ['12.30', 1230],
    ['.50', 50],
    ['-3.5', -350],
    ['+3.5', 350],
    ['1,234.50', 123450],
    ['1,234,567', 123456700],
    ['¥12.00', 1200],
    ['￥1,000.01', 100001],
    ['-¥12.00', -1200],
    ['¥-12.00', -1200],
    ['12.00元', 1200],
    ['12.340', 1234],
    ['12.3400000', 1234],
    ['-0.00', 0],
  ])('%s is %d fen', (text, expected) => {
    expect(fen(text)).toBe(expected);
  });

  it.each([
    '',
    '-',
    '.',
    '12.',
    '1,23',
    '1,2345',
    '12,34.5',
    '1.2.3',
    '--3',
    '1e3',
    '12 3',
    '十二',
    '0x1f',
    '1,,234',
  ])('"%s" is no amount', (text) => {
    expect(fen(text)).toBeNaN();
  });

  it('refuses decimals that fen cannot hold and amounts beyond exact integers', () => {
    expect(fen('12.345')).toBe(TOO_FINE);
    expect(fen('90071992547409.91')).toBe(Number.NaN);
    expect(fen('9999999999999.99')).toBe(999999999999999);
    expect(fen('99999999999999')).toBe(TOO_LARGE);
  });

  it('agrees with whole-number arithmetic on every amount in every spelling', () => {
    const spelling = fc.record({
      units: fc.bigInt(0n, 9_999_999_999n),
      cents: fc.integer({ min: 0, max: 99 }),
      negative: fc.boolean(),
      grouped: fc.boolean(),
      currency: fc.constantFrom('', '¥', '￥'),
      zeros: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(spelling, ({ units, cents, negative, grouped, currency, zeros }) => {
        const whole = grouped ? units.toString().replace(/\B(?=(\d{3})+$)/g, ',') : units.toString();
        const text = `${negative ? '-' : ''}${currency}${whole}.${String(cents).padStart(2, '0')}${'0'.repeat(zeros)}`;
        const expected = (units * 100n + BigInt(cents)) * (negative ? -1n : 1n);
        expect(fen(text)).toBe(Number(expected));
      }),
    );
  });

  it('multiplies exactly and rounds half away from zero', () => {
    const times = (a: string, b: string) => {
      const left = { mantissa: 0, scale: 0 };
      const right = { mantissa: 0, scale: 0 };
      readDecimal(Buffer.from(a), 0, a.length, left);
      readDecimal(Buffer.from(b), 0, b.length, right);
      return multiplyToFen(left, right);
    };
    expect(times('3', '0.335')).toBe(101);
    expect(times('-3', '0.335')).toBe(-101);
    expect(times('1', '0.005')).toBe(1);
    expect(times('1', '0.0049999')).toBe(0);
    expect(times('-5', '0.0')).toBe(0);
    const part = fc.record({
      mantissa: fc.integer({ min: -999_999, max: 999_999 }),
      scale: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(part, part, (a, b) => {
        const found = BigInt(multiplyToFen(a, b)) * 10n ** BigInt(a.scale + b.scale);
        const exact = BigInt(a.mantissa) * BigInt(b.mantissa) * 100n;
        const distance = found > exact ? found - exact : exact - found;
        expect(2n * distance <= 10n ** BigInt(a.scale + b.scale)).toBe(true);
      }),
    );
  });

  it('reads rates and whole numbers', () => {
    expect(percent('32.00%')).toBe(3200);
    expect(percent('0.5%')).toBe(50);
    expect(percent('32')).toBeNaN();
    expect(percent('0.333%')).toBe(TOO_FINE);
    expect(readInteger(Buffer.from('1,024'), 0, 5)).toBe(1024);
    expect(readInteger(Buffer.from('6.0'), 0, 3)).toBe(6);
    expect(readInteger(Buffer.from('6.5'), 0, 3)).toBe(TOO_FINE);
  });
});

describe('times are China time', () => {
  it.each([
    ['2026-05-01 20:30:15', '2026-05-01T20:30:15+08:00'],
    ['2026/5/1 8:05', '2026-05-01T08:05:00+08:00'],
    ['2026/05/01 08:05:09', '2026-05-01T08:05:09+08:00'],
    ['2026-05-01', '2026-05-01T00:00:00+08:00'],
    ['2026-05-01T20:30:15.123', '2026-05-01T20:30:15+08:00'],
    ['1999-12-31 23:59:59', '1999-12-31T23:59:59+08:00'],
    ['2024-02-29 00:00:00', '2024-02-29T00:00:00+08:00'],
  ])('%s', (text, expected) => {
    expect(time(text)).toBe(expected);
  });

  it.each([
    '2026-02-29 00:00:00',
    '2026-13-01 00:00:00',
    '2026-05-01 24:00:00',
    '2026-05/01',
    '01/05/2026',
    'gestern',
  ])('"%s" is no time', (text) => {
    expect(readTimestamp(Buffer.from(text), 0, text.length)).toBeNaN();
  });

  it('reads the day numbers of spreadsheets in both systems', () => {
    expect(formatPgSeconds(fromSerialDay(46143.8543402778, false))).toBe('2026-05-01T20:30:15+08:00');
    expect(formatPgSeconds(fromSerialDay(46143 - 1462, true))).toBe('2026-05-01T00:00:00+08:00');
    expect(fromSerialDay(-1, false)).toBeNaN();
  });
});
