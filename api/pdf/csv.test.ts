import { describe, expect, test } from 'vitest';
import { writeCsv } from './csv.ts';

const lineOf = (text: string): string =>
  writeCsv([[{ text }]])
    .toString('utf8')
    .slice(1);

describe('a text in a CSV', () => {
  test.each(['=1+1', '+1', '-2', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠a', '\t=1', ' =1', '\u3000=1', '\r1'])(
    'never starts a formula: %j',
    (text) => {
      expect(lineOf(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  test('is quoted where it has a separator, a quote or a break, and stays as it is otherwise', () => {
    expect(lineOf('面膜,"大"\n盒')).toBe('"面膜,""大""\n盒"\r\n');
    expect(lineOf('面膜 2=1')).toBe('面膜 2=1\r\n');
  });
});

test('figures keep their sign, counts are plain, and nothing is an empty cell', () => {
  const csv = writeCsv([[{ figure: '-12.30' }, 7, null, { text: '' }], [{ text: '甲' }]]);
  expect(csv.toString('utf8')).toBe('\ufeff-12.30,7,,\r\n甲\r\n');
});
