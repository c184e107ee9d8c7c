/** Long side of the picture sharpness is measured on, so that figures of different cameras compare. */
export const SHARPNESS_SIDE_PIXELS = 1000;

/** Variance of the Laplacian of a grey picture: about 50 for a blurred label, several hundred for a crisp one. */
export function measureSharpness(grey: Uint8Array, width: number, height: number): number {
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const value = 4 * grey[i]! - grey[i - 1]! - grey[i + 1]! - grey[i - width]! - grey[i + width]!;
      sum += value;
      squares += value * value;
    }
  const count = Math.max(1, (width - 2) * (height - 2));
  return Math.round((squares / count - (sum / count) ** 2) * 100) / 100;
}
