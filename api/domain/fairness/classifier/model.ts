/** Linear weights over hashed features, column by column: the topics, or the one burden. */
export interface Model {
  rows: Map<number, number>;
  idf: Float32Array;
  /** rows × columns, row by row. */
  weights: Float32Array;
  biases: number[];
}

/** The model as kept: one character of 64 levels a weight, so that the file stays small and is plain JSON. */
export interface StoredModel {
  features: string;
  idf: string;
  scale: number;
  weights: string;
  biases: number[];
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** One score a column for these features; above 0 is likely. */
export function score({ rows, idf, weights, biases }: Model, features: Iterable<number>): Float64Array {
  const columns = biases.length;
  const sums = new Float64Array(columns);
  let norm = 0;
  for (const feature of features) {
    const row = rows.get(feature);
    if (row === undefined) continue;
    const value = idf[row]!;
    norm += value * value;
    for (let column = 0; column < columns; column++)
      sums[column]! += value * weights[row * columns + column]!;
  }
  const length = Math.sqrt(norm) || 1;
  for (let column = 0; column < columns; column++) sums[column] = sums[column]! / length + biases[column]!;
  return sums;
}

export function decodeModel(kept: StoredModel): Model {
  const levels = new Int8Array(128);
  for (let level = 0; level < 64; level++) levels[DIGITS.charCodeAt(level)] = level - 32;
  const names = kept.features.split(' ').map((name) => Number.parseInt(name, 36));
  const weights = new Float32Array(names.length * kept.biases.length);
  for (let at = 0; at < weights.length; at++)
    weights[at] = (levels[kept.weights.charCodeAt(at)]! / 32) * kept.scale;
  return {
    rows: new Map(names.map((name, row) => [name, row])),
    idf: Float32Array.from(kept.idf.split(' ').map(Number)),
    weights,
    biases: kept.biases,
  };
}

export function encodeModel(model: Model): StoredModel {
  const sizes = [...model.weights].map(Math.abs).sort((a, b) => a - b);
  // A few extreme weights must not cost the others their steps.
  const scale = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  let weights = '';
  for (const weight of model.weights)
    weights += DIGITS[Math.max(0, Math.min(63, Math.round((weight / scale) * 32) + 32))];
  return {
    features: [...model.rows.keys()].map((name) => name.toString(36)).join(' '),
    idf: [...model.idf].map((value) => value.toFixed(1)).join(' '),
    scale,
    weights,
    biases: model.biases.map((bias) => Number(bias.toFixed(4))),
  };
}
