/**
 * PostgreSQL's binary COPY format. The row writer puts values into `chunk` at a place it counts itself: a call per
 * value, or a counter kept in an object, would cost as much as everything else a row needs.
 */
export interface CopyWriter {
  chunk: Buffer;
  /** Where the next row begins. */
  at: number;
  /** Makes room for a row of at most this many bytes. */
  reserve(bytes: number): void;
  finish(): void;
  /** The chunks that are full since the last call. */
  take(): Buffer[];
}

const CHUNK_BYTES = 1 << 19;
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
/** Short texts are copied faster by hand than by a call. */
const COPY_BY_HAND_BYTES = 48;

export function createCopyWriter(): CopyWriter {
  let full: Buffer[] = [];
  const writer: CopyWriter = {
    chunk: Buffer.allocUnsafeSlow(CHUNK_BYTES),
    at: 0,
    reserve(bytes) {
      if (writer.at + bytes <= writer.chunk.length) return;
      full.push(writer.chunk.subarray(0, writer.at));
      writer.chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, bytes));
      writer.at = 0;
    },
    finish() {
      writer.reserve(2);
      putInt2(writer.chunk, writer.at, -1);
      full.push(writer.chunk.subarray(0, writer.at + 2));
      writer.chunk = Buffer.alloc(0);
      writer.at = 0;
    },
    take() {
      const taken = full;
      full = [];
      return taken;
    },
  };
  writer.at = SIGNATURE.copy(writer.chunk);
  return writer;
}

export function putInt2(chunk: Buffer, at: number, value: number): void {
  chunk[at] = value >> 8;
  chunk[at + 1] = value;
}

export function putInt4(chunk: Buffer, at: number, value: number): void {
  chunk[at] = value >> 24;
  chunk[at + 1] = value >> 16;
  chunk[at + 2] = value >> 8;
  chunk[at + 3] = value;
}

/** A length of 8 and a safe integer: 12 bytes. */
export function putInt8Value(chunk: Buffer, at: number, value: number): void {
  const high = Math.floor(value / 4_294_967_296);
  putInt4(chunk, at, 8);
  putInt4(chunk, at + 4, high);
  putInt4(chunk, at + 8, (value - high * 4_294_967_296) | 0);
}

/** Copies a text without its length and says where it ends. */
export function putBytes(chunk: Buffer, at: number, bytes: Buffer, from: number, to: number): number {
  if (to - from > COPY_BY_HAND_BYTES) {
    bytes.copy(chunk, at, from, to);
    return at + to - from;
  }
  let write = at;
  for (let read = from; read < to; ) chunk[write++] = bytes[read++]!;
  return write;
}
