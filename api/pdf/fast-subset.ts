import { joinPacked, type PackedBytes, packCompressed, wordSumOf } from './deflate-join.ts';
import type { Glyph, GlyphCache } from './glyph-cache.ts';

/** The characters one document may draw of one font. Character number n of its text is `glyphs[n]`; 0 is .notdef. */
export interface FontSubset {
  cache: GlyphCache;
  /** The base, then what the document added. */
  glyphs: readonly Glyph[];
  /** Numbers a character that is not in the base. Throws RangeError on the 65,536th. */
  add(glyph: Glyph): number;
}

/** Two characters that share a picture keep two numbers, so that text copied out of the PDF is what was written. */
export function createSubset(cache: GlyphCache): FontSubset {
  const glyphs = [...cache.base.glyphs];
  return {
    cache,
    glyphs,
    add(glyph) {
      if (glyphs.length > 0xffff) throw new RangeError('more than 65,536 characters in one font');
      return glyphs.push(glyph) - 1;
    },
  };
}

/**
 * A TrueType file with only the subset's outlines, as a zlib stream and its length before compression.
 * The outlines' table is laid last, so that what differs is compressed together and the rest is joined.
 */
export function buildFontFile(subset: FontSubset, level: number): { stream: Buffer; length: number } {
  const { base } = subset.cache;
  const added = subset.glyphs
    .slice(base.glyphs.length)
    .map((glyph) => subset.cache.packedOutline(glyph.glyphId));
  const outlines = [base.outlines, ...added];
  const ends = [...base.ends];
  let end = base.outlines.length;
  for (const outline of added) {
    end += outline.length;
    ends.push(end);
  }
  return joinPacked([packCompressed(buildFront(subset, ends, outlines), level), ...outlines]);
}

function buildFront(subset: FontSubset, ends: readonly number[], outlines: readonly PackedBytes[]): Buffer {
  const { source } = subset.cache;
  const count = subset.glyphs.length;
  const copyOf = (tag: string): Buffer => Buffer.from(source.table(tag)!);
  const head = copyOf('head');
  // The file's own checksum is put in when all the rest is laid.
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(1, 50);
  const hhea = copyOf('hhea');
  hhea.writeUInt16BE(count, 34);
  const maxp = copyOf('maxp');
  maxp.writeUInt16BE(count, 4);
  const tables: [tag: string, table: Buffer][] = [
    ['head', head],
    ['hhea', hhea],
    ['hmtx', buildMetrics(subset.glyphs)],
    ['loca', buildOffsets(ends)],
    ['maxp', maxp],
  ];
  for (const tag of ['cvt ', 'fpgm', 'prep']) if (source.table(tag)) tables.push([tag, copyOf(tag)]);
  return layTables(tables, outlines);
}

function buildMetrics(glyphs: readonly Glyph[]): Buffer {
  const metrics = Buffer.alloc(4 * glyphs.length);
  glyphs.forEach((glyph, code) => {
    metrics.writeUInt16BE(glyph.unitsAdvance, 4 * code);
    metrics.writeInt16BE(glyph.leftBearing, 4 * code + 2);
  });
  return metrics;
}

function buildOffsets(ends: readonly number[]): Buffer {
  const offsets = Buffer.alloc(4 * (ends.length + 1));
  ends.forEach((end, code) => {
    offsets.writeUInt32BE(end, 4 * code + 4);
  });
  return offsets;
}

/** Directory and tables up to where the outlines start; the checksums include the outlines. */
function layTables(tables: [string, Buffer][], outlines: readonly PackedBytes[]): Buffer {
  const count = tables.length + 1;
  const directoryLength = 12 + 16 * count;
  const frontLength = tables.reduce((sum, [, table]) => sum + roundUp(table.length), directoryLength);
  const front = Buffer.alloc(frontLength);
  const log = Math.floor(Math.log2(count));
  front.writeUInt32BE(0x00010000, 0);
  front.writeUInt16BE(count, 4);
  front.writeUInt16BE(16 << log, 6);
  front.writeUInt16BE(log, 8);
  front.writeUInt16BE(16 * count - (16 << log), 10);
  const records: [tag: string, sum: number, start: number, length: number][] = [];
  let start = directoryLength;
  for (const [tag, table] of tables) {
    table.copy(front, start);
    const end = start + roundUp(table.length);
    records.push([tag, wordSumOf(front.subarray(start, end)), start, table.length]);
    start = end;
  }
  const glyfSum = outlines.reduce((sum, outline) => (sum + outline.wordSum) >>> 0, 0);
  const glyfLength = outlines.reduce((sum, outline) => sum + outline.length, 0);
  records.push(['glyf', glyfSum, start, glyfLength]);
  records
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .forEach(([tag, sum, offset, length], index) => {
      const record = 12 + 16 * index;
      front.write(tag, record, 'latin1');
      front.writeUInt32BE(sum, record + 4);
      front.writeUInt32BE(offset, record + 8);
      front.writeUInt32BE(length, record + 12);
    });
  const headStart = records.find(([tag]) => tag === 'head')![2];
  front.writeUInt32BE((CHECKSUM_MAGIC - wordSumOf(front) - glyfSum) >>> 0, headStart + 8);
  return front;
}

/** OpenType, `head.checksumAdjustment`: what the whole file's words must sum to. */
const CHECKSUM_MAGIC = 0xb1b0afba;

const roundUp = (length: number): number => (length + 3) & ~3;
