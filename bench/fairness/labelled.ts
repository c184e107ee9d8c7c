import fs from 'node:fs';
import { CLAUSE_TYPES, type ClauseType } from '../../api/domain/fairness/clause-type.ts';
import { type ReviewOptions, reviewContract } from '../../api/domain/fairness/review.ts';
import { type Count, describe, emptyCounts, total } from './counts.ts';
import { readAllWordings, toSample } from './samples.ts';
import { trainModel } from './train-model.ts';
import { readContracts, readDevelopmentSet, readUnseen, readWordings, type Wording } from './wordings.ts';

/** The shipped weights know the development set; its figures come from weights that never saw its hand. */
let withoutDevelopment: ReviewOptions['learnt'];
function learntElsewhere(): ReviewOptions['learnt'] {
  withoutDevelopment ??= {
    model: trainModel(
      readAllWordings()
        .filter(({ hand }) => hand !== 'development')
        .map(toSample),
    ),
  };
  return withoutDevelopment;
}

/** The 172 examples of the catalogue: each unfair one found with its type, no fair one with it. */
export function benchExamples(): string[] {
  const examples = readWordings().filter(({ id }) => id.startsWith('examples.txt'));
  const unfair = examples.filter(({ types }) => types.length > 0);
  const fair = examples.filter(({ types }) => types.length === 0);
  const found = unfair.filter(({ text, types }) => typesOf(text, {}).includes(types[0]!)).length;
  const kept = fair.filter(({ text, near }) => !typesOf(text, {}).includes(near!)).length;
  return [`examples: ${found} of ${unfair.length} unfair found, ${kept} of ${fair.length} fair left alone`];
}

/** The development set by rules alone, and with the classifier trained on the other hands. */
export function benchWordings(): string[] {
  const wordings = readDevelopmentSet();
  if (wordings.length === 0) return ['development set: absent'];
  const learnt = learntElsewhere();
  return (['tune', 'held'] as const).flatMap((part) => {
    const own = wordings.filter((wording) => wording.part === part);
    return describeSet(
      `development set, ${part}, ${own.length} clauses, by weights of other hands`,
      own,
      learnt,
    );
  });
}

/** The clauses nothing was tuned on, by the shipped weights; only on demand, so that nobody tunes towards them. */
export function benchUnseen(): string[] {
  const wordings = readUnseen();
  return [
    ...describeSet(`mixed agency, ${wordings.length} clauses never seen`, wordings, undefined),
    ...[...countTypes(wordings, {})].map(([type, count]) => `  ${type.padEnd(28)} ${describe(count)}`),
  ];
}

/** What leaving out a hand at a time gave when the weights were trained. */
export function benchCrossValidation(): string[] {
  const { byHand, byType }: { byHand: Record<string, Count>; byType: Record<ClauseType, Count> } = JSON.parse(
    fs.readFileSync(new URL('cross-validated.json', import.meta.url), 'utf8'),
  );
  return [
    'each hand by weights of the others, as of the last training',
    ...Object.entries(byHand).map(([hand, count]) => `  ${hand.padEnd(28)} ${describe(count)}`),
    'the further hands together, by type',
    ...CLAUSE_TYPES.map((type) => `  ${type.padEnd(28)} ${describe(byType[type])}`),
  ];
}

/** Whole contracts: a finding is right when it overlaps the labelled sentence of its type. */
export function benchContracts(): string[] {
  const sum: Count = { right: 0, missed: 0, extra: 0 };
  const lines = readContracts().map(({ id, part, text, findings }) => {
    const found = reviewContract(text, { learnt: learntElsewhere() }).clauses.flatMap(
      (clause) => clause.findings,
    );
    const labels = findings.map(({ type, quote }) => ({
      type,
      start: text.indexOf(quote),
      length: quote.length,
    }));
    const matches = (label: (typeof labels)[number], finding: (typeof found)[number]) =>
      finding.type === label.type && finding.start < label.start + label.length && finding.end > label.start;
    const count: Count = {
      right: labels.filter((label) => found.some((finding) => matches(label, finding))).length,
      missed: labels.filter((label) => !found.some((finding) => matches(label, finding))).length,
      extra: found.filter((finding) => !labels.some((label) => matches(label, finding))).length,
    };
    for (const key of ['right', 'missed', 'extra'] as const) sum[key] += count[key];
    return `  ${id.padEnd(18)} ${part.padEnd(5)} ${describe(count)}`;
  });
  return lines.length === 0 ? ['contracts: absent'] : [`contracts: ${describe(sum)}`, ...lines];
}

function describeSet(title: string, wordings: Wording[], learnt: ReviewOptions['learnt']): string[] {
  const of = (lang: string) => wordings.filter((wording) => wording.lang === lang);
  return [
    title,
    `  rules alone         ${describe(total(countTypes(wordings, { useClassifier: false })))}`,
    `  with the classifier ${describe(total(countTypes(wordings, { learnt })))}`,
    `  … of it Chinese     ${describe(total(countTypes(of('zh'), { learnt })))}`,
    `  … of it English     ${describe(total(countTypes(of('en'), { learnt })))}`,
  ];
}

function countTypes(wordings: Wording[], options: ReviewOptions): Map<ClauseType, Count> {
  const counts = emptyCounts();
  for (const { text, types } of wordings) {
    const found = typesOf(text, options);
    for (const type of types) counts.get(type)![found.includes(type) ? 'right' : 'missed']++;
    for (const type of found) if (!types.includes(type)) counts.get(type)!.extra++;
  }
  return counts;
}

function typesOf(text: string, options: ReviewOptions): ClauseType[] {
  return reviewContract(text, options).summary.types;
}
