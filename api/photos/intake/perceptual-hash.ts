const SIDE = 32;
const KEPT = 8;

/** Side of the square grey picture the hash is taken of. */
export const HASH_SIDE_PIXELS = SIDE;

/**
 * 64 bits of the coarse look of a picture, as 16 hex digits: the signs of its low frequencies against their median.
 * `grey`: 32 × 32 bytes. Near hashes say "look whether this is the same photo again"; they never say "the same goods".
 */
export function hashLook(grey: Uint8Array): string {
  const low = lowFrequencies(grey);
  const sorted = [...low.slice(1)].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1]!;
  let hex = '';
  for (let i = 0; i < KEPT * KEPT; i += 4) {
    let nibble = 0;
    for (let bit = 0; bit < 4; bit++) nibble = nibble * 2 + (low[i + bit]! > median ? 1 : 0);
    hex += nibble.toString(16);
  }
  return hex;
}

/** In how many of 64 bits two hashes differ; to ten is a near duplicate worth a warning. */
export function hashDistance(a: string, b: string): number {
  let differing = 0;
  for (let i = 0; i < 16; i++) {
    let bits = Number.parseInt(a[i]!, 16) ^ Number.parseInt(b[i]!, 16);
    for (; bits > 0; bits >>= 1) differing += bits & 1;
  }
  return differing;
}

/** The 8 × 8 lowest coefficients of the two-dimensional cosine transform. */
function lowFrequencies(grey: Uint8Array): Float64Array {
  const rows = new Float64Array(SIDE * KEPT);
  for (let y = 0; y < SIDE; y++)
    for (let u = 0; u < KEPT; u++) {
      let sum = 0;
      for (let x = 0; x < SIDE; x++) sum += grey[y * SIDE + x]! * wave(x, u);
      rows[y * KEPT + u] = sum;
    }
  const low = new Float64Array(KEPT * KEPT);
  for (let v = 0; v < KEPT; v++)
    for (let u = 0; u < KEPT; u++) {
      let sum = 0;
      for (let y = 0; y < SIDE; y++) sum += rows[y * KEPT + u]! * wave(y, v);
      low[v * KEPT + u] = sum;
    }
  return low;
}

const wave = (place: number, frequency: number): number =>
  Math.cos(((2 * place + 1) * frequency * Math.PI) / (2 * SIDE));
