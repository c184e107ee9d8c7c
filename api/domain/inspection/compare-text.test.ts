import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gtinCheckDigit, isGtin } from '../gtin.ts';
import { compareExact, compareGtin, compareMarks, compareText } from './compare-text.ts';
import { gtinForms } from './gtin-forms.ts';
import { normaliseText } from './normalise-text.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/data');
const isThere =
  existsSync(path.join(folder, 'barcodes')) && existsSync(path.join(folder, 'products-open-food-facts'));
if (!isThere) console.log('real barcodes: skipped, there is no ../shared/data beside this project');

const asIs = (text: string) => text;
const simplify = (text: string) => text.replaceAll('臺灣', '台湾').replaceAll('煙', '烟');
const gtin = fc
  .constantFrom(7, 11, 12, 13)
  .chain((length) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }))
  .map((digits) => `${digits.join('')}${gtinCheckDigit(digits.join(''))}`);

describe('text on labels', () => {
  it.each([
    ['ＡＢＣ　精华（３０ｍｌ）', 'abc精华(30ml)'],
    ['臺灣製造 · 煙醯胺', '台湾製造·烟酰胺'],
    ['「晨露」', '“晨露”'],
    ['Dew  Lab', 'DEW LAB'],
    ['晨\u200b露', '晨露'],
  ])('%s means %s', (sealed, shipped) => {
    expect(compareText(sealed, shipped, simplify).outcome).toBe('same_meaning');
    expect(compareExact(sealed, shipped).outcome).toBe('different');
  });

  it.each([
    ['晨露', '晨雾'],
    ['粤G妆网备字2025123456', '粤G妆网备字2025123465'],
    ['Dew Lab', 'DewLab'],
    ['已', '己'],
  ])('%s is not %s', (sealed, shipped) => {
    expect(compareText(sealed, shipped, simplify)).toMatchObject({
      outcome: 'different',
      code: 'text_differs',
    });
  });

  it.each([
    ['an accent of its own after a letter', 'cafe\u00b4', 'café'],
    ['an invisible joiner before an accent', 'e\u200d\u0301', 'é'],
  ])('is written one way with %s', (_, text, written) => {
    expect(normaliseText(text, asIs)).toBe(written);
  });

  it('is written one way once: writing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseText(text, asIs);
        expect(normaliseText(once, asIs)).toBe(once);
      }),
    );
  });
});

describe('a barcode', () => {
  it.each([
    ['036000291452', '0036000291452'],
    ['036000291452', '00036000291452'],
    ['01234565', '012345000065'],
    ['6901234567892', '690 1234 567892'],
  ])('%s is the item of %s', (sealed, shipped) => {
    expect(compareGtin(sealed, shipped)).toMatchObject({
      outcome: 'same_meaning',
      code: 'gtin_in_another_form',
    });
  });

  it('of a carton is another, and says of what', () => {
    expect(compareGtin('6901234567892', '16901234567899').code).toBe('other_package_level');
    expect(compareGtin('6901234567892', '6901234567908').code).toBe('other_gtin');
  });

  it('whose check digit is wrong says nothing of the goods', () => {
    expect(compareGtin('6901234567892', '6901234567893')).toMatchObject({
      outcome: 'cannot_compare',
      code: 'not_a_gtin',
      values: { where: 'shipped' },
    });
  });

  it.each([
    ['01234505', '012000003455'],
    ['01234514', '012100003454'],
    ['01234531', '012300000451'],
    ['01234543', '012340000053'],
    ['01234565', '012345000065'],
  ])('UPC-E %s is UPC-A %s', (short, long) => {
    expect(gtinForms(short)).toContain(long.padStart(14, '0'));
  });

  it('is one item with itself and with noughts before it', () => {
    fc.assert(
      fc.property(gtin, (text) => {
        expect(compareGtin(text, text).outcome).toBe('same');
        expect(gtinForms(text.padStart(14, '0'))).toEqual([text.padStart(14, '0')]);
        expect(gtinForms(text)).toContain(text.padStart(14, '0'));
      }),
    );
  });
});

describe.runIf(isThere)('real barcodes', () => {
  it('every UPC-E of the photographs writes out to a GTIN', () => {
    const texts = ['upce-1', 'upce-2'].flatMap((name) =>
      readdirSync(path.join(folder, 'barcodes', name))
        .filter((file) => /^\d+\.txt$/.test(file))
        .map((file) => readFileSync(path.join(folder, 'barcodes', name, file), 'utf8').trim()),
    );
    expect(texts.length).toBeGreaterThan(30);
    expect(texts.filter((text) => gtinForms(text).length === 0)).toEqual([]);
  });

  it('of 9,000 product records every valid code has its forms, and no two items are taken for one', () => {
    const rows = gunzipSync(readFileSync(path.join(folder, 'products-open-food-facts/products.csv.gz')));
    const codes = [...rows.toString('utf8').matchAll(/^"?(\d+)"?,/gm)].map(([, code]) => code!);
    expect(codes.length).toBeGreaterThan(8_900);
    const byForm = new Map<string, string>();
    for (const code of codes.filter(isGtin)) {
      const forms = gtinForms(code);
      expect(forms).toContain(code.padStart(14, '0'));
      const other = byForm.get(forms[0]!);
      expect(other === undefined || Number(other) === Number(code)).toBe(true);
      byForm.set(forms[0]!, code);
    }
  });
});

describe('marks on the pack', () => {
  it('stand in any order', () => {
    expect(compareMarks('3C、有机产品', '有机产品,3C', asIs).outcome).toBe('same_meaning');
  });

  it('name what is missing and what is extra', () => {
    expect(compareMarks('3C、有机产品', '3C、绿色食品', asIs)).toMatchObject({
      outcome: 'different',
      values: { missing: '有机产品', extra: '绿色食品' },
    });
  });
});
