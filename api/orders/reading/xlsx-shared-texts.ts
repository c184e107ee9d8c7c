import { decodeXmlText } from '../../files/xml-text.ts';

/** A workbook's shared texts, kept as one run of bytes with their bounds: no string per text. */
export interface SharedTexts {
  bytes: Buffer;
  /** Text n lies between offsets n and n + 1. */
  offsets: Uint32Array;
  size: number;
}

/** Reads the shared text table part by part; rich text is joined, phonetic hints (`rPh`) are left out. */
export async function readSharedTexts(source: AsyncIterable<Buffer> | undefined): Promise<SharedTexts> {
  const texts: SharedTexts = { bytes: Buffer.alloc(1 << 16), offsets: new Uint32Array(1 << 12), size: 0 };
  if (source === undefined) return texts;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    const buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    rest = Buffer.from(buffer.subarray(readItems(buffer, texts)));
  }
  return texts;
}

/** Reads the complete items of a buffer and says how far it came. */
function readItems(buffer: Buffer, texts: SharedTexts): number {
  let done = 0;
  for (;;) {
    const open = findTag(buffer, 'si', done);
    if (open === undefined) return done;
    if (open.isEmpty) {
      append(texts, []);
      done = open.end;
      continue;
    }
    const close = findClose(buffer, 'si', open.end);
    if (close === undefined) return done;
    append(texts, textParts(buffer.subarray(open.end, close.start)));
    done = close.end;
  }
}

/** The texts of an item or an inline string. */
export function textParts(item: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  // phonetic hints come after the text they belong to
  const phonetic = findTag(item, 'rPh', 0)?.start ?? item.length;
  for (let at = 0; ; ) {
    const open = findTag(item, 't', at);
    if (open === undefined || open.start > phonetic) return parts;
    at = open.end;
    if (open.isEmpty) continue;
    const close = findClose(item, 't', open.end);
    if (close === undefined) return parts;
    parts.push(decodeXmlText(item.subarray(open.end, close.start)));
    at = close.end;
  }
}

interface Tag {
  start: number;
  end: number;
  isEmpty: boolean;
}

/** The next opening tag of an element, with or without a namespace prefix. */
function findTag(buffer: Buffer, name: string, from: number): Tag | undefined {
  for (let at = buffer.indexOf(name, from); at >= 0; at = buffer.indexOf(name, at + 1)) {
    const after = buffer[at + name.length];
    const isName =
      after === 62 || after === 47 || after === 32 || after === 10 || after === 13 || after === 9;
    const start = isName ? tagStart(buffer, at) : -1;
    if (start < 0 || buffer[start + 1] === 47) continue;
    const end = buffer.indexOf(62, at);
    if (end < 0) return undefined;
    return { start, end: end + 1, isEmpty: buffer[end - 1] === 47 };
  }
  return undefined;
}

function findClose(buffer: Buffer, name: string, from: number): { start: number; end: number } | undefined {
  for (let at = buffer.indexOf(`${name}>`, from); at >= 0; at = buffer.indexOf(`${name}>`, at + 1)) {
    const start = tagStart(buffer, at);
    if (start >= 0 && buffer[start + 1] === 47) return { start, end: at + name.length + 1 };
  }
  return undefined;
}

/** Where the tag whose name begins at `at` opens, or -1 when this is no tag name. */
function tagStart(buffer: Buffer, at: number): number {
  let start = at - 1;
  if (buffer[start] === 58) for (start--; start >= 0 && isNameByte(buffer[start]!); ) start--;
  if (buffer[start] === 47) start--;
  return buffer[start] === 60 ? start : -1;
}

function isNameByte(byte: number): boolean {
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57);
}

function append(texts: SharedTexts, parts: readonly Buffer[]): void {
  let at = texts.offsets[texts.size]!;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (at + length > texts.bytes.length) {
    texts.bytes = Buffer.concat([texts.bytes], Math.max(texts.bytes.length * 2, at + length));
  }
  for (const part of parts) at += part.copy(texts.bytes, at);
  if (texts.size + 2 > texts.offsets.length) {
    const longer = new Uint32Array(texts.offsets.length * 2);
    longer.set(texts.offsets);
    texts.offsets = longer;
  }
  texts.size++;
  texts.offsets[texts.size] = at;
}
