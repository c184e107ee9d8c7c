import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReturnFile } from './read-return.ts';
import type { ReturnMapping } from './read-return-csv.ts';

const mapping: ReturnMapping = {
  encoding: 'auto',
  separator: ',',
  columns: {
    endToEndId: '业务编号',
    status: '处理结果',
    reason: '原因',
    paidOn: '日期',
    bankReference: '流水号',
    amountYuan: '金额',
  },
  words: { paid: ['成功'], failed: ['失败'], unknown: ['处理中'] },
};
const HEADER = ['业务编号', '处理结果', '原因', '日期', '流水号', '金额'];
type Cell = string | number | Date | null;

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'faircast-return-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function keep(bytes: Uint8Array, name = '回单.xlsx'): Promise<string> {
  const file = path.join(dir, name);
  await writeFile(file, bytes);
  return file;
}
const book = (...sheets: { name: string; rows: Cell[][]; cells?: Map<string, object> }[]) =>
  writeXlsx({ sheets } as never);
const read = async (bytes: Uint8Array) => readReturnFile(await keep(bytes), mapping);
const refusalOf = (bytes: Uint8Array) =>
  read(bytes).then(
    () => 'taken',
    (error: { code: string }) => error.code,
  );

describe('a workbook a bank sent back', () => {
  it('is read like a CSV: titles above the header, amounts as numbers, days as dates, ids as text', async () => {
    const { format, rows, problems } = await read(
      await book({
        name: '结果',
        rows: [
          ['代发结果', null, null, null, null, null],
          HEADER,
          ['PO1A1', '成功', null, new Date(Date.UTC(2026, 6, 8)), '0012', 1234.5],
          ['PO2A1', '失败', '户名不符', '2026/7/9', null, '5.00'],
          ['PO3A1', '处理中', null, 20260710, null, 0.1 + 0.2],
        ],
      }),
    );
    expect({ format, problems }).toEqual({ format: 'xlsx', problems: [] });
    expect(rows.map(({ row, outcome, paidOn, amountFen }) => [row, outcome, paidOn, amountFen])).toEqual([
      [3, 'paid', '2026-07-08', 123_450],
      [4, 'failed', '2026-07-09', 500],
      [5, 'unknown', '2026-07-10', 30],
    ]);
    expect(rows[0]).toMatchObject({ endToEndId: 'PO1A1', bankReference: '0012' });
  });

  it('takes no formula and no number that lost its last digits: the row says so', async () => {
    const { rows, problems } = await read(
      await book({
        name: '结果',
        rows: [
          HEADER,
          ['PO1A1', '成功', null, null, null, null],
          ['PO2A1', '成功', null, null, 6.2220202e18, 5],
          ['PO3A1', '成功', null, null, 'LS3', 5],
        ],
        cells: new Map([['1,5', { formula: '1000+234', value: 1234 }]]),
      }),
    );
    expect(rows.map(({ endToEndId }) => endToEndId)).toEqual(['PO3A1']);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'formula_cell'],
      [3, 'number_too_long'],
    ]);
    expect(problems[0]?.message).toContain('金额');
  });

  it('is refused when its table is not on the first sheet, naming the columns that are not there', async () => {
    const sheets = await book(
      { name: '封面', rows: [['本次代发 1 笔', '说明']] },
      { name: '结果', rows: [HEADER, ['PO1A1', '成功', null, null, null, 5]] },
    );
    await expect(read(sheets)).rejects.toMatchObject({
      code: 'return_column_missing',
      message: expect.stringContaining('first sheet'),
      details: { missing: expect.arrayContaining(['业务编号', '处理结果']) },
    });
  });

  it('is refused when the archive is broken, is no workbook, or is an old .xls', async () => {
    const whole = await book({ name: '结果', rows: [HEADER, ['PO1A1', '成功', null, null, null, 5]] });
    expect(await refusalOf(whole.subarray(0, Math.floor(whole.length / 2)))).toMatch(
      /^file_(damaged|truncated)$/,
    );
    const torn = Buffer.from(whole);
    torn.fill(0xff, 60, Math.floor(torn.length / 2));
    expect(await refusalOf(torn)).toMatch(/^file_/);
    expect(await refusalOf(Buffer.from('504b0506000000000000000000000000000000000000', 'hex'))).not.toBe(
      'taken',
    );
    expect(await refusalOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('file_wrong_kind');
  });

  it('is not read before somebody said which columns mean what', async () => {
    const file = await keep(await book({ name: '结果', rows: [HEADER] }));
    await expect(readReturnFile(file, null)).rejects.toMatchObject({ code: 'return_mapping_missing' });
  });
});
