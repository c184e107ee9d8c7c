import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMeasuredContent, compareNetContent, compareNumber } from './compare-quantity.ts';
import { normaliseText } from './normalise-text.ts';
import { permittedShortage } from './permitted-shortage.ts';
import { readQuantity, sayMillionths, totalMillionths } from './quantity.ts';

const asIs = (text: string) => text;
const read = (text: string) => readQuantity(normaliseText(text, asIs));
const total = (text: string) => {
  const quantity = read(text);
  return quantity && sayMillionths(totalMillionths(quantity), quantity.dimension);
};

describe('a quantity on a label', () => {
  it.each([
    ['30ml', '30 ml'],
    ['３０ ㎖', '30 ml'],
    ['净含量：0.03 L', '30 ml'],
    ['NET WT. 1.05 kg', '1050 g'],
    ['1,250 克', '1250 g'],
    ['30ml/瓶', '30 ml'],
    ['30毫升装', '30 ml'],
    ['30 mL / 1.0 fl.oz', '30 ml'],
    ['15ml×2', '30 ml'],
    ['2瓶×15ml', '30 ml'],
    ['15mlx2支', '30 ml'],
    ['10片×3盒', '30'],
    ['0.52克拉', '0.104 g'],
    ['12.5厘米', '125 mm'],
    ['℮ 500g', '500 g'],
  ])('%s is %s', (text, expected) => {
    expect(total(text)).toBe(expected);
  });

  it.each(['', '见瓶身', '1 oz', '1,5 l', '30 ml³', '0x15ml', '5 constructor', '12.3456789 g'])(
    '%j is none it knows',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it('is the same in any unit of its kind', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), (mg) => {
        const grams = `${Math.floor(mg / 1000)}.${String(mg % 1000).padStart(3, '0')} g`;
        expect(total(grams)).toBe(total(`${mg} mg`));
      }),
    );
  });
});

describe('a measure with a tolerance of this house', () => {
  const cm = { kind: 'absolute', quantity: '0.5 cm' } as const;
  it.each([
    ['20 cm', '20cm', 'same_meaning'],
    ['20 cm', '205 mm', 'within_tolerance'],
    ['20 cm', '19.5 cm', 'within_tolerance'],
    ['20 cm', '20.51 cm', 'different'],
    ['20 cm', '20 g', 'cannot_compare'],
    ['20 cm', 'as long as an arm', 'cannot_compare'],
  ])('%s against %s is %s', (sealed, shipped, outcome) => {
    expect(compareNumber(sealed, shipped, cm, asIs).outcome).toBe(outcome);
  });

  it('may be a share of the sealed one, both ways', () => {
    const share = { kind: 'share', bps: 500 } as const;
    expect(compareNumber('200 g', '190 g', share, asIs)).toEqual({
      outcome: 'within_tolerance',
      code: 'within_house_tolerance',
      values: { difference: '-10 g', rule: 'house' },
    });
    expect(compareNumber('200 g', '210.01 g', share, asIs).outcome).toBe('different');
  });

  it('a tolerance that does not fit is a bug and says so', () => {
    expect(() => compareNumber('20 g', '21 g', cm, asIs)).toThrow('does not fit');
  });
});

describe('the declared net content', () => {
  it.each([
    ['30ml', '15ml', 'net_content_differs'],
    ['30ml', '30g', 'net_content_differs'],
    ['30ml', '15ml×2', 'pieces_differ'],
    ['30ml', '0.03L', 'written_otherwise'],
    ['30ml', '29.99ml', 'net_content_differs'],
    ['30ml', '30ml', 'same'],
  ])('%s against %s: %s', (sealed, shipped, code) => {
    expect(compareNetContent(sealed, shipped, asIs).code).toBe(code);
  });
});

describe('the permitted shortage of one package', () => {
  const shortageOf = (text: string) => {
    const quantity = read(text)!;
    const shortage = permittedShortage(quantity);
    return shortage === undefined ? undefined : sayMillionths(shortage, quantity.dimension);
  };

  it.each([
    ['15 ml', '1.4 ml'],
    ['30 ml', '2.7 ml'],
    ['50 g', '4.5 g'],
    ['51 g', '4.5 g'],
    ['100 g', '4.5 g'],
    ['150 g', '6.8 g'],
    ['200 ml', '9 ml'],
    ['250 g', '9 g'],
    ['400 g', '12 g'],
    ['500 ml', '15 ml'],
    ['1 kg', '15 g'],
    ['1.5 kg', '22 g'],
    ['5 kg', '75 g'],
    ['12 kg', '150 g'],
    ['25 kg', '250 g'],
    ['5 m', '0 mm'],
    ['10 m', '200 mm'],
    ['50 片', '0'],
    ['120 抽', '2'],
  ])('of %s is %s', (declared, shortage) => {
    expect(shortageOf(declared)).toBe(shortage);
  });

  it('is not invented beyond the table', () => {
    expect(shortageOf('51 kg')).toBeUndefined();
    expect(compareMeasuredContent('51 kg', '50 kg', asIs).code).toBe('no_permitted_shortage');
    expect(compareMeasuredContent('30', '29', asIs).code).toBe('no_permitted_shortage');
  });

  it('never falls as the content grows, and stays below a tenth of it', () => {
    const content = fc.integer({ min: 10, max: 49_000 });
    fc.assert(
      fc.property(content, fc.nat(1_000), (grams, more) => {
        const of = (count: number) =>
          permittedShortage({ dimension: 'mass', millionths: count * 1_000_000, pieces: 1 })!;
        expect(of(grams)).toBeLessThanOrEqual(of(grams + more));
        expect(of(grams)).toBeLessThanOrEqual(grams * 100_000);
      }),
    );
  });

  it('counts for every piece of a pack', () => {
    expect(compareMeasuredContent('15ml×2', '27.2 ml', asIs)).toMatchObject({
      outcome: 'within_tolerance',
      values: { shortage: '2.8 ml', permitted: '2.8 ml' },
    });
  });
});
