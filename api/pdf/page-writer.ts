import type { FontSubset } from './fast-subset.ts';
import type { FontWeight } from './font-source.ts';
import type { GlyphCache } from './glyph-cache.ts';
import { type Box, type Color, PAGE, type Surface } from './surface.ts';
import { createEncoder, FONT_NAMES } from './text-encoder.ts';

export type PdfFonts = Record<FontWeight, GlyphCache>;

export interface PageWriter extends Surface {
  /** Drawing operators of every page. */
  contents(): Buffer[];
  /** The fonts the operators name, with the characters drawn of each. */
  fonts(): [name: string, subset: FontSubset][];
  /** Draws a picture into a box; one that is drawn twice is kept once. */
  image(picture: Picture, box: Box): void;
  /** The pictures the operators name. */
  pictures(): [name: string, picture: Picture][];
}

/** A JPEG in RGB, as its decoder will find it. */
export interface Picture {
  jpeg: Buffer;
  width: number;
  height: number;
}

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

/** Writes operators straight into strings: one `Tj` per text, and a state is set only when it changes. */
export function createPageWriter(fonts: PdfFonts): PageWriter {
  const encoders = {
    regular: createEncoder(fonts.regular, 'regular'),
    medium: createEncoder(fonts.medium, 'medium'),
  };
  const pictures: Picture[] = [];
  const pages: OpenPage[] = [];
  let page: OpenPage;
  return {
    fonts: () => [...encoders.regular.fonts(), ...encoders.medium.fonts()],
    contents: () =>
      pages.map((each) => {
        endText(each);
        putAway(each);
        return Buffer.concat(each.written);
      }),
    addPage() {
      if (pages.length > 0) putAway(page);
      // Points from the top left corner, y growing downward: what is drawn follows it.
      const operators = `1 0 0 -1 0 ${PAGE.height} cm\n`;
      page = { written: [], operators, isInText: false, font: '', fill: '', stroke: '', lineWidth: -1 };
      pages.push(page);
    },
    turnToPage(index) {
      putAway(page);
      page = pages[index]!;
    },
    pageCount: () => pages.length,
    pictures: () => pictures.map((picture, index) => [`I${index + 1}`, picture]),
    image(picture, [x, y, width, height]) {
      endText(page);
      const known = pictures.indexOf(picture);
      const at = known >= 0 ? known : pictures.push(picture) - 1;
      // A picture stands on its foot; the page grows downward.
      page.operators += `q ${point(width)} 0 0 ${-point(height)} ${point(x)} ${point(y + height)} cm /I${at + 1} Do Q\n`;
    },
    widthOf: (text, style) => (encoders[style.weight].encode(text).advance * style.sizePt) / 1000,
    text(text, x, baseline, style, align = 'left') {
      const encoded = encoders[style.weight].encode(text);
      const width = (encoded.advance * style.sizePt) / 1000;
      const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
      setFill(page, style.color);
      if (!page.isInText) page.operators += 'BT\n';
      page.isInText = true;
      if (!encoded.runs) setFont(page, FONT_NAMES[style.weight], style.sizePt);
      // The page grows downward; the matrix turns the letters upright again.
      page.operators += `1 0 0 -1 ${point(left)} ${point(baseline)} Tm`;
      if (!encoded.runs) page.operators += `(${encoded.bytes})Tj\n`;
      else
        for (const run of encoded.runs) {
          page.operators += '\n';
          setFont(page, run.font, style.sizePt);
          page.operators += `(${run.bytes})Tj\n`;
        }
    },
    fillBox(x, y, width, height, color) {
      endText(page);
      setFill(page, color);
      page.operators += `${point(x)} ${point(y)} ${point(width)} ${point(height)} re f\n`;
    },
    fillBoxes(boxes, color) {
      endText(page);
      setFill(page, color);
      for (const [x, y, width, height] of boxes)
        page.operators += `${point(x)} ${point(y)} ${point(width)} ${point(height)} re\n`;
      page.operators += 'f\n';
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

function setFont(page: OpenPage, name: string, sizePt: number): void {
  const font = `/${name} ${sizePt} Tf\n`;
  if (page.font !== font) page.operators += font;
  page.font = font;
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

const channelsByColor = new Map<Color, string>();

function channels(color: Color): string {
  let text = channelsByColor.get(color);
  if (text === undefined) {
    text = [1, 3, 5].map((at) => (Number.parseInt(color.slice(at, at + 2), 16) / 255).toFixed(3)).join(' ');
    channelsByColor.set(color, text);
  }
  return text;
}

const point = (value: number): number => Math.round(value * 1e6) / 1e6;
