import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLAUSE_TYPES } from './clause-type.ts';

interface Clause {
  id: string;
  lang: string;
  text: string;
  types: string[];
  kind: string;
  near?: string;
}

const FOLDER = new URL('../../../bench/fairness/hands/', import.meta.url);
const hands = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .map((name) => ({ name, clauses: readClauses(name) }));

describe('the clauses of further hands', () => {
  it('give every clause its own id and text', () => {
    const all = hands.flatMap(({ clauses }) => clauses);
    expect(all.length).toBeGreaterThan(3000);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  it.each(hands)(
    '$name lists known types, as many as the kind says, and what a look-alike resembles',
    ({ clauses }) => {
      const wrong = clauses.filter(({ types, kind, near, lang }) => {
        const isKnown = [...types, ...(near ? [near] : [])].every((type) =>
          (CLAUSE_TYPES as readonly string[]).includes(type),
        );
        const count = new Set(types).size;
        const isCounted =
          kind === 'unfair' ? count === 1 : kind === 'multi' ? count > 1 : count === 0 && types.length === 0;
        const isNear = kind === 'lookalike' ? near !== undefined : near === undefined;
        return !isKnown || !isCounted || !isNear || !['zh', 'en'].includes(lang);
      });
      expect(wrong).toEqual([]);
    },
  );

  it.each(hands)('$name has every type, and fair wordings about as many as unfair', ({ clauses }) => {
    expect(new Set(clauses.flatMap(({ types }) => types)).size).toBe(CLAUSE_TYPES.length);
    const fair = clauses.filter(({ types }) => types.length === 0).length;
    expect(fair / clauses.length).toBeGreaterThan(0.35);
  });
});

function readClauses(name: string): Clause[] {
  return readFileSync(new URL(name, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .map((line): Clause => JSON.parse(line));
}
