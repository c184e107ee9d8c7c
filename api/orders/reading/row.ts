/** What a cell is; files without cell types have text only. */
export const CELL_TEXT = 0;
export const CELL_NUMBER = 1;
export const CELL_PERCENT = 2;
export const CELL_FORMULA = 3;
export const CELL_ERROR = 4;

/**
 * One record, as ranges of a buffer that is only valid until the next one: bytes in, bytes out, no strings between.
 * `line` is the physical line (or sheet row) it starts on, 1 = the header's usual place.
 */
export interface Row {
  bytes: Buffer;
  starts: Int32Array;
  ends: Int32Array;
  count: number;
  line: number;
  /** One CELL_… per field for spreadsheets; undefined where everything is text. */
  kinds: Uint8Array | undefined;
  /** The chunk holds NUL or broken UTF-8 somewhere: this row must be looked at before it is believed. */
  suspect: boolean;
}

/** Why a record could not even be cut into fields. */
export type BrokenCode =
  | 'line_too_long'
  | 'quote_not_closed'
  | 'text_after_quote'
  | 'bad_encoding'
  | 'mixed_encoding'
  | 'nul_byte';

export interface RowSink {
  onRow(row: Row): void;
  /** `raw` is what a person may look at, cut to a few hundred characters. */
  onBroken(line: number, code: BrokenCode, raw: string): void;
}

/** A record longer than this is not an order line; it is skipped without being kept in memory. */
export const MAX_RECORD_BYTES = 1 << 20;
export const MAX_COLUMNS = 512;
/** src_line takes the lower 24 bits of a line's id. */
export const MAX_LINES = 16_777_215;
const MAX_RAW_CHARACTERS = 500;

/** A record's text for a reject report; unreadable bytes become U+FFFD, NUL is shown as ␀. */
export function showRaw(bytes: Buffer): string {
  const text = bytes.subarray(0, 4 * MAX_RAW_CHARACTERS).toString('utf8');
  return text.slice(0, MAX_RAW_CHARACTERS).replaceAll('\0', '␀');
}
