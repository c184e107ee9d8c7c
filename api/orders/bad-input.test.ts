import { readFile, truncate } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../files/limits.ts';
import { createImportScene, fixture, type ImportScene } from './import-scene.testing.ts';

let scene: ImportScene;
beforeAll(async () => {
  scene = await createImportScene();
});
beforeEach(() => scene.clear());
afterAll(() => scene.close());

const HEADER = '订单编号,总金额,买家实际支付金额,订单创建时间,订单付款时间,退款金额';
const LINE = ',1.00,1.00,2020-02-20 23:00:00,,0';

/** The refusal's code; nothing of the file may be in afterwards. */
async function refusal(content: string | Buffer, name = 'orders.csv', more = {}): Promise<string> {
  const file = await scene.write(name, content);
  const code = await scene.importFile(file, more).then(
    () => 'imported',
    (error) => error.code ?? String(error),
  );
  expect(await scene.lines()).toEqual([]);
  return code;
}

describe('a file that is no order file is refused whole, with a reason', () => {
  it.each([
    ['an empty file', '', 'file_empty'],
    ['blank lines', '\n\n\n', 'file_no_table'],
    ['a byte-order mark alone', '\ufeff', 'file_empty'],
    ['prose', 'Dear Sir or Madam\nplease find attached', 'file_no_table'],
    ['another table', 'name,age\nA,1', 'file_unknown'],
    ['a PDF', '%PDF-1.7\n…', 'file_wrong_kind'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'file_wrong_kind'],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'file_wrong_kind'],
    ['UTF-16', Buffer.from(`\ufeff${HEADER}\n1${LINE}`, 'utf16le'), 'file_wrong_kind'],
    ['NUL bytes in the header', `订单编号,\0总金额\n`, 'file_wrong_kind'],
    ['a needed header that stands twice', `${HEADER},退款金额\n1${LINE},0`, 'file_duplicate_header'],
    [
      'a header with a column missing',
      `${HEADER.replace(',退款金额', '')}\n1,1,1,2020-02-20 23:00:00,`,
      'file_unknown',
    ],
    ['half a gzip header', Buffer.from([0x1f, 0x8b, 8]), 'file_truncated'],
  ])('%s', async (_, content, code) => {
    expect(await refusal(content)).toBe(code);
  });

  it('an unknown file says which known one it resembles and what it lacks', async () => {
    const file = await scene.write('x.csv', `${HEADER.replace(',退款金额', '')}\n`);
    await expect(scene.importFile(file)).rejects.toMatchObject({
      details: { nearest: { profile: 'tmall-orders', missing: ['退款金额'] } },
    });
  });

  it('a file that is not there', async () => {
    await expect(scene.importFile('/nowhere/orders.csv')).rejects.toMatchObject({ code: 'file_missing' });
  });

  it('a gzip that ends too early or is damaged takes back the lines that were read', async () => {
    const text = `${HEADER}\n${Array.from({ length: 50_000 }, (_, i) => `${i * 7919}${LINE}`).join('\n')}`;
    const packed = gzipSync(text);
    expect(await refusal(packed.subarray(0, packed.length - 100), 'a.csv.gz')).toBe('file_truncated');
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, packed.length - 3000, packed.length - 2000);
    expect(await refusal(damaged, 'b.csv.gz')).toBe('file_damaged');
    const [row] = await scene.ownerDb
      .selectFrom('order_import')
      .select(['status', 'failure'])
      .orderBy('id', 'desc')
      .execute();
    expect(row).toMatchObject({ status: 'failed', failure: expect.stringContaining('file_damaged') });
    expect((await scene.importFile(await scene.write('c.csv.gz', packed))).stored).toBe(50_000);
  });

  it('a gzip bomb is stopped', async () => {
    const packed = gzipSync(Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.alloc(60 << 20, '1\n')]));
    expect(await refusal(packed, 'bomb.csv.gz')).toBe('file_bomb');
  });

  it('a file over the limit is refused before it is read, and a small one that unpacks to more while it is', async () => {
    const file = await scene.write('huge.csv', `${HEADER}\n`);
    await truncate(file, 2_000_000_000);
    await expect(scene.importFile(file)).rejects.toMatchObject({ code: 'file_too_large' });
    const limits = { ...DEFAULT_LIMITS, maxBytes: 100_000 };
    const packed = gzipSync(`${HEADER}\n${`1${LINE}\n`.repeat(5000)}`);
    expect(await refusal(packed, 'big.csv.gz', { limits })).toBe('file_too_large');
  });
});

describe('lines that cannot be read are rejected one by one', () => {
  async function rejects(content: string | Buffer) {
    const result = await scene.importFile(await scene.write('orders.csv', content));
    expect(result.lines).toBe(result.stored + result.rejected);
    return { stored: result.stored, rejects: result.rejects.map(({ line, code }) => `${line} ${code}`) };
  }

  it('a shifted column', async () => {
    expect(await rejects(`${HEADER}\n1${LINE}\n2,x${LINE}\n3,1.00\n4${LINE}`)).toEqual({
      stored: 2,
      rejects: ['3 field_count', '4 field_count'],
    });
  });

  it('NUL bytes, broken characters, an open quote', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}\n1\0${LINE}\n2${LINE}\n`),
      Buffer.from([0x33, 0xff, 0xfe]),
      Buffer.from(`${LINE}\n"4${LINE}\n5${LINE}\n`),
    ]);
    expect(await rejects(bytes)).toEqual({
      stored: 2,
      rejects: ['2 nul_byte', '4 bad_encoding', '5 quote_not_closed'],
    });
  });

  it('an id that a spreadsheet turned into a number', async () => {
    expect(
      await rejects(
        `${HEADER}\n6.95355E+18${LINE}\n="6953547102608758621"${LINE}\n'6953547102608758622${LINE}`,
      ),
    ).toEqual({
      stored: 2,
      rejects: ['2 number_id'],
    });
    expect((await scene.lines()).map((line) => line.order_no)).toEqual([
      '6953547102608758621',
      '6953547102608758622',
    ]);
  });

  it('a formula where an amount should be, an id that is too long', async () => {
    expect(await rejects(`${HEADER}\n1,1.00,=1+1,2020-02-20 23:00:00,,0\n${'9'.repeat(201)}${LINE}`)).toEqual(
      {
        stored: 0,
        rejects: ['2 bad_amount', '3 id_too_long'],
      },
    );
  });

  it('a single line of 50 MB, without the memory for it', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}\n1${LINE}\n`),
      Buffer.alloc(50 << 20, 'x'),
      Buffer.from(`\n2${LINE}\n`),
    ]);
    const file = await scene.write('wide.csv', bytes);
    const before = process.memoryUsage().rss;
    const result = await scene.importFile(file);
    expect(result).toMatchObject({ stored: 2, rejected: 1, rejects: [{ line: 3, code: 'line_too_long' }] });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 << 20);
  });

  it('more lines than an id has room for refuse the file', async () => {
    const blank = Buffer.alloc(16_777_300, '\n');
    const file = await scene.write(
      'long.csv',
      Buffer.concat([Buffer.from(HEADER), blank, Buffer.from(`1${LINE}`)]),
    );
    await expect(scene.importFile(file)).rejects.toMatchObject({ code: 'file_too_many_lines' });
  });
});

describe('the way to the table', () => {
  it('is closed to reading: the app may copy into a partition and read it through the parent alone', async () => {
    await scene.importFile(fixture('tmall-orders'));
    await expect(sql`select 1 from order_line_tmall`.execute(scene.db)).rejects.toThrow('permission denied');
    const { rows } = await sql<{ n: number }>`select count(*) as n from order_line`.execute(scene.db);
    expect(rows[0]!.n).toBe(0); // nobody in particular sees nothing
  });

  it('keeps the file byte for byte as it came', async () => {
    const packed = gzipSync(await readFile(fixture('tmall-orders')));
    await scene.importFile(await scene.write('t.csv.gz', packed));
    const { sha256 } = await scene.ownerDb
      .selectFrom('order_file')
      .select('sha256')
      .executeTakeFirstOrThrow();
    const kept = await readFile(`${scene.dataDir}/files/${sha256.slice(0, 2)}/${sha256}`);
    expect(kept.equals(packed)).toBe(true);
  });
});
