import { DomainError } from '../error.ts';
import { type Fen, fen } from '../money.ts';
import { isMonth, type Month } from '../month.ts';

/** An amount as it was written: its fen, and how many decimals it had (exact answers keep them). */
export interface YuanText {
  fen: Fen;
  decimals: number;
}

/**
 * Reads the named inputs of a regime. Amounts are yuan as text (`"25000.01"`), from zero, at most two decimals; every
 * complaint is a DomainError `tax_input` naming the field. `finish` refuses names nobody asked for.
 */
export interface TaxInputs {
  has(name: string): boolean;
  yuan(name: string): YuanText;
  yuanList(name: string): Fen[];
  /** One amount for every month, or a list with one for each; zero each when the name is absent and `optional`. */
  yuanPerMonth(name: string, months: number, optional?: 'optional'): Fen[];
  whole(name: string, min: number, max: number): number;
  text(name: string): string;
  /** `2026-05-31`; null when absent. */
  day(name: string): string | null;
  /** `2026-05`; null when absent. */
  month(name: string): Month | null;
  choice<T extends string>(name: string, choices: readonly T[], otherwise: T): T;
  /** A list of objects, each read by the same rules under `name.0`, `name.1` … */
  items<T>(name: string, read: (item: TaxInputs) => T): T[];
  finish(): void;
}

/** With amounts of ten digits a list of these stays within whole numbers that are exact. */
const MOST_ENTRIES = 5000;

export function complain(field: string, message: string): DomainError {
  return new DomainError('invalid', 'tax_input', `${field}: ${message}`, { errors: { [field]: message } });
}

export function readTaxInputs(raw: unknown, prefix = ''): TaxInputs {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw complain(prefix === '' ? 'inputs' : prefix, 'must be an object with named values');
  const fields = raw as Record<string, unknown>;
  const asked = new Set<string>();
  const path = (name: string) => (prefix === '' ? name : `${prefix}.${name}`);
  const has = (name: string) => {
    asked.add(name);
    return Object.hasOwn(fields, name);
  };
  const need = (name: string): unknown => {
    if (!has(name)) throw complain(path(name), 'is missing');
    return fields[name];
  };
  const list = (name: string): unknown[] => {
    const value = need(name);
    if (!Array.isArray(value) || value.length === 0)
      throw complain(path(name), 'must be a list with at least one entry');
    if (value.length > MOST_ENTRIES) throw complain(path(name), `has more than ${MOST_ENTRIES} entries`);
    return value;
  };
  const yuanList = (name: string) =>
    list(name).map((value, index) => parseYuan(`${path(name)}.${index}`, value).fen);
  const text = (name: string): string => {
    const value = need(name);
    if (typeof value !== 'string' || value.trim() === '')
      throw complain(path(name), 'must be text that is not empty');
    return value.trim();
  };
  return {
    has,
    text,
    yuanList,
    yuan: (name) => parseYuan(path(name), need(name)),
    yuanPerMonth(name, months, optional) {
      if (!has(name) && optional) return Array.from({ length: months }, () => fen(0));
      if (!Array.isArray(fields[name])) {
        const each = parseYuan(path(name), need(name)).fen;
        return Array.from({ length: months }, () => each);
      }
      const amounts = yuanList(name);
      if (amounts.length !== months)
        throw complain(path(name), `has ${amounts.length} entries for ${months} months`);
      return amounts;
    },
    whole(name, min, max) {
      const value = need(name);
      const number = typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value;
      if (!Number.isInteger(number) || (number as number) < min || (number as number) > max)
        throw complain(path(name), `must be a whole number from ${min} to ${max}`);
      return number as number;
    },
    day: (name) => (has(name) ? parseDay(path(name), text(name)) : null),
    month(name) {
      if (!has(name)) return null;
      const value = text(name);
      if (!isMonth(value)) throw complain(path(name), 'must be a month like 2026-05');
      return value;
    },
    choice(name, choices, otherwise) {
      if (!has(name)) return otherwise;
      const chosen = choices.find((choice) => choice === fields[name]);
      if (chosen === undefined) throw complain(path(name), `must be one of ${choices.join(', ')}`);
      return chosen;
    },
    items: (name, read) =>
      list(name).map((value, index) => {
        const item = readTaxInputs(value, `${path(name)}.${index}`);
        const result = read(item);
        item.finish();
        return result;
      }),
    finish() {
      const stranger = Object.keys(fields).find((name) => !asked.has(name));
      if (stranger !== undefined)
        throw complain(path(stranger), `is not an input here; known: ${[...asked].join(', ')}`);
    },
  };
}

function parseYuan(field: string, value: unknown): YuanText {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw complain(field, 'write amounts as text, "25000.01": a number in JSON may not be exact');
  if (typeof value !== 'string' && typeof value !== 'number')
    throw complain(field, 'must be an amount in yuan as text');
  const written = String(value).trim();
  if (/^-\s*\d/.test(written)) throw complain(field, `${written} is negative; amounts start at zero`);
  const match = /^(\d{1,10})(?:\.(\d+))?$/.exec(written);
  if (!match)
    throw complain(field, `"${written}" is not an amount in yuan like "25000.01", below 10,000,000,000`);
  const decimals = match[2]?.length ?? 0;
  if (decimals > 2)
    throw complain(field, `"${written}" is finer than a fen; amounts have at most two decimals`);
  return { fen: fen(BigInt(match[1]!) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'))), decimals };
}

function parseDay(field: string, value: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
  // 2026-02-30 would otherwise slide into March.
  if (!isDay || new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) !== value)
    throw complain(field, `"${value}" is not a day like 2026-05-31`);
  return value;
}
