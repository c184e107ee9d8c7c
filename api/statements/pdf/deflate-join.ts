import type { PackedBytes } from './glyph-cache.ts';

/**
 * One zlib stream (RFC 1950) out of parts that were each compressed on their own.
 * Outlines are the bulk of a statement and repeat from one to the next: joined, they are never compressed twice.
 */
export function joinDeflated(parts: readonly PackedBytes[]): { stream: Buffer; length: number } {
  const pieces: Buffer[] = [ZLIB_HEADER];
  let length = 0;
  let a = 1;
  let b = 0;
  for (const part of parts) {
    if (part.length === 0) continue;
    pieces.push(part.deflated);
    length += part.length;
    // Adler-32 of a joined text follows from the sums of its parts.
    b = (b + part.adler.b + (part.length % ADLER_MODULUS) * (a - 1 + ADLER_MODULUS)) % ADLER_MODULUS;
    a = (a + part.adler.a - 1 + ADLER_MODULUS) % ADLER_MODULUS;
  }
  const trailer = Buffer.from(EMPTY_LAST_BLOCK);
  trailer.writeUInt16BE(b, 2);
  trailer.writeUInt16BE(a, 4);
  pieces.push(trailer);
  return { stream: Buffer.concat(pieces), length };
}

const ADLER_MODULUS = 65521;
/** Deflate, 32 KB window, no dictionary. */
const ZLIB_HEADER = Buffer.from([0x78, 0x01]);
/** A final block with nothing in it, then room for the checksum. */
const EMPTY_LAST_BLOCK = [0x03, 0x00, 0, 0, 0, 0];
