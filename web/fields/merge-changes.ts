/** One field two people have to agree on. */
export interface Difference {
  field: string;
  before: unknown;
  theirs: unknown;
  mine: unknown;
  changedByMe: boolean;
}

/** What another person changed while this one was editing, field by field, beside one's own change of it. */
export function differencesOf(before: Fields, theirs: Fields, mine: Fields): Difference[] {
  return Object.keys(mine)
    .filter((field) => field !== 'rowVersion' && !same(before[field], theirs[field]))
    .map((field) => ({
      field,
      before: before[field],
      theirs: theirs[field],
      mine: mine[field],
      changedByMe: !same(before[field], mine[field]),
    }));
}

/** The latest record with only one's own changes put on top of it; it carries the latest version. */
export function putOnTop(before: Fields, theirs: Fields, mine: Fields): Fields {
  const own = Object.entries(mine).filter(
    ([field, value]) => field !== 'rowVersion' && !same(before[field], value),
  );
  return { ...theirs, ...Object.fromEntries(own) };
}

type Fields = Record<string, unknown>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
