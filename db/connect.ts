import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { Pool, types } from 'pg';
import type { DB } from './types.ts';

export type Db = Kysely<DB>;
export type Trx = Transaction<DB>;

export interface PoolOptions {
  max: number;
  /** Told when a connection breaks outside a query; the pool replaces it by itself. */
  onError?: (error: Error) => void;
}

/**
 * A pool whose rows hold exact values: `bigint` as a safe integer (an unsafe one is refused), `date` as text
 * (`2026-05-01`), `timestamptz` as ISO text with its offset, `numeric` as text; never a Date.
 */
export function createPool(url: string, { max, onError = reportBroken }: PoolOptions): Pool {
  const pool = new Pool({ connectionString: url, max, types: { getTypeParser } });
  // Unhandled, the error of a connection that breaks while nobody uses it would end the process; one that
  // breaks while in use reports to the query, and to the client as well.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** The typed query builder on a pool; `destroy()` ends the pool. */
export function createDb(pool: Pool): Db {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/** Whole fen beyond 2^53 cannot be told apart by a number: an error is better than a wrong sum. */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a safe integer`);
  return value;
}

/** `2026-05-01 08:00:00.123456+08` → `2026-05-01T08:00:00.123456+08:00`, the text PostgreSQL puts into JSON. */
export function toIsoText(text: string): string {
  return text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
}

const oid = {
  int8: 20,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  int8Array: 1016,
  textArray: 1009,
  dateArray: 1182,
  timestampArray: 1115,
  timestamptzArray: 1185,
};
const keepText = (text: string) => text;
const parseTextArray = types.getTypeParser(oid.textArray) as (text: string) => (string | null)[];
const eachOf = (parse: (text: string) => unknown) => (text: string) =>
  parseTextArray(text).map((item) => (item === null ? null : parse(item)));

const parsers = new Map<number, (text: string) => unknown>([
  [oid.int8, parseInt8],
  [oid.date, keepText],
  [oid.timestamp, (text) => text.replace(' ', 'T')],
  [oid.timestamptz, toIsoText],
  [oid.int8Array, eachOf(parseInt8)],
  [oid.dateArray, eachOf(keepText)],
  [oid.timestampArray, eachOf((text) => text.replace(' ', 'T'))],
  [oid.timestamptzArray, eachOf(toIsoText)],
]);

function getTypeParser(id: number, format?: 'text' | 'binary') {
  const own = format === 'binary' ? undefined : parsers.get(id);
  return own ?? types.getTypeParser(id, format);
}

function reportBroken(error: Error): void {
  console.error(`database connection lost: ${error.message}`);
}
