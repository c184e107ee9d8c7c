import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCsvScanner } from './csv-scanner.ts';
import { decodeToUtf8, type Encoding } from './encoding.ts';
import { encodeGb18030 } from './gb18030.testing.ts';
import { MAX_RECORD_BYTES } from './row.ts';

interface Scanned {
  rows: { line: number; fields: string[] }[];
  broken: { line: number; code: string }[];
}

function scan(chunks: Buffer[], delimiter = ','): Scanned {
  const found: Scanned = { rows: [], broken: [] };
  const scanner = createCsvScanner(delimiter.charCodeAt(0), {
    onRow: (row) =>
      found.rows.push({
        line: row.line,
        fields: Array.from({ length: row.count }, (_, i) =>
          row.bytes.toString('utf8', row.starts[i], row.ends[i]),
        ),
      }),
    onBroken: (line, code) => found.broken.push({ line, code }),
  });
  for (const chunk of chunks) scanner.push(chunk);
  scanner.end();
  return found;
}

const scanText = (text: string, delimiter = ',') => scan([Buffer.from(text)], delimiter);

/** Cuts at the given places, wherever they fall: in a character, a quote, a line end. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const stops = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...stops].map((from, index) => bytes.subarray(from, stops[index] ?? bytes.length));
}

const field = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '1', '"', ',', '\n', ' ', '红', '😀', ';', '\t', '\r') }),
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
);
const table = fc.array(fc.array(fc.tuple(field, fc.boolean()), { minLength: 2, maxLength: 5 }), {
  maxLength: 8,
});

describe('the CSV scanner', () => {
  it('gives back what was written, whatever is quoted and wherever the chunks are cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', '\t', ';'),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.nat(), { maxLength: 12 }),
        fc.boolean(),
        (rows, delimiter, lineEnd, places, endsWithLine) => {
          const needsQuote = (text: string) => /^"|[\n\r]/.test(text) || text.includes(delimiter);
          const write = ([text, quoted]: [string, boolean]) =>
            quoted || needsQuote(text) ? `"${text.replaceAll('"', '""')}"` : text;
          const text =
            rows.map((row) => row.map(write).join(delimiter)).join(lineEnd) + (endsWithLine ? lineEnd : '');
          const found = scan(cut(Buffer.from(text), places), delimiter);
          expect(found.broken).toEqual([]);
          // the text may hold lone surrogates, which UTF-8 cannot
          const expected = rows.map((row) => row.map(([value]) => Buffer.from(value).toString()));
          expect(found.rows.map((row) => row.fields)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts physical lines, skips blank ones and keeps empty fields', () => {
    expect(scanText('a,b\n\n"x\ny",2\r\n,\nlast,')).toEqual({
      rows: [
        { line: 1, fields: ['a', 'b'] },
        { line: 3, fields: ['x\ny', '2'] },
        { line: 5, fields: ['', ''] },
        { line: 6, fields: ['last', ''] },
      ],
      broken: [],
    });
  });

  it('takes a quote inside a field for what it is', () => {
    expect(scanText('5" pipe,="6953547102608758621"\n').rows[0]!.fields).toEqual([
      '5" pipe',
      '="6953547102608758621"',
    ]);
  });

  it('rejects only the line whose quote is not closed', () => {
    const found = scanText('a,b\n1,"open\n2,x\n3,"y"\n');
    expect(found.broken).toEqual([{ line: 2, code: 'text_after_quote' }]);
    expect(found.rows.map((row) => row.line)).toEqual([1, 3, 4]);
    expect(scanText('a,b\n1,"open\n2,x\n').broken).toEqual([{ line: 2, code: 'quote_not_closed' }]);
    expect(scanText('a,b\n1,"open\n2,x\n').rows.map((row) => row.line)).toEqual([1, 3]);
  });

  it('rejects a quote that swallows a megabyte of lines after one line', () => {
    const lines = `2,x\n`.repeat(MAX_RECORD_BYTES / 2);
    const found = scan(cut(Buffer.from(`a,b\n1,"open\n${lines}`), [300_000, 600_000, 900_000, 1_500_000]));
    expect(found.broken).toEqual([{ line: 2, code: 'quote_not_closed' }]);
    expect(found.rows).toHaveLength(1 + MAX_RECORD_BYTES / 2);
  });

  it('skips an endless line without keeping it and reads on after it', () => {
    const scanned: number[] = [];
    const broken: string[] = [];
    const scanner = createCsvScanner(44, {
      onRow: (row) => scanned.push(row.line),
      onBroken: (line, code) => broken.push(`${line} ${code}`),
    });
    scanner.push(Buffer.from('a,b\n'));
    const part = Buffer.alloc(1 << 20, 'x');
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 50; i++) scanner.push(part);
    expect(process.memoryUsage().rss - before).toBeLessThan(40 << 20);
    scanner.push(Buffer.from('\n1,2\n'));
    scanner.end();
    expect(broken).toEqual(['2 line_too_long']);
    expect(scanned).toEqual([1, 3]);
  });

  it('rejects lines with NUL bytes or broken UTF-8 and no others', () => {
    const found = scan([
      Buffer.concat([Buffer.from('a,b\n1,\0\n红,1\n2,'), Buffer.from([0xe7, 0xba]), Buffer.from('\n3,4\n')]),
    ]);
    expect(found.broken).toEqual([
      { line: 2, code: 'nul_byte' },
      { line: 4, code: 'bad_encoding' },
    ]);
    expect(found.rows.map((row) => row.fields[0])).toEqual(['a', '红', '3']);
  });
});

async function decode(chunks: Buffer[]): Promise<{ bytes: Buffer; encoding: Encoding | undefined }> {
  let encoding: Encoding | undefined;
  const parts: Buffer[] = [];
  async function* source() {
    yield* chunks;
  }
  for await (const part of decodeToUtf8(source(), (decided) => (encoding = decided)))
    parts.push(Buffer.from(part));
  return { bytes: Buffer.concat(parts), encoding };
}

describe('the encoding', () => {
  const text = '订单号,商品\n1,花西子蜜粉\n2,ASCII\n3,镕堃\n';

  it('is GB18030 when it is not UTF-8, wherever the chunks are cut', async () => {
    const bytes = encodeGb18030(text);
    for (let at = 0; at <= bytes.length; at++) {
      const found = await decode(cut(bytes, [at]));
      expect(found.encoding).toBe('gb18030');
      expect(found.bytes.toString()).toBe(text);
    }
  });

  it('is UTF-8 with or without a byte-order mark, which is dropped', async () => {
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`)]) {
      for (let at = 0; at <= bytes.length; at++) {
        const found = await decode(cut(bytes, [at]));
        expect(found.encoding).toBe('utf-8');
        expect(found.bytes.toString()).toBe(text);
      }
    }
  });

  it('is decided by the first line that is not ASCII, however late it comes', async () => {
    const ascii = Buffer.from('a,b\n'.repeat(200_000));
    const found = await decode([
      ascii.subarray(0, 400_001),
      ascii.subarray(400_001),
      encodeGb18030('1,红色\n'),
    ]);
    expect(found.encoding).toBe('gb18030');
    expect(found.bytes.subarray(-9).toString()).toBe('1,红色\n');
  });

  it('rejects a UTF-8 line in a GB18030 file and a GB18030 line in a UTF-8 file, and only those', async () => {
    const inGb = await decode([
      Buffer.concat([encodeGb18030(text), Buffer.from('4,花西子\n'), encodeGb18030('5,红色\n')]),
    ]);
    const gbRows = scan([inGb.bytes]);
    expect(gbRows.broken).toEqual([{ line: 5, code: 'mixed_encoding' }]);
    expect(gbRows.rows.at(-1)!.fields).toEqual(['5', '红色']);
    const inUtf8 = await decode([
      Buffer.concat([Buffer.from(text), encodeGb18030('4,花西子\n'), Buffer.from('5,红色\n')]),
    ]);
    expect(inUtf8.encoding).toBe('utf-8');
    expect(scan([inUtf8.bytes]).broken).toEqual([{ line: 5, code: 'bad_encoding' }]);
  });
});
