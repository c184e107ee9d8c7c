import type { Reason } from './error.ts';

/** A refusal that says where: `rules.1.tiers.2` (counted from 0, as a form names its fields). */
export interface PlacedReason extends Reason {
  path: string;
}

/** Places a refusal; people count from 1. */
export function placed(path: string, code: string, what: string): PlacedReason {
  const names = path.replace(
    /(rule|tier|part|clause)s\.(\d+)/g,
    (_, name, index) => `${name} ${Number(index) + 1}`,
  );
  const where = /\d/.test(path) ? names.replaceAll('.', ', ').replace(/, [a-z][A-Za-z]*$/, '') : '';
  return { code, path, message: where ? `${where}: ${what}` : what };
}
