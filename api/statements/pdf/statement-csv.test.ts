import { describe, expect, test } from 'vitest';
import { addFen, fen, formatYuan } from '../../domain/money.ts';
import { seePdf } from '../../pdf/pdfjs.testing.ts';
import { renderStatement, statementFonts } from './render-statement.ts';
import { sampleStatement } from './sample-statement.ts';
import { writeStatementCsv } from './statement-csv.ts';

const document = sampleStatement(7, { rows: 12, reversals: 3, openingFen: 0 });

describe('the lines attached to a statement', () => {
  test('are inside the PDF as a CSV, whole', async () => {
    const seen = await seePdf(renderStatement(document, statementFonts()).pdf);
    const [file, ...more] = await seen.attachments();
    expect(more).toEqual([]);
    expect(file!.filename).toBe(`${document.no}.csv`);
    expect(file!.content.equals(writeStatementCsv(document))).toBe(true);
  });

  test('are a row for each product and reversal, whose amounts add up to the statement’s', () => {
    const [head, ...rows] = readRows(document);
    expect(rows.map(([kind]) => kind)).toEqual([...Array(12).fill('明细'), ...Array(3).fill('冲销')]);
    expect(rows.every((row) => row.length === head!.length)).toBe(true);
    const at = head!.indexOf('金额');
    const fenOf = (row: string[]) => fen(Math.round(Number(row[at]) * 100));
    const { earnedFen, reversedFen } = document.summary;
    expect(addFen(...rows.map(fenOf))).toBe(addFen(earnedFen, reversedFen));
  });

  test('hold other pay and deductions too, with their reason', () => {
    const row = readRows({
      ...document,
      entries: [
        {
          kind: 'base_pay',
          concernsMonth: '2026-05',
          amountFen: fen(300_000),
          explanation: { zh: '底薪三千', en: '' },
        },
      ],
    }).at(-1)!;
    expect(row).toEqual(expect.arrayContaining(['其他', '底薪', '3000.00', '2026-05', '底薪三千']));
  });

  test('never start a formula with a name', () => {
    const spoilt = structuredClone(document);
    spoilt.streams[0]!.products[0]!.name = '=HYPERLINK("http://x")';
    spoilt.streams[0]!.title = '＠专场';
    const text = writeStatementCsv(spoilt).toString('utf8');
    expect(text).toContain(`,"'=HYPERLINK(""http://x"")",`);
    expect(text).toContain(",'＠专场,");
    expect(formatYuan(document.reversals[0]!.amountFen)).toMatch(/^-/);
    expect(text).toContain(`,${formatYuan(document.reversals[0]!.amountFen)},`);
  });
});

const readRows = (of: typeof document): string[][] =>
  writeStatementCsv(of)
    .toString('utf8')
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
