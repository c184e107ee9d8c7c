import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { type ByteProgress, refuseBomb, tooLarge } from '../../files/bomb.ts';
import type { ReadLimits } from '../../files/limits.ts';
import { refuseFile } from '../../files/refusal.ts';

export type FileKind = 'csv' | 'csv.gz' | 'xlsx';

const CHUNK_BYTES = 1 << 18;

/** What the first bytes say; the name is not asked. Throws a refusal for what is no order file. */
export async function detectFileKind(
  path: string,
  limits: ReadLimits,
): Promise<{ kind: FileKind; sizeBytes: number }> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined || !info.isFile()) throw refuseFile('file_missing', 'There is no such file.');
  if (info.size === 0) throw refuseFile('file_empty', 'The file is empty.');
  if (info.size > limits.maxBytes) throw tooLarge(info.size, limits);
  const head = await readHead(path, 8);
  if (head[0] === 0x1f && head[1] === 0x8b) return { kind: 'csv.gz', sizeBytes: info.size };
  if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return { kind: 'xlsx', sizeBytes: info.size };
  const wrong = WRONG_KINDS.find(([magic]) => head.subarray(0, magic.length).equals(magic));
  if (wrong !== undefined) throw refuseFile('file_wrong_kind', wrong[1]);
  return { kind: 'csv', sizeBytes: info.size };
}

/** The bytes of a CSV, unpacked when it is a .gz, in chunks; refuses truncated, damaged and exploding input. */
export async function* readBytes(
  path: string,
  kind: 'csv' | 'csv.gz',
  limits: ReadLimits,
  progress: ByteProgress,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES, signal });
  file.on('data', (chunk) => {
    progress.bytesRead += chunk.length;
  });
  if (kind === 'csv') return yield* file;
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  file.on('error', (error) => gunzip.destroy(error));
  file.pipe(gunzip);
  let total = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      total += chunk.length;
      refuseBomb(progress.bytesRead, total, limits);
      yield chunk;
    }
  } catch (error) {
    throw explainGzip(error);
  } finally {
    file.destroy();
    gunzip.destroy();
  }
}

export async function readHead(path: string, bytes: number): Promise<Buffer> {
  const handle = await open(path);
  try {
    const buffer = Buffer.alloc(bytes);
    const { bytesRead } = await handle.read(buffer, 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const WRONG_KINDS: readonly [Buffer, string][] = [
  [
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    'This is an old Excel file (.xls) or one with a password; save it as .xlsx or .csv.',
  ],
  [Buffer.from('%PDF'), 'This is a PDF, not an order file.'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'This is a picture, not an order file.'],
  [Buffer.from([0xff, 0xd8, 0xff]), 'This is a picture, not an order file.'],
  [Buffer.from('Rar!'), 'This is a RAR archive; unpack it first.'],
  [Buffer.from([0x37, 0x7a, 0xbc, 0xaf]), 'This is a 7z archive; unpack it first.'],
  [Buffer.from([0xff, 0xfe]), 'This file is UTF-16; save it as "CSV UTF-8".'],
  [Buffer.from([0xfe, 0xff]), 'This file is UTF-16; save it as "CSV UTF-8".'],
];

function explainGzip(error: unknown): unknown {
  const code = (error as { code?: string }).code;
  if (code === 'Z_BUF_ERROR') {
    return refuseFile('file_truncated', 'The .gz file ends too early; download it again.');
  }
  if (code?.startsWith('Z_'))
    return refuseFile('file_damaged', 'The .gz file is damaged; download it again.');
  return error;
}
