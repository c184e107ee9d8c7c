import { CLAUSE_TYPES, type ClauseType } from '../clause-type.ts';
import joint from './joint.json' with { type: 'json' };
import { placeOf, type Scores } from './score-text.ts';

/** What a rule says of a text: nothing, words in any order, or a set way to say it. */
export type Strength = 'none' | 'wide' | 'narrow';

/** What is known of one text and one type before the joint weight is asked. */
export interface Evidence {
  scores: Scores;
  type: ClauseType;
  rule: Strength;
  /** How many other types' rules speak. */
  otherRules: number;
  /** False where the numbers or the payer of the text contradict the type. */
  isPlausible: boolean;
  isEnglish: boolean;
}

/** How the scores and the rules are weighed against each other. */
export interface Joint {
  weights: number[];
  /** One a type, in the order of the types. */
  biases: number[];
  /** How much further the rule of a type is trusted than rules in general, one a type. */
  trusts: number[];
}

/** The log-odds that the text holds the type: above 0 is more likely than not. */
export function weigh(evidence: Evidence, { weights, biases, trusts }: Joint = joint): number {
  const signs = readSigns(evidence);
  const place = placeOf(evidence.type);
  const own = biases[place]! + (evidence.rule === 'none' ? 0 : trusts[place]!);
  return signs.reduce((sum, sign, index) => sum + sign * weights[index]!, own);
}

/** The signs that are weighed, each a number near 1. */
export function readSigns({ scores, type, rule, otherRules, isPlausible, isEnglish }: Evidence): number[] {
  const place = placeOf(type);
  const unfair = scores.unfair[place]!;
  const topic = scores.topics[place]!;
  const { burden } = scores;
  const peak = scores.peaks[place]!;
  const peakBurden = scores.peakBurdens[place]!;
  const rival = highestBeside(scores.unfair, place);
  const rivalTopic = highestBeside(scores.topics, place);
  const hit = rule === 'none' ? 0 : 1;
  const english = isEnglish ? 1 : 0;
  return [
    unfair,
    topic,
    burden,
    rival,
    rivalTopic,
    unfair * burden,
    topic * burden,
    hit,
    rule === 'narrow' ? 1 : 0,
    hit * burden,
    hit * unfair,
    hit * topic,
    isPlausible ? 0 : 1,
    isPlausible ? 0 : unfair,
    english,
    english * hit,
    english * unfair,
    english * burden,
    Math.min(otherRules, 2),
    unfair > rival ? 1 : 0,
    topic > rivalTopic ? 1 : 0,
    Math.max(unfair + 0.5, 0),
    Math.max(burden, 0),
    peak,
    peakBurden,
    peak * peakBurden,
    scores.leads[place]!,
    Math.max(peak + 0.5, 0),
    hit * peak,
  ];
}

function highestBeside(scores: Float64Array, place: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < CLAUSE_TYPES.length; at++)
    if (at !== place && scores[at]! > highest) highest = scores[at]!;
  return highest;
}
