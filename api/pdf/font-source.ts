import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A TrueType file read where it lies: nothing is decoded before it is asked for. Measures are in font units. */
export interface FontSource {
  bytes: Buffer;
  postscriptName: string;
  unitsPerEm: number;
  ascent: number;
  descent: number;
  capHeight: number;
  xHeight: number;
  boundingBox: [number, number, number, number];
  /** 0 when the font lacks the character. */
  glyphIdOf(codePoint: number): number;
  advanceOf(glyphId: number): number;
  leftBearingOf(glyphId: number): number;
  /** Start and end of the outline in `bytes`; equal for a blank glyph. */
  outlineRange(glyphId: number): [start: number, end: number];
  /** The table's bytes, or undefined when the font has none. */
  table(tag: string): Buffer | undefined;
}

export const FONT_FILES = {
  regular: 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  medium: 'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
} as const;
export type FontWeight = keyof typeof FONT_FILES;

/** For characters of names that Noto Sans SC lacks (𠮷, U+20BB7): the same design, with those of the Japanese standards. */
export const RARE_FONT_FILES: Record<FontWeight, string> = {
  regular: 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  medium: 'noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf',
};

/** Path of one of the files above. */
export const fontPath = (file: string): string =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`);

/** A font file's bytes in shared memory, so that every worker reads the same 10 MB. */
export function readFontBytes(fontFile: string): Buffer<SharedArrayBuffer> {
  const path = fontPath(fontFile);
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.from(new SharedArrayBuffer(fstatSync(file).size));
    for (let read = 0; read < bytes.length; ) {
      const count = readSync(file, bytes, read, bytes.length - read, read);
      if (count === 0) throw new Error(`font file ${path} ended early`);
      read += count;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** Throws Error when the bytes are not a TrueType font with outlines and a full Unicode table. */
export function openFont(bytes: Buffer): FontSource {
  const tables = readDirectory(bytes);
  const need = (tag: string): Buffer => {
    const table = tables.get(tag);
    if (!table) throw new Error(`font has no table '${tag}'`);
    return table;
  };
  const head = need('head');
  const hhea = need('hhea');
  const os2 = need('OS/2');
  const loca = need('loca');
  const hmtx = need('hmtx');
  const glyfStart = need('glyf').byteOffset - bytes.byteOffset;
  const hasLongOffsets = head.readInt16BE(50) === 1;
  const fullMetrics = hhea.readUInt16BE(34);
  const outlineStart = (glyphId: number): number =>
    glyfStart + (hasLongOffsets ? loca.readUInt32BE(4 * glyphId) : 2 * loca.readUInt16BE(2 * glyphId));
  return {
    bytes,
    postscriptName: readPostscriptName(need('name')),
    unitsPerEm: head.readUInt16BE(18),
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    capHeight: os2.readInt16BE(88),
    xHeight: os2.readInt16BE(86),
    boundingBox: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    glyphIdOf: readCharacterMap(need('cmap')),
    advanceOf: (glyphId) => hmtx.readUInt16BE(4 * Math.min(glyphId, fullMetrics - 1)),
    leftBearingOf: (glyphId) =>
      hmtx.readInt16BE(glyphId < fullMetrics ? 4 * glyphId + 2 : 2 * fullMetrics + 2 * glyphId),
    outlineRange: (glyphId) => [outlineStart(glyphId), outlineStart(glyphId + 1)],
    table: (tag) => tables.get(tag),
  };
}

function readDirectory(bytes: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const record = 12 + 16 * index;
    const start = bytes.readUInt32BE(record + 8);
    tables.set(
      bytes.toString('latin1', record, record + 4),
      bytes.subarray(start, start + bytes.readUInt32BE(record + 12)),
    );
  }
  return tables;
}

/** Format 12 holds every plane; its groups are sorted, so a binary search finds the character. */
function readCharacterMap(cmap: Buffer): (codePoint: number) => number {
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const start = cmap.readUInt32BE(8 + 8 * index);
    if (cmap.readUInt16BE(start) === 12) return (codePoint) => searchGroups(cmap, start, codePoint);
  }
  throw new Error('font has no format 12 character map');
}

function searchGroups(cmap: Buffer, start: number, codePoint: number): number {
  let low = 0;
  let high = cmap.readUInt32BE(start + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = start + 16 + 12 * middle;
    const first = cmap.readUInt32BE(group);
    if (codePoint < first) high = middle - 1;
    else if (codePoint > cmap.readUInt32BE(group + 4)) low = middle + 1;
    else return cmap.readUInt32BE(group + 8) + codePoint - first;
  }
  return 0;
}

function readPostscriptName(name: Buffer): string {
  const storage = name.readUInt16BE(4);
  for (let index = 0; index < name.readUInt16BE(2); index++) {
    const record = 6 + 12 * index;
    const isWindowsPostscript = name.readUInt16BE(record) === 3 && name.readUInt16BE(record + 6) === 6;
    if (!isWindowsPostscript) continue;
    const start = storage + name.readUInt16BE(record + 10);
    const utf16 = Buffer.from(name.subarray(start, start + name.readUInt16BE(record + 8)));
    return utf16.swap16().toString('utf16le');
  }
  throw new Error('font has no PostScript name');
}
