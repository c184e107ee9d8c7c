import { type Finding, found, foundAlike, type PartChange } from './comparison.ts';
import { normaliseText } from './normalise-text.ts';

/**
 * A list in its order, as the law has ingredients listed by falling share: what was added, what was removed, and what
 * moved. The fewest entries that must have moved are named; an entry that changed its share (`烟酰胺(5%)`) is another.
 */
export function compareIngredients(
  sealed: string,
  shipped: string,
  toSimplified: (text: string) => string,
): Finding {
  const [of, on] = [readIngredients(sealed, toSimplified), readIngredients(shipped, toSimplified)];
  if (of.length === 0) return found('cannot_compare', 'no_ingredients', { where: 'sealed' });
  if (on.length === 0) return found('cannot_compare', 'no_ingredients', { where: 'shipped' });
  const parts = diffLists(of, on);
  if (parts.length === 0) return foundAlike(sealed, shipped);
  const list = (...changes: PartChange['change'][]) =>
    parts
      .filter(({ change }) => changes.includes(change))
      .map(({ part }) => part)
      .join('、');
  const values = {
    added: list('added'),
    removed: list('removed'),
    movedUp: list('moved_up'),
    movedDown: list('moved_down'),
  };
  return { ...found('different', 'ingredients_differ', values), parts };
}

/** The entries between commas that stand in no bracket: 复配增稠剂(黄原胶,瓜尔胶) is one. */
export function readIngredients(text: string, toSimplified: (text: string) => string): string[] {
  const list = normaliseText(text, toSimplified).replace(/^(?:全?成分|配料表?|原料|材质|ingredients?):/, '');
  const entries = [''];
  let depth = 0;
  for (const character of list) {
    if ('([{【'.includes(character)) depth++;
    if (')]}】'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[,;\n]/.test(character)) entries.push('');
    else entries[entries.length - 1] += character;
  }
  return entries.map((entry) => entry.trim().replace(/\.$/, '')).filter((entry) => entry !== '');
}

/** Entries that come twice are told apart by how often they came before. */
export function diffLists(sealed: readonly string[], shipped: readonly string[]): PartChange[] {
  const [of, on] = [number(sealed), number(shipped)];
  const placeOn = new Map(on.map((key, place) => [key, place]));
  const placeOf = new Map(of.map((key, place) => [key, place]));
  const shared = of.filter((key) => placeOn.has(key));
  const kept = keepInOrder(shared.map((key) => placeOn.get(key)!));
  const change = (kind: PartChange['change'], key: string): PartChange => ({
    change: kind,
    part: key.slice(key.indexOf(' ') + 1),
    sealedPlace: placeOf.has(key) ? placeOf.get(key)! + 1 : null,
    shippedPlace: placeOn.has(key) ? placeOn.get(key)! + 1 : null,
  });
  return [
    ...of.filter((key) => !placeOn.has(key)).map((key) => change('removed', key)),
    ...on.filter((key) => !placeOf.has(key)).map((key) => change('added', key)),
    ...shared.flatMap((key, rank) => {
      if (kept.has(rank)) return [];
      // Kept entries are in order, so that one is overtaken, or overtakes, never both.
      const overtakes = [...kept].some(
        (keptRank) => keptRank < rank && placeOn.get(shared[keptRank]!)! > placeOn.get(key)!,
      );
      return change(overtakes ? 'moved_up' : 'moved_down', key);
    }),
  ];
}

function number(list: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return list.map((entry) => {
    const before = seen.get(entry) ?? 0;
    seen.set(entry, before + 1);
    return `${before} ${entry}`;
  });
}

/**
 * The longest run of entries whose order did not change, by their index. Of two that swapped the earlier is kept, so
 * that the other is the one that moved up.
 */
function keepInOrder(places: readonly number[]): Set<number> {
  const length: number[] = [];
  const previous: number[] = [];
  let best = -1;
  places.forEach((place, at) => {
    length[at] = 1;
    previous[at] = -1;
    for (let before = 0; before < at; before++)
      if (places[before]! < place && length[before]! + 1 > length[at]!) {
        length[at] = length[before]! + 1;
        previous[at] = before;
      }
    if (best < 0 || length[at]! > length[best]!) best = at;
  });
  const kept = new Set<number>();
  for (let at = best; at >= 0; at = previous[at]!) kept.add(at);
  return kept;
}
