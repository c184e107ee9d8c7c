import { describe, expect, it } from 'vitest';
import { diffRecords, maskNumbers } from './diff.ts';

describe('the change of a record', () => {
  it('names only what changed', () => {
    const before = { id: 1, name: '甲', lines: [{ fen: 1 }], rowVersion: 1 };
    const after = { id: 1, name: '乙', lines: [{ fen: 2 }], rowVersion: 2 };
    expect(diffRecords(before, after)).toEqual({
      before: { name: '甲', lines: [{ fen: 1 }] },
      after: { name: '乙', lines: [{ fen: 2 }] },
    });
  });

  it('has one side alone for what is new or gone', () => {
    expect(diffRecords(undefined, { id: 1, name: '甲' })).toEqual({
      before: null,
      after: { id: 1, name: '甲' },
    });
    expect(diffRecords({ id: 1 }, undefined)).toEqual({ before: { id: 1 }, after: null });
  });

  it('shows that a telephone number changed without showing it', () => {
    const { before, after } = diffRecords({ phone: '13800005678' }, { phone: '13811115678' });
    expect(before).toEqual({ phone: '138****5678' });
    expect(after).toEqual({ phone: '138****5678' });
  });
});

describe('masked numbers', () => {
  it.each([
    ['王经理 138 0013 8000', '王经理 138****8000'],
    ['0571-88886666 转 12', '057*****6666 转 12'],
    ['8888666', '***8666'],
    ['每场 20 款', '每场 20 款'],
  ])('%s → %s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });
});
