import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

interface Clause {
  id: string;
  lang: string;
  text: string;
  types: string[];
  kind: 'unfair' | 'lookalike' | 'neutral' | 'multi';
  register: string;
  part: 'tune' | 'held';
  near?: string;
  note: string;
}

interface Contract {
  id: string;
  lang: string;
  text: string;
  findings: { type: string; quote: string }[];
}

const folder = path.resolve(import.meta.dirname, '../../../bench/fairness/development');
const types: string[] = JSON.parse(readFileSync(path.join(folder, 'types.json'), 'utf8'));
const chinese = readClauses('clauses-zh.jsonl');
const english = readClauses('clauses-en.jsonl');
const contracts = readdirSync(path.join(folder, 'contracts')).map(
  (name): Contract => JSON.parse(readFileSync(path.join(folder, 'contracts', name), 'utf8')),
);

describe('the development set of clauses', () => {
  it('gives every clause its own id, its language, a register, a part and known types only', () => {
    const all = [...chinese, ...english];
    expect(new Set(all.map((clause) => clause.id)).size).toBe(all.length);
    expect(chinese.every((clause) => clause.lang === 'zh' && clause.id.startsWith('zh-'))).toBe(true);
    expect(english.every((clause) => clause.lang === 'en' && clause.id.startsWith('en-'))).toBe(true);
    for (const clause of all) {
      expect(['formal', 'plain', 'annex', 'chat'], clause.id).toContain(clause.register);
      expect(['tune', 'held'], clause.id).toContain(clause.part);
      expect(types, clause.id).toEqual(expect.arrayContaining(clause.types));
      expect(clause.text.trim(), clause.id).toBe(clause.text);
      expect(clause.text.length, clause.id).toBeGreaterThan(7);
    }
  });

  it('lists as many types as the kind of the clause says', () => {
    const hasRightCount = (clause: Clause) => {
      const count = new Set(clause.types).size;
      if (count !== clause.types.length) return false;
      if (clause.kind === 'unfair') return count === 1;
      return clause.kind === 'multi' ? count >= 2 : count === 0;
    };
    expect([...chinese, ...english].filter((clause) => !hasRightCount(clause))).toEqual([]);
  });

  it('says of every fair look-alike which type it resembles, and of nothing else', () => {
    const wrong = [...chinese, ...english].filter((clause) =>
      clause.kind === 'lookalike' ? !types.includes(clause.near ?? '') : clause.near !== undefined,
    );
    expect(wrong).toEqual([]);
  });

  it.each(types)('has wordings of %s, unfair and fair, on both sides of the split', (type) => {
    const unfair = chinese.filter((clause) => clause.kind === 'unfair' && clause.types[0] === type);
    const fair = chinese.filter((clause) => clause.near === type);
    expect(unfair.length).toBeGreaterThanOrEqual(9);
    expect(fair.length).toBeGreaterThanOrEqual(6);
    for (const group of [unfair, fair]) {
      expect(group.filter((clause) => clause.part === 'held').length).toBeGreaterThanOrEqual(2);
      expect(group.filter((clause) => clause.part === 'tune').length).toBeGreaterThanOrEqual(3);
    }
    expect(english.filter((clause) => clause.types.includes(type)).length).toBeGreaterThanOrEqual(2);
    expect(english.filter((clause) => clause.near === type).length).toBeGreaterThanOrEqual(1);
  });

  it('is wide enough, and a third of it is held back', () => {
    expect(chinese.length).toBeGreaterThanOrEqual(720);
    expect(english.length).toBeGreaterThanOrEqual(150);
    expect(chinese.filter((clause) => clause.kind === 'multi').length).toBeGreaterThanOrEqual(60);
    expect(chinese.filter((clause) => clause.kind === 'neutral').length).toBeGreaterThanOrEqual(80);
    for (const clauses of [chinese, english]) {
      const held = clauses.filter((clause) => clause.part === 'held').length;
      expect(held / clauses.length).toBeGreaterThanOrEqual(1 / 3);
    }
  });

  it('has no two clauses that share most of their words', () => {
    expect(findNearDuplicates([...chinese, ...english], 0.6)).toEqual([]);
  });
});

describe('the whole contracts of the development set', () => {
  it('are twelve, ten Chinese and two English, each under the name of its file', () => {
    expect(contracts.map((contract) => contract.lang).sort()).toEqual([
      ...Array(2).fill('en'),
      ...Array(10).fill('zh'),
    ]);
    for (const contract of contracts)
      expect(existsSync(path.join(folder, 'contracts', `${contract.id}.json`)), contract.id).toBe(true);
  });

  it.each(contracts)('$id quotes each finding exactly once in its text', (contract) => {
    expect(contract.text.length).toBeGreaterThanOrEqual(1_500);
    expect(contract.text.length).toBeLessThanOrEqual(5_000);
    for (const { type, quote } of contract.findings) {
      expect(types).toContain(type);
      expect(contract.text.split(quote).length, quote).toBe(2);
    }
  });
});

const examplesFile = path.resolve(import.meta.dirname, '../../../../shared/data/fairness/clause-types.json');
const hasExamples = existsSync(examplesFile);
if (!hasExamples)
  console.log('examples of the types: skipped, there is no ../shared/data/fairness beside this project');

describe.runIf(hasExamples)('the development set beside the examples of the types', () => {
  it('knows the same types and repeats none of their example wordings', () => {
    const {
      clauses,
    }: { clauses: { id: string; unfair_examples: string[]; fair_counterexamples: string[] }[] } = JSON.parse(
      readFileSync(examplesFile, 'utf8'),
    );
    expect(types).toEqual(clauses.map((clause) => clause.id));
    const examples = clauses.flatMap((clause) =>
      [...clause.unfair_examples, ...clause.fair_counterexamples].map((text, index) => ({
        id: `${clause.id} example ${index + 1}`,
        text,
      })),
    );
    expect(findNearDuplicates([...chinese, ...examples], 0.6)).toEqual([]);
  });
});

function readClauses(name: string): Clause[] {
  return readFileSync(path.join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Pairs of ids whose sets of five-character runs overlap by more than `limit` (Jaccard, 0 to 1). */
function findNearDuplicates(clauses: { id: string; text: string }[], limit: number): string[] {
  const runsOf = clauses.map(({ text }) => listRuns(text));
  const owners = new Map<string, number[]>();
  const found: string[] = [];
  for (const [index, runs] of runsOf.entries()) {
    const shared = new Map<number, number>();
    for (const run of runs) {
      const earlier = owners.get(run) ?? [];
      for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1);
      owners.set(run, [...earlier, index]);
    }
    for (const [other, common] of shared)
      if (common / (runs.size + runsOf[other]!.size - common) > limit)
        found.push(`${clauses[other]!.id} ~ ${clauses[index]!.id}`);
  }
  return found;
}

function listRuns(text: string): Set<string> {
  const bare = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return new Set(
    Array.from({ length: Math.max(1, bare.length - 4) }, (_, start) => bare.slice(start, start + 5)),
  );
}
