import { describe, expect, it } from 'vitest';
import { compareUnit } from './compare-unit.ts';
import type { Attributes } from './comparison.ts';
import { CATEGORIES, TEMPLATES } from './templates.ts';

const TRADITIONAL: Record<string, string> = { 煙: '烟', 淨: '净', 產: '产', 氫: '氢', 廣: '广', 東: '东' };
const surroundings = {
  inspectedOn: '2026-05-20',
  toSimplified: (text: string) => text.replace(/./gu, (character) => TRADITIONAL[character] ?? character),
};

const serum: Attributes = {
  name: '烟酰胺焕亮精华液',
  brand: '晨露 DewLab',
  gtin: '6901234567892',
  netContent: '30 ml',
  shelfLife: '36个月',
  ingredients: '水、烟酰胺、甘油、透明质酸钠、苯氧乙醇',
  filingNumber: '粤G妆网备字2025123456',
  licenceNumber: '粤妆20200001',
  maker: '广东晨露生物科技有限公司',
  origin: '广东广州',
  spec: '30ml/瓶',
};
const honest: Attributes = { ...serum, producedOn: '2026-03-01', expiresOn: '2029-02-28' };

const compare = (shipped: Attributes) => compareUnit(TEMPLATES.cosmetics, serum, shipped, surroundings);

describe('a unit against the sealed sample', () => {
  it('finds nothing on an honest unit of another batch', () => {
    const rows = compare(honest);
    expect(rows.map(({ outcome }) => outcome)).toEqual(Array(11).fill('same'));
  });

  it('finds the swapped serum: content and an ingredient, the critical ones first', () => {
    const rows = compare({
      ...honest,
      netContent: '15 ml',
      ingredients: '水、甘油、透明质酸钠、苯氧乙醇',
      maker: '广州晨露日化厂',
    });
    expect(rows.slice(0, 4)).toMatchObject([
      {
        attribute: 'netContent',
        criticality: 'critical',
        code: 'net_content_differs',
        values: { sealed: '30 ml', shipped: '15 ml' },
        sealed: '30 ml',
        shipped: '15 ml',
      },
      {
        attribute: 'ingredients',
        code: 'ingredients_differ',
        values: { removed: '烟酰胺', added: '' },
        parts: [{ change: 'removed', part: '烟酰胺', sealedPlace: 2, shippedPlace: null }],
      },
      { attribute: 'maker', criticality: 'major', code: 'text_differs' },
      { outcome: 'same' },
    ]);
  });

  it('does not mind the writing of a label', () => {
    const rows = compare({
      ...honest,
      netContent: '淨含量：３０ｍＬ',
      ingredients: '成分：水，煙醯胺，甘油，透明质酸钠，苯氧乙醇。',
      brand: '晨露 DEWLAB',
      gtin: '06901234567892',
      maker: '廣東晨露生物科技有限公司',
    });
    expect(
      rows.filter(({ outcome }) => outcome !== 'same').map((row) => [row.attribute, row.outcome]),
    ).toEqual([
      ['brand', 'same_meaning'],
      ['gtin', 'same_meaning'],
      ['netContent', 'same_meaning'],
      ['ingredients', 'same_meaning'],
      ['maker', 'same_meaning'],
    ]);
  });

  it('tells what was not written down from what is not there', () => {
    const { gtin: _, ...unread } = honest;
    expect(compare(unread)[0]).toMatchObject({
      attribute: 'gtin',
      outcome: 'cannot_compare',
      code: 'not_recorded',
      shipped: null,
    });
    expect(compare({ ...honest, gtin: '' })[0]).toMatchObject({
      attribute: 'gtin',
      outcome: 'different',
      code: 'not_on_unit',
    });
  });

  it('weighs what it holds against what the sample declares, by the permitted shortage', () => {
    const row = (measuredContent: string) =>
      compare({ ...honest, measuredContent }).find(({ attribute }) => attribute === 'measuredContent');
    expect(row('27.3 ml')).toMatchObject({
      outcome: 'within_tolerance',
      sealed: '30 ml',
      values: { shortage: '2.7 ml', permitted: '2.7 ml', status: 'secondary' },
    });
    expect(row('27.2 ml')).toMatchObject({ outcome: 'different', code: 'beyond_permitted_shortage' });
    expect(row('31 ml')).toMatchObject({ outcome: 'same', code: 'holds_what_it_declares' });
  });

  it('puts goods past their day on top, critical', () => {
    const [first] = compare({ ...honest, producedOn: '2023-05-01', expiresOn: '2026-04-30' });
    expect(first).toMatchObject({ attribute: 'shelfLife', code: 'past_its_day', criticality: 'critical' });
  });

  it('every template names each attribute once, says who it is, and its tolerances fit', () => {
    for (const category of CATEGORIES) {
      const rules = TEMPLATES[category];
      const names = rules.map(({ attribute }) => attribute);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining(['name', 'brand', 'maker', 'origin']));
      expect(rules.some(({ criticality }) => criticality === 'critical')).toBe(true);
      for (const rule of rules) {
        const { comparator } = rule;
        if (comparator.by === 'measured_content') expect(names).toContain(comparator.declaredIn);
        if (comparator.by !== 'number' || comparator.tolerance.kind !== 'absolute') continue;
        const [, unit] = comparator.tolerance.quantity.split(' ');
        const [row] = compareUnit(
          [rule],
          { [rule.attribute]: `5 ${unit}` },
          { [rule.attribute]: `5.001${unit}` },
          surroundings,
        );
        expect(row?.code).toBe('within_house_tolerance');
      }
    }
  });
});
