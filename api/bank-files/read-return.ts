import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DomainError } from '../domain/error.ts';
import type { ReturnContent, ReturnProblem } from '../domain/payments/match-return.ts';
import { refuseFile } from '../files/refusal.ts';
import { readPain002 } from './read-pain002.ts';
import { type ReturnMapping, readReturnCsv } from './read-return-csv.ts';
import { readReturnXlsx } from './read-return-xlsx.ts';

/** What a bank sent back, and the rows of it that could not be taken. */
export interface ReturnFile extends ReturnContent {
  format: 'pain.002' | 'csv' | 'xlsx';
  problems: ReturnProblem[];
}

export const MAX_RETURN_BYTES = 20 << 20;

/**
 * Reads a return file on disk: a workbook by its first sheet and `mapping`, anything else like `readReturn`. Refused besides
 * what that refuses: `file_wrong_kind` (.xls), `file_damaged`, `file_truncated`, `file_bomb`.
 */
export async function readReturnFile(path: string, mapping: ReturnMapping | null): Promise<ReturnFile> {
  const bytes = await readFile(path);
  const magic = bytes.subarray(0, 4).toString('hex');
  if (magic === 'd0cf11e0')
    throw refuseFile(
      'file_wrong_kind',
      'This is an old Excel file (.xls) or one with a password: save it as .xlsx or .csv.',
    );
  if (magic !== '504b0304') return readReturn(bytes, mapping);
  const sha256 = hashOf(bytes, mapping);
  const table = await readReturnXlsx(path, mapping!);
  return { format: 'xlsx', sha256, originalMessageId: null, wholeFile: null, ...table };
}

/**
 * Reads a return file: XML as pain.002.001.10, anything else as CSV by `mapping`. Rows it cannot take are in `problems`, with
 * their number. Refused as a whole: `return_empty`, `return_too_large`, `return_mapping_missing`, and what the two readers refuse.
 */
export function readReturn(bytes: Buffer, mapping: ReturnMapping | null): ReturnFile {
  if (bytes.length === 0) throw refuse('return_empty', 'this file is empty');
  if (isXml(bytes)) return { format: 'pain.002', sha256: hashOf(bytes), ...readPain002(bytes) };
  const sha256 = hashOf(bytes, mapping);
  const table = readReturnCsv(bytes, mapping!);
  return { format: 'csv', sha256, originalMessageId: null, wholeFile: null, ...table };
}

/** The file's hash, once it is known to be small enough and, where one is needed, to have a mapping. */
function hashOf(bytes: Buffer, mapping?: ReturnMapping | null): string {
  if (bytes.length > MAX_RETURN_BYTES)
    throw refuse('return_too_large', `a return file of more than ${MAX_RETURN_BYTES >> 20} MB is not read`);
  if (mapping === null)
    throw refuse('return_mapping_missing', 'say first which columns of this bank’s table mean what');
  return createHash('sha256').update(bytes).digest('hex');
}

/** The first byte that is no blank and no byte-order mark. */
const isXml = (bytes: Buffer): boolean =>
  /^(?:\xef\xbb\xbf)?\s*</.test(bytes.subarray(0, 200).toString('latin1'));

const refuse = (code: string, message: string): DomainError => new DomainError('invalid', code, message);
