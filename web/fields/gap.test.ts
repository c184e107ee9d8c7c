import { describe, expect, it } from 'vitest';
import { aliasBody, type Gap, gapKey, sameName } from './gap.ts';

const gap: Gap = {
  kind: 'anchor',
  platform: 'douyin',
  externalId: '88',
  name: '小花 ',
  lines: 3,
  paidFen: 100,
};

describe('an unknown id of a file', () => {
  it('is named as an anchor or as a product, never as both', () => {
    expect(aliasBody(gap, 7)).toEqual({ kind: 'anchor', platform: 'douyin', externalId: '88', anchorId: 7 });
    expect(aliasBody({ ...gap, kind: 'product' }, 7)).toEqual({
      kind: 'product',
      platform: 'douyin',
      externalId: '88',
      productId: 7,
    });
  });

  it('is told from the same id on another platform', () => {
    expect(gapKey(gap)).not.toBe(gapKey({ ...gap, platform: 'kuaishou' }));
  });

  it('offers the record of the same name for one click', () => {
    expect(sameName(gap, [{ name: '小花' }, { name: '小花花' }])).toEqual({ name: '小花' });
  });

  it('offers nothing when two records have that name, or the file gives none', () => {
    expect(sameName(gap, [{ name: '小花' }, { name: '小花' }])).toBeUndefined();
    expect(sameName({ name: null }, [{ name: '' }])).toBeUndefined();
  });
});
