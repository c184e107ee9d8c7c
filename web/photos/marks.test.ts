import { describe, expect, it } from 'vitest';
import { cornersText, moveCorner, startOutline, startZone, stepOf } from './marks.ts';

const size = { width: 1200, height: 800 };

describe('marks on a photo', () => {
  it('begin inside of the photo, four corners clockwise from the upper left', () => {
    expect(startOutline(size)).toEqual([
      [96, 64],
      [1104, 64],
      [1104, 736],
      [96, 736],
    ]);
    expect(startZone(size)).toHaveLength(4);
  });

  it('move one corner in whole pixels and never leave the photo', () => {
    const moved = moveCorner(startOutline(size), 1, [1300.4, -20], size);
    expect(moved[1]).toEqual([1200, 0]);
    expect(moved[0]).toEqual([96, 64]);
    expect(moveCorner(moved, 2, [10.6, 20.4], size)[2]).toEqual([11, 20]);
  });

  it('move by arrow keys, ten times as far with shift, and leave other keys alone', () => {
    expect(stepOf('ArrowLeft', false, size)).toEqual([-3, 0]);
    expect(stepOf('ArrowDown', true, size)).toEqual([0, 30]);
    expect(stepOf('Tab', false, size)).toBeUndefined();
    expect(
      cornersText([
        [1, 2],
        [3, 4],
      ]),
    ).toBe('1,2 3,4');
  });
});
