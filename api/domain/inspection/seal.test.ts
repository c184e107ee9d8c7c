import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Seal, sealText, whyNotSeal } from './seal.ts';
import { TEMPLATES } from './templates.ts';

const outline = [
  [10, 10],
  [900, 12],
  [898, 1200],
  [8, 1190],
] as const;
const seal: Seal = {
  category: 'cosmetics',
  attributes: {
    name: '烟酰胺焕亮精华液',
    brand: '晨露',
    gtin: '6901234567892',
    netContent: '30 ml',
    shelfLife: '36个月',
    ingredients: '水、烟酰胺、甘油',
    filingNumber: '粤G妆网备字2025123456',
    licenceNumber: '粤妆20200001',
    maker: '广东晨露生物科技有限公司',
    origin: '广东广州',
    spec: '30ml/瓶',
  },
  faces: [
    { face: 'front', photoSha256: 'a'.repeat(64), outline, variableZones: [] },
    { face: 'back', photoSha256: 'b'.repeat(64), outline, variableZones: [outline] },
  ],
  readGtin: '06901234567892',
  batch: 'L20260301',
  sealNumber: 'FY-0001',
  sealedOn: '2026-05-01',
  sealedBy: 'lin',
  witnessedBy: 'zhao',
};
const why = (more: Partial<Seal>) => whyNotSeal({ ...seal, ...more }, TEMPLATES.cosmetics);

describe('sealing a sample', () => {
  it('takes everything that is compared later', () => {
    expect(why({})).toBeUndefined();
    expect(why({ readGtin: null })).toBeUndefined();
  });

  it.each<[Partial<Seal>, string]>([
    [{ witnessedBy: 'lin' }, 'two_people'],
    [{ witnessedBy: '' }, 'two_people'],
    [{ sealNumber: ' ' }, 'no_seal_number'],
    [{ batch: '' }, 'no_batch'],
    [{ faces: [] }, 'no_photo'],
    [{ faces: [{ ...seal.faces[0]!, outline: [] }] }, 'no_outline'],
    [{ faces: [seal.faces[0]!, { ...seal.faces[0]!, face: 'back' }] }, 'same_photo_twice'],
    [{ attributes: { ...seal.attributes, gtin: '6901234567893' } }, 'not_a_gtin'],
    [{ readGtin: '036000291452' }, 'barcode_differs'],
  ])('is refused with %j', (more, code) => {
    expect(why(more)?.code).toBe(code);
  });

  it('names the attributes that are missing', () => {
    expect(why({ attributes: { ...seal.attributes, maker: '', origin: ' ' } })).toMatchObject({
      code: 'attributes_missing',
      details: { attributes: ['maker', 'origin'] },
    });
  });
});

describe('the text of a seal', () => {
  it('is the same in whatever order it was written down', () => {
    const entries = Object.entries(seal.attributes);
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(sealText({ ...seal, attributes: Object.fromEntries(shuffled) })).toBe(sealText(seal));
      }),
    );
  });

  it('is another one when anything changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(seal.attributes)),
        fc.string({ minLength: 1 }),
        (key, more) => {
          const attributes = { ...seal.attributes, [key]: `${seal.attributes[key]}${more}` };
          expect(sealText({ ...seal, attributes })).not.toBe(sealText(seal));
        },
      ),
    );
    expect(sealText({ ...seal, faces: seal.faces.toReversed() })).not.toBe(sealText(seal));
    expect(sealText({ ...seal, witnessedBy: 'wang' })).not.toBe(sealText(seal));
  });
});
