import type { ByteProgress } from '../../files/bomb.ts';
import type { ReadLimits } from '../../files/limits.ts';
import { refuseFile } from '../../files/refusal.ts';
import { readZipEntry } from '../../files/zip.ts';
import { detectFileKind, type FileKind, readBytes } from './byte-source.ts';
import { createCsvScanner } from './csv-scanner.ts';
import { decodeToUtf8, type Encoding } from './encoding.ts';
import { type Header, readHeader } from './header.ts';
import { MAX_COLUMNS, type Row, type RowSink } from './row.ts';
import { openWorkbook, type Workbook } from './xlsx-book.ts';
import { createSheetScanner } from './xlsx-rows.ts';

/** A file whose kind, encoding, delimiter and header are known; its rows can be read as often as needed. */
export interface OrderFile {
  path: string;
  kind: FileKind;
  sizeBytes: number;
  /** null for a spreadsheet. */
  encoding: Encoding | null;
  delimiter: ',' | '\t' | ';' | null;
  header: Header;
  /** Line the header stands on; rows begin after it. */
  headerLine: number;
  /** The first rows as text, for a preview. */
  sampleRows: string[][];
  workbook: Workbook | undefined;
  limits: ReadLimits;
}

const SAMPLE_ROWS = 20;
/** A header must come early; a first line longer than this is no table. */
const HEAD_BYTES = 1 << 20;

/** Looks at the beginning of a file; refuses (DomainError) what cannot be an order file. */
export async function openOrderFile(path: string, limits: ReadLimits): Promise<OrderFile> {
  const { kind, sizeBytes } = await detectFileKind(path, limits);
  const workbook = kind === 'xlsx' ? await openWorkbook(path, limits) : undefined;
  const base = { path, kind, sizeBytes, workbook, limits };
  const head = workbook === undefined ? await peekCsv(base) : await peekSheet(workbook);
  const [first, ...others] = head.rows;
  if (first === undefined || first.values.filter((name) => name.trim() !== '').length < 2) {
    throw refuseFile('file_no_table', 'The file has no header line with at least two columns.');
  }
  return {
    ...base,
    encoding: head.encoding,
    delimiter: head.delimiter,
    header: readHeader(first.values, others[0]?.values),
    headerLine: first.line,
    sampleRows: others.map((row) => row.values),
  };
}

/**
 * Reads the rows after the header in order. Yields after every chunk, so that the reader can hand on what it wrote
 * and wait until the database has taken it.
 */
export async function* readRows(
  file: OrderFile,
  sink: RowSink,
  progress: ByteProgress,
  signal?: AbortSignal,
): AsyncGenerator<void> {
  const afterHeader = (row: Row) => {
    if (row.line > file.headerLine) sink.onRow(row);
  };
  if (file.workbook !== undefined) {
    const width = file.header.names.length;
    const scanner = createSheetScanner(file.workbook, (row) => {
      // a sheet leaves out empty cells at the end of a row
      if (row.count < width) row.count = width;
      afterHeader(row);
    });
    for await (const chunk of readZipEntry(file.path, file.workbook.sheet, progress, signal)) {
      scanner.push(chunk);
      yield;
    }
    return scanner.end();
  }
  const scanner = createCsvScanner(file.delimiter!.charCodeAt(0), {
    onRow: afterHeader,
    onBroken: sink.onBroken,
  });
  const bytes = readBytes(file.path, file.kind as 'csv' | 'csv.gz', file.limits, progress, signal);
  for await (const chunk of decodeToUtf8(bytes, () => {})) {
    scanner.push(chunk);
    yield;
  }
  scanner.end();
  yield;
}

export const valuesOf = (row: Row): string[] =>
  Array.from({ length: Math.min(row.count, MAX_COLUMNS) }, (_, field) =>
    row.bytes.toString('utf8', row.starts[field], row.ends[field]).trim(),
  );

interface Head {
  encoding: Encoding | null;
  delimiter: ',' | '\t' | ';' | null;
  rows: { line: number; values: string[] }[];
}

async function peekCsv(file: Pick<OrderFile, 'path' | 'kind' | 'limits'>): Promise<Head> {
  let encoding: Encoding = 'utf-8';
  const bytes = readBytes(file.path, file.kind as 'csv' | 'csv.gz', file.limits, { bytesRead: 0 });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decodeToUtf8(bytes, (decided) => (encoding = decided))) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size >= HEAD_BYTES) break;
  }
  const head = Buffer.concat(chunks);
  if (head.length === 0) throw refuseFile('file_empty', 'The file is empty.');
  const firstLine = head.subarray(0, (head.indexOf(10) + 1 || head.length + 1) - 1);
  if (firstLine.includes(0)) {
    throw refuseFile('file_wrong_kind', 'This is not a text file: its first line holds NUL bytes.');
  }
  const delimiter = findDelimiter(firstLine);
  const rows: Head['rows'] = [];
  const scanner = createCsvScanner(delimiter.charCodeAt(0), {
    onRow: (row) => {
      if (rows.length <= SAMPLE_ROWS) rows.push({ line: row.line, values: valuesOf(row) });
    },
    onBroken: () => {},
  });
  scanner.push(head);
  if (size < HEAD_BYTES) scanner.end();
  return { encoding, delimiter, rows };
}

async function peekSheet(workbook: Workbook): Promise<Head> {
  const rows: Head['rows'] = [];
  const scanner = createSheetScanner(workbook, (row) => {
    if (rows.length <= SAMPLE_ROWS) rows.push({ line: row.line, values: valuesOf(row) });
  });
  for await (const chunk of readZipEntry(workbook.path, workbook.sheet, { bytesRead: 0 })) {
    scanner.push(chunk);
    if (rows.length > SAMPLE_ROWS) break;
  }
  return { encoding: null, delimiter: null, rows };
}

/** The one of the three that separates most in the header, quotes left aside. */
function findDelimiter(firstLine: Buffer): ',' | '\t' | ';' {
  const counts = { ',': 0, '\t': 0, ';': 0 };
  let isQuoted = false;
  for (const byte of firstLine) {
    if (byte === 34) isQuoted = !isQuoted;
    else if (!isQuoted && byte === 44) counts[',']++;
    else if (!isQuoted && byte === 9) counts['\t']++;
    else if (!isQuoted && byte === 59) counts[';']++;
  }
  const names = [',', '\t', ';'] as const;
  return names.reduce((best, name) => (counts[name] > counts[best] ? name : best));
}
