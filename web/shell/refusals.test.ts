import { describe, expect, it } from 'vitest';
import * as english from './refusals-en.ts';
import * as chinese from './refusals-zh.ts';

/** What only a terminal says: the command line, and the start of the server before anybody can sign in. */
const NEVER_ON_A_SCREEN = [
  /\/cli\//,
  /\/db\/(roles|roles-external|migrate|embedded|embedded-\w+)\.ts$/,
  /\/seed\//,
];
const sources = import.meta.glob<string>(
  ['../../api/**/*.ts', '../../db/**/*.ts', '!**/*.{test,testing}.ts'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

/** Every way the rooms behind the screens write the code of a refusal. */
const SPELLINGS = [
  /DomainError\(\s*'\w+',\s*'([a-z_]+)'/g,
  /\bcode: '([a-z_]+)',\s*message\b/g,
  /\bplaced\(\s*[^,]+,\s*'([a-z_]+)'/g,
  /\b(?:conflict|broken|atColumns)\(\s*(?:'(?:conflict|invalid)',\s*)?'([a-z]+_[a-z_]+)'/g,
  /\brefuse\(\s*c,\s*\d+,\s*'([a-z_]+)'/g,
  /\bsay\(\s*'([a-z_]+)',\s*['"]/g,
  /'(findings_[a-z_]+)',/g,
  /\brefuseFile\(\s*'([a-z_]+)'/g,
  /^ {2}\d{3}: '([a-z_]+)'/gm,
  /^ {2}\| '(file_[a-z_]+)'/gm,
  /^ {2}(document_[a-z_]+):\s*'/gm,
];

const codes = new Set(
  Object.entries(sources)
    .filter(([file]) => !NEVER_ON_A_SCREEN.some((pattern) => pattern.test(file)))
    .flatMap(([, text]) =>
      SPELLINGS.flatMap((spelling) => [...text.matchAll(spelling)].map((match) => match[1]!)),
    ),
);

describe('every refusal of the API', () => {
  it('is found in whatever way it is written', () => {
    const samples = ['changed_meanwhile', 'sign_in_first', 'four_eyes', 'anchor_stays', 'stream_overlaps'];
    const more = [
      'rule_broken',
      'unknown_reference',
      'json_only',
      'too_large',
      'file_bomb',
      'document_bomb',
      'in_use',
      'busy',
    ];
    expect([...samples, ...more].filter((code) => !codes.has(code))).toEqual([]);
    expect(codes.size).toBeGreaterThan(80);
  });

  it.each([
    ['Chinese', chinese],
    ['English', english],
  ])('has words in %s', (_, { reason, problem }) => {
    const wordless = [...codes].filter(
      (code) => !Object.hasOwn(reason, code) && !Object.hasOwn(problem, code),
    );
    expect(wordless).toEqual([]);
  });
});
