import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

const sources = import.meta.glob<string>(
  ['../../db/queries/book-checks/*-checks.ts', '../../api/books/check-books.ts'],
  { query: '?raw', import: 'default', eager: true },
);
const codes = Object.values(sources).flatMap((text) =>
  [...text.matchAll(/\bcode: '([a-z_]+)',\s*title:/g)].map((match) => match[1]!),
);

describe('the rules of the books', () => {
  it.each([
    ['Chinese', zh],
    ['English', en],
  ])('have words in %s, each of them, and no word is of a rule that is gone', (_, { books }) => {
    expect(codes.length).toBeGreaterThan(25);
    expect(Object.keys(books.check).sort()).toEqual([...codes].sort());
  });
});
