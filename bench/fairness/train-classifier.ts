import fs from 'node:fs';
import { readFeatures } from '../../api/domain/fairness/classifier/features.ts';
import { encodeModel, type Model, type StoredModel } from '../../api/domain/fairness/classifier/model.ts';
import { CLAUSE_TYPES, type ClauseType } from '../../api/domain/fairness/clause-type.ts';
import { toCanonical } from '../../api/domain/fairness/frame/reading.ts';
import { readParties } from '../../api/domain/fairness/text/parties.ts';
import { readContractSentences, readDevelopmentSet, readWordings, type Wording } from './wordings.ts';

/** Topics are many columns: only their strongest features are kept, so that each of three files stays under a megabyte. */
const KEPT_TOPIC_FEATURES = 45_000;
const EPOCHS = 25;

// node bench/fairness/train-classifier.ts [--without-held]: writes the weights of the reader's classifier.
if (import.meta.main) {
  const { topics, burden } = trainModels(trainingSet(process.argv.includes('--without-held')));
  encodeModel(topics, 3).forEach((part, index) => {
    write(`topics-${index + 1}.json`, part);
  });
  write('burden.json', encodeModel(burden, 1)[0]!);
}

function write(name: string, part: StoredModel): void {
  const file = new URL(`../../api/domain/fairness/classifier/${name}`, import.meta.url);
  fs.writeFileSync(file, `${JSON.stringify(part, null, 2)}\n`);
  console.log(`${name}: ${(fs.statSync(file).size / 1024).toFixed(0)} KiB`);
}

export function trainingSet(withoutHeld: boolean): Wording[] {
  const all = [...readWordings(), ...readDevelopmentSet(), ...readContractSentences()];
  return withoutHeld ? all.filter(({ part }) => part !== 'held') : all;
}

/** One logistic regression a topic and one for the burden, by AdaGrad in a fixed order: the same input, the same weights. */
export function trainModels(wordings: Wording[]): { topics: Model; burden: Model } {
  const samples = wordings.map(({ text }) => readFeatures(canonicalOf(text)));
  const counts = new Map<number, number>();
  for (const features of samples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= 2).map(([name]) => name);
  const rows = new Map(names.map((name, row) => [name, row]));
  const idf = Float32Array.from(names.map((name) => Math.log(samples.length / counts.get(name)!) + 0.2));
  const vectors = samples.map((features) => toVector(features, rows, idf));
  const fitColumn = (labels: boolean[]) => trainColumn(vectors, labels.map(Number), names.length);
  const burden = fitColumn(wordings.map(({ types }) => types.length > 0));
  const columns = CLAUSE_TYPES.map((type) => fitColumn(wordings.map((wording) => speaksOf(wording, type))));
  const weights = new Float32Array(names.length * columns.length);
  columns.forEach((column, at) => {
    for (let row = 0; row < names.length; row++) weights[row * columns.length + at] = column.weights[row]!;
  });
  const topics = { rows, idf, weights, biases: columns.map(({ bias }) => bias) };
  return {
    topics: keepStrongest(topics, counts),
    burden: { rows, idf, weights: Float32Array.from(burden.weights), biases: [burden.bias] },
  };
}

/** A fair look-alike speaks of its topic too: what is unfair about it is the burden's business. */
function speaksOf({ types, near }: Wording, type: ClauseType): boolean {
  return types.includes(type) || (types.length === 0 && near === type);
}

interface Vector {
  rows: number[];
  values: number[];
}

function toVector(features: Set<number>, rows: Map<number, number>, idf: Float32Array): Vector {
  const vector: Vector = { rows: [], values: [] };
  let norm = 0;
  for (const name of features) {
    const row = rows.get(name);
    if (row === undefined) continue;
    vector.rows.push(row);
    vector.values.push(idf[row]!);
    norm += idf[row]! ** 2;
  }
  const length = Math.sqrt(norm) || 1;
  vector.values = vector.values.map((value) => value / length);
  return vector;
}

function trainColumn(
  vectors: Vector[],
  labels: number[],
  width: number,
): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(width);
  const squares = new Float64Array(width).fill(1e-8);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const positiveWeight = Math.min(4, Math.sqrt((labels.length - positives) / Math.max(positives, 1)));
  let bias = -1;
  let biasSquare = 1e-8;
  const order = labels.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, epoch);
    for (const index of order) {
      const { rows, values } = vectors[index]!;
      let sum = bias;
      for (let at = 0; at < rows.length; at++) sum += weights[rows[at]!]! * values[at]!;
      const error = (1 / (1 + Math.exp(-sum)) - labels[index]!) * (labels[index] ? positiveWeight : 1);
      if (Math.abs(error) < 1e-3) continue;
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at]!;
        const step = error * values[at]! + 2e-4 * weights[row]!;
        squares[row]! += step * step;
        weights[row]! -= (0.5 * step) / Math.sqrt(squares[row]!);
      }
      biasSquare += error * error;
      bias -= (0.5 * error) / Math.sqrt(biasSquare);
    }
  }
  return { weights, bias };
}

/** A shuffle that is the same on every machine. */
function shuffle(order: number[], epoch: number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = (Math.imul(last * 7919 + epoch * 104_729, 2_654_435_761) >>> 0) % (last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
}

/** Keeps the features that move the scores most. */
function keepStrongest(model: Model, counts: Map<number, number>): Model {
  const columns = model.biases.length;
  const strength = [...model.rows].map(([name, row]) => {
    let sum = 0;
    for (let column = 0; column < columns; column++) sum += model.weights[row * columns + column]! ** 2;
    return { name, row, power: sum * model.idf[row]! ** 2 * Math.sqrt(counts.get(name)!) };
  });
  strength.sort((a, b) => b.power - a.power || a.name - b.name);
  const kept = strength.slice(0, KEPT_TOPIC_FEATURES);
  const weights = new Float32Array(kept.length * columns);
  kept.forEach(({ row }, at) => {
    weights.set(model.weights.subarray(row * columns, (row + 1) * columns), at * columns);
  });
  return {
    rows: new Map(kept.map(({ name }, at) => [name, at])),
    idf: Float32Array.from(kept.map(({ row }) => model.idf[row]!)),
    weights,
    biases: model.biases,
  };
}

function canonicalOf(text: string): string {
  return toCanonical(text, 0, text.length, readParties(text)).text;
}
