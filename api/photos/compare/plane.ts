/** One channel of a picture, row by row. */
export interface Plane {
  data: Float32Array;
  width: number;
  height: number;
}

export const newPlane = (width: number, height: number): Plane => ({
  data: new Float32Array(width * height),
  width,
  height,
});

/** A part of a plane, copied. */
export function cutPlane(
  { data, width }: Plane,
  part: { left: number; top: number; width: number; height: number },
): Plane {
  const result = newPlane(part.width, part.height);
  for (let y = 0; y < part.height; y++) {
    const from = (y + part.top) * width + part.left;
    result.data.set(data.subarray(from, from + part.width), y * part.width);
  }
  return result;
}

/** Sums over windows of (2 × radius + 1)² pixels, cut at the borders; divide by `windowCounts`. */
export function boxSum({ data, width, height }: Plane, radius: number): Plane {
  const across = newPlane(width, height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = 0;
    for (let x = 0; x < Math.min(radius, width); x++) sum += data[row + x]!;
    for (let x = 0; x < width; x++) {
      if (x + radius < width) sum += data[row + x + radius]!;
      if (x - radius - 1 >= 0) sum -= data[row + x - radius - 1]!;
      across.data[row + x] = sum;
    }
  }
  const result = newPlane(width, height);
  const column = new Float64Array(width);
  for (let y = -radius; y < height; y++) {
    const entering = y + radius;
    const leaving = y - radius - 1;
    for (let x = 0; x < width; x++) {
      if (entering < height) column[x]! += across.data[entering * width + x]!;
      if (leaving >= 0) column[x]! -= across.data[leaving * width + x]!;
      if (y >= 0) result.data[y * width + x] = column[x]!;
    }
  }
  return result;
}

/** Gaussian blur; `sigma` in pixels, 0 answers the plane itself. */
export function blur(plane: Plane, sigma: number): Plane {
  if (sigma <= 0) return plane;
  const radius = Math.max(1, Math.ceil(sigma * 2.6));
  const kernel = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)),
  );
  const total = kernel.reduce((sum, value) => sum + value, 0);
  for (let i = 0; i < kernel.length; i++) kernel[i]! /= total;
  return blurDown(blurAcross(plane, kernel, radius), kernel, radius);
}

function blurAcross({ data, width, height }: Plane, kernel: Float64Array, radius: number): Plane {
  const result = newPlane(width, height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -radius; k <= radius; k++) {
        const place = x + k < 0 ? 0 : x + k >= width ? width - 1 : x + k;
        sum += data[row + place]! * kernel[k + radius]!;
      }
      result.data[row + x] = sum;
    }
  }
  return result;
}

function blurDown({ data, width, height }: Plane, kernel: Float64Array, radius: number): Plane {
  const result = newPlane(width, height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let k = -radius; k <= radius; k++) {
      const from = (y + k < 0 ? 0 : y + k >= height ? height - 1 : y + k) * width;
      const weight = kernel[k + radius]!;
      for (let x = 0; x < width; x++) result.data[row + x]! += data[from + x]! * weight;
    }
  }
  return result;
}

/** Catmull-Rom sampling at a place between pixels; outside the picture the nearest pixel counts. */
export function sampleAt({ data, width, height }: Plane, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const t = x - left;
  const w0 = ((2 - t) * t - 1) * t * 0.5;
  const w1 = ((3 * t - 5) * t * t + 2) * 0.5;
  const w2 = ((4 - 3 * t) * t + 1) * t * 0.5;
  const w3 = (t - 1) * t * t * 0.5;
  const u = y - top;
  const v0 = ((2 - u) * u - 1) * u * 0.5;
  const v1 = ((3 * u - 5) * u * u + 2) * 0.5;
  const v2 = ((4 - 3 * u) * u + 1) * u * 0.5;
  const v3 = (u - 1) * u * u * 0.5;
  if (left >= 1 && top >= 1 && left < width - 2 && top < height - 2) {
    const at = (top - 1) * width + left - 1;
    return (
      v0 * rowOf(data, at, w0, w1, w2, w3) +
      v1 * rowOf(data, at + width, w0, w1, w2, w3) +
      v2 * rowOf(data, at + 2 * width, w0, w1, w2, w3) +
      v3 * rowOf(data, at + 3 * width, w0, w1, w2, w3)
    );
  }
  const near = Math.min(width - 1, Math.max(0, Math.round(x)));
  return data[Math.min(height - 1, Math.max(0, Math.round(y))) * width + near]!;
}

const rowOf = (data: Float32Array, at: number, w0: number, w1: number, w2: number, w3: number): number =>
  data[at]! * w0 + data[at + 1]! * w1 + data[at + 2]! * w2 + data[at + 3]! * w3;

/** The value below which `share` (0–1) of the chosen values lie; NaN of none. */
export function quantile(values: Float32Array | number[], share: number): number {
  const sorted = Float32Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Every fifth value where the mask is 1: enough for a quantile. */
export function valuesWhere({ data }: Plane, mask: Uint8Array): Float32Array {
  const values = new Float32Array(Math.ceil(data.length / 5));
  let count = 0;
  for (let i = 0; i < data.length; i += 5) if (mask[i] === 1) values[count++] = data[i]!;
  return values.subarray(0, count);
}
