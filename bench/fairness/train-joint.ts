import { placeOf, type Scores } from '../../api/domain/fairness/classifier/score-text.ts';
import { type Joint, readSigns } from '../../api/domain/fairness/classifier/weigh.ts';
import { CLAUSE_TYPES } from '../../api/domain/fairness/clause-type.ts';
import type { Sample } from './samples.ts';

/** A sample with scores by weights that never saw its hand. */
export interface Scored {
  sample: Sample;
  scores: Scores;
}

const DECAY_OF_SIGNS = 1;
/** A type leans its own way only when many wordings say so. */
const DECAY_OF_TYPES = 3;
const STEPS = 12;

/** Logistic regression over the signs, with one bias a type, by Newton's method. */
export function trainJoint(scored: Scored[]): Joint {
  const lines = scored.flatMap((one) =>
    CLAUSE_TYPES.map((type) => ({
      signs: signsOf(one, type),
      place: placeOf(type),
      hasRule: one.sample.rules.has(type),
      label: one.sample.wording.types.includes(type) ? 1 : 0,
    })),
  );
  const count = lines[0]!.signs.length;
  const { means, spreads } = measure(lines.map(({ signs }) => signs));
  for (const { signs } of lines)
    for (let at = 0; at < count; at++) signs[at] = (signs[at]! - means[at]!) / spreads[at]!;
  const size = count + 1 + CLAUSE_TYPES.length * 2;
  const decays = Array.from({ length: size }, (_, at) =>
    at < count ? DECAY_OF_SIGNS : at === count ? 0 : DECAY_OF_TYPES,
  );
  const found = new Float64Array(size);
  for (let step = 0; step < STEPS; step++) {
    const { slope, bend } = slopeAndBend(lines, found, count, decays);
    const move = solveLinear(bend, slope);
    // The first strides are long enough to overshoot.
    const stride = step < 3 ? 0.5 : 1;
    for (let at = 0; at < size; at++) found[at]! -= stride * move[at]!;
  }
  const weights = means.map((_, at) => found[at]! / spreads[at]!);
  const base = found[count]! - weights.reduce((sum, weight, at) => sum + weight * means[at]!, 0);
  return {
    weights,
    biases: CLAUSE_TYPES.map((_, place) => base + found[count + 1 + place]!),
    trusts: CLAUSE_TYPES.map((_, place) => found[count + 1 + CLAUSE_TYPES.length + place]!),
  };
}

export function signsOf({ sample, scores }: Scored, type: (typeof CLAUSE_TYPES)[number]): number[] {
  const rule = sample.rules.get(type) ?? 'none';
  return readSigns({
    scores,
    type,
    rule,
    otherRules: sample.rules.size - (rule === 'none' ? 0 : 1),
    isPlausible: !sample.implausible.has(type),
    isEnglish: sample.isEnglish,
  });
}

interface Line {
  signs: number[];
  place: number;
  hasRule: boolean;
  label: number;
}

function slopeAndBend(lines: Line[], found: Float64Array, count: number, decays: number[]) {
  const size = decays.length;
  const slope = Float64Array.from(decays, (decay, at) => decay * found[at]!);
  const bend = Array.from({ length: size }, (_, at) => {
    const row = new Float64Array(size);
    row[at] = decays[at]! + 1e-6;
    return row;
  });
  for (const { signs, place, hasRule, label } of lines) {
    const own = count + 1 + place;
    const trust = hasRule ? [own + CLAUSE_TYPES.length] : [];
    let sum = found[count]! + found[own]!;
    for (const at of trust) sum += found[at]!;
    for (let at = 0; at < count; at++) sum += found[at]! * signs[at]!;
    const chance = 1 / (1 + Math.exp(-sum));
    const weight = chance * (1 - chance);
    const valueAt = (at: number) => (at < count ? signs[at]! : 1);
    const touched = [...signs.keys(), count, own, ...trust];
    for (const at of touched) {
      slope[at]! += (chance - label) * valueAt(at);
      if (weight < 1e-6) continue;
      const row = bend[at]!;
      const scale = weight * valueAt(at);
      for (let other = 0; other < count; other++) row[other]! += scale * signs[other]!;
      row[count]! += scale;
      row[own]! += scale;
      for (const other of trust) row[other]! += scale;
    }
  }
  return { slope, bend };
}

function measure(rows: number[][]): { means: number[]; spreads: number[] } {
  const count = rows[0]!.length;
  const means = Array.from(
    { length: count },
    (_, at) => rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length,
  );
  const spreads = means.map(
    (mean, at) => Math.sqrt(rows.reduce((sum, row) => sum + (row[at]! - mean) ** 2, 0) / rows.length) + 1e-6,
  );
  return { means, spreads };
}

/** Gaussian elimination with pivots. */
function solveLinear(matrix: Float64Array[], right: Float64Array): Float64Array {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let at = column; at <= size; at++) rows[row]![at]! -= factor * rows[column]![at]!;
    }
  }
  return Float64Array.from(rows, (row, at) => row[size]! / row[at]!);
}
