import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import {
  FONT_FILES,
  type FontSource,
  type FontWeight,
  openFont,
  RARE_FONT_FILES,
  readFontBytes,
} from './font-source.ts';

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

describe('Noto Sans JP, for rare characters', () => {
  const main = open(FONT_FILES);
  const rare = open(RARE_FONT_FILES);

  test('has 𠮷 and hundreds more that the everyday font lacks', () => {
    const added = codePoints.filter(
      (code) => rare.regular.glyphIdOf(code) > 0 && main.regular.glyphIdOf(code) === 0,
    );
    expect(added).toContain(0x20bb7);
    expect(added.length).toBeGreaterThan(600);
  });

  test('composes none of those of parts, in either weight', () => {
    for (const source of [rare.regular, rare.medium])
      for (const code of codePoints) {
        const [start, end] = source.outlineRange(source.glyphIdOf(code));
        if (end > start) expect(source.bytes.readInt16BE(start)).toBeGreaterThanOrEqual(0);
      }
  });

  test('both fonts have the same characters in both weights, so that one tells for the other', () => {
    for (const { regular, medium } of [main, rare])
      for (const code of codePoints)
        if (regular.glyphIdOf(code) > 0 !== medium.glyphIdOf(code) > 0) throw new Error(code.toString(16));
  });
});

/** Ideographs: the first, their extensions A to I, and those for compatibility. */
const codePoints = [
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x323af],
].flatMap(([from, to]) => Array.from({ length: to! - from! + 1 }, (_, step) => from! + step));

function open(files: Record<FontWeight, string>): Record<FontWeight, FontSource> {
  return { regular: openFont(readFontBytes(files.regular)), medium: openFont(readFontBytes(files.medium)) };
}
