import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { FONT_FILES, type FontWeight, openFont, readFontBytes } from './font-source.ts';

interface ReferenceFont {
  characterSet: number[];
  ascent: number;
  descent: number;
  capHeight: number;
  postscriptName: string;
  glyphForCodePoint(codePoint: number): { id: number; advanceWidth: number };
}

const WEIGHTS: FontWeight[] = ['regular', 'medium'];
/** fontkit comes without types. */
const { create }: { create(bytes: Buffer): ReferenceFont } = createRequire(import.meta.url)('fontkit');
const reference = (bytes: Buffer): ReferenceFont => create(bytes);

describe.each(WEIGHTS)('Noto Sans SC %s', (weight) => {
  const bytes = readFontBytes(FONT_FILES[weight]);
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
