import { deflateSync } from 'node:zlib';
import { buildFontFile } from './fast-subset.ts';
import type { Glyph, GlyphCache } from './glyph-cache.ts';

/** An object of the PDF under way; pdfkit gives it its number and its place. */
export interface PdfReference {
  end(chunk?: Buffer): void;
}
export type NewReference = (dictionary: object) => PdfReference;

/** Fills `font` as a composite TrueType font (ISO 32000-1, 9.7) of exactly these glyphs, with their text. */
export function embedFont(
  newReference: NewReference,
  cache: GlyphCache,
  glyphs: readonly Glyph[],
  level: number,
): object {
  const { source } = cache;
  const scale = 1000 / source.unitsPerEm;
  const name = `${subsetTag(glyphs)}+${source.postscriptName}`;
  const file = buildFontFile(cache, glyphs);
  const fontFile = newReference({ Filter: 'FlateDecode', Length1: file.length });
  fontFile.end(file.stream);
  const descriptor = newReference({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: source.boundingBox.map((edge) => edge * scale),
    ItalicAngle: 0,
    Ascent: source.ascent * scale,
    Descent: source.descent * scale,
    CapHeight: source.capHeight * scale,
    XHeight: source.xHeight * scale,
    StemV: 80,
    FontFile2: fontFile,
  });
  descriptor.end();
  const descendant = newReference({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    CIDToGIDMap: 'Identity',
    FontDescriptor: descriptor,
    W: [0, glyphs.map((glyph) => glyph.advance)],
  });
  descendant.end();
  const toUnicode = newReference({ Filter: 'FlateDecode' });
  toUnicode.end(deflateSync(Buffer.from(toUnicodeMap(glyphs), 'latin1'), { level }));
  return {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: toUnicode,
  };
}

/** Six capitals that tell one subset of a font from another when documents are merged; same glyphs, same tag. */
function subsetTag(glyphs: readonly Glyph[]): string {
  let state = 0x811c9dc5;
  for (const glyph of glyphs) state = Math.imul(state ^ glyph.codePoint, 0x01000193) >>> 0;
  let tag = '';
  for (let letter = 0; letter < 6; letter++) {
    tag += String.fromCharCode(65 + (state % 26));
    state = Math.floor(state / 26);
  }
  return tag;
}

/** ISO 32000-1, 9.10.3; at most 100 mappings in a block, as CMap files demand. */
function toUnicodeMap(glyphs: readonly Glyph[]): string {
  const lines: string[] = [];
  for (let first = 1; first < glyphs.length; first += 100) {
    const block = glyphs.slice(first, first + 100);
    lines.push(`${block.length} beginbfchar`);
    block.forEach((glyph, index) => {
      lines.push(`<${hex(first + index)}> <${utf16(glyph.codePoint)}>`);
    });
    lines.push('endbfchar');
  }
  return `${CMAP_HEAD}\n${lines.join('\n')}\n${CMAP_TAIL}`;
}

const hex = (code: number): string => code.toString(16).padStart(4, '0');

function utf16(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
}

const CMAP_HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange`;
const CMAP_TAIL = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
