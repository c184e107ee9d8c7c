import { joinDeflated } from './deflate-join.ts';
import { type Glyph, type GlyphCache, type PackedBytes, packBytes, wordSumOf } from './glyph-cache.ts';

/** The characters one document uses of one font. Character number n of the document is `glyphs[n]`; 0 is .notdef. */
export interface FontSubset {
  glyphs: readonly Glyph[];
  /** Number of the character in the document's text, given out in order of first use. */
  codeOf(glyph: Glyph): number;
}

/** Two characters that share a picture get two numbers, so that text copied out of the PDF is what was written. */
export function createSubset(cache: GlyphCache): FontSubset {
  const source = cache.source;
  const notdef: Glyph = {
    codePoint: 0xfffd,
    glyphId: 0,
    advance: (source.advanceOf(0) * 1000) / source.unitsPerEm,
    unitsAdvance: source.advanceOf(0),
    leftBearing: source.leftBearingOf(0),
  };
  const glyphs: Glyph[] = [notdef];
  const codes = new Map<number, number>();
  return {
    glyphs,
    codeOf(glyph) {
      let code = codes.get(glyph.codePoint);
      if (code === undefined) {
        code = glyphs.length;
        codes.set(glyph.codePoint, code);
        glyphs.push(glyph);
      }
      return code;
    },
  };
}

/**
 * A TrueType file with only the subset's outlines, as a zlib stream and its length before compression.
 * The outlines' table is laid last so that everything before it is compressed together and the rest is joined.
 */
export function buildFontFile(
  cache: GlyphCache,
  glyphs: readonly Glyph[],
): { stream: Buffer; length: number } {
  const outlines = glyphs.map((glyph) => cache.packedOutline(glyph.glyphId));
  const front = buildFront(cache, glyphs, outlines);
  return joinDeflated([packBytes(front), ...outlines]);
}

function buildFront(cache: GlyphCache, glyphs: readonly Glyph[], outlines: readonly PackedBytes[]): Buffer {
  const copyOf = (tag: string): Buffer => Buffer.from(cache.source.table(tag)!);
  const head = copyOf('head');
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(1, 50);
  const hhea = copyOf('hhea');
  hhea.writeUInt16BE(glyphs.length, 34);
  const maxp = copyOf('maxp');
  maxp.writeUInt16BE(glyphs.length, 4);
  const tables: [tag: string, table: Buffer][] = [
    ['head', head],
    ['hhea', hhea],
    ['hmtx', buildMetrics(glyphs)],
    ['loca', buildOffsets(outlines)],
    ['maxp', maxp],
  ];
  for (const tag of ['cvt ', 'fpgm', 'prep']) if (cache.source.table(tag)) tables.push([tag, copyOf(tag)]);
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

function buildOffsets(outlines: readonly PackedBytes[]): Buffer {
  const offsets = Buffer.alloc(4 * (outlines.length + 1));
  let offset = 0;
  outlines.forEach((outline, code) => {
    offset += outline.length;
    offsets.writeUInt32BE(offset, 4 * code + 4);
  });
  return offsets;
}

/** Directory and tables up to where the outlines start; checksums include the outlines. */
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
  front.writeUInt32BE((0xb1b0afba - wordSumOf(front) - glyfSum) >>> 0, headStart + 8);
  return front;
}

const roundUp = (length: number): number => (length + 3) & ~3;
