import { blur, boxSum, newPlane, type Plane, quantile } from './plane.ts';

/** Both photos made equally blurred, so that a softer lens does not look like changed print. */
export interface EqualBlur {
  sealed: Plane;
  shipped: Plane;
  /** Blur put on the sealed photo (positive) or on the shipped one (negative), in pixels. */
  sigma: number;
  /** Median agreement of printed tiles after it, 0–1. */
  agreement: number;
}

const SIGMAS = [0, 0.5, 0.7, 0.9, 1.1, 1.3, 1.6, 1.9, 2.3, 2.8, 3.4, 4];
const TILE = 24;
/** Below this the photos are about equally crisp. */
const CRISP_BELOW = 1;
const SOFTEN_PIXELS = 0.7;

/** `inside`: 1 where to measure. */
export function equaliseBlur(sealed: Plane, shipped: Plane, inside: Uint8Array): EqualBlur {
  const tiles = printedTiles(sealed, inside);
  let best: EqualBlur = { sealed, shipped, sigma: 0, agreement: agreementOf(sealed, shipped, tiles) };
  for (const side of [1, -1]) {
    let worse = 0;
    for (const sigma of SIGMAS.slice(1)) {
      const [a, b] = side === 1 ? [blur(sealed, sigma), shipped] : [sealed, blur(shipped, sigma)];
      const agreement = agreementOf(a, b, tiles);
      // the agreement has one top: two steps down end the climb
      if (agreement <= best.agreement && ++worse >= 2) break;
      if (agreement > best.agreement) best = { sealed: a, shipped: b, sigma: side * sigma, agreement };
    }
    if (best.sigma > 0) break;
  }
  const { sealed: a, shipped: b } = best;
  if (Math.abs(best.sigma) >= CRISP_BELOW) return best;
  // two grids of pixels cut a crisp stroke differently: a little softness on both hides that alone
  return { ...best, sealed: blur(a, SOFTEN_PIXELS), shipped: blur(b, SOFTEN_PIXELS) };
}

function printedTiles({ data, width, height }: Plane, inside: Uint8Array): number[] {
  const tiles: number[] = [];
  for (let y = 0; y + TILE < height; y += TILE)
    for (let x = 0; x + TILE < width; x += TILE) {
      let [sum, squares, all] = [0, 0, 1];
      for (let j = 0; j < TILE; j++)
        for (let i = 0; i < TILE; i++) {
          const at = (y + j) * width + x + i;
          all &= inside[at]!;
          sum += data[at]!;
          squares += data[at]! ** 2;
        }
      const count = TILE * TILE;
      if (all === 1 && squares / count - (sum / count) ** 2 > 15 ** 2) tiles.push(y * width + x);
    }
  return tiles;
}

function agreementOf(a: Plane, b: Plane, tiles: number[]): number {
  const values = tiles.map((start) => {
    let [sa, sb, aa, bb, ab] = [0, 0, 0, 0, 0];
    for (let j = 0; j < TILE; j++)
      for (let i = 0; i < TILE; i++) {
        const at = start + j * a.width + i;
        const [p, q] = [a.data[at]!, b.data[at]!];
        sa += p;
        sb += q;
        aa += p * p;
        bb += q * q;
        ab += p * q;
      }
    const count = TILE * TILE;
    const spread = (aa - (sa * sa) / count) * (bb - (sb * sb) / count);
    return spread > 0 ? (ab - (sa * sb) / count) / Math.sqrt(spread) : 0;
  });
  return values.length === 0 ? 0 : quantile(values, 0.5);
}

/** How strongly the shipped photo shows what the sealed one does, place by place: 1 is as strong; and the noise. */
export function localGain(sealed: Plane, shipped: Plane, inside: Uint8Array, radius: number): Plane {
  const chosen = (value: (i: number) => number): Plane => {
    const plane = newPlane(sealed.width, sealed.height);
    for (let i = 0; i < inside.length; i++) if (inside[i] === 1) plane.data[i] = value(i);
    return boxSum(plane, radius);
  };
  const [a, b] = [sealed.data, shipped.data];
  const n = chosen(() => 1);
  const sa = chosen((i) => a[i]!);
  const sb = chosen((i) => b[i]!);
  const saa = chosen((i) => a[i]! ** 2);
  const sab = chosen((i) => a[i]! * b[i]!);
  const gain = newPlane(sealed.width, sealed.height);
  const overall = overallGain(a, b, inside);
  for (let i = 0; i < gain.data.length; i++) {
    const count = Math.max(1, n.data[i]!);
    const variance = saa.data[i]! / count - (sa.data[i]! / count) ** 2;
    const together = sab.data[i]! / count - (sa.data[i]! * sb.data[i]!) / count ** 2;
    // where little is printed the whole label's gain speaks
    const local = (together + PRIOR_VARIANCE * overall) / (variance + PRIOR_VARIANCE);
    gain.data[i] = Math.min(1.6 * overall, Math.max(0.35 * overall, local));
  }
  return gain;
}

const PRIOR_VARIANCE = 200;

function overallGain(a: Float32Array, b: Float32Array, inside: Uint8Array): number {
  let [n, sa, sb, aa, ab] = [0, 0, 0, 0, 0];
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] !== 1) continue;
    n++;
    sa += a[i]!;
    sb += b[i]!;
    aa += a[i]! ** 2;
    ab += a[i]! * b[i]!;
  }
  const variance = aa - (sa * sa) / n;
  return variance > 0 ? Math.max(0.1, (ab - (sa * sb) / n) / variance) : 1;
}
