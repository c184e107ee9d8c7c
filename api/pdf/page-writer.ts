import { createSubset, type FontSubset } from './fast-subset.ts';
import type { FontWeight } from './font-source.ts';
import type { GlyphCache } from './glyph-cache.ts';
import type { Color, Surface } from './surface.ts';

export type PdfFonts = Record<FontWeight, GlyphCache>;

export interface PageWriter extends Surface {
  /** Drawing operators of every page; fonts are `/F1` regular and `/F2` medium. */
  contents(): Buffer[];
  subsets: Record<FontWeight, FontSubset>;
}

export const FONT_NAMES: Record<FontWeight, string> = { regular: 'F1', medium: 'F2' };

/** One page being written, with what the reader's graphics state is known to hold. */
interface OpenPage {
  /** What was written before the writer turned to another page. */
  written: Buffer[];
  operators: string;
  isInText: boolean;
  font: string;
  fill: string;
  stroke: string;
  lineWidth: number;
}

interface Encoded {
  bytes: string;
  advance: number;
}

/** Writes operators straight into strings: one `Tj` per text, and a state is set only when it changes. */
export function createPageWriter(fonts: PdfFonts): PageWriter {
  const subsets = { regular: createSubset(fonts.regular), medium: createSubset(fonts.medium) };
  const encoders = {
    regular: createEncoder(subsets.regular),
    medium: createEncoder(subsets.medium),
  };
  const pages: OpenPage[] = [];
  let page: OpenPage;
  return {
    subsets,
    contents: () =>
      pages.map((each) => {
        endText(each);
        putAway(each);
        return Buffer.concat(each.written);
      }),
    addPage() {
      if (pages.length > 0) putAway(page);
      page = { written: [], operators: '', isInText: false, font: '', fill: '', stroke: '', lineWidth: -1 };
      pages.push(page);
    },
    turnToPage(index) {
      putAway(page);
      page = pages[index]!;
    },
    pageCount: () => pages.length,
    widthOf: (text, style) => (encoders[style.weight](text).advance * style.sizePt) / 1000,
    text(text, x, baseline, style, align = 'left') {
      const encoded = encoders[style.weight](text);
      const width = (encoded.advance * style.sizePt) / 1000;
      const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
      setFill(page, style.color);
      if (!page.isInText) page.operators += 'BT\n';
      page.isInText = true;
      const font = `/${FONT_NAMES[style.weight]} ${style.sizePt} Tf\n`;
      if (page.font !== font) page.operators += font;
      page.font = font;
      // pdfkit's pages grow downward; the matrix turns the letters upright again.
      page.operators += `1 0 0 -1 ${point(left)} ${point(baseline)} Tm(${encoded.bytes})Tj\n`;
    },
    fillBox(x, y, width, height, color) {
      endText(page);
      setFill(page, color);
      page.operators += `${point(x)} ${point(y)} ${point(width)} ${point(height)} re f\n`;
    },
    strokeBox(x, y, width, height, color, lineWidth) {
      setStroke(page, color, lineWidth);
      page.operators += `${point(x)} ${point(y)} ${point(width)} ${point(height)} re S\n`;
    },
    line(x1, y1, x2, y2, color, lineWidth) {
      setStroke(page, color, lineWidth);
      page.operators += `${point(x1)} ${point(y1)} m ${point(x2)} ${point(y2)} l S\n`;
    },
  };
}

/** A string grown piece by piece keeps every piece; as bytes, a thousand pages are a few megabytes. */
function putAway(page: OpenPage): void {
  if (page.operators !== '') page.written.push(Buffer.from(page.operators, 'latin1'));
  page.operators = '';
}

function endText(page: OpenPage): void {
  if (page.isInText) page.operators += 'ET\n';
  page.isInText = false;
}

function setFill(page: OpenPage, color: Color): void {
  if (page.fill === color) return;
  page.fill = color;
  page.operators += `${channels(color)} rg\n`;
}

function setStroke(page: OpenPage, color: Color, lineWidth: number): void {
  endText(page);
  if (page.stroke !== color) page.operators += `${channels(color)} RG\n`;
  if (page.lineWidth !== lineWidth) page.operators += `${lineWidth} w\n`;
  page.stroke = color;
  page.lineWidth = lineWidth;
}

/**
 * Text to two-byte character numbers inside a literal string. Throws Error on a character the font lacks.
 * Texts are kept: each is asked for twice, to see whether it fits and to be drawn, and labels come in every row.
 */
function createEncoder(subset: FontSubset): (text: string) => Encoded {
  const base = encodeBase(subset.cache);
  const added = new Map<number, Encoded>();
  const texts = new Map<string, Encoded>();
  const add = (codePoint: number): Encoded => {
    const glyph = subset.cache.glyphFor(codePoint);
    if (!glyph) throw new Error(`no glyph for U+${codePoint.toString(16).toUpperCase()}`);
    const encoded = { bytes: encodeNumber(subset.add(glyph)), advance: glyph.advance };
    added.set(codePoint, encoded);
    return encoded;
  };
  return (text) => {
    const known = texts.get(text);
    if (known) return known;
    let bytes = '';
    let advance = 0;
    for (let at = 0; at < text.length; at++) {
      const codePoint = text.codePointAt(at)!;
      if (codePoint > 0xffff) at++;
      const encoded = base.get(codePoint) ?? added.get(codePoint) ?? add(codePoint);
      bytes += encoded.bytes;
      advance += encoded.advance;
    }
    const encoded = { bytes, advance };
    if (texts.size >= KEPT_TEXTS) texts.clear();
    texts.set(text, encoded);
    return encoded;
  };
}

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

const channelsByColor = new Map<Color, string>();

function channels(color: Color): string {
  let text = channelsByColor.get(color);
  if (text === undefined) {
    text = [1, 3, 5].map((at) => (Number.parseInt(color.slice(at, at + 2), 16) / 255).toFixed(3)).join(' ');
    channelsByColor.set(color, text);
  }
  return text;
}

const point = (value: number): number => Math.round(value * 100) / 100;
