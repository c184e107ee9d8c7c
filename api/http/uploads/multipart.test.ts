import { describe, expect, it } from 'vitest';
import { readMultipartFile } from './multipart.ts';

const TYPE = 'multipart/form-data; boundary=xyz';
const part = (disposition: string, content: string) =>
  `--xyz\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
const body = (...parts: string[]) => Buffer.from(`${parts.join('')}--xyz--\r\n`);

/** The same bytes in pieces of one size: where a piece ends must not matter. */
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function receive(bytes: Buffer, { size = 7, max = 1000, type = TYPE } = {}) {
  const written: Buffer[] = [];
  const sink = { write: async (chunk: Buffer) => written.push(Buffer.from(chunk)) };
  const name = await readMultipartFile(inPieces(bytes, size), type, max, sink);
  return { name, content: Buffer.concat(written).toString() };
}

describe('a multipart upload', () => {
  const content = 'a,b\r\n1,--xy\r\n--xyw\r\n2,3';
  const sent = body(
    part('name="note"', 'before'),
    part('name="file"; filename="订单 %22五月%22.csv"', content),
  );

  it('gives the file and its name wherever the pieces end', async () => {
    for (let size = 1; size <= sent.length; size++)
      expect(await receive(sent, { size })).toEqual({ name: '订单 "五月".csv', content });
  });

  it('takes an empty file, and a quoted boundary', async () => {
    const empty = body(part('name="file"; filename="a.csv"', ''));
    expect(await receive(empty, { type: 'multipart/form-data; boundary="xyz"' })).toEqual({
      name: 'a.csv',
      content: '',
    });
  });

  it('is refused with 413 as soon as it is too large', async () => {
    await expect(receive(sent, { max: 10 })).rejects.toMatchObject({ status: 413 });
  });

  it('is refused with 400 when it is cut off, holds no file, two files, or no boundary', async () => {
    const file = part('name="file"; filename="a.csv"', 'x');
    for (const [bytes, type] of [
      [sent.subarray(0, sent.length - 6), TYPE],
      [body(part('name="note"', 'x')), TYPE],
      [body(file, file), TYPE],
      [sent, 'multipart/form-data'],
      [Buffer.from(`--xyz\r\n${'h'.repeat(20_000)}`), TYPE],
      [Buffer.from('--xyz!!'), TYPE],
    ] as const)
      await expect(receive(bytes, { type, size: 4096 })).rejects.toMatchObject({ status: 400 });
  });
});
