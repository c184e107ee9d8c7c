import { describe, expect, it } from 'vitest';
import { zh } from './zh.ts';

const sources = import.meta.glob<string>(
  ['../../api/orders/profiles/*.ts', '../../api/orders/reading/*.ts', '../../api/orders/load-lines.ts'],
  { query: '?raw', import: 'default', eager: true },
);

/** Every first group of a pattern in the sources whose name matches. */
const found = (file: RegExp, pattern: RegExp): string[] => [
  ...new Set(
    Object.entries(sources)
      .filter(([name]) => file.test(name) && !/\.test\.ts$/.test(name))
      .flatMap(([, text]) => [...text.matchAll(pattern)].map((match) => match[1]!)),
  ),
];
const missing = (codes: string[], words: object) => codes.filter((code) => !Object.hasOwn(words, code));

describe('what the reader of order files says', () => {
  it('has a name on the screen for every profile', () => {
    const profiles = found(/profiles/, /^ {2}id: '([a-z-]+)'/gm);
    expect(profiles.length).toBeGreaterThan(5);
    expect(missing(profiles, zh.imports.profile)).toEqual([]);
  });

  it('has a sentence for every reason a line is refused', () => {
    const codes = [
      ...found(/reading/, /\brefuse\(\s*'([a-z_]+)'/g),
      ...found(/reading/, /\[OP\.\w+\]: \['(bad_[a-z]+)'/g),
      ...found(/reading\/row\.ts/, /^ {2}\| '([a-z_]+)'/gm),
      ...found(/load-lines/, /lateReject\([^']*'([a-z_]+)'/g),
    ];
    expect(codes.length).toBeGreaterThan(15);
    expect(missing(codes, zh.imports.reject)).toEqual([]);
  });
});
