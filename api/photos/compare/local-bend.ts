/** A measured shift at a place. */
export interface Shift {
  x: number;
  y: number;
  dx: number;
  dy: number;
  /** Trust in the measurement, 0–1. */
  weight: number;
}

/** Shifts on a grid of places, for what the smooth bend leaves over on a curved pack. */
export interface LocalBend {
  left: number;
  top: number;
  columns: number;
  rows: number;
  across: Float32Array;
  down: Float32Array;
}

const SPACING_PIXELS = 32;
/** How far a measured shift speaks for its neighbourhood. */
const SPREAD_PIXELS = 34;
const FARTHEST_PIXELS = 90;
/** A node that fewer good shifts speak for keeps the smooth bend. */
const LEAST_SAY = 1.2;

/** `shifts`: what the smooth bend leaves over, dx and dy in pixels. */
export function fitLocalBend(
  shifts: Shift[],
  frame: { left: number; top: number; width: number; height: number },
): LocalBend {
  const columns = Math.ceil(frame.width / SPACING_PIXELS) + 1;
  const rows = Math.ceil(frame.height / SPACING_PIXELS) + 1;
  const across = new Float32Array(columns * rows);
  const down = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const x = frame.left + column * SPACING_PIXELS;
      const y = frame.top + row * SPACING_PIXELS;
      const near = shifts.filter(
        (shift) => Math.abs(shift.x - x) < FARTHEST_PIXELS && Math.abs(shift.y - y) < FARTHEST_PIXELS,
      );
      [across[row * columns + column]!, down[row * columns + column]!] = settle(near, x, y);
    }
  return { left: frame.left, top: frame.top, columns, rows, across, down };
}

/** The shift at a place, between the four nodes around it. */
export function localBendAt(bend: LocalBend, x: number, y: number): [number, number] {
  const u = Math.min(bend.columns - 1.001, Math.max(0, (x - bend.left) / SPACING_PIXELS));
  const v = Math.min(bend.rows - 1.001, Math.max(0, (y - bend.top) / SPACING_PIXELS));
  const at = Math.floor(v) * bend.columns + Math.floor(u);
  const [s, t] = [u - Math.floor(u), v - Math.floor(v)];
  const between = (values: Float32Array): number =>
    (values[at]! * (1 - s) + values[at + 1]! * s) * (1 - t) +
    (values[at + bend.columns]! * (1 - s) + values[at + bend.columns + 1]! * s) * t;
  return [between(bend.across), between(bend.down)];
}

/** A plane through the near shifts at this place; shifts that disagree with their neighbours lose their say. */
function settle(near: Shift[], x: number, y: number): [number, number] {
  if (near.length < 4) return [0, 0];
  const say = near.map(
    (shift) => shift.weight * Math.exp(-((shift.x - x) ** 2 + (shift.y - y) ** 2) / (2 * SPREAD_PIXELS ** 2)),
  );
  const trust = near.map(() => 1);
  let planes: [number[], number[]] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (let round = 0; round < 5; round++) {
    const weights = say.map((value, i) => value * trust[i]!);
    if (weights.reduce((sum, value) => sum + value, 0) < LEAST_SAY) return [0, 0];
    planes = [fitPlane(near, weights, x, y, 'dx'), fitPlane(near, weights, x, y, 'dy')];
    const spread = [4, 2, 1, 0.7, 0.7][round]!;
    near.forEach((shift, i) => {
      const off = Math.hypot(
        shift.dx - planeAt(planes[0], shift, x, y),
        shift.dy - planeAt(planes[1], shift, x, y),
      );
      trust[i] = 1 / (1 + (off / spread) ** 2) ** 2;
    });
  }
  return [planes[0][0]!, planes[1][0]!];
}

const planeAt = (plane: number[], shift: Shift, x: number, y: number): number =>
  plane[0]! + (plane[1]! * (shift.x - x)) / SPREAD_PIXELS + (plane[2]! * (shift.y - y)) / SPREAD_PIXELS;

/** Weighted least squares of a + b·u + c·v, the slopes held back a little. */
function fitPlane(near: Shift[], weights: number[], x: number, y: number, which: 'dx' | 'dy'): number[] {
  const m = [0.01, 0, 0, 0.3, 0, 0.3];
  const r = [0, 0, 0];
  near.forEach((shift, i) => {
    const [w, u, v] = [weights[i]!, (shift.x - x) / SPREAD_PIXELS, (shift.y - y) / SPREAD_PIXELS];
    m[0]! += w;
    m[1]! += w * u;
    m[2]! += w * v;
    m[3]! += w * u * u;
    m[4]! += w * u * v;
    m[5]! += w * v * v;
    r[0]! += w * shift[which];
    r[1]! += w * u * shift[which];
    r[2]! += w * v * shift[which];
  });
  const [a, b, c, d, e, f] = m as [number, number, number, number, number, number];
  const whole = a * (d * f - e * e) - b * (b * f - e * c) + c * (b * e - d * c);
  const solve = (p: number, q: number, s: number, k: 0 | 1 | 2): number =>
    k === 0
      ? (p * (d * f - e * e) - b * (q * f - e * s) + c * (q * e - d * s)) / whole
      : k === 1
        ? (a * (q * f - s * e) - p * (b * f - e * c) + c * (b * s - q * c)) / whole
        : (a * (d * s - e * q) - b * (b * s - q * c) + p * (b * e - d * c)) / whole;
  const [p, q, s] = r as [number, number, number];
  return [solve(p, q, s, 0), solve(p, q, s, 1), solve(p, q, s, 2)];
}
