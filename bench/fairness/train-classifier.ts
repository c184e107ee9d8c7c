import fs from 'node:fs';
import { encodeModel } from '../../api/domain/fairness/classifier/model.ts';
import { type Joint, weigh } from '../../api/domain/fairness/classifier/weigh.ts';
import { CLAUSE_TYPES, type ClauseType } from '../../api/domain/fairness/clause-type.ts';
import { type Count, describe, emptyCounts, total } from './counts.ts';
import { readAllWordings, type Sample, toSample } from './samples.ts';
import { type Scored, trainJoint } from './train-joint.ts';
import { scoreSample, trainModel } from './train-model.ts';
import { AUTHORS } from './wordings.ts';

/** Rules and classifier are weighed on authors the rules were not written from. */
const AUTHORS_TO_WEIGH = Object.keys(AUTHORS).filter((author) => author !== 'development');
const WEIGHTS = new URL('../../api/domain/fairness/classifier/', import.meta.url);
const PARTS = 5;

// node bench/fairness/train-classifier.ts [--dump FILE]: writes the classifier's weights and the cross-validated figures.
if (import.meta.main) {
  const samples = readAllWordings().map(toSample);
  const scored = crossScore(samples);
  console.log(`${samples.length} wordings scored by weights without their author`);
  const joint = trainJoint(ofAuthors(scored, AUTHORS_TO_WEIGH));
  write(new URL('joint.json', WEIGHTS), joint);
  write(new URL('cross-validated.json', import.meta.url), crossValidate(scored));
  encodeModel(trainModel(samples), PARTS).forEach((part, index) => {
    write(new URL(`weights-${index + 1}.json`, WEIGHTS), part);
  });
}

/** Every sample with scores by weights trained without its author. */
function crossScore(samples: Sample[]): Scored[] {
  return Object.values(AUTHORS).flatMap((hands) => {
    const isTheirs = ({ wording }: Sample) => hands.includes(wording.hand);
    const model = trainModel(samples.filter((sample) => !isTheirs(sample)));
    return samples.filter(isTheirs).map((sample) => ({ sample, scores: scoreSample(model, sample) }));
  });
}

/** What is found in each hand by weights, and a weighing, that never saw its author. */
function crossValidate(scored: Scored[]) {
  const errors: string[] = [];
  const rulesAlone = emptyCounts();
  const counted = Object.entries(AUTHORS).flatMap(([author, hands]) => {
    const others = AUTHORS_TO_WEIGH.filter((other) => other !== author);
    const joint = trainJoint(ofAuthors(scored, others));
    return hands.map((hand) => {
      const counts = emptyCounts();
      const own = scored.filter(({ sample }) => sample.wording.hand === hand && sample.wording.kind);
      for (const one of own) {
        const { wording, rules } = one.sample;
        for (const type of CLAUSE_TYPES) {
          const odds = oddsOf(one, type, joint);
          count(counts.get(type)!, wording.types.includes(type), odds > 0);
          if (author !== 'development')
            count(rulesAlone.get(type)!, wording.types.includes(type), rules.has(type));
          if (wording.types.includes(type) !== odds > 0)
            errors.push(
              `${hand}\t${odds > 0 ? 'extra' : 'missed'}\t${type}\t${rules.get(type) ?? 'none'}\t${odds.toFixed(1)}\t${wording.text}`,
            );
        }
      }
      console.log(`${hand.padEnd(16)} ${describe(total(counts))}`);
      return { hand, author, counts };
    });
  });
  const dump = process.argv.indexOf('--dump');
  if (dump > 0) fs.writeFileSync(process.argv[dump + 1]!, errors.join('\n'));
  const further = counted.filter(({ author }) => AUTHORS_TO_WEIGH.includes(author));
  const byType = CLAUSE_TYPES.map((type) => [type, sum(further.map(({ counts }) => counts.get(type)!))]);
  return {
    byHand: Object.fromEntries(counted.map(({ hand, counts }) => [hand, total(counts)])),
    byType: Object.fromEntries(byType) as Record<ClauseType, Count>,
    rulesAlone: total(rulesAlone),
  };
}

function oddsOf({ sample, scores }: Scored, type: ClauseType, joint: Joint): number {
  const { rules, implausible, isEnglish } = sample;
  const rule = rules.get(type) ?? 'none';
  const otherRules = rules.size - (rule === 'none' ? 0 : 1);
  return weigh({ scores, type, rule, otherRules, isPlausible: !implausible.has(type), isEnglish }, joint);
}

function count(counts: Count, isThere: boolean, isFound: boolean): void {
  if (isThere && isFound) counts.right++;
  else if (isThere) counts.missed++;
  else if (isFound) counts.extra++;
}

function sum(counts: Count[]): Count {
  return total(new Map(counts.map((one, index) => [index, one])));
}

function ofAuthors(scored: Scored[], authors: readonly string[]): Scored[] {
  const hands = authors.flatMap((author) => AUTHORS[author]!);
  return scored.filter(({ sample }) => hands.includes(sample.wording.hand));
}

function write(file: URL, content: unknown): void {
  fs.writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  console.log(`${file.pathname.split('/').at(-1)}: ${(fs.statSync(file).size / 1024).toFixed(0)} KiB`);
}
