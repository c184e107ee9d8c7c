/** Linear weights over hashed features; a feature speaks only in the columns where it has weight. */
export interface Model {
  /** Row of each feature. */
  rows: Map<number, number>;
  idf: Float32Array;
  /** Where each row's entries begin, and at last where the last ends. */
  starts: Uint32Array;
  columns: Uint8Array;
  weights: Float32Array;
  biases: number[];
}

/** A share of the model as kept: letters of 64 levels, so that the file stays small and is plain JSON. */
export interface StoredModel {
  /** Five letters a feature. */
  features: string;
  /** A letter a feature. */
  idf: string;
  /** Two letters a feature: how many entries it has in the first half of the columns and in the second. */
  counts: string;
  /** A letter an entry: its column, counted from the begin of its half. */
  columns: string;
  /** A letter an entry. */
  weights: string;
  scale: number;
  biases: number[];
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LEVELS = new Uint8Array(128);
for (let level = 0; level < 64; level++) LEVELS[DIGITS.charCodeAt(level)] = level;
const IDF_STEP = 0.16;

/** One score a column for these features, about -1 to 1. */
export function score(model: Model, features: Iterable<number>): Float64Array {
  const { rows, idf, starts, columns, weights, biases } = model;
  const sums = new Float64Array(biases.length);
  let norm = 0;
  for (const feature of features) {
    const row = rows.get(feature);
    if (row === undefined) continue;
    const value = idf[row]!;
    norm += value * value;
    for (let at = starts[row]!; at < starts[row + 1]!; at++) sums[columns[at]!]! += value * weights[at]!;
  }
  const length = Math.sqrt(norm) || 1;
  return sums.map((sum, column) => sum / length + biases[column]!);
}

/** A model kept in parts, each a share of its features. */
export function decodeModel(parts: StoredModel[]): Model {
  const rows = new Map<number, number>();
  const rowCount = parts.reduce((sum, { idf }) => sum + idf.length, 0);
  const entryCount = parts.reduce((sum, { weights }) => sum + weights.length, 0);
  const model: Model = {
    rows,
    idf: new Float32Array(rowCount),
    starts: new Uint32Array(rowCount + 1),
    columns: new Uint8Array(entryCount),
    weights: new Float32Array(entryCount),
    biases: parts[0]!.biases,
  };
  let entry = 0;
  for (const part of parts) {
    let letter = 0;
    for (let at = 0; at < part.idf.length; at++) {
      const row = rows.size;
      rows.set(readNumber(part.features, at * 5, 5), row);
      model.idf[row] = readNumber(part.idf, at, 1) * IDF_STEP;
      const [first, second] = [readNumber(part.counts, at * 2, 1), readNumber(part.counts, at * 2 + 1, 1)];
      for (let own = 0; own < first + second; own++, entry++, letter++) {
        model.columns[entry] = readNumber(part.columns, letter, 1) + (own < first ? 0 : halfOf(model));
        model.weights[entry] = ((readNumber(part.weights, letter, 1) - 32) / 31) * part.scale;
      }
      model.starts[row + 1] = entry;
    }
  }
  if (rows.size !== rowCount || model.starts[rowCount] !== entryCount)
    throw new Error('the parts of the model do not fit together');
  return model;
}

/** The model in so many parts. */
export function encodeModel(model: Model, parts: number): StoredModel[] {
  const names = [...model.rows.keys()];
  const sizes = [...model.weights].map(Math.abs).sort((a, b) => a - b);
  // A few extreme weights must not cost the others their steps.
  const scale = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  // Early features carry more entries than late ones: the parts are of one length, not of one count.
  const lengthTo = (row: number) => row * 8 + model.starts[row]! * 2;
  const partOf = (row: number) => Math.floor((lengthTo(row) / lengthTo(names.length)) * parts);
  return Array.from({ length: parts }, (_, part) => {
    const stored: StoredModel = {
      features: '',
      idf: '',
      counts: '',
      columns: '',
      weights: '',
      scale,
      biases: model.biases.map((bias) => Number(bias.toFixed(4))),
    };
    names.forEach((name, row) => {
      if (partOf(row) === part) writeRow(stored, model, name, row);
    });
    return stored;
  });
}

function writeRow(stored: StoredModel, model: Model, name: number, row: number): void {
  stored.features += writeNumber(name, 5);
  stored.idf += writeNumber(Math.min(63, Math.round(model.idf[row]! / IDF_STEP)), 1);
  const half = halfOf(model);
  const own = model.columns.subarray(model.starts[row]!, model.starts[row + 1]!);
  const first = own.filter((column) => column < half).length;
  stored.counts += writeNumber(first, 1) + writeNumber(own.length - first, 1);
  for (let at = model.starts[row]!; at < model.starts[row + 1]!; at++) {
    const column = model.columns[at]!;
    stored.columns += writeNumber(column < half ? column : column - half, 1);
    const level = Math.round((model.weights[at]! / stored.scale) * 31) + 32;
    stored.weights += writeNumber(Math.max(1, Math.min(63, level)), 1);
  }
}

/** A letter names 64 columns, so they are counted in two halves; a row's entries stand in order of column. */
function halfOf({ biases }: Model): number {
  return Math.floor(biases.length / 2);
}

function readNumber(letters: string, at: number, length: number): number {
  let value = 0;
  for (let place = at; place < at + length; place++) value = value * 64 + LEVELS[letters.charCodeAt(place)]!;
  return value;
}

function writeNumber(value: number, length: number): string {
  let letters = '';
  for (let place = 0, left = value; place < length; place++, left = Math.floor(left / 64))
    letters = DIGITS[left % 64]! + letters;
  return letters;
}
