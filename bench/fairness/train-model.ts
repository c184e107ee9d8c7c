import { type Model, readyModel, score } from '../../api/domain/fairness/classifier/model.ts';
import {
  combineScores,
  isWorthSplitting,
  type Scores,
  COLUMN_COUNT as WIDTH,
} from '../../api/domain/fairness/classifier/score-text.ts';
import { labelsOf, type Sample } from './samples.ts';

/** Chosen by leaving out a hand at a time. */
const DECAY = 0.1;
const STEPS = 14;
const LEAST_USES = 2;
/** Weights kept, so that the files stay under four megabytes together. */
const KEPT_WEIGHTS = 1_020_000;
/** One column carries the burden of all types: its weights are kept rather than those of a single topic. */
const BURDEN_WORTH = 3;

interface Matrix {
  starts: Uint32Array;
  rows: Int32Array;
  values: Float32Array;
}

/** Ridge regression of all columns at once by conjugate gradients: the same input, the same weights. */
export function trainModel(samples: Sample[]): Model {
  const counts = new Map<number, number>();
  for (const { features } of samples)
    for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].filter((name) => counts.get(name)! >= LEAST_USES);
  const rows = new Map(names.map((name, row) => [name, row]));
  const idf = Float32Array.from(names, (name) => Math.log(samples.length / counts.get(name)!) + 0.2);
  const matrix = toMatrix(samples, rows, idf);
  const { targets, means } = centre(samples);
  const dense = solve(matrix, targets, names.length);
  const uses = Float32Array.from(names, (name) => counts.get(name)!);
  return keepStrongest(dense, names, idf, uses, means);
}

/** Scores of a sample by these weights. */
export function scoreSample(model: Model, { features, parts }: Sample): Scores {
  const scoreOf = (own: Set<number>) => score(model, (take) => own.forEach(take));
  const whole = scoreOf(features);
  return combineScores(whole, isWorthSplitting(whole) ? parts.map(scoreOf) : []);
}

function toMatrix(samples: Sample[], rows: Map<number, number>, idf: Float32Array): Matrix {
  const starts = new Uint32Array(samples.length + 1);
  const all: number[][] = samples.map(({ features }) =>
    [...features].flatMap((name) => rows.get(name) ?? []).sort((a, b) => a - b),
  );
  all.forEach((own, index) => {
    starts[index + 1] = starts[index]! + own.length;
  });
  const matrix = {
    starts,
    rows: new Int32Array(starts.at(-1)!),
    values: new Float32Array(starts.at(-1)!),
  };
  all.forEach((own, index) => {
    const length = Math.sqrt(own.reduce((sum, row) => sum + idf[row]! ** 2, 0)) || 1;
    matrix.rows.set(own, starts[index]);
    own.forEach((row, at) => {
      matrix.values[starts[index]! + at] = idf[row]! / length;
    });
  });
  return matrix;
}

/** Labels as -1 and 1, less their mean, which is the bias. */
function centre(samples: Sample[]): { targets: Float32Array; means: number[] } {
  const targets = new Float32Array(samples.length * WIDTH);
  samples.forEach(({ wording }, index) => {
    targets.set(
      labelsOf(wording).map((label) => label * 2 - 1),
      index * WIDTH,
    );
  });
  const means = Array.from({ length: WIDTH }, (_, column) => {
    let sum = 0;
    for (let at = column; at < targets.length; at += WIDTH) sum += targets[at]!;
    return sum / samples.length;
  });
  for (let at = 0; at < targets.length; at++) targets[at]! -= means[at % WIDTH]!;
  return { targets, means };
}

function solve(matrix: Matrix, targets: Float32Array, count: number): Float32Array {
  const weights = new Float32Array(count * WIDTH);
  const rest = new Float32Array(count * WIDTH);
  const product = new Float32Array(count * WIDTH);
  addTransposed(matrix, (index) => targets.subarray(index * WIDTH, (index + 1) * WIDTH), rest);
  const direction = rest.slice();
  let squares = columnProducts(rest, rest);
  const line = new Float32Array(WIDTH);
  for (let step = 0; step < STEPS; step++) {
    for (let at = 0; at < product.length; at++) product[at] = DECAY * direction[at]!;
    addTransposed(matrix, (index) => multiplyLine(matrix, index, direction, line), product);
    const bends = columnProducts(direction, product);
    const lengths = squares.map((square, column) => square / (bends[column]! + 1e-12));
    for (let at = 0, column = 0; at < weights.length; at++, column = column + 1 === WIDTH ? 0 : column + 1) {
      weights[at]! += lengths[column]! * direction[at]!;
      rest[at]! -= lengths[column]! * product[at]!;
    }
    const next = columnProducts(rest, rest);
    for (let at = 0, column = 0; at < weights.length; at++, column = column + 1 === WIDTH ? 0 : column + 1)
      direction[at] = rest[at]! + (next[column]! / (squares[column]! + 1e-12)) * direction[at]!;
    squares = next;
  }
  return weights;
}

/** A sample's scores by these weights. */
function multiplyLine(
  { starts, rows, values }: Matrix,
  index: number,
  weights: Float32Array,
  line: Float32Array,
): Float32Array {
  line.fill(0);
  for (let at = starts[index]!; at < starts[index + 1]!; at++) {
    const value = values[at]!;
    const from = rows[at]! * WIDTH;
    for (let column = 0; column < WIDTH; column++) line[column]! += value * weights[from + column]!;
  }
  return line;
}

/** Adds each sample's line to the features it has. */
function addTransposed(
  { starts, rows, values }: Matrix,
  lineOf: (index: number) => Float32Array,
  sums: Float32Array,
): void {
  for (let index = 0; index + 1 < starts.length; index++) {
    const line = lineOf(index);
    for (let at = starts[index]!; at < starts[index + 1]!; at++) {
      const value = values[at]!;
      const from = rows[at]! * WIDTH;
      for (let column = 0; column < WIDTH; column++) sums[from + column]! += value * line[column]!;
    }
  }
}

function columnProducts(left: Float32Array, right: Float32Array): Float64Array {
  const sums = new Float64Array(WIDTH);
  for (let at = 0, column = 0; at < left.length; at++, column = column + 1 === WIDTH ? 0 : column + 1)
    sums[column]! += left[at]! * right[at]!;
  return sums;
}

/** Keeps the weights that move the scores most; a feature left without any is dropped. */
function keepStrongest(
  dense: Float32Array,
  names: number[],
  idf: Float32Array,
  uses: Float32Array,
  biases: number[],
): Model {
  const worth = new Float32Array(dense.length);
  for (let at = 0; at < dense.length; at++) {
    const row = Math.floor(at / WIDTH);
    const share = at % WIDTH === WIDTH - 1 ? BURDEN_WORTH : 1;
    worth[at] = Math.abs(dense[at]!) * idf[row]! * uses[row]! ** 0.25 * share;
  }
  const floor = worth.slice().sort()[Math.max(0, worth.length - KEPT_WEIGHTS)]!;
  const keptNames: number[] = [];
  const columns: number[] = [];
  const weights: number[] = [];
  const starts = [0];
  const kept: number[] = [];
  names.forEach((name, row) => {
    const before = weights.length;
    for (let column = 0; column < WIDTH; column++)
      if (worth[row * WIDTH + column]! >= floor) {
        columns.push(column);
        weights.push(dense[row * WIDTH + column]!);
      }
    if (weights.length === before) return;
    keptNames.push(name);
    kept.push(idf[row]!);
    starts.push(weights.length);
  });
  return readyModel({
    names: Uint32Array.from(keptNames),
    idf: Float32Array.from(kept),
    starts: Uint32Array.from(starts),
    columns: Uint8Array.from(columns),
    weights: Float32Array.from(weights),
    biases,
  });
}
