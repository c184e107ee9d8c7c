import { constants, deflateRawSync } from 'node:zlib';

/** Bytes as deflate blocks of their own that end on a byte, so that others may follow. */
export interface PackedBytes {
  /** Before compression. */
  length: number;
  blocks: Buffer;
  adler: { a: number; b: number };
  /** Sum of the bytes read as big-endian 32-bit words, as a font's directory wants it; the last word is zero-filled. */
  wordSum: number;
}

/**
 * One zlib stream (RFC 1950) out of parts packed before.
 * Outlines are the bulk of a document and repeat from one to the next: joined, none is compressed twice.
 */
export function joinPacked(parts: readonly PackedBytes[]): { stream: Buffer; length: number } {
  const pieces: Buffer[] = [ZLIB_HEADER];
  let length = 0;
  let a = 1;
  let b = 0;
  for (const part of parts) {
    pieces.push(part.blocks);
    length += part.length;
    // Adler-32 of a joined text follows from the sums of its parts (zlib's adler32_combine).
    b = (b + part.adler.b + (part.length % ADLER_MODULUS) * (a - 1 + ADLER_MODULUS)) % ADLER_MODULUS;
    a = (a + part.adler.a - 1 + ADLER_MODULUS) % ADLER_MODULUS;
  }
  const trailer = Buffer.from(EMPTY_LAST_BLOCK);
  trailer.writeUInt16BE(b, 2);
  trailer.writeUInt16BE(a, 4);
  pieces.push(trailer);
  return { stream: Buffer.concat(pieces), length };
}

export function packCompressed(bytes: Buffer, level: number): PackedBytes {
  // A sync flush ends the last block on a byte boundary and does not mark it final.
  const blocks = deflateRawSync(bytes, { level, finishFlush: constants.Z_SYNC_FLUSH });
  return { length: bytes.length, blocks, adler: adlerOf(bytes), wordSum: wordSumOf(bytes) };
}

/** Uncompressed, for less than 64 KB that would not shrink. */
export function packStored(bytes: Buffer): PackedBytes {
  const blocks = Buffer.alloc(bytes.length === 0 ? 0 : bytes.length + 5);
  if (bytes.length > 0) {
    blocks.writeUInt16LE(bytes.length, 1);
    blocks.writeUInt16LE(~bytes.length & 0xffff, 3);
    bytes.copy(blocks, 5);
  }
  return { length: bytes.length, blocks, adler: adlerOf(bytes), wordSum: wordSumOf(bytes) };
}

export function wordSumOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4)
    sum +=
      (bytes[at]! << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  return sum >>> 0;
}

function adlerOf(bytes: Buffer): { a: number; b: number } {
  let a = 1;
  let b = 0;
  for (let start = 0; start < bytes.length; start += ADLER_STRIDE) {
    const end = Math.min(start + ADLER_STRIDE, bytes.length);
    for (let at = start; at < end; at++) {
      a += bytes[at]!;
      b += a;
    }
    a %= ADLER_MODULUS;
    b %= ADLER_MODULUS;
  }
  return { a, b };
}

const ADLER_MODULUS = 65521;
/** So many bytes fit in 32-bit sums before the modulus is due. */
const ADLER_STRIDE = 3800;
/** Deflate, 32 KB window, no dictionary. */
const ZLIB_HEADER = Buffer.from([0x78, 0x01]);
/** A final block with nothing in it, then room for the checksum. */
const EMPTY_LAST_BLOCK = [0x03, 0x00, 0, 0, 0, 0];
