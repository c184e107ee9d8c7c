import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinPacked, packCompressed, packStored } from './deflate-join.ts';

const part = fc.tuple(fc.uint8Array({ maxLength: 9000 }), fc.boolean());

test('parts packed on their own inflate, checksum and all, to the parts in a row', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const packed = parts.map(([bytes, stored]) =>
        stored ? packStored(Buffer.from(bytes)) : packCompressed(Buffer.from(bytes), 6),
      );
      const joined = joinPacked(packed);
      const whole = Buffer.concat(parts.map(([bytes]) => bytes));
      expect(joined.length).toBe(whole.length);
      expect(inflateSync(joined.stream).equals(whole)).toBe(true);
    }),
  );
});

test('a checksum stays right over megabytes of the highest byte', () => {
  const bytes = Buffer.alloc(3_000_000, 0xff);
  const { stream } = joinPacked([packCompressed(bytes, 1), packCompressed(bytes, 1)]);
  expect(inflateSync(stream).length).toBe(6_000_000);
});
