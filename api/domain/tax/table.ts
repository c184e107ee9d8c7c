import { DomainError } from '../error.ts';

/**
 * How sure we are of a rule: V its article was read in full, V2 read in secondary material, M remembered and not read
 * again, D derived by arithmetic or wording from rules of the other kinds.
 */
export type SourceStatus = 'V' | 'V2' | 'M' | 'D';

export interface Source {
  zh: string;
  en: string;
  status: SourceStatus;
}

/** What every table of a regime says of itself: the days it covers and where it stands. */
export interface DatedTable {
  /** First day it covers, `2019-01-01`. */
  from: string;
  /** Last day it covers, or null while none is known. */
  to: string | null;
  sources: readonly Source[];
}

/** The newest table: what a question without a date is answered by, and the working says so. */
export const newestTable = <T extends DatedTable>(tables: readonly T[]): T => tables[tables.length - 1]!;

/**
 * The table of a day; without a day the newest. Refuses a day no table covers and names the field that gave it:
 * a rule of another time is never guessed.
 */
export function tableOn<T extends DatedTable>(
  tables: readonly T[],
  day: string | null,
  regime: string,
  field: string,
): T {
  if (day === null) return newestTable(tables);
  const table = tables.find(({ from, to }) => from <= day && (to === null || day <= to));
  if (table) return table;
  const covered = tables.map(({ from, to }) => `${from} to ${to ?? 'further notice'}`).join(', ');
  const complaint = `no table of ${regime} covers ${day}; covered: ${covered}`;
  throw new DomainError('invalid', 'tax_no_table', `${field}: ${complaint}`, {
    errors: { [field]: complaint },
  });
}
