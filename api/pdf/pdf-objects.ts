/** The objects of a PDF file under way, numbered from 1 in the order they are asked for. */
export interface PdfObjects {
  /** A number whose object is put later, for what must be named before it is known. */
  reserve(): number;
  put(number: number, value: string): void;
  /** Any value but a stream, as PDF writes it (Latin-1); gives its number. */
  add(value: string): number;
  /** `entries` of the stream's dictionary without its length. */
  addStream(entries: string, bytes: Buffer): number;
  /** The whole file; `entries` of the trailer without the size. */
  finish(entries: string): Buffer;
}

/**
 * Header, objects, cross-reference table and trailer, written as ISO 19005-3 asks in 6.1.2 to 6.1.4, 6.1.7 and 6.1.9:
 * a line of bytes above 127 after the header, `obj` and `endobj` on lines of their own, nothing after `%%EOF`.
 */
export function createPdfObjects(): PdfObjects {
  const parts: (string | Buffer)[] = [HEADER];
  let position = HEADER.length;
  const offsets: number[] = [];
  const write = (part: string | Buffer): void => {
    parts.push(part);
    position += part.length;
  };
  const put = (number: number, value: string): void => {
    offsets[number - 1] = position;
    write(`${number} 0 obj\n${value}\nendobj\n`);
  };
  const reserve = (): number => offsets.push(UNWRITTEN);
  return {
    reserve,
    put,
    add(value) {
      const number = reserve();
      put(number, value);
      return number;
    },
    addStream(entries, bytes) {
      const number = offsets.push(position);
      write(`${number} 0 obj\n<< ${entries} /Length ${bytes.length} >>\nstream\n`);
      write(bytes);
      write('\nendstream\nendobj\n');
      return number;
    },
    finish(entries) {
      const missing = offsets.indexOf(UNWRITTEN);
      if (missing >= 0) throw new Error(`object ${missing + 1} was reserved and not written`);
      const start = position;
      const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
      write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${lines.join('')}`);
      write(`trailer\n<< /Size ${offsets.length + 1} ${entries} >>\nstartxref\n${start}\n%%EOF\n`);
      return joinParts(parts, position);
    },
  };
}

export const referTo = (number: number): string => `${number} 0 R`;

/** A text string for people: UTF-16 in hexadecimal, which needs no escapes. */
export const textString = (text: string): string =>
  `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

const HEADER = Buffer.from('%PDF-1.7\n%\xe6\x98\x8e\xe6\x92\xad\n', 'latin1');
const UNWRITTEN = -1;

/** Memory of its own, so that a worker can hand it over without a copy. */
function joinParts(parts: readonly (string | Buffer)[], length: number): Buffer {
  const file = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (const part of parts)
    at += typeof part === 'string' ? file.write(part, at, 'latin1') : part.copy(file, at);
  return file;
}
