import { isUtf8 } from 'node:buffer';
import { MAX_COLUMNS, MAX_RECORD_BYTES, type Row, type RowSink, showRaw } from './row.ts';

const QUOTE = 34;
const LF = 10;
const CR = 13;

export interface CsvScanner {
  /** Cuts a chunk into rows; a record that is not complete yet waits for the next chunk. */
  push(chunk: Buffer): void;
  end(): void;
}

/**
 * CSV after RFC 4180 over bytes of any chunking, with `delimiter` one ASCII byte. Quotes count only at a field's start.
 * A record that breaks the rules costs its own physical line, never the rest of the file.
 */
export function createCsvScanner(delimiter: number, sink: RowSink): CsvScanner {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let skipping = false;
  const row = emptyRow();
  const escaped: number[] = [];

  function push(chunk: Buffer): void {
    let buffer = chunk;
    if (skipping) {
      const at = buffer.indexOf(LF);
      if (at < 0) return;
      skipping = false;
      line++;
      buffer = buffer.subarray(at + 1);
    }
    if (rest.length > 0) buffer = Buffer.concat([rest, buffer]);
    const used = scan(buffer, false);
    rest = Buffer.from(buffer.subarray(used));
    if (rest.length > MAX_RECORD_BYTES) dropOverlong();
  }

  function end(): void {
    if (rest.length === 0) return;
    const buffer = rest[rest.length - 1] === LF ? rest : Buffer.concat([rest, Buffer.from('\n')]);
    rest = Buffer.alloc(0);
    scan(buffer, true);
  }

  /** Either one physical line is too long, or a quote was never closed and swallowed the lines after it. */
  function dropOverlong(): void {
    while (rest.length > MAX_RECORD_BYTES && !skipping) {
      const at = rest.indexOf(LF);
      if (at < 0) {
        sink.onBroken(line, 'line_too_long', showRaw(rest));
        skipping = true;
        rest = Buffer.alloc(0);
        return;
      }
      sink.onBroken(line, 'quote_not_closed', showRaw(rest.subarray(0, at)));
      line++;
      const buffer = rest.subarray(at + 1);
      rest = Buffer.from(buffer.subarray(scan(buffer, false)));
    }
  }

  function scan(buffer: Buffer, last: boolean): number {
    row.bytes = buffer;
    row.suspect = buffer.includes(0) || !isUtf8(wholeCharacters(buffer, last));
    const { starts, ends } = row;
    const length = buffer.length;
    let recordStart = 0;
    let fieldStart = 0;
    let field = 0;
    let at = 0;
    let newlines = 0;
    // most bytes are above every byte that means something: one comparison passes them by
    const separator = delimiter;
    const highest = Math.max(separator, QUOTE);
    while (at < length) {
      const byte = buffer[at]!;
      if (byte > highest) {
        at++;
        continue;
      }
      if (byte === separator) {
        if (field < MAX_COLUMNS) {
          starts[field] = fieldStart;
          ends[field] = at;
        }
        field++;
        fieldStart = ++at;
        continue;
      }
      if (byte === LF) {
        if (field < MAX_COLUMNS) {
          starts[field] = fieldStart;
          ends[field] = at > fieldStart && buffer[at - 1] === CR ? at - 1 : at;
        }
        finish(buffer, recordStart, at, field + 1, newlines);
        field = newlines = 0;
        recordStart = fieldStart = ++at;
        continue;
      }
      if (byte !== QUOTE || at !== fieldStart) {
        at++;
        continue;
      }
      const close = closingQuote(buffer, at + 1, field);
      const after = close < 0 ? length : skipReturn(buffer, close + 1);
      if (after >= length) {
        // not closed within what there is: wait for more, or give up on this physical line alone
        escaped.length = 0;
        if (!last) return recordStart;
        at = breakLine(buffer, recordStart, 'quote_not_closed');
      } else if (buffer[after] === delimiter || buffer[after] === LF) {
        newlines += countNewlines(buffer, at + 1, close);
        if (field < MAX_COLUMNS) {
          starts[field] = at + 1;
          ends[field] = close;
        }
        if (buffer[after] === delimiter) {
          field++;
          fieldStart = at = after + 1;
          continue;
        }
        finish(buffer, recordStart, after, field + 1, newlines);
        at = after + 1;
      } else {
        const lineEnd = buffer.indexOf(LF, recordStart);
        if (lineEnd < 0) return recordStart;
        at = breakLine(buffer, recordStart, 'text_after_quote');
      }
      field = newlines = 0;
      recordStart = fieldStart = at;
    }
    escaped.length = 0;
    return recordStart;
  }

  /** Position of the quote that ends the field, remembering fields in which `""` must become `"`. */
  function closingQuote(buffer: Buffer, from: number, field: number): number {
    let at = from;
    for (;;) {
      at = buffer.indexOf(QUOTE, at);
      if (at < 0) return -1;
      if (buffer[at + 1] !== QUOTE) return at;
      if (escaped[escaped.length - 1] !== field) escaped.push(field);
      at += 2;
    }
  }

  function breakLine(
    buffer: Buffer,
    recordStart: number,
    code: 'quote_not_closed' | 'text_after_quote',
  ): number {
    escaped.length = 0;
    const lineEnd = buffer.indexOf(LF, recordStart);
    sink.onBroken(line, code, showRaw(buffer.subarray(recordStart, lineEnd)));
    line++;
    return lineEnd + 1;
  }

  function finish(buffer: Buffer, start: number, stop: number, count: number, newlines: number): void {
    const isBlank = count === 1 && row.ends[0]! === row.starts[0]! && newlines === 0;
    row.line = line;
    row.count = count;
    line += 1 + newlines;
    if (isBlank) {
      escaped.length = 0;
      return;
    }
    const trouble = row.suspect ? inspect(buffer.subarray(start, stop)) : undefined;
    if (stop - start > MAX_RECORD_BYTES) {
      sink.onBroken(row.line, 'line_too_long', showRaw(buffer.subarray(start, stop)));
    } else if (trouble !== undefined) {
      sink.onBroken(row.line, trouble, showRaw(buffer.subarray(start, stop)));
    } else if (escaped.length > 0) {
      unescapeRow(row, escaped, start, stop);
      sink.onRow(row);
      row.bytes = buffer;
    } else {
      sink.onRow(row);
    }
    escaped.length = 0;
  }

  return { push, end };
}

function emptyRow(): Row {
  return {
    bytes: Buffer.alloc(0),
    starts: new Int32Array(MAX_COLUMNS),
    ends: new Int32Array(MAX_COLUMNS),
    count: 0,
    line: 0,
    kinds: undefined,
    suspect: false,
  };
}

/** Marks a line that is valid UTF-8 inside a GB18030 file: 0xFF occurs in neither encoding. */
export const MIXED_MARK = 0xff;

function inspect(record: Buffer): 'nul_byte' | 'bad_encoding' | 'mixed_encoding' | undefined {
  if (record.includes(0)) return 'nul_byte';
  if (isUtf8(record)) return undefined;
  return record[0] === MIXED_MARK ? 'mixed_encoding' : 'bad_encoding';
}

/** The buffer is shared with the records after it and may be scanned again, so `""` is resolved in a copy. */
function unescapeRow(row: Row, fields: readonly number[], start: number, stop: number): void {
  const copy = Buffer.from(row.bytes.subarray(start, stop));
  for (let field = 0; field < Math.min(row.count, MAX_COLUMNS); field++) {
    row.starts[field] = row.starts[field]! - start;
    row.ends[field] = row.ends[field]! - start;
  }
  for (const field of fields) {
    if (field >= MAX_COLUMNS) continue;
    const end = row.ends[field]!;
    let write = row.starts[field]!;
    for (let read = write; read < end; read++) {
      const byte = copy[read]!;
      copy[write++] = byte;
      if (byte === QUOTE) read++;
    }
    row.ends[field] = write;
  }
  row.bytes = copy;
}

function skipReturn(buffer: Buffer, at: number): number {
  return buffer[at] === CR && buffer[at + 1] !== undefined ? at + 1 : buffer[at] === CR ? buffer.length : at;
}

function countNewlines(buffer: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = buffer.indexOf(LF, from); at >= 0 && at < to; at = buffer.indexOf(LF, at + 1)) count++;
  return count;
}

/** A chunk may end inside a character; that tail is judged with the next chunk. */
function wholeCharacters(buffer: Buffer, last: boolean): Buffer {
  if (last) return buffer;
  let at = buffer.length - 1;
  const floor = Math.max(0, at - 3);
  while (at > floor && (buffer[at]! & 0xc0) === 0x80) at--;
  return buffer[at] !== undefined && buffer[at]! >= 0xc0 ? buffer.subarray(0, at) : buffer;
}
