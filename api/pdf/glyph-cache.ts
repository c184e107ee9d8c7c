import { type PackedBytes, packCompressed, packStored } from './deflate-join.ts';
import type { FontSource } from './font-source.ts';

/** One character of the font. `advance` is in thousandths of the font size, `unitsAdvance` in font units. */
export interface Glyph {
  codePoint: number;
  glyphId: number;
  advance: number;
  unitsAdvance: number;
  leftBearing: number;
}

/** A font with its characters looked up and its outlines packed once, for every document of this thread. */
export interface GlyphCache {
  source: FontSource;
  /** undefined when the font has no picture for the character. */
  glyphFor(codePoint: number): Glyph | undefined;
  packedOutline(glyphId: number): PackedBytes;
  /** The font for what this one lacks, opened at the first call; undefined when there is none. */
  rare(): GlyphCache | undefined;
  base: BaseGlyphs;
}

/** What every document of a template embeds: .notdef, then the template's own characters, compressed together once. */
export interface BaseGlyphs {
  glyphs: readonly Glyph[];
  outlines: PackedBytes;
  /** Where each outline ends in `outlines`. */
  ends: readonly number[];
}

/** `baseText`: characters that most documents will use. `openRare` opens the font for what `source` lacks. */
export function createGlyphCache(
  source: FontSource,
  baseText: string,
  openRare?: () => GlyphCache,
): GlyphCache {
  const glyphs = new Map<number, Glyph | undefined>();
  const outlines = new Map<number, PackedBytes>();
  const glyphFor = (codePoint: number): Glyph | undefined => {
    let glyph = glyphs.get(codePoint);
    if (glyph === undefined && !glyphs.has(codePoint)) {
      glyph = readGlyph(source, codePoint);
      glyphs.set(codePoint, glyph);
    }
    return glyph;
  };
  return {
    source,
    glyphFor,
    packedOutline(glyphId) {
      let packed = outlines.get(glyphId);
      if (!packed) {
        // A single outline is too short to gain from compression.
        packed = packStored(readOutline(source, glyphId));
        outlines.set(glyphId, packed);
      }
      return packed;
    },
    rare: () => openRare?.(),
    base: packBase(source, baseText, glyphFor),
  };
}

function packBase(
  source: FontSource,
  baseText: string,
  glyphFor: (codePoint: number) => Glyph | undefined,
): BaseGlyphs {
  const glyphs = [toGlyph(source, 0xfffd, 0)];
  for (const character of new Set(baseText)) {
    const glyph = glyphFor(character.codePointAt(0)!);
    if (glyph) glyphs.push(glyph);
  }
  const outlines = glyphs.map((glyph) => readOutline(source, glyph.glyphId));
  let end = 0;
  const ends = outlines.map((outline) => {
    end += outline.length;
    return end;
  });
  return { glyphs, outlines: packCompressed(Buffer.concat(outlines), 9), ends };
}

/** The outline padded to whole words. Throws Error on a composite glyph, whose parts would need new numbers. */
function readOutline(source: FontSource, glyphId: number): Buffer {
  const [start, end] = source.outlineRange(glyphId);
  if (end > start && source.bytes.readInt16BE(start) < 0)
    throw new Error(`glyph ${glyphId} of ${source.postscriptName} is composite`);
  const outline = Buffer.alloc((end - start + 3) & ~3);
  source.bytes.copy(outline, 0, start, end);
  return outline;
}

function readGlyph(source: FontSource, codePoint: number): Glyph | undefined {
  const glyphId = source.glyphIdOf(codePoint);
  return glyphId === 0 ? undefined : toGlyph(source, codePoint, glyphId);
}

function toGlyph(source: FontSource, codePoint: number, glyphId: number): Glyph {
  const unitsAdvance = source.advanceOf(glyphId);
  return {
    codePoint,
    glyphId,
    unitsAdvance,
    advance: (unitsAdvance * 1000) / source.unitsPerEm,
    leftBearing: source.leftBearingOf(glyphId),
  };
}

/** Whether the font or its fallback has a picture for the character. */
export const canDraw = (font: GlyphCache, codePoint: number): boolean =>
  font.glyphFor(codePoint) !== undefined || font.rare()?.glyphFor(codePoint) !== undefined;
