/** What an audit row keeps: the fields that changed, as they were and as they are; null where there was no record. */
export interface Change {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Fields of people that carry telephone numbers, in records of any resource. */
const PERSONAL = new Set(['phone', 'contact', 'note']);
/** They change with every write and say nothing. */
const HOUSEKEEPING = new Set(['rowVersion', 'createdAt']);

/**
 * The change between two records of one shape, for the history: telephone numbers masked (compared in clear, so
 * that a change is seen even where the masks are alike). Pass undefined for a record that is new or gone.
 */
export function diffRecords(before: object | undefined, after: object | undefined): Change {
  const old = new Map(Object.entries(before ?? {}));
  const now = new Map(Object.entries(after ?? {}));
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter(
    (key) => !HOUSEKEEPING.has(key) && JSON.stringify(old.get(key)) !== JSON.stringify(now.get(key)),
  );
  const keep = (side: Map<string, unknown>) =>
    Object.fromEntries(changed.map((key) => [key, maskField(key, side.get(key) ?? null)]));
  return { before: before ? keep(old) : null, after: after ? keep(now) : null };
}

/** Every number of seven digits or more in a text keeps three digits in front and four behind: `138****5678`. */
export function maskNumbers(text: string): string {
  return text.replace(/\d(?:[\s-]?\d){6,}/g, (number) => {
    const digits = number.replace(/\D/g, '');
    const shown = digits.length > 7 ? 3 : 0;
    return `${digits.slice(0, shown)}${'*'.repeat(digits.length - shown - 4)}${digits.slice(-4)}`;
  });
}

function maskField(key: string, value: unknown): unknown {
  return PERSONAL.has(key) && typeof value === 'string' ? maskNumbers(value) : value;
}
