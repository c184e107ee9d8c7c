import type { PdfObject } from './read-pdf.testing.ts';

/** Faults of the fonts and of the texts that use them, each with its clause of ISO 19005-3:2012. */
export function findFontFaults(objects: ReadonlyMap<number, PdfObject>): string[] {
  const faults: string[] = [];
  const glyphCounts = new Map<number, number>();
  for (const [number, { dictionary }] of objects) {
    if (!/\/Type \/Font\b/.test(dictionary) || !/\/Subtype \/Type0\b/.test(dictionary)) continue;
    const fault = (what: string) => faults.push(`${what} of font ${number}`);
    const descendant = target(objects, dictionary, /\/DescendantFonts \[(\d+) 0 R\]/);
    const descriptor = descendant && target(objects, descendant.dictionary, /\/FontDescriptor (\d+) 0 R/);
    const file = descriptor && target(objects, descriptor.dictionary, /\/FontFile2 (\d+) 0 R/)?.stream;
    if (!descendant || !file) {
      fault('6.2.11.4.1 no font file');
      continue;
    }
    if (!/\/Encoding \/Identity-H\b/.test(dictionary)) fault('6.2.11.3.3 encoding');
    if (!/\/Subtype \/CIDFontType2\b/.test(descendant.dictionary)) fault('6.2.11.2 type');
    if (!/\/CIDToGIDMap \/Identity\b/.test(descendant.dictionary)) fault('6.2.11.3.2 map to glyphs');
    if (!target(objects, dictionary, /\/ToUnicode (\d+) 0 R/)) fault('6.2.11.7 text');
    const widths = /\/W \[0 \[([^\]]*)\]\]/.exec(descendant.dictionary)?.[1]?.split(' ').map(Number) ?? [];
    const advances = readAdvances(file);
    if (
      widths.length !== advances.length ||
      widths.some((width, code) => Math.abs(width - advances[code]!) > 1)
    )
      fault('6.2.11.5 widths');
    glyphCounts.set(number, advances.length);
  }
  return [...faults, ...findCodeFaults(objects, glyphCounts)];
}

/** Every code shown must be a glyph of its font's file, and not the one for what is missing. */
function findCodeFaults(objects: ReadonlyMap<number, PdfObject>, glyphCounts: Map<number, number>): string[] {
  const faults: string[] = [];
  for (const [number, { dictionary }] of objects) {
    if (!/\/Type \/Page\b/.test(dictionary)) continue;
    const resources = target(objects, dictionary, /\/Resources (\d+) 0 R/)?.dictionary ?? '';
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d) (\d+) 0 R/g)].map(([, name, font]) => [name!, Number(font)]),
    );
    const content = target(objects, dictionary, /\/Contents (\d+) 0 R/)!.stream.toString('latin1');
    let font = '';
    for (const [, selected, text] of content.matchAll(/\/(F\d) [\d.]+ Tf|\(((?:\\[\s\S]|[^\\)])*)\)Tj/g)) {
      if (selected) font = selected;
      else
        for (const code of codesOf(text!))
          if (code === 0 || !(code < (glyphCounts.get(fonts.get(font) ?? 0) ?? 0)))
            faults.push(`6.2.11.4.1, 6.2.11.8 code ${code} of ${font} on page ${number}`);
    }
  }
  return faults;
}

function codesOf(literal: string): number[] {
  const bytes = literal.replaceAll(/\\([\s\S])/g, (_, escaped: string) => (escaped === 'r' ? '\r' : escaped));
  return Array.from(
    { length: bytes.length / 2 },
    (_, index) => bytes.charCodeAt(2 * index) * 256 + bytes.charCodeAt(2 * index + 1),
  );
}

function target(
  objects: ReadonlyMap<number, PdfObject>,
  dictionary: string,
  key: RegExp,
): PdfObject | undefined {
  return objects.get(Number(key.exec(dictionary)?.[1]));
}

/** In thousandths of the size, one for each glyph, out of the font file's own tables. */
function readAdvances(file: Buffer): number[] {
  const table = (tag: string): Buffer => {
    for (let record = 12; ; record += 16)
      if (file.toString('latin1', record, record + 4) === tag)
        return file.subarray(
          file.readUInt32BE(record + 8),
          file.readUInt32BE(record + 8) + file.readUInt32BE(record + 12),
        );
  };
  const unitsPerEm = table('head').readUInt16BE(18);
  const count = table('maxp').readUInt16BE(4);
  const full = table('hhea').readUInt16BE(34);
  const metrics = table('hmtx');
  return Array.from(
    { length: count },
    (_, glyph) => (metrics.readUInt16BE(4 * Math.min(glyph, full - 1)) * 1000) / unitsPerEm,
  );
}
