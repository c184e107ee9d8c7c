import { joinPacked, type PackedBytes, packCompressed, packStored } from './deflate-join.ts';
import { buildFontFile, type FontSubset } from './fast-subset.ts';
import type { Glyph, GlyphCache } from './glyph-cache.ts';
import { type PdfObjects, referTo } from './pdf-objects.ts';

/**
 * A composite TrueType font (ISO 32000-1, 9.7) of exactly these characters, with their text; gives its number.
 * For ISO 19005-3: embedded with every glyph drawn (6.2.11.4.1), an identity map (6.2.11.3.2), widths equal to the
 * font file's (6.2.11.5), and no CIDSet, which may be left out and must be complete where it is not (6.2.11.4.2).
 */
export function embedFont(objects: PdfObjects, subset: FontSubset): number {
  const { cache, glyphs } = subset;
  const { source } = cache;
  const scaled = (units: number): number => Math.round((units * 1_000_000) / source.unitsPerEm) / 1000;
  const name = `/${subsetTag(glyphs)}+${source.postscriptName}`;
  const file = buildFontFile(subset);
  const fontFile = objects.addStream(`/Length1 ${file.length} /Filter /FlateDecode`, file.stream);
  const descriptor = objects.add(
    `<< /Type /FontDescriptor /FontName ${name} /Flags 4 /FontBBox [${source.boundingBox.map(scaled).join(' ')}] /ItalicAngle 0 /Ascent ${scaled(source.ascent)} /Descent ${scaled(source.descent)} /CapHeight ${scaled(source.capHeight)} /XHeight ${scaled(source.xHeight)} /StemV 80 /FontFile2 ${referTo(fontFile)} >>`,
  );
  const descendant = objects.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /FontDescriptor ${referTo(descriptor)} /W [0 [${widths(subset)}]] >>`,
  );
  const toUnicode = objects.addStream('/Filter /FlateDecode', buildToUnicode(subset));
  return objects.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H /DescendantFonts [${referTo(descendant)}] /ToUnicode ${referTo(toUnicode)} >>`,
  );
}

function widths({ cache, glyphs }: FontSubset): string {
  let base = baseWidths.get(cache);
  if (base === undefined) {
    base = cache.base.glyphs.map((glyph) => glyph.advance).join(' ');
    baseWidths.set(cache, base);
  }
  let text = base;
  for (let number = cache.base.glyphs.length; number < glyphs.length; number++)
    text += ` ${glyphs[number]!.advance}`;
  return text;
}

const baseWidths = new WeakMap<GlyphCache, string>();

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
function buildToUnicode({ cache, glyphs }: FontSubset): Buffer {
  const baseCount = cache.base.glyphs.length;
  let base = mappedBases.get(cache);
  if (!base) {
    base = packCompressed(Buffer.from(CMAP_HEAD + mapCharacters(cache.base.glyphs, 1), 'latin1'), 9);
    mappedBases.set(cache, base);
  }
  const text = Buffer.from(mapCharacters(glyphs, baseCount) + CMAP_TAIL, 'latin1');
  // Starting zlib costs more than the kilobyte it would save.
  const added = text.length < 4096 ? packStored(text) : packCompressed(text, 3);
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
