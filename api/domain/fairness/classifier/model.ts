import type { Take } from './hashes.ts';

/** Linear weights over hashed features; a feature speaks only in the columns where it has weight. */
export interface Model {
  /** The feature of each row. */
  names: Uint32Array;
  /** Where each feature's row is found: a table twice the rows and more, probed place by place; row + 1, 0 where free. */
  table: Uint32Array;
  /** At which reading each row was last counted, and how many readings there were. */
  seenAt: Uint32Array;
  readings: number;
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

/** A model ready to score: with the table in which the rows of its features are found. */
export function readyModel(rows: Omit<Model, 'table' | 'seenAt' | 'readings'>): Model {
  const { names } = rows;
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(names.length * 2 + 2)));
  names.forEach((name, row) => {
    let place = name & (table.length - 1);
    while (table[place] !== 0) place = (place + 1) & (table.length - 1);
    table[place] = row + 1;
  });
  return { ...rows, table, seenAt: new Uint32Array(names.length), readings: 0 };
}

/** One score a column, about -1 to 1, for the features that `read` gives; one given twice counts once. */
export function score(model: Model, read: (take: Take) => void): Float64Array {
  const { names, table, seenAt, idf, starts, columns, weights, biases } = model;
  const reading = ++model.readings;
  const sums = new Float64Array(biases.length);
  const last = table.length - 1;
  let norm = 0;
  read((feature) => {
    let place = feature & last;
    while (table[place] !== 0 && names[table[place]! - 1] !== feature) place = (place + 1) & last;
    const row = table[place]! - 1;
    if (row < 0 || seenAt[row] === reading) return;
    seenAt[row] = reading;
    const value = idf[row]!;
    norm += value * value;
    for (let at = starts[row]!; at < starts[row + 1]!; at++) sums[columns[at]!]! += value * weights[at]!;
  });
  const length = Math.sqrt(norm) || 1;
  return sums.map((sum, column) => sum / length + biases[column]!);
}

/** A model kept in parts, each a share of its features. */
export function decodeModel(parts: StoredModel[]): Model {
  const rowCount = parts.reduce((sum, { idf }) => sum + idf.length, 0);
  const entryCount = parts.reduce((sum, { weights }) => sum + weights.length, 0);
  const model = {
    names: new Uint32Array(rowCount),
    idf: new Float32Array(rowCount),
    starts: new Uint32Array(rowCount + 1),
    columns: new Uint8Array(entryCount),
    weights: new Float32Array(entryCount),
    biases: parts[0]!.biases,
  };
  let entry = 0;
  let row = 0;
  for (const part of parts) {
    let letter = 0;
    for (let at = 0; at < part.idf.length; at++) {
      model.names[row] = readNumber(part.features, at * 5, 5);
      model.idf[row] = readNumber(part.idf, at, 1) * IDF_STEP;
      const [first, second] = [readNumber(part.counts, at * 2, 1), readNumber(part.counts, at * 2 + 1, 1)];
      for (let own = 0; own < first + second; own++, entry++, letter++) {
        model.columns[entry] = readNumber(part.columns, letter, 1) + (own < first ? 0 : halfOf(model));
        model.weights[entry] = ((readNumber(part.weights, letter, 1) - 32) / 31) * part.scale;
      }
      model.starts[++row] = entry;
    }
  }
  if (row !== rowCount || model.starts[rowCount] !== entryCount)
    throw new Error('the parts of the model do not fit together');
  return readyModel(model);
}

/** The model in so many parts. */
export function encodeModel(model: Model, parts: number): StoredModel[] {
  const names = [...model.names];
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
function halfOf({ biases }: Pick<Model, 'biases'>): number {
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
