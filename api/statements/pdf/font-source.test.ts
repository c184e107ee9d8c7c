import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { wordSumOf } from './deflate-join.ts';
import { type FontWeight, openFont, readFontBytes } from './font-source.ts';
import { readFontFiles } from './read-pdf.testing.ts';
import { renderStatement, statementFonts } from './render-statement.ts';
import { sampleStatement } from './sample-statement.ts';

interface ReferenceFont {
  characterSet: number[];
  ascent: number;
  descent: number;
  capHeight: number;
  postscriptName: string;
  numGlyphs: number;
  glyphForCodePoint(codePoint: number): { id: number; advanceWidth: number };
  getGlyph(id: number): { advanceWidth: number; path: { toSVG(): string } };
}

const WEIGHTS: FontWeight[] = ['regular', 'medium'];
/** fontkit comes without types. */
const { create }: { create(bytes: Buffer): ReferenceFont } = createRequire(import.meta.url)('fontkit');
const reference = (bytes: Buffer): ReferenceFont => create(bytes);

describe.each(WEIGHTS)('Noto Sans SC %s', (weight) => {
  const bytes = readFontBytes(weight);
  const font = openFont(bytes);
  const other = reference(Buffer.from(bytes));

  test('gives every character the glyph and the width that fontkit gives', () => {
    const differing = other.characterSet.filter((codePoint) => {
      const glyph = other.glyphForCodePoint(codePoint);
      return font.glyphIdOf(codePoint) !== glyph.id || font.advanceOf(glyph.id) !== glyph.advanceWidth;
    });
    expect(other.characterSet.length).toBeGreaterThan(30_000);
    expect(differing).toEqual([]);
    expect(font.glyphIdOf(0x20bb7)).toBe(0);
  });

  test('has the measures that fontkit reads', () => {
    expect(font).toMatchObject({
      ascent: other.ascent,
      descent: other.descent,
      capHeight: other.capHeight,
      postscriptName: other.postscriptName,
    });
  });

  test('composes no character of parts, which a subset by copying would break', () => {
    const composite = other.characterSet.filter((codePoint) => {
      const [start, end] = font.outlineRange(font.glyphIdOf(codePoint));
      return end > start && bytes.readInt16BE(start) < 0;
    });
    expect(composite).toEqual([]);
  });
});

describe('the font inside a statement', () => {
  const document = sampleStatement(7, { rows: 40, reversals: 5, openingFen: -1 });
  document.anchor.name = '龘喆堃镕㐂〇 Ångström é';
  const fonts = statementFonts();
  const files = readFontFiles(renderStatement(document, fonts).pdf);

  test.each(WEIGHTS)('%s has outlines and widths equal to the whole font’s', (weight) => {
    const whole = reference(Buffer.from(fonts[weight].source.bytes));
    const subset = reference(files.get(fonts[weight].source.postscriptName)!);
    const pictures = new Map<string, number>();
    for (const codePoint of whole.characterSet) {
      const glyph = whole.glyphForCodePoint(codePoint);
      if (!USED.has(String.fromCodePoint(codePoint))) continue;
      pictures.set(whole.getGlyph(glyph.id).path.toSVG(), glyph.advanceWidth);
    }
    const found = Array.from({ length: subset.numGlyphs }, (_, id) => subset.getGlyph(id));
    const drawn = new Map(found.map((glyph) => [glyph.path.toSVG(), glyph.advanceWidth]));
    for (const [picture, width] of pictures) expect(drawn.get(picture)).toBe(width);
  });

  test('is a file whose words sum to what OpenType asks', () => {
    for (const file of files.values()) expect(wordSumOf(file)).toBe(0xb1b0afba);
  });
});

/** Drawn in both weights: the anchor's name stands in the parties and in the running head. */
const USED = new Set('龘喆堃镕㐂〇Ångströmé');
