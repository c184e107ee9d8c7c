import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '../../domain/error.ts';
import { DEFAULT_LIMITS } from '../../files/limits.ts';
import { listZip, readZipEntry, type ZipEntry } from '../../files/zip.ts';
import { findBrokenLink, MANIFEST_NAME } from './manifest.ts';

export interface PackVerdict {
  isUnchanged: boolean;
  caseNo: string;
  files: number;
  /** Files that are not what the manifest says, are not there, or are not named in it. */
  changed: { name: string; what: 'changed' | 'gone' | 'added' | 'chain' }[];
  /** Not there when the pack was made. */
  missing: string[];
  /** The last link of the chain: the case's history names it for every pack that was handed out. */
  head: string;
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const manifestShape = z.object({
  version: z.literal(1),
  caseNo: z.string(),
  files: z.array(z.object({ name: z.string(), sizeBytes: z.int(), sha256: hash, link: hash })).max(1999),
  missing: z.array(z.object({ name: z.string(), sha256: hash })),
  head: hash,
});
const MANIFEST_MAX_BYTES = 4 * 1024 * 1024;

/** Whether an evidence pack is what its manifest says. Throws DomainError 422 `not_a_pack` for any other file. */
export async function verifyPack(path: string): Promise<PackVerdict> {
  const entries = await listZip(path, DEFAULT_LIMITS);
  const manifest = await readManifest(path, entries);
  const changed: PackVerdict['changed'] = [];
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (byName.has(entry.name)) changed.push({ name: entry.name, what: 'added' });
    byName.set(entry.name, entry);
  }
  for (const file of manifest.files) {
    const entry = byName.get(file.name);
    byName.delete(file.name);
    if (!entry) changed.push({ name: file.name, what: 'gone' });
    else if ((await hashEntry(path, entry)) !== file.sha256)
      changed.push({ name: file.name, what: 'changed' });
  }
  byName.delete(MANIFEST_NAME);
  for (const name of byName.keys()) changed.push({ name, what: 'added' });
  const broken = findBrokenLink(manifest);
  if (broken !== undefined) changed.push({ name: broken === 'head' ? MANIFEST_NAME : broken, what: 'chain' });
  return {
    isUnchanged: changed.length === 0,
    caseNo: manifest.caseNo,
    files: manifest.files.length,
    changed,
    missing: manifest.missing.map(({ name }) => name),
    head: manifest.head,
  };
}

async function readManifest(path: string, entries: readonly ZipEntry[]) {
  const entry = entries.find(({ name }) => name === MANIFEST_NAME);
  if (!entry || entry.unpackedBytes > MANIFEST_MAX_BYTES) throw notAPack();
  const chunks: Buffer[] = [];
  for await (const chunk of readZipEntry(path, entry, { bytesRead: 0 })) chunks.push(chunk);
  try {
    return manifestShape.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  } catch {
    throw notAPack();
  }
}

/** Undefined for what cannot be unpacked any more: it is not what it was. */
async function hashEntry(path: string, entry: ZipEntry): Promise<string | undefined> {
  const digest = createHash('sha256');
  try {
    for await (const chunk of readZipEntry(path, entry, { bytesRead: 0 })) digest.update(chunk);
  } catch {
    return undefined;
  }
  return digest.digest('hex');
}

const notAPack = (): DomainError =>
  new DomainError('invalid', 'not_a_pack', 'this is no evidence pack: it has no manifest that can be read');
