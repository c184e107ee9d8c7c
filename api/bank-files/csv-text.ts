import { DomainError } from '../domain/error.ts';

/** One record of a CSV and the line of the file it begins on, from 1. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

export interface CsvLimits {
  maxRecords: number;
  maxCells: number;
  maxCellCharacters: number;
}

/** A spreadsheet takes these for the start of a formula, the full-width ones too in some languages. */
const LIVE = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** One cell that no spreadsheet runs: `=1+1` → `'=1+1`. Reversible by `unguardCell`. */
export const guardCell = (text: string): string => (LIVE.test(text) ? `'${text}` : text);

/** The cell as it was before it was guarded. */
export const unguardCell = (text: string): string =>
  text.startsWith("'") && LIVE.test(text.slice(1)) ? text.slice(1) : text;

/** A record after RFC 4180, every cell guarded, closed by CR LF. */
export function formatCsvRecord(cells: readonly string[]): string {
  const quoted = cells.map(guardCell).map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? quote(cell) : cell));
  return `${quoted.join(',')}\r\n`;
}

/**
 * Records of a CSV after RFC 4180, blank lines left out. Refused: `csv_quote` (a quote that is never closed, or text after
 * one), `csv_too_large` (over a limit), each naming the line.
 */
export function parseCsv(text: string, separator: string, limits: CsvLimits): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const record: CsvRecord = { line, cells: [] };
    for (;;) {
      const cell = readCell(text, at, separator, line, limits);
      record.cells.push(cell.text);
      line += cell.lineBreaks;
      at = cell.end;
      if (record.cells.length > limits.maxCells)
        throw refuse('csv_too_large', record.line, `more than ${limits.maxCells} cells`);
      if (text[at] !== separator) break;
      at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    if (record.cells.length > 1 || record.cells[0] !== '') records.push(record);
    if (records.length > limits.maxRecords)
      throw refuse('csv_too_large', record.line, `more than ${limits.maxRecords} lines`);
  }
  return records;
}

interface Cell {
  text: string;
  /** Place of the separator, line break or end of the text behind it. */
  end: number;
  lineBreaks: number;
}

function readCell(text: string, start: number, separator: string, line: number, limits: CsvLimits): Cell {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && !isEnd(text[end]!, separator)) end++;
    if (end - start > limits.maxCellCharacters)
      throw refuse('csv_too_large', line, `a cell of more than ${limits.maxCellCharacters} characters`);
    return { text: text.slice(start, end), end, lineBreaks: 0 };
  }
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) throw refuse('csv_quote', line, 'a quote that is never closed');
  const end = close + 1;
  if (end < text.length && !isEnd(text[end]!, separator))
    throw refuse('csv_quote', line, 'text after a quote');
  if (end - start > limits.maxCellCharacters)
    throw refuse('csv_too_large', line, `a cell of more than ${limits.maxCellCharacters} characters`);
  const inside = text.slice(start + 1, close).replaceAll('""', '"');
  return { text: inside, end, lineBreaks: inside.match(/\r\n?|\n/g)?.length ?? 0 };
}

const isEnd = (character: string, separator: string): boolean =>
  character === separator || character === '\n' || character === '\r';

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const refuse = (code: string, line: number, what: string): DomainError =>
  new DomainError('invalid', code, `line ${line}: ${what}`, { details: { line } });
