import type { ReturnProblem, ReturnRow } from '../domain/payments/match-return.ts';
import { DEFAULT_LIMITS } from '../files/limits.ts';
import { readZipEntry } from '../files/zip.ts';
import { CELL_ERROR, CELL_FORMULA, CELL_NUMBER, type Row } from '../orders/reading/row.ts';
import { openWorkbook } from '../orders/reading/xlsx-book.ts';
import { createSheetScanner } from '../orders/reading/xlsx-rows.ts';
import {
  type CellFault,
  LIMITS,
  type ReturnMapping,
  readReturnTable,
  type TableRecord,
} from './read-return-csv.ts';

/**
 * Rows of the first sheet of a bank's workbook, read as orders are and judged as a CSV is. A cell that is a formula, an
 * error or a number of more than 15 digits is a problem of its row, never a figure. Refused: `return_column_missing`, `file_…`.
 */
export async function readReturnXlsx(
  path: string,
  mapping: ReturnMapping,
): Promise<{ rows: ReturnRow[]; problems: ReturnProblem[] }> {
  const book = await openWorkbook(path, DEFAULT_LIMITS);
  const records: TableRecord[] = [];
  const scanner = createSheetScanner(book, (row) => {
    if (records.length <= LIMITS.maxRecords) records.push(readRecord(row, book.is1904));
  });
  for await (const chunk of readZipEntry(path, book.sheet, { bytesRead: 0 })) scanner.push(chunk);
  scanner.end();
  return readReturnTable(records, mapping, 'the first sheet of this workbook');
}

/** A row keeps only its texts: the scanner uses its bytes again for the next one. */
function readRecord(row: Row, is1904: boolean): TableRecord {
  const faults = new Map<number, CellFault>();
  const days = new Map<number, string>();
  const cells = Array.from({ length: row.count }, (_, place) => {
    const text = row.bytes.toString('utf8', row.starts[place], row.ends[place]).trim();
    const kind = row.kinds?.[place];
    if (kind === CELL_FORMULA) faults.set(place, 'formula_cell');
    if (kind === CELL_ERROR) faults.set(place, 'error_cell');
    if (kind === CELL_NUMBER && /\d{16}|e\+/i.test(text)) faults.set(place, 'number_too_long');
    if (kind === CELL_NUMBER && /^\d{5}(\.\d+)?$/.test(text)) days.set(place, dayOfSerial(text, is1904));
    return text;
  });
  return { line: row.line, cells, faults, days };
}

/** A date as a sheet keeps it, in days since its epoch. */
const dayOfSerial = (text: string, is1904: boolean): string =>
  new Date((Math.floor(Number(text)) - (is1904 ? 24_107 : 25_569)) * 86_400_000).toISOString().slice(0, 10);
