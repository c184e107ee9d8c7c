import { type Bend, bendAt, fitBend, noBend } from './bend.ts';
import type { Homography } from './geometry.ts';
import { fitLocalBend, type Shift } from './local-bend.ts';
import { eachPlace, type Frame, placeGrid } from './place-grid.ts';
import { boxSum, newPlane, type Plane, sampleAt } from './plane.ts';

/** Where the sealed label's pixels lie on the shipped photo. */
export interface Placement {
  homography: Homography;
  bend: Bend;
  /** Median of what the placement leaves over at the measured places, in pixels. */
  restPixels: number;
  /** The places it was measured at, in pixels of the sealed photo. */
  measured: Shift[];
}

const PATCH_RADIUS = 12;
const STEP_PIXELS = 20;
const LEAST_NCC = 0.6;
/** Rounds: on which size of the pictures, how far each looks around, how bent the placement may be after it. */
const ROUNDS = [
  { shrink: 2, reach: 14, order: 3 },
  { shrink: 2, reach: 6, order: 4 },
  { shrink: 1, reach: 4, order: 5 },
  { shrink: 1, reach: 2, order: 5 },
];
/** A pack bent more than this is followed place by place, in further rounds. */
const CURVED_PIXELS = 4;
/** So is one where the smooth bend leaves this much over. */
const UNSETTLED_PIXELS = 0.4;
const CURVED_ROUNDS = [9, 5, 3];

/** Sharpens a placement by small patches of the label found again nearby. `inside`: 1 where to measure, over the frame. */
export function refine(
  sealed: Plane,
  inside: Uint8Array,
  frame: Frame,
  shipped: Plane,
  homography: Homography,
): Placement {
  const middle: [number, number] = [frame.left + frame.width / 2, frame.top + frame.height / 2];
  const extent = Math.max(frame.width, frame.height) / 2;
  const sizes = new Map([
    [1, { sealed, anchors: findAnchors(sealed, inside) }],
    [2, halved(sealed, inside)],
  ]);
  const first: Placement = { homography, bend: noBend(middle, extent), restPixels: Number.NaN, measured: [] };
  let placement = first;
  for (const { shrink, reach, order } of ROUNDS) {
    const found = measure(sizes.get(shrink)!, shipped, placement, frame, shrink, reach);
    if (found.length < 12) break;
    const usable = found.length >= 60 ? order : Math.min(order, 2);
    placement = { ...withRest(found), homography, bend: fitBend(found, usable, middle, extent) };
  }
  if (placement.measured.length < 12 || (!isCurved(placement) && placement.restPixels < UNSETTLED_PIXELS))
    return placement;
  const smooth = placement.bend;
  for (const reach of CURVED_ROUNDS) {
    const found = measure(sizes.get(1)!, shipped, placement, frame, 1, reach);
    const left = found.map((shift) => {
      const [dx, dy] = bendAt(smooth, shift.x, shift.y);
      return { ...shift, dx: shift.dx - dx, dy: shift.dy - dy };
    });
    placement = { ...withRest(found), homography, bend: { ...smooth, local: fitLocalBend(left, frame) } };
  }
  return placement;
}

/** Whether the pack is no flat one: the placement bends away from a flat projection. */
export function isCurved({ bend, measured }: Placement): boolean {
  const bent = measured.map(({ x, y }) => Math.hypot(...bendAt(bend, x, y))).sort((a, b) => a - b);
  return (bent[Math.floor(bent.length * 0.9)] ?? 0) > CURVED_PIXELS;
}

type Measured = Shift & { rest: number };

const withRest = (found: Measured[]): Pick<Placement, 'restPixels' | 'measured'> => ({
  restPixels: found.map(({ rest }) => rest).sort((a, b) => a - b)[found.length >> 1] ?? Number.NaN,
  measured: found,
});

/** Where patches of the sealed label lie, measured from the present placement; whole shifts, not corrections. */
function measure(
  { sealed, anchors }: { sealed: Plane; anchors: [number, number][] },
  shipped: Plane,
  placement: Placement,
  frame: Frame,
  shrink: number,
  reach: number,
): Measured[] {
  const whole = warp(shipped, placement, frame);
  const moved = shrink === 2 ? halve(whole) : whole;
  const sums = { values: boxSum(moved, PATCH_RADIUS), squares: boxSum(squared(moved), PATCH_RADIUS) };
  const shifts: Measured[] = [];
  for (const [x, y] of anchors) {
    const found = findPatch(sealed, moved, sums, x, y, reach);
    if (!found) continue;
    const [px, py] = [x * shrink + frame.left, y * shrink + frame.top];
    const [sx, sy] = [found.dx * shrink, found.dy * shrink];
    const [dx, dy] = bendAt(placement.bend, px + sx, py + sy);
    shifts.push({ x: px, y: py, dx: dx + sx, dy: dy + sy, weight: found.ncc ** 2, rest: Math.hypot(sx, sy) });
  }
  return shifts;
}

/** A plane of the shipped photo as it would lie on the sealed one, over the frame. */
export function warp(plane: Plane, { homography, bend }: Placement, frame: Frame): Plane {
  const result = newPlane(frame.width, frame.height);
  const grid = placeGrid(homography, bend, frame);
  for (let y = 0; y < frame.height; y++) {
    const row = y * frame.width;
    eachPlace(grid, y, frame.width, 1, (x, sx, sy) => {
      result.data[row + x] = sampleAt(plane, sx, sy);
    });
  }
  return result;
}

function halve({ data, width, height }: Plane): Plane {
  const half = newPlane(width >> 1, height >> 1);
  for (let y = 0; y < half.height; y++)
    for (let x = 0; x < half.width; x++) {
      const at = 2 * y * width + 2 * x;
      half.data[y * half.width + x] =
        (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]!) / 4;
    }
  return half;
}

function halved(sealed: Plane, inside: Uint8Array) {
  const half = halve(sealed);
  const where = Uint8Array.from(half.data, (_, i) => {
    const x = i % half.width;
    return inside[2 * ((i - x) / half.width) * sealed.width + 2 * x]!;
  });
  return { sealed: half, anchors: findAnchors(half, where) };
}

/** Places with edges in two directions: only there a shift can be measured in both. */
function findAnchors({ data, width, height }: Plane, inside: Uint8Array): [number, number][] {
  const anchors: [number, number][] = [];
  const margin = PATCH_RADIUS + 1;
  for (let cy = margin; cy < height - margin; cy += STEP_PIXELS)
    for (let cx = margin; cx < width - margin; cx += STEP_PIXELS) {
      if (inside[cy * width + cx] !== 1) continue;
      let [xx, yy, xy, all] = [0, 0, 0, 1];
      for (let y = cy - PATCH_RADIUS; y <= cy + PATCH_RADIUS; y++)
        for (let x = cx - PATCH_RADIUS; x <= cx + PATCH_RADIUS; x++) {
          const i = y * width + x;
          if (inside[i] !== 1) all = 0;
          const gx = data[i + 1]! - data[i - 1]!;
          const gy = data[i + width]! - data[i - width]!;
          xx += gx * gx;
          yy += gy * gy;
          xy += gx * gy;
        }
      const count = (2 * PATCH_RADIUS + 1) ** 2;
      const weaker = (xx + yy - Math.sqrt((xx - yy) ** 2 + 4 * xy * xy)) / 2 / count;
      if (all === 1 && weaker > 60) anchors.push([cx, cy]);
    }
  return anchors;
}

const squared = ({ data, width, height }: Plane): Plane => ({
  data: data.map((value) => value * value),
  width,
  height,
});

/** Where the patch around a place lies on the other plane, to a part of a pixel. `sums`: of patches of that plane. */
function findPatch(
  a: Plane,
  b: Plane,
  sums: { values: Plane; squares: Plane },
  cx: number,
  cy: number,
  reach: number,
) {
  const r = PATCH_RADIUS;
  const { width, height } = a;
  const size = 2 * r + 1;
  const count = size * size;
  const patch = new Float64Array(count);
  let mean = 0;
  for (let y = -r, k = 0; y <= r; y++)
    for (let x = -r; x <= r; x++, k++) {
      patch[k] = a.data[(cy + y) * width + cx + x]!;
      mean += patch[k]!;
    }
  mean /= count;
  let energy = 0;
  for (let k = 0; k < count; k++) {
    patch[k]! -= mean;
    energy += patch[k]! ** 2;
  }
  if (cx - r - reach < 0 || cy - r - reach < 0 || cx + r + reach >= width || cy + r + reach >= height)
    return undefined;
  const side = 2 * reach + 1;
  const scores = new Float64Array(side * side);
  let best = 0;
  for (let oy = -reach; oy <= reach; oy++)
    for (let ox = -reach; ox <= reach; ox++) {
      let product = 0;
      for (let y = -r, k = 0; y <= r; y++) {
        const row = (cy + oy + y) * width + cx + ox;
        for (let x = -r; x <= r; x++, k++) product += b.data[row + x]! * patch[k]!;
      }
      const middle = (cy + oy) * width + cx + ox;
      const spread = sums.squares.data[middle]! - sums.values.data[middle]! ** 2 / count;
      const at = (oy + reach) * side + ox + reach;
      scores[at] = spread > 0 ? product / Math.sqrt(spread * energy) : 0;
      if (scores[at]! > scores[best]!) best = at;
    }
  const [bx, by] = [best % side, Math.floor(best / side)];
  if (scores[best]! < LEAST_NCC || bx === 0 || by === 0 || bx === side - 1 || by === side - 1)
    return undefined;
  return {
    dx: bx - reach + peak(scores[best - 1]!, scores[best]!, scores[best + 1]!),
    dy: by - reach + peak(scores[best - side]!, scores[best]!, scores[best + side]!),
    ncc: scores[best]!,
  };
}

/** The top of the parabola through three neighbours, −0.5 to 0.5. */
function peak(before: number, at: number, after: number): number {
  const curve = before - 2 * at + after;
  return curve < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curve))) : 0;
}
