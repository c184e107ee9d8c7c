import { createSubset, type FontSubset } from './fast-subset.ts';
import type { FontWeight } from './font-source.ts';
import type { Glyph, GlyphCache } from './glyph-cache.ts';

/** What a page calls the fonts; those for rare characters are there only when one is drawn. */
export const FONT_NAMES: Record<FontWeight, string> = { regular: 'F1', medium: 'F2' };
const RARE_FONT_NAMES: Record<FontWeight, string> = { regular: 'F3', medium: 'F4' };

export interface Encoded {
  bytes: string;
  advance: number;
  /** Of a character: it is drawn with the fallback font. */
  isRare?: true;
  /** Of a text with such characters: its parts, each of one font. */
  runs?: Run[];
}

interface Run {
  font: string;
  bytes: string;
}

/** Turns texts into what the operators of a page show, and notes which characters were used. */
export interface PdfTextEncoder {
  encode(text: string): Encoded;
  fonts(): [name: string, subset: FontSubset][];
}

/**
 * Text to two-byte character numbers inside a literal string. Throws Error on a character no font has.
 * Texts are kept: each is asked for twice, to see whether it fits and to be drawn, and labels come in every row.
 */
export function createEncoder(cache: GlyphCache, weight: FontWeight): PdfTextEncoder {
  const subset = createSubset(cache);
  let rareSubset: FontSubset | undefined;
  const base = encodeBase(cache);
  const added = new Map<number, Encoded>();
  const texts = new Map<string, Encoded>();
  const add = (codePoint: number): Encoded => {
    const glyph = cache.glyphFor(codePoint);
    const encoded = glyph ? encodeGlyph(subset, glyph) : addRare(codePoint);
    added.set(codePoint, encoded);
    return encoded;
  };
  const addRare = (codePoint: number): Encoded => {
    const glyph = cache.rare()?.glyphFor(codePoint);
    if (!glyph) throw new Error(`no glyph for U+${codePoint.toString(16).toUpperCase()}`);
    rareSubset ??= createSubset(cache.rare()!);
    return { ...encodeGlyph(rareSubset, glyph), isRare: true };
  };
  const find = (codePoint: number): Encoded => base.get(codePoint) ?? added.get(codePoint) ?? add(codePoint);
  return {
    fonts: () => [
      [FONT_NAMES[weight], subset],
      ...(rareSubset ? ([[RARE_FONT_NAMES[weight], rareSubset]] as [string, FontSubset][]) : []),
    ],
    encode(text) {
      const known = texts.get(text);
      if (known) return known;
      let bytes = '';
      let advance = 0;
      let hasRare = false;
      for (let at = 0; at < text.length; at++) {
        const codePoint = text.codePointAt(at)!;
        if (codePoint > 0xffff) at++;
        const encoded = find(codePoint);
        bytes += encoded.bytes;
        advance += encoded.advance;
        if (encoded.isRare) hasRare = true;
      }
      const encoded: Encoded = { bytes, advance };
      if (hasRare) encoded.runs = splitRuns(text, find, weight);
      if (texts.size >= KEPT_TEXTS) texts.clear();
      texts.set(text, encoded);
      return encoded;
    },
  };
}

function splitRuns(text: string, find: (codePoint: number) => Encoded, weight: FontWeight): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const { bytes, isRare } = find(character.codePointAt(0)!);
    const font = (isRare ? RARE_FONT_NAMES : FONT_NAMES)[weight];
    const last = runs.at(-1);
    if (last?.font === font) last.bytes += bytes;
    else runs.push({ font, bytes });
  }
  return runs;
}

const encodeGlyph = (subset: FontSubset, glyph: Glyph): Encoded => ({
  bytes: encodeNumber(subset.add(glyph)),
  advance: glyph.advance,
});

/** About five pages' worth; a statement of a thousand pages must not keep all of its texts. */
const KEPT_TEXTS = 2000;

const encodedBases = new WeakMap<GlyphCache, ReadonlyMap<number, Encoded>>();

/** The base has the same numbers in every document, so it is encoded once. */
function encodeBase(cache: GlyphCache): ReadonlyMap<number, Encoded> {
  let encoded = encodedBases.get(cache);
  if (!encoded) {
    const numbered = cache.base.glyphs.map((glyph, number): [number, Encoded] => [
      glyph.codePoint,
      { bytes: encodeNumber(number), advance: glyph.advance },
    ]);
    // The first is .notdef, which no text may ask for.
    encoded = new Map(numbered.slice(1));
    encodedBases.set(cache, encoded);
  }
  return encoded;
}

const encodeNumber = (number: number): string => escapeByte(number >> 8) + escapeByte(number & 255);

/** `(`, `)` and `\` end or escape a literal string, and a bare CR would be read as LF. */
function escapeByte(byte: number): string {
  if (byte === 0x0d) return '\\r';
  const character = String.fromCharCode(byte);
  return byte === 0x28 || byte === 0x29 || byte === 0x5c ? `\\${character}` : character;
}
