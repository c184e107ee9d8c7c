import { createHash } from 'node:crypto';
import { DomainError } from '../domain/error.ts';
import type { ReturnContent, ReturnProblem } from '../domain/payments/match-return.ts';
import { readPain002 } from './read-pain002.ts';
import { type ReturnMapping, readReturnCsv } from './read-return-csv.ts';

/** What a bank sent back, and the rows of it that could not be taken. */
export interface ReturnFile extends ReturnContent {
  format: 'pain.002' | 'csv';
  problems: ReturnProblem[];
}

export const MAX_RETURN_BYTES = 20 << 20;

/**
 * Reads a return file: XML as pain.002.001.10, anything else as CSV by `mapping`. Rows it cannot take are in `problems`, with
 * their number. Refused as a whole: `return_empty`, `return_too_large`, `return_mapping_missing`, and what the two readers refuse.
 */
export function readReturn(bytes: Buffer, mapping: ReturnMapping | null): ReturnFile {
  if (bytes.length === 0) throw refuse('return_empty', 'this file is empty');
  if (bytes.length > MAX_RETURN_BYTES)
    throw refuse('return_too_large', `a return file of more than ${MAX_RETURN_BYTES >> 20} MB is not read`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (isXml(bytes)) return { format: 'pain.002', sha256, ...readPain002(bytes) };
  if (mapping === null)
    throw refuse('return_mapping_missing', 'say first which columns of this bank’s CSV mean what');
  return {
    format: 'csv',
    sha256,
    originalMessageId: null,
    wholeFile: null,
    ...readReturnCsv(bytes, mapping),
  };
}

/** The first byte that is no blank and no byte-order mark. */
const isXml = (bytes: Buffer): boolean =>
  /^(?:\xef\xbb\xbf)?\s*</.test(bytes.subarray(0, 200).toString('latin1'));

const refuse = (code: string, message: string): DomainError => new DomainError('invalid', code, message);
