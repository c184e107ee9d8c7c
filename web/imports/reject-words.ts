/** A line of a file that was refused, as `GET /imports/{id}/rejects` tells it. */
export interface Reject {
  id: number;
  line: number;
  columnName: string | null;
  code: string;
  /** The API's own sentence, in English: what it quotes is the file's, and is said again in the user's language. */
  reason: string;
  raw: string | null;
}

type Translate = (key: string, values: Record<string, unknown>) => string;

/** Why a line was refused, in the user's language, with what stood in the cell. */
export function sayReject(translate: Translate, { code, reason }: Pick<Reject, 'code' | 'reason'>): string {
  const [first, second] = reason.match(/\d+/g) ?? [];
  const words = translate(`resources.imports.reject.${code}`, { _: reason, first, second });
  const value = valueIn(reason);
  return value === undefined || words === reason
    ? words
    : translate('resources.imports.rejects.withValue', { words, value });
}

/** `"12.x" is not an amount` → `12.x`; `kept as a number (6.95E+18)` → `6.95E+18`. */
const valueIn = (reason: string): string | undefined =>
  (/"(.*)"/.exec(reason) ?? /\((\S+)\)/.exec(reason))?.[1];
