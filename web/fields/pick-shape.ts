/**
 * Which fields a form sends: `true` a value (left empty = null), `0` or `false` one that means just that when
 * left empty, an object the rows of a list, each with its own shape.
 */
export interface Shape {
  [field: string]: true | false | 0 | Shape;
}

/**
 * The editable part of a record, as the API's strict bodies want it: nothing derived, nothing of the reader's
 * convenience. A row's `id` is left out where it has none yet; `rowVersion` goes with every edit.
 */
export function pickShape(record: Record<string, unknown>, shape: Shape): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(shape)) {
    const value = record[field];
    const empty = value === undefined || value === null || value === '';
    if (typeof inner === 'object') picked[field] = asRows(value).map((row) => pickShape(row, inner));
    else if (!empty) picked[field] = value;
    else if (field !== 'id') picked[field] = inner === true ? null : inner;
  }
  return picked;
}

/** The body of a PUT: the picked fields and the version they were read at. */
export const pickEdit = (record: Record<string, unknown>, shape: Shape): Record<string, unknown> => ({
  ...pickShape(record, shape),
  rowVersion: record.rowVersion,
});

const asRows = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value : []);
