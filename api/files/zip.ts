import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { type ByteProgress, refuseBomb } from './bomb.ts';
import { RATIO_MATTERS_FROM_BYTES, type ReadLimits } from './limits.ts';
import { refuseFile } from './refusal.ts';

export interface ZipEntry {
  name: string;
  method: number;
  packedBytes: number;
  unpackedBytes: number;
  headerOffset: number;
}

const MAX_ENTRIES = 2000;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const UNKNOWN_32 = 0xffffffff;

/** The archive's table of contents, judged (count, sizes, ratios, encryption) before a byte is unpacked. */
export async function listZip(path: string, limits: ReadLimits): Promise<ZipEntry[]> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const directory = await readDirectory(handle, size);
    const entries = parseDirectory(directory);
    let total = 0;
    for (const entry of entries) {
      total += entry.unpackedBytes;
      if (entry.headerOffset + entry.packedBytes > size) throw truncated();
      if (entry.unpackedBytes > RATIO_MATTERS_FROM_BYTES) {
        refuseBomb(entry.packedBytes, entry.unpackedBytes, limits);
      }
    }
    refuseBomb(size, total, { ...limits, maxRatio: limits.maxRatio * 2 });
    return entries;
  } finally {
    await handle.close();
  }
}

/** One entry's bytes, unpacked while they are read; more than the archive promised is refused. */
export async function* readZipEntry(
  path: string,
  entry: ZipEntry,
  progress: ByteProgress,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  if (entry.method !== 0 && entry.method !== 8) {
    throw refuseFile('file_wrong_kind', 'The spreadsheet is packed in a way that is not supported.');
  }
  if (entry.packedBytes === 0) return;
  const start = await dataOffset(path, entry);
  const file = createReadStream(path, {
    start,
    end: start + entry.packedBytes - 1,
    highWaterMark: 1 << 17,
    signal,
  });
  file.on('data', (chunk) => {
    progress.bytesRead += chunk.length;
  });
  const inflate = entry.method === 8 ? createInflateRaw({ chunkSize: 1 << 18 }) : undefined;
  if (inflate !== undefined) {
    file.on('error', (error) => inflate.destroy(error));
    file.pipe(inflate);
  }
  let total = 0;
  try {
    for await (const chunk of (inflate ?? file) as AsyncIterable<Buffer>) {
      total += chunk.length;
      if (total > entry.unpackedBytes) {
        throw refuseFile('file_bomb', 'The spreadsheet unpacks to more than it says; refused.');
      }
      yield chunk;
    }
  } catch (error) {
    const code = (error as { code?: string }).code;
    throw code === 'Z_BUF_ERROR' ? truncated() : code?.startsWith('Z_') ? damaged() : error;
  } finally {
    file.destroy();
    inflate?.destroy();
  }
  if (total < entry.unpackedBytes) throw truncated();
}

async function readDirectory(handle: FileHandle, size: number): Promise<Buffer> {
  const tailSize = Math.min(size, 65_557);
  const tail = await readAt(handle, size - tailSize, tailSize);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue;
    let length = tail.readUInt32LE(at + 12);
    let offset = tail.readUInt32LE(at + 16);
    if ((offset === UNKNOWN_32 || length === UNKNOWN_32) && at >= 20) {
      const end64 = await readAt(handle, Number(tail.readBigUInt64LE(at - 12)), 56);
      length = Number(end64.readBigUInt64LE(40));
      offset = Number(end64.readBigUInt64LE(48));
    }
    if (offset + length > size || length > 10_000_000) throw damaged();
    return readAt(handle, offset, length);
  }
  throw truncated();
}

function parseDirectory(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY_SIGNATURE) {
    if ((directory.readUInt16LE(at + 8) & 1) === 1) {
      throw refuseFile('file_wrong_kind', 'The spreadsheet has a password; save it without one.');
    }
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw damaged();
    const entry: ZipEntry = {
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      unpackedBytes: directory.readUInt32LE(at + 24),
      headerOffset: directory.readUInt32LE(at + 42),
    };
    readLargeSizes(entry, directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
    entries.push(entry);
    if (entries.length > MAX_ENTRIES)
      throw refuseFile('file_bomb', 'The archive has too many parts; refused.');
    at = next;
  }
  if (entries.length === 0) throw damaged();
  return entries;
}

/** Sizes that do not fit 32 bits, or were not known when writing began, stand in an extra field. */
function readLargeSizes(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    for (const field of ['unpackedBytes', 'packedBytes', 'headerOffset'] as const) {
      if (entry[field] !== UNKNOWN_32 || from + 8 > extra.length) continue;
      entry[field] = Number(extra.readBigUInt64LE(from));
      from += 8;
    }
    return;
  }
}

async function dataOffset(path: string, entry: ZipEntry): Promise<number> {
  const handle = await open(path);
  try {
    const head = await readAt(handle, entry.headerOffset, 30);
    if (head.readUInt32LE(0) !== LOCAL_SIGNATURE) throw damaged();
    return entry.headerOffset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead < length) throw truncated();
  return buffer;
}

const truncated = () => refuseFile('file_truncated', 'The spreadsheet ends too early; download it again.');
const damaged = () => refuseFile('file_damaged', 'The spreadsheet is damaged; download it again.');
