import { type DiffRun, diffWords } from './text-diff.ts';

/** A clause as a version prints it. */
export interface ClauseText {
  no: string;
  heading: string | null;
  text: string;
}

/**
 * One clause in two versions. `before` and `after` are places in the lists given; a new number alone is no change.
 * `words` tells what became of the text where it is not the same, also of a moved clause.
 */
export interface ClauseChange {
  kind: 'same' | 'changed' | 'moved' | 'added' | 'removed';
  before?: number;
  after?: number;
  words?: DiffRun[];
}

/** A finding as far as it can be followed from one version to the next; `clause` is a place in the list of clauses. */
export interface PlacedFinding {
  type: string;
  clause: number;
  quote: string;
}

/**
 * What became of each clause, in the order of the later version, a removed one where it used to stand. A clause is
 * known again by what it says, whatever its number, and has moved when it stands on the other side of others.
 */
export function diffClauses(before: readonly ClauseText[], after: readonly ClauseText[]): ClauseChange[] {
  const pairs = pairClauses(before, after);
  const inPlace = longestInOrder(pairs, (at) => after[at]!.text.length);
  const changes = after.map((clause, at): ClauseChange => {
    const old = pairs.get(at);
    if (old === undefined) return { kind: 'added', after: at };
    const isSame = plainOf(before[old]!.text) === plainOf(clause.text);
    const words = isSame ? {} : { words: diffWords(before[old]!.text, clause.text) };
    const isRenamed = plainOf(before[old]!.heading ?? '') !== plainOf(clause.heading ?? '');
    const kind = !inPlace.has(at) ? 'moved' : isSame && !isRenamed ? 'same' : 'changed';
    return { kind, before: old, after: at, ...words };
  });
  return withRemoved(before, pairs, changes);
}

/**
 * What a new version did to the findings. One is the same when its type stands in the clause that took the old one's
 * place, or when another clause now says the very sentence.
 */
export function compareFindings<F extends PlacedFinding>(
  before: readonly F[],
  after: readonly F[],
  changes: readonly ClauseChange[],
): { resolved: F[]; new: F[]; same: { before: F; after: F }[] } {
  const successor = new Map(changes.map((change) => [change.before, change.after]));
  const left = new Set(after);
  const found = new Map<F, F>();
  const match = (isMatch: (old: F, now: F) => boolean): void => {
    for (const old of before) {
      if (found.has(old)) continue;
      const now = [...left].find((each) => each.type === old.type && isMatch(old, each));
      if (now === undefined) continue;
      found.set(old, now);
      left.delete(now);
    }
  };
  const isSameQuote = (old: F, now: F): boolean => plainOf(old.quote) === plainOf(now.quote);
  const isSameClause = (old: F, now: F): boolean => successor.get(old.clause) === now.clause;
  // The sentence first: of two findings of a type in a clause, the one that kept its words is the one that stayed.
  match((old, now) => isSameClause(old, now) && isSameQuote(old, now));
  match(isSameQuote);
  match(isSameClause);
  return {
    resolved: before.filter((old) => !found.has(old)),
    new: after.filter((now) => left.has(now)),
    same: [...found].map(([old, now]) => ({ before: old, after: now })),
  };
}

/** Two clauses this alike are one clause rewritten; under one heading less will do. */
const ALIKE = 0.5;
const ALIKE_UNDER_ONE_HEADING = 0.15;

/** Place in `after` → place in `before`: equal texts first, then the most alike, each clause once. */
function pairClauses(before: readonly ClauseText[], after: readonly ClauseText[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const free = new Set(before.keys());
  const take = (old: number, now: number): void => {
    pairs.set(now, old);
    free.delete(old);
  };
  for (const hasToKeepHeading of [true, false])
    for (const [at, clause] of after.entries()) {
      if (pairs.has(at)) continue;
      const old = [...free].find(
        (each) =>
          plainOf(before[each]!.text) === plainOf(clause.text) &&
          (!hasToKeepHeading || before[each]!.heading === clause.heading),
      );
      if (old !== undefined) take(old, at);
    }
  const candidates: { old: number; now: number; alike: number }[] = [];
  const gramsOfOld = new Map([...free].map((old) => [old, gramsOf(before[old]!.text)]));
  for (const [now, clause] of after.entries()) {
    if (pairs.has(now)) continue;
    const grams = gramsOf(clause.text);
    for (const old of free) {
      const heading = plainOf(clause.heading ?? '');
      const isOneHeading = heading !== '' && heading === plainOf(before[old]!.heading ?? '');
      const alike = likeness(grams, gramsOfOld.get(old)!);
      if (alike >= (isOneHeading ? ALIKE_UNDER_ONE_HEADING : ALIKE))
        candidates.push({ old, now, alike: alike + (isOneHeading ? 0.3 : 0) });
    }
  }
  candidates.sort((a, b) => b.alike - a.alike || a.now - b.now || a.old - b.old);
  for (const { old, now } of candidates) if (free.has(old) && !pairs.has(now)) take(old, now);
  return pairs;
}

/** Blanks differ between a file and its next edition without anybody having written anything. */
const plainOf = (text: string): string => text.replaceAll(/\s+/gu, '');

function gramsOf(text: string): Map<string, number> {
  const plain = plainOf(text);
  const grams = new Map<string, number>();
  for (let at = 0; at + 1 < plain.length; at++) {
    const gram = plain.slice(at, at + 2);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** Dice's measure over pairs of characters: 0 nothing in common, 1 the same pairs. */
function likeness(one: ReadonlyMap<string, number>, two: ReadonlyMap<string, number>): number {
  let common = 0;
  let total = 0;
  for (const [gram, count] of one) {
    common += Math.min(count, two.get(gram) ?? 0);
    total += count;
  }
  for (const count of two.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
}

/** Places in `after` that kept their order, so chosen that the least text is said to have moved. */
function longestInOrder(
  pairs: ReadonlyMap<number, number>,
  weightOf: (after: number) => number,
): Set<number> {
  const places = [...pairs.keys()].sort((a, b) => a - b);
  const best: { weight: number; previous: number }[] = [];
  for (const [index, at] of places.entries()) {
    let chosen = { weight: 0, previous: -1 };
    for (let earlier = 0; earlier < index; earlier++)
      if (pairs.get(places[earlier]!)! < pairs.get(at)! && best[earlier]!.weight > chosen.weight)
        chosen = { weight: best[earlier]!.weight, previous: earlier };
    best.push({ weight: chosen.weight + weightOf(at) + 1, previous: chosen.previous });
  }
  const kept = new Set<number>();
  let index = best.reduce((top, each, at) => (each.weight > (best[top]?.weight ?? -1) ? at : top), -1);
  while (index >= 0) {
    kept.add(places[index]!);
    index = best[index]!.previous;
  }
  return kept;
}

/** Puts each removed clause after the change of the clause it used to follow. */
function withRemoved(
  before: readonly ClauseText[],
  pairs: ReadonlyMap<number, number>,
  changes: readonly ClauseChange[],
): ClauseChange[] {
  const kept = new Set(pairs.values());
  const follow = Map.groupBy(
    [...before.keys()].filter((old) => !kept.has(old)),
    (old) => {
      let earlier = old - 1;
      while (earlier >= 0 && !kept.has(earlier)) earlier--;
      return earlier;
    },
  );
  const removedAfter = (old: number): ClauseChange[] =>
    (follow.get(old) ?? []).map((each) => ({ kind: 'removed', before: each }));
  return [
    ...removedAfter(-1),
    ...changes.flatMap((change) => [
      change,
      ...(change.before === undefined ? [] : removedAfter(change.before)),
    ]),
  ];
}
