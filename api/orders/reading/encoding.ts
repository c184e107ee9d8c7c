import { isUtf8 } from 'node:buffer';
import { MIXED_MARK } from './csv-scanner.ts';
import { MAX_RECORD_BYTES } from './row.ts';

export type Encoding = 'utf-8' | 'gb18030';

const LF = 10;
/** `gbk` and `gb2312` read four-byte characters wrongly; only this label is right. */
const decoder = new TextDecoder('gb18030', { fatal: true });

/**
 * Turns a file's bytes into UTF-8, deciding the encoding at the first line that is not plain ASCII (before it both
 * are the same): valid UTF-8 means UTF-8, anything else GB18030. `onDecided` is told once; a file of ASCII never is.
 */
export async function* decodeToUtf8(
  source: AsyncIterable<Buffer>,
  onDecided: (encoding: Encoding) => void,
): AsyncGenerator<Buffer> {
  let encoding: Encoding | undefined;
  let first = true;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    let buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    rest = Buffer.alloc(0);
    if (first) {
      // a byte-order mark may arrive in pieces
      if (buffer.length < 3) {
        rest = buffer;
        continue;
      }
      first = false;
      if (hasByteOrderMark(buffer)) {
        buffer = buffer.subarray(3);
        encoding = 'utf-8';
        onDecided(encoding);
      }
    }
    if (encoding === undefined) {
      encoding = decideEncoding(buffer);
      if (encoding !== undefined) onDecided(encoding);
    }
    if (encoding !== 'gb18030') {
      // an undecided chunk is ASCII so far, but its last line may go on with other bytes
      const cut = encoding === undefined ? lastLineEnd(buffer) : buffer.length;
      if (cut > 0) yield buffer.subarray(0, cut);
      rest = Buffer.from(buffer.subarray(cut));
      continue;
    }
    const cut = lastLineEnd(buffer);
    if (cut > 0) yield fromGb18030(buffer.subarray(0, cut));
    rest = Buffer.from(buffer.subarray(cut));
  }
  if (rest.length === 0) return;
  if (encoding === undefined) {
    encoding = decideEncoding(Buffer.concat([rest, Buffer.from('\n')]));
    if (encoding !== undefined) onDecided(encoding);
  }
  yield encoding === 'gb18030' ? fromGb18030(rest) : rest;
}

/**
 * Looks at the complete lines: the first that is not ASCII decides, unless it is the only bad one among good ones
 * (a single broken line in a UTF-8 file). undefined: all ASCII so far.
 */
export function decideEncoding(buffer: Buffer): Encoding | undefined {
  let good = 0;
  let bad = 0;
  let firstIsGood: boolean | undefined;
  for (let at = 0; at < buffer.length && good + bad < 1000; ) {
    const found = buffer.indexOf(LF, at);
    // a line that goes on in the next chunk may end inside a character
    if (found < 0 && buffer.length <= 2 * MAX_RECORD_BYTES) break;
    const lineEnd = found < 0 ? buffer.length : found;
    const line = buffer.subarray(at, lineEnd);
    at = lineEnd + 1;
    if (isAsciiOnly(line)) continue;
    if (isUtf8(line)) good++;
    else bad++;
    firstIsGood ??= bad === 0;
  }
  if (firstIsGood === undefined) return undefined;
  return firstIsGood || good > bad ? 'utf-8' : 'gb18030';
}

/** A line that is not GB18030 is handed on so marked that the scanner rejects it alone. */
function fromGb18030(bytes: Buffer): Buffer {
  try {
    if (!holdsUtf8Line(bytes)) return Buffer.from(decoder.decode(bytes), 'utf8');
  } catch {
    // a broken character somewhere: find its line below
  }
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const found = bytes.indexOf(LF, at);
    const lineEnd = found < 0 ? bytes.length : found + 1;
    parts.push(...lineFromGb18030(bytes.subarray(at, lineEnd)));
    at = lineEnd;
  }
  return Buffer.concat(parts);
}

function lineFromGb18030(line: Buffer): Buffer[] {
  if (looksUtf8(line)) return [Buffer.from([MIXED_MARK]), line];
  try {
    return [Buffer.from(decoder.decode(line), 'utf8')];
  } catch {
    return [line];
  }
}

function holdsUtf8Line(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; ) {
    const found = bytes.indexOf(LF, at);
    const lineEnd = found < 0 ? bytes.length : found;
    if (looksUtf8(bytes.subarray(at, lineEnd))) return true;
    at = lineEnd + 1;
  }
  return false;
}

/** Two hanzi in GB18030 can pass for short UTF-8 by chance (联通 does); a three-byte character hardly does. */
function looksUtf8(line: Buffer): boolean {
  return isUtf8(line) && line.some((byte) => byte >= 0xe0);
}

function isAsciiOnly(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! >= 0x80) return false;
  return true;
}

function hasByteOrderMark(buffer: Buffer): boolean {
  return buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
}

/** GB18030 trail bytes are never a newline, so a cut there is a cut between characters. */
function lastLineEnd(buffer: Buffer): number {
  const at = buffer.lastIndexOf(LF);
  if (at >= 0) return at + 1;
  return buffer.length > 2 * MAX_RECORD_BYTES ? buffer.length : 0;
}
