import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

export interface KeptFile {
  sha256: string;
  sizeBytes: number;
  /** Where it is kept: `<dataDir>/files/aa/<sha256>`. */
  path: string;
}

const CHUNK_BYTES = 1 << 20;
const INCOMING = '.incoming-';
const LEFT_OVER_AFTER_MS = 3_600_000;

/**
 * Keeps a file as it came, named by its content: written aside, forced to disk, then renamed, so that a name never stands
 * for half a file. A file that is kept already is not written again.
 */
export async function keepFile(dataDir: string, source: string, signal?: AbortSignal): Promise<KeptFile> {
  const folder = path.join(dataDir, 'files');
  await mkdir(folder, { recursive: true });
  const aside = path.join(folder, `${INCOMING}${randomUUID()}`);
  try {
    const { sha256, sizeBytes } = await copyAndHash(source, aside, signal);
    const target = keptPath(dataDir, sha256);
    const known = await stat(target).catch(() => undefined);
    if (known?.size !== sizeBytes) {
      await mkdir(path.dirname(target), { recursive: true });
      await rename(aside, target);
      await forceFolder(path.dirname(target));
    }
    return { sha256, sizeBytes, path: target };
  } finally {
    await rm(aside, { force: true });
  }
}

/**
 * Removes what a process that was killed while keeping a file left behind; answers how many. A file younger than an hour
 * may still be written, by this or another process.
 */
export async function removeLeftovers(dataDir: string, now = Date.now()): Promise<number> {
  const folder = path.join(dataDir, 'files');
  const names = await readdir(folder).catch(() => []);
  let removed = 0;
  for (const name of names.filter((one) => one.startsWith(INCOMING))) {
    const file = path.join(folder, name);
    const info = await stat(file).catch(() => undefined);
    if (info === undefined || info.mtimeMs > now - LEFT_OVER_AFTER_MS) continue;
    await rm(file, { force: true });
    removed++;
  }
  return removed;
}

export function keptPath(dataDir: string, sha256: string): string {
  return path.join(dataDir, 'files', sha256.slice(0, 2), sha256);
}

async function copyAndHash(source: string, target: string, signal?: AbortSignal) {
  const hash = createHash('sha256');
  const handle = await open(target, 'wx', 0o600);
  let sizeBytes = 0;
  try {
    for await (const chunk of createReadStream(source, { highWaterMark: CHUNK_BYTES, signal })) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      await handle.write(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

/** A rename is only safe from a power cut once its folder is on disk. */
async function forceFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
