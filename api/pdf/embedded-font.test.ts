import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { wordSumOf } from './deflate-join.ts';
import { createFonts, openFonts } from './fonts.ts';
import { createPageWriter } from './page-writer.ts';
import { readFontFiles } from './read-pdf.testing.ts';
import { BODY, STRONG } from './sheet-style.ts';
import { writePdf } from './write-pdf.ts';

interface ReferenceFont {
  characterSet: number[];
  numGlyphs: number;
  glyphForCodePoint(codePoint: number): { id: number; advanceWidth: number };
  getGlyph(id: number): { advanceWidth: number; path: { toSVG(): string } };
}

/** fontkit comes without types. */
const { create }: { create(bytes: Buffer): ReferenceFont } = createRequire(import.meta.url)('fontkit');
const USED = '龘喆堃镕㐂〇Ångström é';

describe('the font inside a PDF', () => {
  // Some characters in the base, the others added by the document.
  const fonts = createFonts(openFonts(), { regular: '龘〇om', medium: '' });
  const writer = createPageWriter(fonts);
  writer.addPage();
  writer.text(USED, 40, 40, BODY);
  writer.text(USED, 40, 60, STRONG);
  const about = {
    title: 't',
    author: 'a',
    subject: 's',
    creator: 'c',
    issuedOn: '2026-05-31',
    contentSha256: 'a'.repeat(64),
  };
  const files = readFontFiles(writePdf(about, writer));

  test.each(['regular', 'medium'] as const)(
    '%s has outlines and widths equal to the whole font’s',
    (weight) => {
      const whole = create(Buffer.from(fonts[weight].source.bytes));
      const subset = create(files.get(fonts[weight].source.postscriptName)!);
      const found = Array.from({ length: subset.numGlyphs }, (_, id) => subset.getGlyph(id));
      const drawn = new Map(found.map((glyph) => [glyph.path.toSVG(), glyph.advanceWidth]));
      for (const character of new Set(USED)) {
        const glyph = whole.glyphForCodePoint(character.codePointAt(0)!);
        expect(drawn.get(whole.getGlyph(glyph.id).path.toSVG())).toBe(glyph.advanceWidth);
      }
    },
  );

  test('is a file whose words sum to what OpenType asks', () => {
    expect(files.size).toBe(2);
    for (const file of files.values()) expect(wordSumOf(file)).toBe(0xb1b0afba);
  });
});
