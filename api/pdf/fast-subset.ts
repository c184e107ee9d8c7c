import { joinPacked, type PackedBytes, packCompressed, packStored } from './deflate-join.ts';
import { layFront, type TableParts } from './font-directory.ts';
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
 * What the base has of each table is packed once for all documents; what the document added follows it as it is.
 */
export function buildFontFile(subset: FontSubset): { stream: Buffer; length: number } {
  const { cache, glyphs } = subset;
  const base = baseTablesOf(cache);
  const added = glyphs.slice(cache.base.glyphs.length);
  const outlines = added.map((glyph) => cache.packedOutline(glyph.glyphId));
  let end = cache.base.outlines.length;
  const ends = outlines.map((outline) => {
    end += outline.length;
    return end;
  });
  const tables: TableParts[] = [
    ...base.fixed,
    { tag: 'hmtx', parts: [base.metrics, pack(buildMetrics(added))] },
    { tag: 'loca', parts: [base.offsets, pack(buildOffsets(ends))] },
    { tag: 'glyf', parts: [cache.base.outlines, ...outlines] },
  ];
  const front = layFront(cache.source, glyphs.length, tables);
  return joinPacked([packStored(front), ...tables.flatMap(({ parts }) => parts)]);
}

interface BaseTables {
  /** What every font file needs of the source unchanged. */
  fixed: TableParts[];
  metrics: PackedBytes;
  offsets: PackedBytes;
}

const baseTables = new WeakMap<GlyphCache, BaseTables>();

function baseTablesOf(cache: GlyphCache): BaseTables {
  let tables = baseTables.get(cache);
  if (!tables) {
    const fixed = ['cvt ', 'fpgm', 'prep'].flatMap((tag): TableParts[] => {
      const table = cache.source.table(tag);
      if (!table) return [];
      const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
      return [{ tag, parts: [packCompressed(padded, 9)], length: table.length }];
    });
    tables = {
      fixed,
      metrics: packCompressed(buildMetrics(cache.base.glyphs), 9),
      // Offsets begin with that of .notdef, and each end is the next one's start.
      offsets: packCompressed(buildOffsets([0, ...cache.base.ends]), 9),
    };
    baseTables.set(cache, tables);
  }
  return tables;
}

/** A part too short to be worth compressing again for every document, unless it is a long one. */
const pack = (bytes: Buffer): PackedBytes =>
  bytes.length < 0x10000 ? packStored(bytes) : packCompressed(bytes, 3);

function buildMetrics(glyphs: readonly Glyph[]): Buffer {
  const metrics = Buffer.alloc(4 * glyphs.length);
  glyphs.forEach((glyph, code) => {
    metrics.writeUInt16BE(glyph.unitsAdvance, 4 * code);
    metrics.writeInt16BE(glyph.leftBearing, 4 * code + 2);
  });
  return metrics;
}

function buildOffsets(values: readonly number[]): Buffer {
  const offsets = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => {
    offsets.writeUInt32BE(value, 4 * index);
  });
  return offsets;
}
