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

/** A model kept in parts, each a share of its features. */
export function decodeModel(parts: StoredModel[]): Model {
  const levels = new Int8Array(128);
  for (let level = 0; level < 64; level++) levels[DIGITS.charCodeAt(level)] = level - 32;
  const rows = new Map<number, number>();
  const idf: number[] = [];
  const columns = parts[0]!.biases.length;
  const weights = new Float32Array(parts.reduce((sum, part) => sum + part.weights.length, 0));
  let filled = 0;
  for (const part of parts) {
    for (const name of part.features.split(' ')) rows.set(Number.parseInt(name, 36), rows.size);
    for (const value of part.idf.split(' ')) idf.push(Number(value));
    for (let at = 0; at < part.weights.length; at++)
      weights[filled++] = (levels[part.weights.charCodeAt(at)]! / 32) * part.scale;
  }
  if (rows.size * columns !== filled) throw new Error('the parts of the model do not fit together');
  return { rows, idf: Float32Array.from(idf), weights, biases: parts[0]!.biases };
}

/** The model in so many parts. */
export function encodeModel(model: Model, parts: number): StoredModel[] {
  const names = [...model.rows.keys()];
  const size = Math.ceil(names.length / parts);
  const columns = model.biases.length;
  return Array.from({ length: parts }, (_, part) => {
    const [from, to] = [part * size, Math.min((part + 1) * size, names.length)];
    return encodePart(
      names.slice(from, to),
      model.idf.slice(from, to),
      model.weights.slice(from * columns, to * columns),
      model.biases,
    );
  });
}

function encodePart(names: number[], idf: Float32Array, kept: Float32Array, biases: number[]): StoredModel {
  const sizes = [...kept].map(Math.abs).sort((a, b) => a - b);
  // A few extreme weights must not cost the others their steps.
  const scale = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  let weights = '';
  for (const weight of kept)
    weights += DIGITS[Math.max(0, Math.min(63, Math.round((weight / scale) * 32) + 32))];
  return {
    features: names.map((name) => name.toString(36)).join(' '),
    idf: [...idf].map((value) => value.toFixed(1)).join(' '),
    scale,
    weights,
    biases: biases.map((bias) => Number(bias.toFixed(4))),
  };
}
