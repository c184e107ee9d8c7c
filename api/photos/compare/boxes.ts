import type { Plane } from './plane.ts';

/** A spot where a score is over its threshold; in cells of the plane. */
export interface Spot {
  left: number;
  top: number;
  right: number;
  bottom: number;
  cells: number;
  peak: number;
}

/** Connected spots at or over the threshold, those nearer than `gap` cells to each other taken together. */
export function findSpots(score: Plane, threshold: number, gap: number): Spot[] {
  const { data, width, height } = score;
  const spots: Spot[] = [];
  const seen = new Uint8Array(data.length);
  const waiting: number[] = [];
  for (let start = 0; start < data.length; start++) {
    if (seen[start] === 1 || data[start]! < threshold) continue;
    const spot: Spot = { left: width, top: height, right: 0, bottom: 0, cells: 0, peak: 0 };
    seen[start] = 1;
    waiting.push(start);
    for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
      const [x, y] = [i % width, Math.floor(i / width)];
      spot.left = Math.min(spot.left, x);
      spot.right = Math.max(spot.right, x);
      spot.top = Math.min(spot.top, y);
      spot.bottom = Math.max(spot.bottom, y);
      spot.cells++;
      spot.peak = Math.max(spot.peak, data[i]!);
      for (const [nx, ny] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ] as const) {
        const next = ny * width + nx;
        if (nx < 0 || ny < 0 || nx >= width || ny >= height || seen[next] === 1 || data[next]! < threshold)
          continue;
        seen[next] = 1;
        waiting.push(next);
      }
    }
    spots.push(spot);
  }
  return joinNear(spots, gap);
}

function joinNear(spots: Spot[], gap: number): Spot[] {
  const joined: Spot[] = [];
  for (const spot of spots) {
    let whole = spot;
    for (let i = joined.length - 1; i >= 0; i--) {
      const other = joined[i]!;
      const apart =
        other.left > whole.right + gap ||
        whole.left > other.right + gap ||
        // lines of print stay apart: below one another less counts as near
        other.top > whole.bottom + gap / 3 ||
        whole.top > other.bottom + gap / 3;
      if (apart) continue;
      whole = {
        left: Math.min(whole.left, other.left),
        top: Math.min(whole.top, other.top),
        right: Math.max(whole.right, other.right),
        bottom: Math.max(whole.bottom, other.bottom),
        cells: whole.cells + other.cells,
        peak: Math.max(whole.peak, other.peak),
      };
      joined.splice(i, 1);
      // what has grown may now be near to one already passed
      i = joined.length;
    }
    joined.push(whole);
  }
  return joined;
}
