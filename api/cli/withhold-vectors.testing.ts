import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A question with its answer: amounts are yuan as text. */
export interface TaxVector {
  id?: string;
  regime: string;
  inputs: Record<string, unknown>;
  expected: Record<string, unknown>;
}

/** The project's own, worked out apart from this code by marginal sums in decimal arithmetic. */
export const OWN_VECTORS = readVectors(path.resolve(import.meta.dirname, '../domain/tax/vectors.jsonl'));

const folder = path.resolve(import.meta.dirname, '../../../shared/data/tax');

/** Those beside the project, when there are any; else undefined, said once. */
export function readSharedVectors(): TaxVector[] | undefined {
  const file = path.join(folder, 'tax-vectors.jsonl');
  if (existsSync(file)) return readVectors(file);
  console.log('shared tax vectors: skipped, there is no ../shared/data/tax beside this project');
  return undefined;
}

/** Rows `table,upper,rate,quick` of the printed tables beside the project. */
export function readSharedTables(): string[][] | undefined {
  const file = path.join(folder, 'tax-tables.csv');
  if (!existsSync(file)) return undefined;
  const [, ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  return rows.map((row) => row.split(',').slice(0, 4));
}

/** The outputs a vector asks for, of all that were given. */
export const pick = (outputs: Record<string, unknown>, vector: TaxVector): Record<string, unknown> =>
  Object.fromEntries(Object.keys(vector.expected).map((key) => [key, outputs[key]]));

function readVectors(file: string): TaxVector[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => JSON.parse(line) as TaxVector);
}
