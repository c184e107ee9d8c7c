import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { keptPath } from '../../http/uploads/keep-file.ts';
import type { PaperLang } from '../../pdf/letterhead.ts';
import { renderEvidencePack } from '../pdf/evidence-pack.ts';
import { allPhotos } from './all-photos.ts';
import type { CasePack } from './gather-pack.ts';
import { MANIFEST_NAME, type Manifest, makeManifest, type PackedFile } from './manifest.ts';
import { type MarkedPhoto, markPhoto } from './mark-photo.ts';

/** A file of the pack: its bytes, or where they are kept. */
type Content = PackedFile & ({ bytes: Buffer } | { path: string });

export interface BuiltPack {
  zip: NodeJS.ReadableStream;
  manifest: Manifest;
}

/**
 * The pack as a zip, streamed: the same case gives the same bytes. What is kept by its hash is hashed again while it is
 * packed; what is gone or changed is named in the manifest, and the pack goes without it.
 */
export async function buildPack(dataDir: string, pack: CasePack, lang: PaperLang): Promise<BuiltPack> {
  const photos = allPhotos(pack);
  const marked = new Map<number, MarkedPhoto>();
  for (const photo of photos) {
    const drawn = await markPhoto(dataDir, photo);
    if (drawn) marked.set(photo.photoId, drawn);
  }
  const contents: Content[] = [
    ofBytes('pack.pdf', renderEvidencePack(pack, marked, lang).pdf),
    ofBytes('case.json', toJson(caseFacts(pack))),
    ofBytes('timeline.json', toJson(pack.parts.steps)),
    ofBytes('calculation.json', toJson({ lines: pack.lines, holds: pack.holds, claim: pack.claim })),
    ...pack.papers.map((paper) => ofBytes(`files/${paper.no}.pdf`, paper.bytes)),
    ...[...marked].map(([photoId, { jpeg }]) => ofBytes(`files/photo-${photoId}-marked.jpg`, jpeg)),
  ];
  const missing: Manifest['missing'] = [];
  const kept = [
    ...pack.files.map(({ evidenceId, fileName, sha256 }) => ({
      name: `files/evidence-${evidenceId}-${plain(fileName)}`,
      sha256,
    })),
    ...photos.map(({ photoId, sha256, format }) => ({
      name: `files/photo-${photoId}.${format === 'jpeg' ? 'jpg' : format}`,
      sha256,
    })),
  ];
  for (const { name, sha256 } of kept) {
    const path = keptPath(dataDir, sha256);
    const seen = await hashFile(path);
    if (seen?.sha256 === sha256) contents.push({ name, sha256, sizeBytes: seen.sizeBytes, path });
    else missing.push({ name, sha256 });
  }
  contents.sort((a, b) => (a.name < b.name ? -1 : 1));
  const manifest = makeManifest(
    pack.row.no,
    contents.map(({ name, sizeBytes, sha256 }) => ({ name, sizeBytes, sha256 })),
    missing,
  );
  return { zip: zipOf(contents, manifest, pack.asOf), manifest };
}

function zipOf(contents: readonly Content[], manifest: Manifest, asOf: string): NodeJS.ReadableStream {
  const zip = new yazl.ZipFile();
  // The clock and the machine leave no trace in it.
  const options = { mtime: new Date(asOf), mode: 0o100644, forceDosTimestamp: true };
  for (const content of contents) {
    if ('bytes' in content) zip.addBuffer(content.bytes, content.name, options);
    else zip.addFile(content.path, content.name, options);
  }
  zip.addBuffer(toJson(manifest), MANIFEST_NAME, options);
  zip.end();
  return zip.outputStream;
}

const ofBytes = (name: string, bytes: Buffer): Content => ({
  ...{ name, bytes, sizeBytes: bytes.length },
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

async function hashFile(path: string): Promise<{ sha256: string; sizeBytes: number } | undefined> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  try {
    await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        hash.update(chunk);
        sizeBytes += chunk.length;
      }
    });
  } catch {
    return undefined;
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

const caseFacts = ({ row, parts, inspections, differences, snapshots, agency }: CasePack) => {
  const { steps: _, ...rest } = parts;
  return { agency, case: row, ...rest, inspections, differences, snapshots };
};

const toJson = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

/** A name that means the same on every machine that unpacks it. */
const plain = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(-80);
