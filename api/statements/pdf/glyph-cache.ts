import { constants, deflateRawSync } from 'node:zlib';
import type { FontSource } from './font-source.ts';

/** One character of the font. `advance` is in thousandths of the font size. */
export interface Glyph {
  codePoint: number;
  glyphId: number;
  advance: number;
  leftBearing: number;
  unitsAdvance: number;
}

/** Bytes and their own deflate block, ready to be joined to others; see `deflate-join.ts`. */
export interface PackedBytes {
  /** Length before compression, a multiple of 4. */
  length: number;
  deflated: Buffer;
  adler: { a: number; b: number };
  /** Sum of the bytes read as 32-bit words, as the font's directory wants it. */
  wordSum: number;
}

/** A font with its characters looked up and its outlines compressed once, for every document of this thread. */
export interface GlyphCache {
  source: FontSource;
  /** undefined when the font has no picture for the character. */
  glyphFor(codePoint: number): Glyph | undefined;
  packedOutline(glyphId: number): PackedBytes;
}

export function createGlyphCache(source: FontSource): GlyphCache {
  const glyphs = new Map<number, Glyph | undefined>();
  const outlines = new Map<number, PackedBytes>();
  return {
    source,
    glyphFor(codePoint) {
      const known = glyphs.get(codePoint);
      if (known !== undefined || glyphs.has(codePoint)) return known;
      const glyph = readGlyph(source, codePoint);
      glyphs.set(codePoint, glyph);
      return glyph;
    },
    packedOutline(glyphId) {
      let packed = outlines.get(glyphId);
      if (!packed) {
        packed = packBytes(readOutline(source, glyphId));
        outlines.set(glyphId, packed);
      }
      return packed;
    },
  };
}

/** The outline padded to whole words. Throws Error on a composite glyph, whose parts would need new numbers. */
export function readOutline(source: FontSource, glyphId: number): Buffer {
  const [start, end] = source.outlineRange(glyphId);
  if (end > start && source.bytes.readInt16BE(start) < 0)
    throw new Error(`glyph ${glyphId} of ${source.postscriptName} is composite`);
  const outline = Buffer.alloc((end - start + 3) & ~3);
  source.bytes.copy(outline, 0, start, end);
  return outline;
}

/** `bytes` must be whole 32-bit words. */
export function packBytes(bytes: Buffer): PackedBytes {
  // A sync flush ends the block on a byte boundary without marking it last, so that another may follow.
  const deflated = deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_SYNC_FLUSH });
  return { length: bytes.length, deflated, adler: adlerOf(bytes), wordSum: wordSumOf(bytes) };
}

export function wordSumOf(bytes: Buffer): number {
  let sum = 0;
  for (let offset = 0; offset < bytes.length; offset += 4) sum = (sum + bytes.readUInt32BE(offset)) >>> 0;
  return sum;
}

function adlerOf(bytes: Buffer): { a: number; b: number } {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return { a, b };
}

function readGlyph(source: FontSource, codePoint: number): Glyph | undefined {
  const glyphId = source.glyphIdOf(codePoint);
  if (glyphId === 0) return undefined;
  const unitsAdvance = source.advanceOf(glyphId);
  const advance = (unitsAdvance * 1000) / source.unitsPerEm;
  return { codePoint, glyphId, advance, unitsAdvance, leftBearing: source.leftBearingOf(glyphId) };
}
