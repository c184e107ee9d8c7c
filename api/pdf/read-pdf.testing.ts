import { inflateSync } from 'node:zlib';

/** One text as it lies on a page, in points from the top left; y is the baseline. */
export interface PlacedText {
  text: string;
  x: number;
  y: number;
  width: number;
}

/** The texts of every page, read back through the fonts' own ToUnicode tables and widths. */
export function readPages(pdf: Buffer): PlacedText[][] {
  const objects = readObjects(pdf);
  const pageTree = [...objects.values()].find((object) => /\/Type \/Pages\b/.test(object.dictionary))!;
  const kids = /\/Kids \[([^\]]*)\]/.exec(pageTree.dictionary)![1]!;
  return references(kids).map((page) => readPage(objects, objects.get(page)!.dictionary));
}

/** Texts standing on one baseline, joined left to right, top to bottom. */
export function readRows(page: PlacedText[]): string[] {
  const rows = Map.groupBy(page, (placed) => placed.y);
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, row]) =>
      row
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(' | '),
    );
}

/** Font files inside the PDF, by name without the subset's tag. */
export function readFontFiles(pdf: Buffer): Map<string, Buffer> {
  const objects = readObjects(pdf);
  const files = new Map<string, Buffer>();
  for (const { dictionary } of objects.values()) {
    const name = /\/FontName \/\w+\+(\S+)/.exec(dictionary)?.[1];
    const file = /\/FontFile2 (\d+) 0 R/.exec(dictionary)?.[1];
    if (name && file) files.set(name, objects.get(Number(file))!.stream);
  }
  return files;
}

export interface PdfObject {
  dictionary: string;
  stream: Buffer;
}

interface ReadFont {
  textOf: Map<number, string>;
  widths: number[];
}

/** By the cross-reference table, as a reader would; streams inflated. Throws Error when an entry is wrong. */
export function readObjects(pdf: Buffer): Map<number, PdfObject> {
  const tail = pdf.toString('latin1', pdf.length - 64);
  const xref = pdf.toString('latin1', Number(/startxref\n(\d+)/.exec(tail)![1]));
  const objects = new Map<number, PdfObject>();
  [...xref.matchAll(/^(\d{10}) 00000 n/gm)].forEach((entry, index) => {
    objects.set(index + 1, readObject(pdf, index + 1, Number(entry[1])));
  });
  return objects;
}

function readObject(pdf: Buffer, number: number, offset: number): PdfObject {
  const start = `${number} 0 obj\n`;
  if (pdf.toString('latin1', offset, offset + start.length) !== start)
    throw new Error(`cross-reference of object ${number} is wrong`);
  const end = pdf.indexOf('\nendobj', offset);
  const streamStart = pdf.indexOf('\nstream\n', offset);
  if (streamStart < 0 || streamStart > end)
    return { dictionary: pdf.toString('latin1', offset, end), stream: Buffer.alloc(0) };
  const dictionary = pdf.toString('latin1', offset, streamStart);
  const length = Number(/\/Length (\d+)/.exec(dictionary)![1]);
  const body = pdf.subarray(streamStart + 8, streamStart + 8 + length);
  return { dictionary, stream: dictionary.includes('/FlateDecode') ? inflateSync(body) : body };
}

const references = (text: string): number[] =>
  [...text.matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]));

function readPage(objects: Map<number, PdfObject>, page: string): PlacedText[] {
  const resources = objects.get(Number(/\/Resources (\d+) 0 R/.exec(page)![1]))!.dictionary;
  const fonts = new Map<string, ReadFont>();
  for (const [, name, number] of resources.matchAll(/\/(F\d) (\d+) 0 R/g))
    fonts.set(name!, readFont(objects, objects.get(Number(number))!.dictionary));
  const contents = references(/\/Contents (\d+ 0 R)/.exec(page)![1]!);
  return contents.flatMap((number) => readTexts(objects.get(number)!.stream.toString('latin1'), fonts));
}

function readFont(objects: Map<number, PdfObject>, font: string): ReadFont {
  const descendant = objects.get(references(/\/DescendantFonts \[([^\]]*)\]/.exec(font)![1]!)[0]!)!;
  const widths = /\/W \[0 \[([^\]]*)\]\]/.exec(descendant.dictionary)![1]!.split(' ').map(Number);
  const map = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(font)![1]))!.stream.toString('latin1');
  const textOf = new Map<number, string>();
  for (const [, code, utf16] of map.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gm))
    textOf.set(Number.parseInt(code!, 16), Buffer.from(utf16!, 'hex').swap16().toString('utf16le'));
  return { textOf, widths };
}

function readTexts(operators: string, fonts: Map<string, ReadFont>): PlacedText[] {
  const texts: PlacedText[] = [];
  let font: ReadFont | undefined;
  let sizePt = 0;
  for (let at = 0; ; ) {
    const open = operators.indexOf('(', at);
    if (open < 0) return texts;
    const before = operators.slice(at, open);
    const select = [...before.matchAll(/\/(F\d) ([\d.]+) Tf/g)].at(-1);
    if (select) {
      font = fonts.get(select[1]!)!;
      sizePt = Number(select[2]);
    }
    const place = /1 0 0 -1 (-?[\d.]+) (-?[\d.]+) Tm\s*(\/F\d [\d.]+ Tf\s*)?$/.exec(before);
    const { bytes, end } = readLiteral(operators, open + 1);
    const codes = Array.from(
      { length: bytes.length / 2 },
      (_, index) => bytes.charCodeAt(2 * index) * 256 + bytes.charCodeAt(2 * index + 1),
    );
    const text = codes.map((code) => font!.textOf.get(code) ?? `<no text for ${code}>`).join('');
    const width = (codes.reduce((sum, code) => sum + font!.widths[code]!, 0) * sizePt) / 1000;
    const last = texts.at(-1);
    // A part in another font goes on where the one before ended.
    if (!place) Object.assign(last!, { text: last!.text + text, width: last!.width + width });
    else texts.push({ text, x: Number(place[1]), y: Number(place[2]), width });
    at = end;
  }
}

function readLiteral(operators: string, start: number): { bytes: string; end: number } {
  let bytes = '';
  for (let at = start; ; at++) {
    const character = operators[at]!;
    if (character === ')') return { bytes, end: at + 1 };
    if (character !== '\\') {
      bytes += character;
    } else {
      at++;
      bytes += operators[at] === 'r' ? '\r' : operators[at];
    }
  }
}
