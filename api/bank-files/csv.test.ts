import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentFile } from '../domain/payments/payment-file.ts';
import { readYuanText } from '../domain/payments/yuan-text.ts';
import { CSV_FIELDS, type CsvTemplate, checkCsvTemplate, HOUSE_TEMPLATE, writePaymentCsv } from './csv.ts';
import { guardCell, parseCsv, unguardCell } from './csv-text.ts';
import { anyPaymentFile, onePaymentFile } from './payment-file.testing.ts';

const LIMITS = { maxRecords: 10_000, maxCells: 100, maxCellCharacters: 1_000 };
const everyField = (encoding: CsvTemplate['encoding']): CsvTemplate => ({
  encoding,
  columns: [...CSV_FIELDS.map((field) => ({ header: field, field })), { header: '=币种', constant: '+CNY' }],
});

/** Payments as a bank reads them from the bytes. */
function readBack(bytes: Buffer, { encoding, columns }: CsvTemplate) {
  const text = new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8', { fatal: true }).decode(bytes);
  const [header, ...records] = parseCsv(text, ',', LIMITS).map(({ cells }) => cells.map(unguardCell));
  expect(header).toEqual(columns.map((column) => column.header));
  return records.map((cells) => {
    const cell = (name: string) => cells[columns.findIndex(({ header }) => header === name)]!;
    return {
      endToEndId: cell('endToEndId'),
      amountFen: readYuanText(cell('amountYuan'))!,
      creditor: {
        name: cell('creditorName'),
        account: cell('creditorAccount'),
        bankName: cell('creditorBank'),
        cnaps: cell('creditorCnaps') || null,
      },
      purpose: cell('purpose'),
    };
  });
}

describe('a CSV for the bank', () => {
  it('has the header and rows of its template, amounts with two decimals, accounts in full', () => {
    expect(writePaymentCsv(onePaymentFile(), HOUSE_TEMPLATE).toString('utf8')).toBe(
      '\ufeff序号,业务编号,收款账号,收款户名,收款银行,联行号,金额,币种,用途\r\n' +
        '1,PO000001A1,6222020200112233445,岚岚,中国工商银行,102331002022,1234.50,CNY,2026-05 分成\r\n',
    );
  });

  it('gives a thousand random files back payment by payment, in both encodings, to the fen', () => {
    const same = (file: PaymentFile, template: CsvTemplate) => {
      const bytes = writePaymentCsv(file, template);
      const items = readBack(bytes, template);
      expect(items).toEqual(file.items);
      const sum = items.reduce((total, { amountFen }) => total + amountFen, 0);
      expect(Number.isSafeInteger(sum) && sum === file.totalFen).toBe(true);
      expect(writePaymentCsv(structuredClone(file), template).equals(bytes)).toBe(true);
    };
    fc.assert(
      fc.property(anyPaymentFile(), fc.boolean(), (file, isUtf8) =>
        same(file, everyField(isUtf8 ? 'utf-8-bom' : 'gb18030')),
      ),
      { numRuns: 1_000 },
    );
  });

  it('has no cell that a spreadsheet would run', () => {
    const live = ['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\nx', '＝1', "'=1"];
    for (const text of live) {
      expect(guardCell(text)).toBe(`'${text}`);
      expect(unguardCell(guardCell(text))).toBe(text);
    }
    for (const text of ['岚岚', "O'Brien", "'a", '1-1', '']) expect(guardCell(text)).toBe(text);
    const file = onePaymentFile();
    const bytes = writePaymentCsv(
      { ...file, items: [{ ...file.items[0]!, purpose: '=HYPERLINK("x")' }] },
      {
        ...everyField('utf-8-bom'),
      },
    );
    expect(bytes.toString('utf8')).toContain(`"'=HYPERLINK(""x"")"`);
    expect(bytes.toString('utf8')).toContain(`'=币种\r\n`);
  });
});

describe('a template', () => {
  it('is complained about column by column', () => {
    expect(checkCsvTemplate(HOUSE_TEMPLATE)).toEqual({});
    const columns = [
      { header: '金额', field: 'amountYuan' as const },
      { header: '金额', constant: 'a\nb' },
      { header: ' ', constant: '' },
    ];
    expect(checkCsvTemplate({ encoding: 'gb18030', columns })).toEqual({
      columns: 'columns for endToEndId, creditorName, creditorAccount are missing',
      'columns.1.header': '金额 is the header of another column',
      'columns.1.constant': expect.stringContaining('without line breaks'),
      'columns.2.header': 'a column needs a header',
    });
  });
});

describe('reading a CSV', () => {
  it('keeps the line a record begins on, across quoted line breaks and blank lines', () => {
    expect(parseCsv('a,"b\r\nc"\r\n\r\nd\n', ',', LIMITS)).toEqual([
      { line: 1, cells: ['a', 'b\r\nc'] },
      { line: 4, cells: ['d'] },
    ]);
  });

  it.each([
    ['a\n"b', 'csv_quote', 'line 2'],
    ['"a"b\n', 'csv_quote', 'line 1'],
    [`x\n${'a'.repeat(1_001)}`, 'csv_too_large', 'line 2'],
    [`"${'a'.repeat(1_001)}"`, 'csv_too_large', 'line 1'],
    [','.repeat(100), 'csv_too_large', 'line 1'],
    ['a\n'.repeat(10_001), 'csv_too_large', 'line 10001'],
  ])('refuses what is broken or too large, with its line', (text, code, message) => {
    expect(() => parseCsv(text, ',', LIMITS)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });
});
