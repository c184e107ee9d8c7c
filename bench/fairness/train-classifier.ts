import fs from 'node:fs';
import { encodeModel } from '../../api/domain/fairness/classifier/model.ts';
import { weigh } from '../../api/domain/fairness/classifier/weigh.ts';
import { CLAUSE_TYPES, type ClauseType } from '../../api/domain/fairness/clause-type.ts';
import { type Count, describe, emptyCounts, total } from './counts.ts';
import { readAllWordings, type Sample, toSample } from './samples.ts';
import { type Scored, trainJoint } from './train-joint.ts';
import { scoreSample, trainModel } from './train-model.ts';
import { HANDS } from './wordings.ts';

/** Rules and classifier are weighed on hands the rules were not written from. */
const HANDS_TO_WEIGH: string[] = HANDS.filter((hand) => hand !== 'own' && hand !== 'development');
const WEIGHTS = new URL('../../api/domain/fairness/classifier/', import.meta.url);
const PARTS = 5;

// node bench/fairness/train-classifier.ts [--dump FILE]: writes the classifier's weights and the cross-validated figures.
if (import.meta.main) {
  const samples = readAllWordings().map(toSample);
  const scored = crossScore(samples);
  const joint = trainJoint(ofHands(scored, HANDS_TO_WEIGH));
  write(new URL('joint.json', WEIGHTS), joint);
  write(new URL('cross-validated.json', import.meta.url), crossValidate(scored));
  encodeModel(trainModel(samples), PARTS).forEach((part, index) => {
    write(new URL(`weights-${index + 1}.json`, WEIGHTS), part);
  });
}

/** Every sample with scores by weights trained without its hand. */
function crossScore(samples: Sample[]): Scored[] {
  return HANDS.flatMap((hand) => {
    const model = trainModel(samples.filter(({ wording }) => wording.hand !== hand));
    return samples
      .filter(({ wording }) => wording.hand === hand)
      .map((sample) => ({ sample, scores: scoreSample(model, sample) }));
  });
}

/** What is found in each hand by weights, and a weighing, that never saw it. */
function crossValidate(scored: Scored[]) {
  const errors: string[] = [];
  const counted = HANDS.filter((hand) => hand !== 'own').map((hand) => {
    const joint = trainJoint(
      ofHands(
        scored,
        HANDS_TO_WEIGH.filter((other) => other !== hand),
      ),
    );
    const counts = emptyCounts();
    for (const { sample, scores } of ofHands(scored, [hand]).filter(({ sample }) => sample.wording.kind)) {
      const { wording, rules, implausible, isEnglish } = sample;
      for (const type of CLAUSE_TYPES) {
        const rule = rules.get(type) ?? 'none';
        const otherRules = rules.size - (rule === 'none' ? 0 : 1);
        const odds = weigh(
          { scores, type, rule, otherRules, isPlausible: !implausible.has(type), isEnglish },
          joint,
        );
        count(counts.get(type)!, wording.types.includes(type), odds > 0);
        if (wording.types.includes(type) !== odds > 0)
          errors.push(
            `${hand}\t${odds > 0 ? 'extra' : 'missed'}\t${type}\t${rule}\t${odds.toFixed(1)}\t${wording.text}`,
          );
      }
    }
    console.log(`${hand.padEnd(12)} ${describe(total(counts))}`);
    return { hand, counts };
  });
  const dump = process.argv.indexOf('--dump');
  if (dump > 0) fs.writeFileSync(process.argv[dump + 1]!, errors.join('\n'));
  const further = counted.filter(({ hand }) => HANDS_TO_WEIGH.includes(hand));
  const byType = CLAUSE_TYPES.map((type) => [type, sum(further.map(({ counts }) => counts.get(type)!))]);
  return {
    byHand: Object.fromEntries(counted.map(({ hand, counts }) => [hand, total(counts)])),
    byType: Object.fromEntries(byType) as Record<ClauseType, Count>,
  };
}

function count(counts: Count, isThere: boolean, isFound: boolean): void {
  if (isThere && isFound) counts.right++;
  else if (isThere) counts.missed++;
  else if (isFound) counts.extra++;
}

function sum(counts: Count[]): Count {
  return total(new Map(counts.map((one, index) => [index, one])));
}

function ofHands(scored: Scored[], hands: readonly string[]): Scored[] {
  return scored.filter(({ sample }) => hands.includes(sample.wording.hand));
}

function write(file: URL, content: unknown): void {
  fs.writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  console.log(`${file.pathname.split('/').at(-1)}: ${(fs.statSync(file).size / 1024).toFixed(0)} KiB`);
}
