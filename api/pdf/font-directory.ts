import { type PackedBytes, wordSumOf } from './deflate-join.ts';
import type { FontSource } from './font-source.ts';

/** A table of a font file in the pieces it is laid of, each of whole 32-bit words. */
export interface TableParts {
  tag: string;
  parts: readonly PackedBytes[];
  /** The table's own length where its last word is filled up. */
  length?: number;
}

/**
 * The start of a TrueType file: directory, `head`, `hhea` and `maxp` for `count` glyphs. `tables` are laid behind it
 * in their order; checksums are right for all of it.
 */
export function layFront(source: FontSource, count: number, tables: readonly TableParts[]): Buffer {
  const own = ownTables(source, count);
  const records: DirectoryRecord[] = [];
  let start = 12 + 16 * (own.length + tables.length);
  for (const [tag, table] of own) {
    records.push({ tag, sum: wordSumOf(table), start, length: table.length });
    start += roundUp(table.length);
  }
  const front = Buffer.alloc(start);
  for (const { tag, parts, length } of tables) {
    let sum = 0;
    let laid = 0;
    for (const part of parts) {
      sum = (sum + part.wordSum) >>> 0;
      laid += part.length;
    }
    records.push({ tag, sum, start, length: length ?? laid });
    start += laid;
  }
  writeDirectory(front, records);
  own.forEach(([, table], index) => {
    table.copy(front, records[index]!.start);
  });
  const rest = records.slice(own.length).reduce((sum, record) => sum + record.sum, 0);
  front.writeUInt32BE((CHECKSUM_MAGIC - wordSumOf(front) - rest) >>> 0, records[0]!.start + 8);
  return front;
}

interface DirectoryRecord {
  tag: string;
  sum: number;
  start: number;
  length: number;
}

/** OpenType, `head.checksumAdjustment`: what the whole file's words must sum to. */
const CHECKSUM_MAGIC = 0xb1b0afba;

function ownTables(source: FontSource, count: number): [tag: string, table: Buffer][] {
  const copyOf = (tag: string): Buffer => Buffer.from(source.table(tag)!);
  const head = copyOf('head');
  // The file's own checksum is put in when all the rest is laid; offsets are long ones.
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(1, 50);
  const hhea = copyOf('hhea');
  hhea.writeUInt16BE(count, 34);
  const maxp = copyOf('maxp');
  maxp.writeUInt16BE(count, 4);
  return [
    ['head', head],
    ['hhea', hhea],
    ['maxp', maxp],
  ];
}

/** Sorted by tag, as readers search it. */
function writeDirectory(front: Buffer, records: readonly DirectoryRecord[]): void {
  const count = records.length;
  const log = Math.floor(Math.log2(count));
  front.writeUInt32BE(0x00010000, 0);
  front.writeUInt16BE(count, 4);
  front.writeUInt16BE(16 << log, 6);
  front.writeUInt16BE(log, 8);
  front.writeUInt16BE(16 * count - (16 << log), 10);
  [...records]
    .sort((a, b) => (a.tag < b.tag ? -1 : 1))
    .forEach(({ tag, sum, start, length }, index) => {
      const record = 12 + 16 * index;
      front.write(tag, record, 'latin1');
      front.writeUInt32BE(sum, record + 4);
      front.writeUInt32BE(start, record + 8);
      front.writeUInt32BE(length, record + 12);
    });
}

const roundUp = (length: number): number => (length + 3) & ~3;
