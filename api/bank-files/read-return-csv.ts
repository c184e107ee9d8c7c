import { DomainError } from '../domain/error.ts';
import type { ReturnOutcome, ReturnProblem, ReturnRow } from '../domain/payments/match-return.ts';
import { readYuanText } from '../domain/payments/yuan-text.ts';
import { parseCsv, unguardCell } from './csv-text.ts';
import { decodeText, type TextEncoding } from './decode-text.ts';
import { readDay } from './read-day.ts';

/** One line of a bank's table: of a CSV, or of a sheet. */
export interface TableRecord {
  line: number;
  cells: readonly string[];
  /** Cells whose text must not be believed, by place: a sheet's formulas, errors and long numbers. */
  faults?: ReadonlyMap<number, CellFault>;
  /** Numbers of a sheet that may be dates, read as such. */
  days?: ReadonlyMap<number, string>;
}
export type CellFault = 'formula_cell' | 'error_cell' | 'number_too_long';

/** How one bank's answer is read; kept as data and edited by finance. Columns are named by their headers. */
export interface ReturnMapping {
  encoding: TextEncoding | 'auto';
  separator: ',' | ';' | '\t' | '|';
  columns: {
    endToEndId: string;
    status: string;
    reason: string | null;
    paidOn: string | null;
    bankReference: string | null;
    amountYuan: string | null;
  };
  /** The bank's status words; one that is in no list is reported, never guessed. */
  words: Record<ReturnOutcome, readonly string[]>;
}

/**
 * Rows of a bank's CSV. Lines above the header (titles, dates) are passed over. Refused: `return_column_missing` naming the
 * headers, `return_encoding`, `csv_quote`, `csv_too_large`. A row that cannot be taken is a problem with its line.
 */
export function readReturnCsv(
  bytes: Buffer,
  mapping: ReturnMapping,
): { rows: ReturnRow[]; problems: ReturnProblem[] } {
  return readReturnTable(parseCsv(decodeText(bytes, mapping.encoding), mapping.separator, LIMITS), mapping);
}

/** The same of a table that was cut into cells already; `where` says what to look at when its header is not there. */
export function readReturnTable(
  records: readonly TableRecord[],
  mapping: ReturnMapping,
  where = 'this file',
): { rows: ReturnRow[]; problems: ReturnProblem[] } {
  const { place, header } = findHeader(records, mapping, where);
  const outcomes = new Map(
    (['paid', 'failed', 'unknown'] as const).flatMap((outcome) =>
      mapping.words[outcome].map((word) => [word.trim(), outcome] as const),
    ),
  );
  const rows: ReturnRow[] = [];
  const problems: ReturnProblem[] = [];
  for (const record of records.slice(place + 1)) {
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    const read = readRow(record, mapping, header, outcomes);
    if ('code' in read) problems.push(read);
    else rows.push(read);
  }
  return { rows, problems };
}

/** Complaints about a mapping a person wrote, by path (`words.failed`); empty when it can be kept. */
export function checkReturnMapping({ columns, words }: ReturnMapping): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const field of ['endToEndId', 'status'] as const)
    if (columns[field].trim() === '') errors[`columns.${field}`] = 'name the header of this column';
  const headers = Object.values(columns).filter((header) => header !== null);
  for (const [field, header] of Object.entries(columns))
    if (header !== null && headers.filter((other) => other.trim() === header.trim()).length > 1)
      errors[`columns.${field}`] = `the column ${header} is named twice`;
  const seen = new Set<string>();
  for (const outcome of ['paid', 'failed', 'unknown'] as const)
    for (const word of words[outcome]) {
      if (word.trim() === '') errors[`words.${outcome}`] = 'a status word is empty';
      if (seen.has(word.trim())) errors[`words.${outcome}`] = `${word} already means something else`;
      seen.add(word.trim());
    }
  for (const outcome of ['paid', 'failed'] as const)
    if (words[outcome].length === 0) errors[`words.${outcome}`] = 'name at least one status word';
  return errors;
}

export const LIMITS = { maxRecords: 100_000, maxCells: 200, maxCellCharacters: 4_000 };
const HEADER_WITHIN = 30;

type Header = Map<string, number>;

function findHeader(
  records: readonly TableRecord[],
  mapping: ReturnMapping,
  where: string,
): { place: number; header: Header } {
  const wanted = Object.values(mapping.columns)
    .filter((name) => name !== null)
    .map((name) => name.trim());
  let best = wanted;
  for (const [place, { cells, line }] of records.slice(0, HEADER_WITHIN).entries()) {
    const names = cells.map(plain);
    const missing = wanted.filter((name) => !names.includes(name));
    const twice = wanted.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
    if (missing.length === 0 && twice !== undefined)
      throw new DomainError(
        'invalid',
        'return_column_twice',
        `line ${line}: the column ${twice} is there twice`,
      );
    if (missing.length === 0) return { place, header: new Map(names.map((name, at) => [name, at])) };
    if (missing.length < best.length) best = missing;
  }
  const message = `${where} has no column ${best.join(', ')}: is it the answer of this bank?`;
  throw new DomainError('invalid', 'return_column_missing', message, { details: { missing: best } });
}

function readRow(
  { cells, line, faults, days }: TableRecord,
  { columns }: ReturnMapping,
  header: Header,
  outcomes: ReadonlyMap<string, ReturnOutcome>,
): ReturnRow | ReturnProblem {
  const cell = (name: string | null): string =>
    name === null ? '' : plain(cells[header.get(name.trim())!] ?? '');
  const problem = (code: string, message: string): ReturnProblem => ({
    row: line,
    code,
    message: `line ${line}: ${message}`,
  });
  for (const name of Object.values(columns)) {
    const fault = name === null ? undefined : faults?.get(header.get(name.trim())!);
    if (fault !== undefined) return problem(fault, `${name}: ${FAULTS[fault]}`);
  }
  const endToEndId = cell(columns.endToEndId);
  const statusWord = cell(columns.status);
  const reason = cell(columns.reason);
  const paidOn = days?.get(header.get(columns.paidOn?.trim() ?? '') ?? -1) ?? cell(columns.paidOn);
  const amount = cell(columns.amountYuan);
  if (endToEndId === '') return problem('id_missing', 'no payment is named');
  const outcome = outcomes.get(statusWord);
  if (outcome === undefined)
    return problem(
      'status_word_unknown',
      `the status “${statusWord.slice(0, 40)}” is not among the bank's words`,
    );
  const day = readDay(paidOn);
  if (paidOn !== '' && day === undefined)
    return problem('day_unreadable', `“${paidOn.slice(0, 40)}” is not a day`);
  const amountFen = readYuanText(amount);
  if (amount !== '' && amountFen === undefined)
    return problem('amount_unreadable', `“${amount.slice(0, 40)}” is not an amount in yuan`);
  return {
    row: line,
    endToEndId,
    outcome,
    statusWord,
    reason: reason === '' ? null : { code: '', text: reason },
    amountFen: amountFen ?? null,
    paidOn: day ?? null,
    bankReference: cell(columns.bankReference) || null,
  };
}

const FAULTS: Record<CellFault, string> = {
  formula_cell: 'a formula stands there, which is not what the bank wrote',
  error_cell: 'the sheet shows an error there',
  number_too_long:
    'a number of more than 15 digits, whose last ones a sheet does not keep: ask for text or CSV',
};

/** What banks put around digits so that a spreadsheet keeps them: a tab, a quote, `="…"`. */
function plain(cell: string): string {
  const text = cell.trim();
  const formula = /^="(.*)"$/.exec(text);
  return (formula ? formula[1]! : unguardCell(text).replace(/^'(?=\d)/, '')).trim();
}
