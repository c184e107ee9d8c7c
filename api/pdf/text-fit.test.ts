import { describe, expect, test } from 'vitest';
import { createPlainFonts } from './fonts.ts';
import { createPageWriter } from './page-writer.ts';
import { BODY } from './sheet-style.ts';
import { cutText, shrinkToFit, wrapText } from './text-fit.ts';

const surface = createPageWriter(createPlainFonts());
const BODY_WIDTH_OF_TEN = surface.widthOf('一二三四五六七八九十', BODY);

describe('text in a narrow cell', () => {
  test('wraps between Chinese characters and keeps all of them', () => {
    const lines = wrapText(surface, '一二三四五六七八九十百千', BODY, BODY_WIDTH_OF_TEN, 2);
    expect(lines).toEqual(['一二三四五六七八九十', '百千']);
  });

  test('keeps a Latin word whole when it fits on a line of its own', () => {
    const lines = wrapText(surface, '面膜 Moisturizing serum', BODY, BODY_WIDTH_OF_TEN * 0.7, 3);
    expect(lines).toEqual(['面膜', 'Moisturizing', 'serum']);
  });

  test('breaks a word that is longer than the line', () => {
    const lines = wrapText(surface, 'W'.repeat(30), BODY, BODY_WIDTH_OF_TEN, 9);
    expect(lines.join('')).toBe('W'.repeat(30));
    for (const line of lines) expect(surface.widthOf(line, BODY)).toBeLessThanOrEqual(BODY_WIDTH_OF_TEN);
  });

  test('ends in … after the last line allowed', () => {
    const [first, second] = wrapText(surface, '长'.repeat(50), BODY, BODY_WIDTH_OF_TEN, 2);
    expect([first, second]).toEqual(['长'.repeat(10), `${'长'.repeat(9)}…`]);
  });

  test('never cuts through a character of two code units', () => {
    const text = '\u{1F100}'.repeat(40);
    expect(cutText(surface, text, BODY, BODY_WIDTH_OF_TEN).isWellFormed()).toBe(true);
  });
});

test('a figure too wide is drawn smaller, a figure that fits is not', () => {
  const figure = '90,071,992,547,409.91';
  const narrow = shrinkToFit(surface, figure, BODY, 40);
  expect(surface.widthOf(figure, narrow)).toBeLessThanOrEqual(40);
  expect(narrow.sizePt).toBeGreaterThan(2);
  expect(shrinkToFit(surface, '1.00', BODY, 40)).toBe(BODY);
});
