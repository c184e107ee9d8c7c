import { boxSum, newPlane, type Plane, quantile, valuesWhere } from './plane.ts';

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
 * best small shift, as a part of the label's contrast of ink and paper. 0 where not `inside`.
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
  const squares = newPlane(width, height);
  for (const [dx, dy] of SHIFTS) {
    for (let y = 1; y < height - 1; y++)
      for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
        if (inside[i] !== 1) continue;
        const rest = shipped.data[i + dy * width + dx]! - gain.data[i]! * sealed.data[i]!;
        squares.data[i] = rest * rest;
      }
    const sum = boxSum(squares, WINDOW_RADIUS);
    for (let i = 0; i < sum.data.length; i++) {
      const mean = sum.data[i]! / counts.data[i]!;
      if (mean < least.data[i]!) least.data[i] = mean;
    }
  }
  // most of a label is bare paper: what is left over there is the camera's noise
  const noise = quantile(valuesWhere(least, inside), 0.4);
  for (let i = 0; i < least.data.length; i++) {
    const heard = inside[i] === 1 && counts.data[i]! >= LEAST_COUNT && Number.isFinite(least.data[i]!);
    least.data[i] = heard ? Math.sqrt(Math.max(0, least.data[i]! - noise)) / (gain.data[i]! * contrast) : 0;
  }
  return least;
}

function asPlane(mask: Uint8Array, width: number, height: number): Plane {
  return { data: Float32Array.from(mask), width, height };
}
