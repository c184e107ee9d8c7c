import { joinPacked, type PackedBytes, packCompressed } from './deflate-join.ts';
import { buildFontFile, type FontSubset } from './fast-subset.ts';
import type { Glyph, GlyphCache } from './glyph-cache.ts';

/** An object of the PDF under way; pdfkit gives it its number and its place. */
export interface PdfReference {
  end(chunk?: Buffer): void;
}
export type NewReference = (dictionary: object) => PdfReference;

/** The dictionary of a composite TrueType font (ISO 32000-1, 9.7) of exactly these characters, with their text. */
export function embedFont(newReference: NewReference, subset: FontSubset, level: number): object {
  const { cache, glyphs } = subset;
  const { source } = cache;
  const scale = 1000 / source.unitsPerEm;
  const name = `${subsetTag(glyphs)}+${source.postscriptName}`;
  const file = buildFontFile(subset, level);
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
  toUnicode.end(buildToUnicode(subset, level));
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

/** ISO 32000-1, 9.10.3: which text each character number stands for. */
function buildToUnicode({ cache, glyphs }: FontSubset, level: number): Buffer {
  const baseCount = cache.base.glyphs.length;
  let base = mappedBases.get(cache);
  if (!base) {
    base = packCompressed(Buffer.from(CMAP_HEAD + mapCharacters(cache.base.glyphs, 1), 'latin1'), 9);
    mappedBases.set(cache, base);
  }
  const added = packCompressed(Buffer.from(mapCharacters(glyphs, baseCount) + CMAP_TAIL, 'latin1'), level);
  return joinPacked([base, added]).stream;
}

const mappedBases = new WeakMap<GlyphCache, PackedBytes>();

/** From the glyph numbered `start`; at most 100 in a block, as CMap files demand. */
function mapCharacters(glyphs: readonly Glyph[], start: number): string {
  let text = '';
  for (let first = start; first < glyphs.length; first += 100) {
    const end = Math.min(first + 100, glyphs.length);
    text += `${end - first} beginbfchar\n`;
    for (let number = first; number < end; number++)
      text += `<${hex(number)}> <${utf16(glyphs[number]!.codePoint)}>\n`;
    text += 'endbfchar\n';
  }
  return text;
}

const hex = (code: number): string => code.toString(16).padStart(4, '0');

function utf16(codePoint: number): string {
  if (codePoint <= 0xffff) return hex(codePoint);
  const offset = codePoint - 0x10000;
  return hex(0xd800 + (offset >> 10)) + hex(0xdc00 + (offset & 0x3ff));
}

const CMAP_HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
`;
const CMAP_TAIL = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
