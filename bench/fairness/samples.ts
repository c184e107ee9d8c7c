import { analyse, takeFeatures } from '../../api/domain/fairness/classifier/features.ts';
import { COLUMN_COUNT, partsOf, placeOf } from '../../api/domain/fairness/classifier/score-text.ts';
import type { Strength } from '../../api/domain/fairness/classifier/weigh.ts';
import { CLAUSE_TYPES, type ClauseType } from '../../api/domain/fairness/clause-type.ts';
import { findHits } from '../../api/domain/fairness/frame/match.ts';
import { readClause, toCanonical } from '../../api/domain/fairness/frame/reading.ts';
import { strengthOf } from '../../api/domain/fairness/judge-types.ts';
import { RULES } from '../../api/domain/fairness/rules/index.ts';
import { readParties } from '../../api/domain/fairness/text/parties.ts';
import {
  readContractSentences,
  readDevelopmentSet,
  readHands,
  readWordings,
  type Wording,
} from './wordings.ts';

/** A wording as the classifier sees it, with what the rules say of it. */
export interface Sample {
  wording: Wording;
  features: Set<number>;
  /** Features of its parts. */
  parts: Set<number>[];
  isEnglish: boolean;
  /** Types whose rule speaks. */
  rules: Map<ClauseType, Exclude<Strength, 'none'>>;
  implausible: Set<ClauseType>;
}

/** Every wording that may be learnt from, of every hand. */
export function readAllWordings(): Wording[] {
  return [...readWordings(), ...readDevelopmentSet(), ...readContractSentences(), ...readHands()];
}

export function toSample(wording: Wording): Sample {
  const { text } = wording;
  const canon = toCanonical(text, 0, text.length, readParties(text));
  const reading = readClause(canon);
  const rules: Sample['rules'] = new Map();
  for (const { type, matcher } of RULES) {
    const strength = strengthOf(findHits(matcher, reading));
    if (strength !== 'none') rules.set(type, strength);
  }
  const analysis = analyse(canon.text);
  const featuresOf = (from: number, to: number) => {
    const features = new Set<number>();
    takeFeatures(analysis, from, to, (feature) => features.add(feature));
    return features;
  };
  const implausible = RULES.filter(({ matcher }) => matcher.isPlausible?.(canon.text) === false);
  return {
    wording,
    features: featuresOf(0, analysis.text.length),
    parts: partsOf(analysis).map(([from, to]) => featuresOf(from, to)),
    isEnglish: reading.isEnglish,
    rules,
    implausible: new Set(implausible.map(({ type }) => type)),
  };
}

/** What the columns of the model should say of a wording: 1 or 0 each. */
export function labelsOf({ types, near }: Wording): Float32Array {
  const labels = new Float32Array(COLUMN_COUNT);
  for (const type of types) {
    labels[placeOf(type)] = 1;
    labels[placeOf(type) + CLAUSE_TYPES.length] = 1;
    labels[COLUMN_COUNT - 1] = 1;
  }
  // A fair look-alike speaks of its topic too.
  if (types.length === 0 && near) labels[placeOf(near)] = 1;
  return labels;
}
