import { CLAUSE_TYPES, type ClauseType } from '../clause-type.ts';
import { type Analysis, analyse, takeFeatures } from './features.ts';
import { decodeModel, type Model, score } from './model.ts';
import partA from './weights-1.json' with { type: 'json' };
import partB from './weights-2.json' with { type: 'json' };
import partC from './weights-3.json' with { type: 'json' };
import partD from './weights-4.json' with { type: 'json' };
import partE from './weights-5.json' with { type: 'json' };

/** Scores of a text, each about -1 to 1. */
export interface Scores {
  /** How much the text speaks of each kind of term, fair or not. */
  topics: Float64Array;
  /** How much it looks like an unfair term of each kind. */
  unfair: Float64Array;
  /** How much it is to the anchor's disadvantage, whatever it speaks of. */
  burden: number;
  /** The highest that any part of the text looks like an unfair term of each kind: the quieter of two terms is loud in its part. */
  peaks: Float64Array;
  /** The burden of the part in which the kind peaks, and whether no other kind is louder there. */
  peakBurdens: Float64Array;
  leads: Uint8Array;
}

/** Columns of the model: topics, then unfair terms, then the burden. */
export const COLUMN_COUNT = CLAUSE_TYPES.length * 2 + 1;

const PLACES = new Map<ClauseType, number>(CLAUSE_TYPES.map((type, place) => [type, place]));
const SHORTEST_PART = 10;
const FAR_FROM_EVERY_TYPE = -0.75;
let shipped: Model | undefined;

/** Scores of one sentence or short clause in canonical text, by the weights trained from the wordings. */
export function scoreText(canonical: string, model = shippedModel()): Scores {
  const analysis = analyse(canonical);
  const { length } = analysis.text;
  const scoreOf = ([from, to]: readonly [number, number]) =>
    score(model, (take) => takeFeatures(analysis, from, to, take));
  const whole = scoreOf([0, length]);
  return combineScores(whole, isWorthSplitting(whole) ? partsOf(analysis).map(scoreOf) : []);
}

/** A text that is far from every type holds no quieter term either: reading its parts would only take time. */
export function isWorthSplitting(whole: Float64Array): boolean {
  for (let at = CLAUSE_TYPES.length; at < CLAUSE_TYPES.length * 2; at++)
    if (whole[at]! > FAR_FROM_EVERY_TYPE) return true;
  return false;
}

/** Columns of the model for a text and for each of its parts, as scores. */
export function combineScores(whole: Float64Array, parts: Float64Array[]): Scores {
  const count = CLAUSE_TYPES.length;
  const unfair = whole.subarray(count, count * 2);
  const scores: Scores = {
    topics: whole.subarray(0, count),
    unfair,
    burden: whole[count * 2]!,
    peaks: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    peakBurdens: new Float64Array(count),
    leads: new Uint8Array(count),
  };
  for (const part of parts.length === 0 ? [whole] : parts) {
    let first = 0;
    for (let at = 1; at < count; at++) if (part[count + at]! > part[count + first]!) first = at;
    scores.leads[first] = 1;
    for (let at = 0; at < count; at++) {
      if (part[count + at]! <= scores.peaks[at]!) continue;
      scores.peaks[at] = part[count + at]!;
      scores.peakBurdens[at] = part[count * 2]!;
    }
  }
  return scores;
}

/** Stretches of a text that may hold a term of their own: between full stops and semicolons, long ones halved at a comma. */
export function partsOf({ text, isChinese }: Analysis): [number, number][] {
  const shortest = isChinese ? SHORTEST_PART : SHORTEST_PART * 3;
  const pieces = text
    .split(isChinese ? /(?<=[;。])/ : /(?<=;|\. )/)
    .flatMap((piece) => halve(piece, shortest));
  if (pieces.length < 2) return [];
  const stretches: [number, number][] = [];
  let from = 0;
  for (const piece of pieces) {
    if (piece.trim().length >= shortest / 2) stretches.push([from, from + piece.length]);
    from += piece.length;
  }
  return stretches;
}

function halve(piece: string, shortest: number): string[] {
  let best = -1;
  for (let at = piece.indexOf(','); at >= 0; at = piece.indexOf(',', at + 1))
    if (Math.abs(at + 0.5 - piece.length / 2) < Math.abs(best + 0.5 - piece.length / 2)) best = at;
  return best < shortest || piece.length - best < shortest
    ? [piece]
    : [piece.slice(0, best + 1), piece.slice(best + 1)];
}

/** Place of a type in the scores. */
export function placeOf(type: ClauseType): number {
  return PLACES.get(type)!;
}

function shippedModel(): Model {
  shipped ??= decodeModel([partA, partB, partC, partD, partE]);
  return shipped;
}
