import { describe, expect, test } from 'vitest';
import { fen } from '../../domain/money.ts';
import { canonicalJson, contentHash, verificationCode } from '../../pdf/content-hash.ts';
import { sampleStatement } from './sample-statement.ts';

const document = sampleStatement(1, { rows: 3, reversals: 1, openingFen: 0 });

describe('the content hash', () => {
  test('does not depend on the order in which fields were written', () => {
    const backwards = Object.fromEntries(Object.entries(document).reverse()) as typeof document;
    backwards.summary = Object.fromEntries(
      Object.entries(document.summary).reverse(),
    ) as typeof document.summary;
    expect(JSON.stringify(backwards)).not.toBe(JSON.stringify(document));
    expect(contentHash(backwards)).toBe(contentHash(document));
  });

  test('changes with one fen, one character and the order of lines', () => {
    const oneFen = { ...document, summary: { ...document.summary, earnedFen: fen(1) } };
    const oneCharacter = { ...document, agency: { ...document.agency, name: '杭州明播文化传媒有限公司 ' } };
    const [stream] = document.streams;
    const swapped = { ...document, streams: [{ ...stream!, products: stream!.products.toReversed() }] };
    const hashes = [document, oneFen, oneCharacter, swapped].map(contentHash);
    expect(new Set(hashes).size).toBe(4);
  });

  test('is the sha256 of JSON with sorted keys and no spaces', () => {
    expect(canonicalJson({ b: [1, -0, null], a: '明"', c: { z: true, y: undefined } })).toBe(
      '{"a":"明\\"","b":[1,0,null],"c":{"z":true}}',
    );
    expect(contentHash(document)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('refuses a fraction, which would not be money', () => {
    expect(() => canonicalJson({ amountFen: 0.5 })).toThrow('not a whole number: 0.5');
  });
});

describe('the verification code', () => {
  test('is eight letters and digits that are not misread', () => {
    expect(verificationCode('FC-1', 'a'.repeat(64))).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test('differs between statements and between contents', () => {
    const codes = [
      verificationCode('FC-1', 'a'.repeat(64)),
      verificationCode('FC-2', 'a'.repeat(64)),
      verificationCode('FC-1', 'b'.repeat(64)),
    ];
    expect(new Set(codes).size).toBe(3);
  });
});
