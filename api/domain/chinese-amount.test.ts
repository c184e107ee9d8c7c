import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toChineseAmount } from './chinese-amount.ts';

describe('an amount in Chinese capitals', () => {
  test.each([
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [105, '壹元零伍分'],
    [1000, '壹拾元整'],
    [1010, '壹拾元零壹角整'],
    [140_950, '壹仟肆佰零玖元伍角整'],
    [600_714, '陆仟零柒元壹角肆分'],
    [168_032, '壹仟陆佰捌拾元零叁角贰分'],
    [10_700_053, '壹拾万柒仟元零伍角叁分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [100_000_000, '壹佰万元整'],
    [10_000_000_000, '壹亿元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [10_001_000_000, '壹亿零壹万元整'],
    [9_000_000_000_000_000, '玖拾万亿元整'],
    [9_007_199_254_740_991, '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
  ])('%i fen is %s', (amountFen, said) => {
    expect(toChineseAmount(amountFen)).toBe(said);
  });

  test('is read back as the same amount, whatever it is', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (amountFen) => {
        expect(readBack(toChineseAmount(amountFen))).toBe(amountFen);
      }),
    );
  });

  test('never doubles a zero and never leaves room at the end', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }), fc.nat(12), (seed, zeros) => {
        // Round amounts have the runs of zeros that random ones lack.
        const said = toChineseAmount(Number(seed - (seed % 10n ** BigInt(zeros))));
        expect(said).not.toMatch(/零零|零万|零亿|零角|零分/);
        expect(said).toMatch(/(整|分)$/);
      }),
    );
  });

  test.each([-1, 0.5, Number.NaN])('refuses %d, which nobody can pay', (amount) => {
    expect(() => toChineseAmount(amount)).toThrow(RangeError);
  });
});

/** The words' own arithmetic, the other way round: split at 亿, then at 万, then add up the places. */
function readBack(said: string): number {
  const [, yuan = '', jiao, fen] = /^(?:(.*)元)?零?(?:(.)角)?零?(?:(.)分)?整?$/.exec(said)!;
  const cents = digitOf(jiao) * 10n + digitOf(fen);
  return Number(readYuan(yuan) * 100n + cents);
}

function readYuan(said: string): bigint {
  const parts = said.split('亿');
  const low = readTenThousands(parts.at(-1)!);
  return parts.length === 2 ? readTenThousands(parts[0]!) * 100_000_000n + low : low;
}

function readTenThousands(said: string): bigint {
  const parts = said.split('万');
  const low = readPlaces(parts.at(-1)!);
  return parts.length === 2 ? readPlaces(parts[0]!) * 10_000n + low : low;
}

function readPlaces(said: string): bigint {
  const placed = said.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g);
  return [...placed].reduce(
    (sum, [, digit, place]) => sum + digitOf(digit) * { '': 1n, 拾: 10n, 佰: 100n, 仟: 1000n }[place!]!,
    0n,
  );
}

const digitOf = (digit: string | undefined): bigint =>
  digit === undefined ? 0n : BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(digit));
