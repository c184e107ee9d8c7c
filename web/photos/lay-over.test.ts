import { describe, expect, it } from 'vitest';
import { layOver } from './lay-over.ts';

const sealed = { width: 1000, height: 800 };
const shipped = { width: 2000, height: 1000 };
/** Where a place of the sealed photo lies on the shipped one: turned a little, and seen aslant. */
const homography = [1.8, -0.2, 150, 0.3, 1.1, 20, 0.0001, 0.00005, 1];

function project([x, y]: readonly [number, number]): [number, number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = homography;
  const depth = g * x + h * y + 1;
  return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
}

/** What a browser does with the transform and a place of the element. */
function put(transform: string, [x, y]: [number, number]): [number, number] {
  const m = transform.slice('matrix3d('.length, -1).split(', ').map(Number);
  const depth = m[3]! * x + m[7]! * y + m[15]!;
  return [(m[0]! * x + m[4]! * y + m[12]!) / depth, (m[1]! * x + m[5]! * y + m[13]!) / depth];
}

describe('the shipped photo laid over the sealed one', () => {
  it.each([
    [200, 100],
    [900, 700],
    [512, 40],
  ] as const)('shows the place %d, %d where the sealed photo shows it', (x, y) => {
    const width = 360;
    const transform = layOver(homography, sealed, shipped, width)!;
    const there = project([x, y]).map((value) => (value * width) / shipped.width) as [number, number];
    const [left, top] = put(transform, there);
    expect(left).toBeCloseTo((x * width) / sealed.width, 6);
    expect(top).toBeCloseTo((y * width) / sealed.width, 6);
  });

  it('is not laid over where the way back is unknown', () => {
    expect(layOver([1, 0, 0, 2, 0, 0, 0, 0, 1], sealed, shipped, 360)).toBeUndefined();
  });
});
