import { createHash } from 'node:crypto';

export const MANIFEST_NAME = 'manifest.json';

export interface PackedFile {
  name: string;
  sizeBytes: number;
  sha256: string;
}

/**
 * What is in a pack: every file with its hash, and a chain in which each link holds the one before, so that no file can be
 * taken out, put in or moved without the last link changing. That one is what the case's history remembers of the pack.
 */
export interface Manifest {
  version: 1;
  caseNo: string;
  files: (PackedFile & { link: string })[];
  /** Kept by hash, but not there any more, or not what they were: said rather than passed over. */
  missing: { name: string; sha256: string }[];
  head: string;
}

export function makeManifest(
  caseNo: string,
  files: readonly PackedFile[],
  missing: Manifest['missing'],
): Manifest {
  let head = startOf(caseNo, missing);
  const linked = files.map((file) => {
    head = linkOf(head, file);
    return { ...file, link: head };
  });
  return { version: 1, caseNo, files: linked, missing, head };
}

/** The first link of the chain that does not follow from its file, or undefined; `head` when the last one does not. */
export function findBrokenLink({ caseNo, files, missing, head }: Manifest): string | undefined {
  let link = startOf(caseNo, missing);
  for (const file of files) {
    link = linkOf(link, file);
    if (link !== file.link) return file.name;
  }
  return link === head ? undefined : 'head';
}

const startOf = (caseNo: string, missing: Manifest['missing']): string =>
  sha256(JSON.stringify(['faircast-pack-1', caseNo, missing.map((one) => [one.name, one.sha256])]));

const linkOf = (before: string, { name, sizeBytes, sha256: hash }: PackedFile): string =>
  sha256(JSON.stringify([before, name, sizeBytes, hash]));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
