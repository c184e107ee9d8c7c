import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../files/limits.ts';
import { recognise } from '../profiles/recognise.ts';
import { planOfProfile } from '../reading-rules.ts';
import { openOrderFile } from './order-file.ts';
import { readOrders } from './read-orders.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'faircast-xlsx-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const HEADER = ['订单编号', '总金额', '买家实际支付金额', '订单创建时间', '订单付款时间', '退款金额'];
type Cell = string | number | Date | null;

/** A workbook of hand-written parts, so that every kind of cell can be in it. */
async function writeBook(
  rows: string,
  more: { shared?: string; styles?: string; name?: string } = {},
): Promise<string> {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`;
  const parts: [string, string][] = [
    ['[Content_Types].xml', '<Types/>'],
    ['xl/workbook.xml', '<workbook><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>'],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
    ],
    ['xl/sharedStrings.xml', `<sst>${more.shared ?? ''}</sst>`],
    [
      'xl/styles.xml',
      more.styles ?? '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    ],
    ['xl/worksheets/sheet1.xml', `<worksheet><sheetData>${rows}</sheetData></worksheet>`],
  ];
  const file = path.join(dir, more.name ?? 'book.xlsx');
  await writeFile(file, zip(parts.map(([name, text]) => ({ name, bytes: Buffer.from(text) }))));
  return file;
}

function zip(entries: { name: string; bytes: Buffer; claimed?: number }[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claimed = bytes.length } of entries) {
    const packed = deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(claimed, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, table, end]);
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const headerRow = `<row r="1">${HEADER.map(text).join('')}</row>`;
const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;
const TIME = text('2020-02-20 23:00:00');

async function read(file: string) {
  const opened = await openOrderFile(file, DEFAULT_LIMITS);
  const profile = recognise(opened.header);
  const reading = readOrders(opened, {
    plan: planOfProfile(profile!, opened.header),
    importId: 1,
    known: { anchors: new Map(), products: new Map(), streams: [] },
    progress: { bytesRead: 0 },
    watchDuplicates: false,
  });
  const chunks: Buffer[] = [];
  for await (const chunk of reading.bytes) chunks.push(chunk);
  return { ...reading.summary, bytes: Buffer.concat(chunks) };
}

describe('a spreadsheet', () => {
  it('written by another program reads like the same rows as CSV', async () => {
    const rows: Cell[][] = [
      ['6953547102608758621', '1,178.80', '19.9', '2020-02-21 00:00:00', '2020-02-21 00:01:00', '-'],
      ['6953547102608758622', 19.9, 0.1, '2020-02-21 00:00:00', null, 0],
      ['a & <b> "c" 红😀', 1, 1, '2020-02-21 00:00:00', null, 0],
    ];
    const xlsx = path.join(dir, 'twin.xlsx');
    await writeFile(xlsx, await writeXlsx({ sheets: [{ name: '订单', rows: [HEADER, ...rows] }] }));
    const csv = path.join(dir, 'twin.csv');
    const field = (cell: Cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`;
    await writeFile(csv, [HEADER, ...rows].map((cells) => cells.map(field).join(',')).join('\n'));
    const fromXlsx = await read(xlsx);
    expect(fromXlsx.rejects).toEqual([]);
    expect(fromXlsx.accepted).toBe(3);
    expect(fromXlsx.bytes.equals((await read(csv)).bytes)).toBe(true);
  });

  it('rejects ids that were kept as numbers and have lost digits, and takes short ones', async () => {
    const cells = (id: string) => row(id, text('1'), text('1'), TIME, TIME, text('0'));
    const found = await read(
      await writeBook(
        headerRow +
          cells('<c><v>6953547102608758621</v></c>') +
          cells('<c><v>6.9535471026087586E+18</v></c>') +
          cells('<c><v>123456789012345</v></c>'),
      ),
    );
    expect(found.accepted).toBe(1);
    expect(found.rejects.map(({ line, columnName, code }) => [line, columnName, code])).toEqual([
      [2, '订单编号', 'number_id'],
      [3, '订单编号', 'number_id'],
    ]);
  });

  it('rejects formulas and errors where their value would be used', async () => {
    const cells = (paid: string) => row(text('1'), text('1'), paid, TIME, TIME, text('0'));
    const found = await read(
      await writeBook(
        headerRow +
          cells('<c><f>B2*2</f><v>2</v></c>') +
          cells('<c><f>B2*2</f></c>') +
          cells('<c t="e"><v>#N/A</v></c>'),
      ),
    );
    expect(found.rejects.map(({ line, code }) => [line, code])).toEqual([
      [2, 'formula_cell'],
      [3, 'formula_cell'],
      [4, 'error_cell'],
    ]);
  });

  it('reads shared and rich texts, day numbers, gaps between cells and rows, and noise of doubles', async () => {
    const shared =
      '<si><t>100</t></si><si><r><t>10</t></r><r><t xml:space="preserve">1</t></r><rPh><t>x</t></rPh></si>';
    const cells = `<row r="5"><c r="A5" t="s"><v>1</v></c><c r="C5"><v>19.899999999999999</v></c><c r="D5"><v>43882.5</v></c></row><row r="6"/><row r="7"><c r="A7" t="s"><v>0</v></c><c r="C7"><v>0.30000000000000004</v></c><c r="D7"><v>43882</v></c></row>`;
    const found = await read(await writeBook(headerRow + cells, { shared }));
    expect(found.rejects).toEqual([]);
    expect(found).toMatchObject({ accepted: 2, paidFen: 1990 + 30 });
  });

  it('that ends too early, is damaged or is another archive is refused whole', async () => {
    const file = await writeBook(headerRow + row(text('1'), text('1'), text('1'), TIME, TIME, text('0')));
    const bytes = await import('node:fs/promises').then((fs) => fs.readFile(file));
    const refusal = async (content: Buffer) => {
      const cut = path.join(dir, 'cut.xlsx');
      await writeFile(cut, content);
      return read(cut).then(
        () => 'read',
        (error) => error.code,
      );
    };
    for (const length of [5, 30, 500, bytes.length - 30, bytes.length - 1]) {
      expect(await refusal(bytes.subarray(0, length))).toBe('file_truncated');
    }
    const damaged = Buffer.from(bytes);
    damaged.fill(0x55, bytes.indexOf('sheet1.xml') + 12, bytes.indexOf('sheet1.xml') + 60);
    expect(await refusal(damaged)).toMatch(/file_(damaged|truncated)/);
    expect(await refusal(zip([{ name: 'a.txt', bytes: Buffer.from('x') }]))).toBe('file_wrong_kind');
  });

  it('that explodes is refused by its table of contents, and one that lies there is stopped', async () => {
    const file = path.join(dir, 'bomb.xlsx');
    await writeFile(file, zip([{ name: 'xl/workbook.xml', bytes: Buffer.alloc(40 << 20, 'a') }]));
    await expect(read(file)).rejects.toMatchObject({ code: 'file_bomb' });
    await writeFile(
      file,
      zip([{ name: 'xl/workbook.xml', bytes: Buffer.alloc(40 << 20, 'a'), claimed: 1000 }]),
    );
    await expect(read(file)).rejects.toMatchObject({ code: 'file_bomb' });
  });
});
