import { type LocalBend, localBendAt, type Shift } from './local-bend.ts';

/** A smooth shift of places, for what a flat projection leaves over: a curved pack, a lens. */
export interface Bend {
  order: number;
  /** Of the normalised place: middle and half extent, in pixels. */
  middle: [number, number];
  extent: number;
  across: Float64Array;
  down: Float64Array;
  /** What a curved pack adds place by place. */
  local?: LocalBend;
}

export const noBend = (middle: [number, number], extent: number): Bend => ({
  order: 0,
  middle,
  extent,
  across: new Float64Array(1),
  down: new Float64Array(1),
});

export function bendAt(bend: Bend, x: number, y: number): [number, number] {
  const u = (x - bend.middle[0]) / bend.extent;
  const v = (y - bend.middle[1]) / bend.extent;
  let [dx, dy, at] = [0, 0, 0];
  let power = 1;
  for (let i = 0; i <= bend.order; i++) {
    let term = power;
    for (let j = 0; i + j <= bend.order; j++) {
      dx += bend.across[at]! * term;
      dy += bend.down[at]! * term;
      at++;
      term *= v;
    }
    power *= u;
  }
  if (!bend.local) return [dx, dy];
  const [ex, ey] = localBendAt(bend.local, x, y);
  return [dx + ex, dy + ey];
}

/** The polynomial of this order through the shifts, measurements far from it losing their say round by round. */
export function fitBend(shifts: Shift[], order: number, middle: [number, number], extent: number): Bend {
  const bend: Bend = { ...noBend(middle, extent), order };
  const terms = shifts.map(({ x, y }) => termsAt((x - middle[0]) / extent, (y - middle[1]) / extent, order));
  const trust = shifts.map(({ weight }) => weight);
  let spread = 4;
  for (let round = 0; round < 8; round++) {
    bend.across = solve(
      terms,
      shifts.map(({ dx }) => dx),
      trust,
    );
    bend.down = solve(
      terms,
      shifts.map(({ dy }) => dy),
      trust,
    );
    const off = shifts.map(({ dx, dy }, i) =>
      Math.hypot(dx - dot(bend.across, terms[i]!), dy - dot(bend.down, terms[i]!)),
    );
    spread = Math.max(0.3, 1.5 * ([...off].sort((a, b) => a - b)[off.length >> 1] ?? 0));
    off.forEach((far, i) => {
      trust[i] = shifts[i]!.weight / (1 + (far / spread) ** 2) ** 2;
    });
  }
  return bend;
}

function termsAt(u: number, v: number, order: number): Float64Array {
  const terms: number[] = [];
  for (let i = 0; i <= order; i++) for (let j = 0; i + j <= order; j++) terms.push(u ** i * v ** j);
  return Float64Array.from(terms);
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** Weighted least squares by Gaussian elimination; a small ridge keeps far terms quiet where nothing was measured. */
function solve(terms: Float64Array[], values: number[], trust: number[]): Float64Array {
  const size = terms[0]!.length;
  const rows = Array.from({ length: size }, () => new Float64Array(size + 1));
  for (let k = 0; k < terms.length; k++)
    for (let i = 0; i < size; i++) {
      const weighted = trust[k]! * terms[k]![i]!;
      for (let j = 0; j < size; j++) rows[i]![j]! += weighted * terms[k]![j]!;
      rows[i]![size]! += weighted * values[k]!;
    }
  for (let i = 0; i < size; i++) rows[i]![i]! += 0.02;
  for (let i = 0; i < size; i++) {
    for (let k = i + 1; k < size; k++) {
      const factor = rows[k]![i]! / rows[i]![i]!;
      for (let j = i; j <= size; j++) rows[k]![j]! -= factor * rows[i]![j]!;
    }
  }
  const result = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    let rest = rows[i]![size]!;
    for (let j = i + 1; j < size; j++) rest -= rows[i]![j]! * result[j]!;
    result[i] = rest / rows[i]![i]!;
  }
  return result;
}
