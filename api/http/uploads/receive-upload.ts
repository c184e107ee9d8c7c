import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { readMultipartFile, tooLarge } from './multipart.ts';

export interface Upload {
  path: string;
  /** As the sender calls it, without folders and characters that cannot be shown. */
  name: string;
}

const ABANDONED_AFTER_MS = 24 * 3_600_000;

/**
 * Writes the file of a multipart request to `<dataDir>/uploads` as it arrives, hands it to `work` and removes it again.
 * Refuses 413 what is announced or turns out to be larger than `maxBytes`, 400 what cannot be read.
 */
export async function receiveUpload<T>(
  request: Request,
  dataDir: string,
  maxBytes: number,
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const folder = path.join(dataDir, 'uploads');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeAbandoned(folder);
  const target = path.join(folder, randomUUID());
  try {
    return await work({ path: target, name: await write(request, target, maxBytes) });
  } finally {
    await rm(target, { force: true });
  }
}

async function write(request: Request, target: string, maxBytes: number): Promise<string> {
  const handle = await open(target, 'wx', 0o600);
  try {
    const body = (request.body ?? []) as AsyncIterable<Uint8Array>;
    const contentType = request.headers.get('content-type') ?? '';
    return plainName(await readMultipartFile(body, contentType, maxBytes, handle));
  } finally {
    await handle.close();
  }
}

/** What a process that was killed left behind. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const info = await stat(file).catch(() => undefined);
    if (info !== undefined && info.mtimeMs < Date.now() - ABANDONED_AFTER_MS) await rm(file, { force: true });
  }
}

/** No folders, no control characters, none that turn the direction of writing. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1)!;
  const shown = last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
  return shown.slice(0, 200) || 'file';
}
