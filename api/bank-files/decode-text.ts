import { isUtf8 } from 'node:buffer';
import { DomainError } from '../domain/error.ts';

export type TextEncoding = 'utf-8' | 'gb18030';

/**
 * Text of a bank's file without its byte-order mark. `auto`: UTF-8 where the bytes are, else GB18030, which GBK and GB2312
 * are part of. Refused: `return_encoding`.
 */
export function decodeText(bytes: Buffer, encoding: TextEncoding | 'auto'): string {
  const chosen = encoding === 'auto' ? (isUtf8(bytes) ? 'utf-8' : 'gb18030') : encoding;
  try {
    return new TextDecoder(chosen, { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError('invalid', 'return_encoding', `this file is not written in ${chosen}`);
  }
}
