import { HTTPException } from 'hono/http-exception';

/** What is done with the file while it arrives. */
export interface FileSink {
  /** Waited for, so that a slow disk slows the sender down. */
  write(bytes: Buffer): Promise<unknown>;
}

const MAX_PART_HEAD_BYTES = 16 * 1024;

/**
 * Reads the one file of a multipart/form-data body as it arrives; never more than a chunk of it is in memory. Answers
 * the file's name. Throws 400 for a body that is cut off, no multipart, or without a file; 413 beyond `maxBytes`.
 */
export async function readMultipartFile(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  maxBytes: number,
  sink: FileSink,
): Promise<string> {
  const reading: Reading = {
    delimiter: Buffer.from(`\r\n--${boundaryOf(contentType)}`),
    state: 'between',
    pending: Buffer.from('\r\n'), // the first delimiter has no line before it
    bytes: 0,
    fileName: undefined,
  };
  for await (const chunk of body) {
    reading.pending =
      reading.pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([reading.pending, chunk]);
    while (reading.state !== 'end' && (await step(reading, sink, maxBytes)));
    if (reading.state === 'end') break;
  }
  if (reading.state !== 'end') throw malformed('the upload was cut off');
  if (reading.fileName === undefined) throw malformed('there is no file in it');
  return reading.fileName;
}

interface Reading {
  delimiter: Buffer;
  /** Where the next byte is: before a delimiter, in the file, after a delimiter, in a part's head, after it all. */
  state: 'between' | 'file' | 'mark' | 'head' | 'end';
  pending: Buffer;
  /** Bytes of all parts so far. */
  bytes: number;
  fileName: string | undefined;
}

/** Goes from one state to the next; false when more bytes are needed. */
async function step(reading: Reading, sink: FileSink, maxBytes: number): Promise<boolean> {
  if (reading.state === 'mark') return readMark(reading);
  if (reading.state === 'head') return readHead(reading);
  const { pending, delimiter } = reading;
  const at = pending.indexOf(delimiter);
  // what could be the beginning of a delimiter stays until the rest of it is there
  const end = at >= 0 ? at : Math.max(0, pending.length - delimiter.length);
  reading.bytes += end;
  if (reading.bytes > maxBytes) throw tooLarge(maxBytes);
  if (reading.state === 'file' && end > 0) await sink.write(pending.subarray(0, end));
  reading.pending = pending.subarray(at >= 0 ? at + delimiter.length : end);
  if (at >= 0) reading.state = 'mark';
  return at >= 0;
}

function readMark(reading: Reading): boolean {
  if (reading.pending.length < 2) return false;
  const mark = reading.pending.toString('latin1', 0, 2);
  if (mark !== '--' && mark !== '\r\n') throw malformed('a part does not end as it should');
  // a head without any line begins with the break that ends it: the break of the mark stays for it
  if (mark === '--') reading.pending = reading.pending.subarray(2);
  reading.state = mark === '--' ? 'end' : 'head';
  return true;
}

function readHead(reading: Reading): boolean {
  const { pending } = reading;
  const at = pending.indexOf('\r\n\r\n');
  if (at > MAX_PART_HEAD_BYTES || (at < 0 && pending.length > MAX_PART_HEAD_BYTES))
    throw malformed('the head of a part is too long');
  if (at < 0) return false;
  const name = fileNameOf(pending.toString('utf8', 0, at));
  if (name !== undefined && reading.fileName !== undefined) throw malformed('send one file');
  reading.pending = pending.subarray(at + 4);
  reading.fileName ??= name;
  reading.state = name === undefined ? 'between' : 'file';
  return true;
}

export function tooLarge(maxBytes: number): HTTPException {
  const megabytes = Math.floor(maxBytes / 1_000_000);
  return new HTTPException(413, { message: `The file is larger than ${megabytes} MB; split it.` });
}

function boundaryOf(contentType: string): string {
  const match = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) throw malformed('it names no boundary');
  return boundary;
}

/** The name of the part `file` as the browser gives it; undefined for other fields. */
function fileNameOf(head: string): string | undefined {
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
  if (!/;\s*name="?file"?\s*(;|$)/i.test(disposition)) return undefined;
  const name = /;\s*filename="([^"]*)"/i.exec(disposition)?.[1];
  return name?.replaceAll('%22', '"');
}

const malformed = (what: string) =>
  new HTTPException(400, { message: `The upload could not be read: ${what}.` });
