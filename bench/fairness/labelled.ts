import { CLAUSE_TYPES, type ClauseType } from '../../api/domain/fairness/clause-type.ts';
import { reviewContract } from '../../api/domain/fairness/review.ts';
import { trainingSet, trainModels } from './train-classifier.ts';
import { readContracts, readDevelopmentSet, readWordings, type Wording } from './wordings.ts';

interface Count {
  right: number;
  missed: number;
  extra: number;
}

/** The shipped weights know every wording; the figures of the held part come from weights that never saw it. */
const UNSEEN = trainModels(trainingSet(true));

/** The 172 examples of the catalogue: each unfair one found with its type, no fair one with it. */
export function benchExamples(): string[] {
  const examples = readWordings().filter(({ id }) => id.startsWith('examples.txt'));
  const unfair = examples.filter(({ types }) => types.length > 0);
  const fair = examples.filter(({ types }) => types.length === 0);
  const found = unfair.filter(({ text, types }) => typesOf(text, true).includes(types[0]!)).length;
  const kept = fair.filter(({ text, near }) => !typesOf(text, true).includes(near!)).length;
  return [`examples: ${found} of ${unfair.length} unfair found, ${kept} of ${fair.length} fair left alone`];
}

/** The development set: the part that may be read, and the part that may not, with and without the classifier. */
export function benchWordings(byType: boolean): string[] {
  const wordings = readDevelopmentSet();
  if (wordings.length === 0) return ['development set: absent'];
  return (['tune', 'held'] as const).flatMap((part) => {
    const own = wordings.filter((wording) => wording.part === part);
    const without = countTypes(own, false);
    const withIt = countTypes(own, true);
    return [
      `development set, ${part}, ${own.length} clauses`,
      `  rules alone         ${describe(total(without))}`,
      `  with the classifier ${describe(total(withIt))}`,
      ...(part === 'tune' || byType
        ? CLAUSE_TYPES.map((type) => `  ${type.padEnd(28)} ${describe(withIt.get(type)!)}`)
        : []),
    ];
  });
}

/** Whole contracts: a finding is right when it overlaps the labelled sentence of its type. */
export function benchContracts(): string[] {
  const sum: Count = { right: 0, missed: 0, extra: 0 };
  const lines = readContracts().map(({ id, part, text, findings }) => {
    const found = reviewContract(text, { models: UNSEEN }).clauses.flatMap((clause) => clause.findings);
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

function countTypes(wordings: Wording[], useClassifier: boolean): Map<ClauseType, Count> {
  const counts = new Map<ClauseType, Count>(
    CLAUSE_TYPES.map((type) => [type, { right: 0, missed: 0, extra: 0 }]),
  );
  for (const { text, types } of wordings) {
    const found = typesOf(text, useClassifier);
    for (const type of types) counts.get(type)![found.includes(type) ? 'right' : 'missed']++;
    for (const type of found) if (!types.includes(type)) counts.get(type)!.extra++;
  }
  return counts;
}

function typesOf(text: string, useClassifier: boolean): ClauseType[] {
  return reviewContract(text, { useClassifier, models: UNSEEN }).summary.types;
}

function total(counts: Map<ClauseType, Count>): Count {
  const sum: Count = { right: 0, missed: 0, extra: 0 };
  for (const count of counts.values())
    for (const key of ['right', 'missed', 'extra'] as const) sum[key] += count[key];
  return sum;
}

function describe({ right, missed, extra }: Count): string {
  const share = (part: number, whole: number) => (whole === 0 ? '   –' : (part / whole).toFixed(3));
  return `precision ${share(right, right + extra)} recall ${share(right, right + missed)}  (right ${right}, missed ${missed}, extra ${extra})`;
}
