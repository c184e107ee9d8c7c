import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from './gb18030.ts';

describe('writing GB18030', () => {
  it.each([
    ['A', '41'],
    ['啊', 'b0a1'],
    ['·', 'a1a4'],
    ['€', 'a2e3'],
    ['é', 'a8a6'],
    ['\u0080', '81308130'],
    ['\u{10000}', '90308130'],
    ['\u{10ffff}', 'e3329a35'],
  ])('puts %s into the bytes the standard says', (character, hex) => {
    expect(encodeGb18030(character).toString('hex')).toBe(hex);
  });

  it('takes every hanzi, common or rare, and gives it back', () => {
    const decoder = new TextDecoder('gb18030', { fatal: true });
    for (const [from, to] of [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0x20000, 0x2a6df],
    ] as const) {
      const all = Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');
      expect(decoder.decode(encodeGb18030(all))).toBe(all);
    }
  });

  it('refuses what it cannot write, by name', () => {
    expect(() => encodeGb18030('a\ud800b')).toThrow(/cannot be written/);
  });
});
