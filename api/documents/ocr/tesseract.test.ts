import { describe, expect, it } from 'vitest';
import { findTesseract, parseTable } from './tesseract.ts';

const row = (...cells: (string | number)[]) => cells.join('\t');

describe('Tesseract', () => {
  it('is absent where there is no such command', async () => {
    expect(await findTesseract({ command: '/nowhere/tesseract', dataFolder: undefined })).toBeUndefined();
  });

  it('answers words with the height of their line, and nothing for lines and empty words', () => {
    const table = [
      row(
        'level',
        'page_num',
        'block_num',
        'par_num',
        'line_num',
        'word_num',
        'left',
        'top',
        'width',
        'height',
        'conf',
        'text',
      ),
      row(4, 1, 1, 1, 1, 0, 10, 20, 200, 30, -1, ''),
      row(5, 1, 1, 1, 1, 1, 10, 20, 60, 30, 96, '第一条'),
      row(5, 1, 1, 1, 1, 2, 90, 40, 10, 10, 90, '，'),
      row(5, 1, 1, 1, 1, 3, 110, 20, 10, 30, 10, ' '),
    ].join('\n');
    expect(parseTable(table)).toEqual([
      { text: '第一条', left: 10, top: 20, width: 60, height: 30 },
      { text: '，', left: 90, top: 20, width: 10, height: 30 },
    ]);
  });
});
