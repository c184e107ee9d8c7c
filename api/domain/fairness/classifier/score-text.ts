import { CLAUSE_TYPES, type ClauseType } from '../clause-type.ts';
import burden from './burden.json' with { type: 'json' };
import { readFeatures } from './features.ts';
import { decodeModel, type Model, score } from './model.ts';
import topicsA from './topics-1.json' with { type: 'json' };
import topicsB from './topics-2.json' with { type: 'json' };
import topicsC from './topics-3.json' with { type: 'json' };

export interface Scores {
  /** How much the text speaks of each kind of term, fair or not; above 0 is likely. */
  topics: Map<ClauseType, number>;
  /** The topic that speaks loudest. */
  loudest: ClauseType;
  /** How much the text is to the anchor's disadvantage; above 0 is likely. */
  burden: number;
}

export interface Models {
  topics: Model;
  burden: Model;
}

let shipped: Models | undefined;

/** Scores of one sentence or short clause in canonical text, by the weights trained from the wordings. */
export function scoreText(canonical: string, models = shippedModels()): Scores {
  const features = readFeatures(canonical);
  const sums = score(models.topics, features);
  let loudest = 0;
  sums.forEach((sum, index) => {
    if (sum > sums[loudest]!) loudest = index;
  });
  return {
    topics: new Map(CLAUSE_TYPES.map((type, index) => [type, sums[index]!])),
    loudest: CLAUSE_TYPES[loudest]!,
    burden: score(models.burden, features)[0]!,
  };
}

function shippedModels(): Models {
  shipped ??= { topics: decodeModel([topicsA, topicsB, topicsC]), burden: decodeModel([burden]) };
  return shipped;
}
