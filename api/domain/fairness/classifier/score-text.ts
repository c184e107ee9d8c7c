import { CLAUSE_TYPES, type ClauseType } from '../clause-type.ts';
import { readFeatures } from './features.ts';
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
}

/** Columns of the model: topics, then unfair terms, then the burden. */
export const COLUMN_COUNT = CLAUSE_TYPES.length * 2 + 1;

const PLACES = new Map<ClauseType, number>(CLAUSE_TYPES.map((type, place) => [type, place]));
let shipped: Model | undefined;

/** Scores of one sentence or short clause in canonical text, by the weights trained from the wordings. */
export function scoreText(canonical: string, model = shippedModel()): Scores {
  const sums = score(model, readFeatures(canonical));
  const count = CLAUSE_TYPES.length;
  return {
    topics: sums.subarray(0, count),
    unfair: sums.subarray(count, count * 2),
    burden: sums[count * 2]!,
  };
}

/** Place of a type in the scores. */
export function placeOf(type: ClauseType): number {
  return PLACES.get(type)!;
}

function shippedModel(): Model {
  shipped ??= decodeModel([partA, partB, partC, partD, partE]);
  return shipped;
}
