import { boxSum, newPlane, type Plane } from './plane.ts';

/** Half a window: a window holds one character of small print. */
const WINDOW_RADIUS = 9;
/** A window with less of the label in it says nothing. */
const LEAST_COUNT = 120;
/** Placement is right to a fraction of a pixel; more search would forgive changed strokes. */
const SHIFTS: [number, number][] = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
];

/** Shading and glare are wide, strokes are narrow: only what is narrower than this is compared as print. */
const SHADING_RADIUS = 14;

/** The plane without its shading, taken from the chosen pixels alone; 0 elsewhere. */
export function withoutShading(plane: Plane, inside: Uint8Array): Plane {
  const { width, height } = plane;
  const chosen = newPlane(width, height);
  for (let i = 0; i < inside.length; i++) if (inside[i] === 1) chosen.data[i] = plane.data[i]!;
  const sum = boxSum(chosen, SHADING_RADIUS);
  const count = boxSum(asPlane(inside, width, height), SHADING_RADIUS);
  for (let i = 0; i < inside.length; i++)
    if (inside[i] === 1) chosen.data[i]! -= sum.data[i]! / Math.max(1, count.data[i]!);
  return chosen;
}

/**
 * How much the print around each pixel differs: what the sealed photo leaves unexplained of the shipped one, after the
 * best small shift and its own brightness, as a part of the label's contrast of ink and paper. 0 where not `inside`.
 */
export function scorePrint(
  sealed: Plane,
  shipped: Plane,
  gain: Plane,
  inside: Uint8Array,
  contrast: number,
): Plane {
  const { width, height } = sealed;
  const counts = boxSum(asPlane(inside, width, height), WINDOW_RADIUS);
  const least = newPlane(width, height);
  least.data.fill(Number.POSITIVE_INFINITY);
  for (const [dx, dy] of SHIFTS) {
    const rest = newPlane(width, height);
    const squares = newPlane(width, height);
    for (let y = 1; y < height - 1; y++)
      for (let x = 1; x < width - 1; x++) {
        const i = y * width + x;
        if (inside[i] !== 1) continue;
        const value = shipped.data[i + dy * width + dx]! - gain.data[i]! * sealed.data[i]!;
        rest.data[i] = value;
        squares.data[i] = value * value;
      }
    const sum = boxSum(rest, WINDOW_RADIUS);
    const sumOfSquares = boxSum(squares, WINDOW_RADIUS);
    for (let i = 0; i < least.data.length; i++) {
      const n = counts.data[i]!;
      if (inside[i] !== 1 || n < LEAST_COUNT) continue;
      const variance = sumOfSquares.data[i]! / n - (sum.data[i]! / n) ** 2;
      if (variance < least.data[i]!) least.data[i] = variance;
    }
  }
  for (let i = 0; i < least.data.length; i++) {
    const variance = least.data[i]!;
    least.data[i] = Number.isFinite(variance)
      ? Math.sqrt(Math.max(0, variance)) / (Math.max(0.05, gain.data[i]!) * contrast)
      : 0;
  }
  return least;
}

function asPlane(mask: Uint8Array, width: number, height: number): Plane {
  return { data: Float32Array.from(mask), width, height };
}
