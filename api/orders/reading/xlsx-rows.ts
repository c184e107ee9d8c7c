import { refuseFile } from '../../files/refusal.ts';
import { decodeXmlText } from '../../files/xml-text.ts';
import {
  CELL_ERROR,
  CELL_FORMULA,
  CELL_NUMBER,
  CELL_PERCENT,
  CELL_TEXT,
  MAX_COLUMNS,
  MAX_LINES,
  MAX_RECORD_BYTES,
  type Row,
} from './row.ts';
import type { Workbook } from './xlsx-book.ts';
import { textParts } from './xlsx-shared-texts.ts';

const OPEN = 60;
const CLOSE = 62;
const SLASH = 47;
const SPACE = 32;

export interface SheetScanner {
  push(chunk: Buffer): void;
  /** Throws when the sheet stops in the middle. */
  end(): void;
}

/**
 * Reads a sheet's rows from its XML as it arrives, bytes to bytes. Cells keep what they are (text, number, percentage,
 * formula, error) so that an id kept as a number can be told from text; numbers are rewritten in their shortest form.
 */
export function createSheetScanner(book: Workbook, onRow: (row: Row) => void): SheetScanner {
  const cells = createCells();
  let rest: Buffer = Buffer.alloc(0);
  let rowNumber = 0;
  let isDone = false;

  function push(chunk: Buffer): void {
    if (isDone) return;
    const buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let done = 0;
    while (!isDone) {
      const next = nextRow(buffer, done);
      if (next === undefined) break;
      done = next;
    }
    rest = Buffer.from(buffer.subarray(done));
    if (rest.length > 4 * MAX_RECORD_BYTES) {
      throw refuseFile('file_damaged', `A row after row ${rowNumber} is far too long.`);
    }
  }

  /** Handles the next tag that matters and says where it ended; undefined when the rest of it has not come yet. */
  function nextRow(buffer: Buffer, from: number): number | undefined {
    const open = buffer.indexOf(OPEN, from);
    if (open < 0) return undefined;
    const close = buffer.indexOf(CLOSE, open);
    if (close < 0) return undefined;
    const name = localName(buffer, open + 1, close);
    if (name === '/sheetData' || (name === 'sheetData' && buffer[close - 1] === SLASH)) {
      isDone = true;
      return close + 1;
    }
    if (name !== 'row') return close + 1;
    const tag = buffer.toString('latin1', open, close);
    const isEmpty = buffer[close - 1] === SLASH;
    const stop = isEmpty ? close + 1 : endOfRow(buffer, close + 1);
    if (stop === undefined) return undefined;
    const given = /\sr="(\d+)"/.exec(tag)?.[1];
    rowNumber = given === undefined ? rowNumber + 1 : Number(given);
    if (rowNumber > MAX_LINES) throw refuseFile('file_too_many_lines', 'The sheet has too many rows.');
    if (!isEmpty) readRow(book, cells, buffer.subarray(close + 1, stop), rowNumber, onRow);
    return stop;
  }

  return {
    push,
    end() {
      if (!isDone)
        throw refuseFile('file_truncated', 'The sheet ends in the middle; download the file again.');
    },
  };
}

/** One row's cells: `Row` plus the room their bytes are written to. */
type Cells = Row & { used: number };

function createCells(): Cells {
  return {
    bytes: Buffer.alloc(1 << 16),
    starts: new Int32Array(MAX_COLUMNS),
    ends: new Int32Array(MAX_COLUMNS),
    kinds: new Uint8Array(MAX_COLUMNS),
    count: 0,
    line: 0,
    suspect: false,
    used: 0,
  };
}

function readRow(book: Workbook, cells: Cells, xml: Buffer, line: number, onRow: (row: Row) => void): void {
  cells.starts.fill(0);
  cells.ends.fill(0);
  cells.kinds!.fill(CELL_TEXT);
  cells.count = 0;
  cells.used = 0;
  cells.line = line;
  let place = 0;
  for (let at = xml.indexOf(OPEN); at >= 0; at = xml.indexOf(OPEN, at)) {
    const tagEnd = xml.indexOf(CLOSE, at);
    if (tagEnd < 0) break;
    if (localName(xml, at + 1, tagEnd) !== 'c') {
      at = tagEnd + 1;
      continue;
    }
    const tag = xml.toString('latin1', at, tagEnd);
    place = placeOfCell(tag, place);
    const isEmpty = xml[tagEnd - 1] === SLASH;
    const stop = isEmpty ? tagEnd + 1 : endOfCell(xml, tagEnd + 1);
    if (!isEmpty && place < MAX_COLUMNS) readCell(book, cells, place, tag, xml.subarray(tagEnd + 1, stop));
    place++;
    at = stop;
  }
  if (cells.count > 0) onRow(cells);
}

function readCell(book: Workbook, cells: Cells, place: number, tag: string, body: Buffer): void {
  const type = /\st="(\w+)"/.exec(tag)?.[1] ?? 'n';
  let value: Buffer | undefined;
  let kind = CELL_TEXT;
  if (type === 'inlineStr') value = Buffer.concat(textParts(body));
  else {
    const raw = storedValue(body);
    if (raw === undefined && !isFormula(body)) return;
    value = raw ?? Buffer.alloc(0);
    if (type === 's') value = sharedText(book, value);
    else if (type === 'e') kind = CELL_ERROR;
    else if (type === 'b') value = Buffer.from(value[0] === 49 ? 'TRUE' : 'FALSE');
    else if (type === 'str' || type === 'd') value = decodeXmlText(value);
    else {
      value = shortestNumber(value);
      kind = book.percentStyles.has(Number(/\ss="(\d+)"/.exec(tag)?.[1] ?? -1)) ? CELL_PERCENT : CELL_NUMBER;
    }
  }
  if (isFormula(body)) kind = CELL_FORMULA;
  if (value.length === 0 && kind < CELL_FORMULA) return;
  put(cells, place, value, kind);
}

function put(cells: Cells, place: number, value: Buffer, kind: number): void {
  // a formula without a stored value still counts as something that is there
  const bytes = value.length > 0 ? value : Buffer.from('=');
  if (cells.used + bytes.length > cells.bytes.length) {
    cells.bytes = Buffer.concat([cells.bytes], (cells.used + bytes.length) * 2);
  }
  cells.starts[place] = cells.used;
  for (let from = 0; from < bytes.length; from++) {
    // NUL cannot be kept as text; a spreadsheet can only smuggle one in by an escape
    cells.bytes[cells.used++] = bytes[from] === 0 ? 63 : bytes[from]!;
  }
  cells.ends[place] = cells.used;
  cells.kinds![place] = kind;
  if (place >= cells.count) cells.count = place + 1;
}

/** Excel writes 19.9 as 19.899999999999999: the shortest text that means the same double is what was typed. */
function shortestNumber(raw: Buffer): Buffer {
  let isPlain = raw.length <= 15;
  for (let at = 0; at < raw.length && isPlain; at++) {
    const byte = raw[at]!;
    isPlain = (byte >= 48 && byte <= 57) || byte === 46 || byte === 45;
  }
  if (isPlain) return raw;
  const number = Number(raw.toString('latin1'));
  if (!Number.isFinite(number)) return raw;
  const text = String(number);
  // what needs all of a double's digits is the noise of a calculation, not an amount: 0.1 + 0.2
  return Buffer.from(/\.\d{10,}$/.test(text) ? String(Number(number.toPrecision(15))) : text);
}

function sharedText(book: Workbook, index: Buffer): Buffer {
  const { bytes, offsets, size } = book.sharedTexts;
  const at = Number(index.toString('latin1'));
  if (!(at < size)) throw refuseFile('file_damaged', 'The workbook is damaged: a text is missing.');
  return bytes.subarray(offsets[at]!, offsets[at + 1]!);
}

function storedValue(body: Buffer): Buffer | undefined {
  const open = tagAt(body, 118); // v
  if (open < 0) return undefined;
  const from = body.indexOf(CLOSE, open) + 1;
  if (body[from - 2] === SLASH) return undefined;
  const to = body.indexOf(OPEN, from);
  return to < 0 ? undefined : body.subarray(from, to);
}

const isFormula = (body: Buffer): boolean => tagAt(body, 102) >= 0; // f

/** Where an element with a one-letter name opens, or -1. */
function tagAt(body: Buffer, letter: number): number {
  for (let at = body.indexOf(OPEN); at >= 0; at = body.indexOf(OPEN, at + 1)) {
    const name = nameStart(body, at + 1);
    const after = body[name + 1];
    if (body[name] === letter && (after === CLOSE || after === SPACE || after === SLASH)) return at;
  }
  return -1;
}

/** Past a namespace prefix, if there is one. */
function nameStart(bytes: Buffer, at: number): number {
  for (let end = at; end < at + 12; end++) {
    const byte = bytes[end];
    if (byte === 58) return end + 1;
    if (byte === undefined || byte === CLOSE || byte === SPACE || byte === SLASH) return at;
  }
  return at;
}

function localName(bytes: Buffer, at: number, stop: number): string {
  const isClosing = bytes[at] === SLASH;
  const start = nameStart(bytes, isClosing ? at + 1 : at);
  let end = start;
  while (end < stop && bytes[end] !== SPACE && bytes[end] !== SLASH && bytes[end]! > SPACE) end++;
  return (isClosing ? '/' : '') + bytes.toString('latin1', start, end);
}

const endOfRow = (bytes: Buffer, from: number) => endOf(bytes, 'row>', from);
const endOfCell = (bytes: Buffer, from: number) => endOf(bytes, 'c>', from) ?? bytes.length;

/** Past `</name>` or `</prefix:name>`. */
function endOf(bytes: Buffer, name: string, from: number): number | undefined {
  for (let at = bytes.indexOf(name, from); at >= 0; at = bytes.indexOf(name, at + 1)) {
    let start = at - 1;
    if (bytes[start] === 58) for (start--; start > from && bytes[start]! > 64; ) start--;
    if (bytes[start] === SLASH && bytes[start - 1] === OPEN) return at + name.length;
  }
  return undefined;
}

/** `B7` → 1; a cell without a reference follows the one before it. */
function placeOfCell(tag: string, following: number): number {
  const letters = /\sr="([A-Z]{1,3})\d+"/.exec(tag)?.[1];
  if (letters === undefined) return following;
  let place = 0;
  for (let at = 0; at < letters.length; at++) place = place * 26 + letters.charCodeAt(at) - 64;
  return place - 1;
}
