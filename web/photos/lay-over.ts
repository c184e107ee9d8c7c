/** Nine numbers, row by row. */
export type Homography = readonly number[];

interface Size {
  width: number;
  height: number;
}

/**
 * The CSS transform that lays the shipped photo over the sealed one, both drawn `width` wide in the same corner.
 * `homography`: from the sealed photo's pixels to the shipped one's. Undefined where it cannot be turned round.
 */
export function layOver(
  homography: Homography,
  sealed: Size,
  shipped: Size,
  width: number,
): string | undefined {
  const back = invert(homography);
  if (!back) return undefined;
  const [grow, shrink] = [width / sealed.width, shipped.width / width];
  const onScreen = back.map((value, i) => value * (i < 6 ? grow : 1) * (i % 3 < 2 ? shrink : 1));
  const [a, b, c, d, e, f, g, h, i] = onScreen.map((value) => value / onScreen[8]!);
  return `matrix3d(${[a, d, 0, g, b, e, 0, h, 0, 0, 1, 0, c, f, 0, i].join(', ')})`;
}

function invert(h: Homography): number[] | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, k = 0, l = 0] = h;
  const whole = a * (e * l - f * k) - b * (d * l - f * g) + c * (d * k - e * g);
  if (!(Math.abs(whole) > 1e-12)) return undefined;
  return [
    e * l - f * k,
    c * k - b * l,
    b * f - c * e,
    f * g - d * l,
    a * l - c * g,
    c * d - a * f,
    d * k - e * g,
    b * g - a * k,
    a * e - b * d,
  ].map((value) => value / whole);
}
