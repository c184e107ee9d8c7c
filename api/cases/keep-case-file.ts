import { open } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '../domain/error.ts';
import { keepFile } from '../http/uploads/keep-file.ts';

export const CASE_FILE_LIMIT_BYTES = 25 * 1024 * 1024;

export interface CaseFile {
  sha256: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
}

/** By the first bytes; text has none, so its name has to say what it is and its bytes that it is text. */
const MAGIC: readonly [mediaType: string, magic: string][] = [
  ['application/pdf', '25504446'],
  ['image/png', '89504e47'],
  ['image/jpeg', 'ffd8ff'],
  ['image/webp', '52494646'],
  ['application/zip', '504b0304'],
];
const ZIPPED: Record<string, string> = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const TEXT: Record<string, string> = { '.csv': 'text/csv', '.txt': 'text/plain' };

/** Keeps a file byte for byte under its hash; 422 `evidence_kind` for what nobody should open. */
export async function keepCaseFile(
  dataDir: string,
  upload: { path: string; name: string },
): Promise<CaseFile> {
  const mediaType = await mediaTypeOf(upload);
  const { sha256, sizeBytes } = await keepFile(dataDir, upload.path);
  return { sha256, sizeBytes, mediaType, name: upload.name };
}

async function mediaTypeOf(upload: { path: string; name: string }): Promise<string> {
  const handle = await open(upload.path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const head = buffer.subarray(0, bytesRead);
    const extension = path.extname(upload.name).toLowerCase();
    const known = MAGIC.find(([, magic]) => head.toString('hex', 0, 8).startsWith(magic))?.[0];
    const mediaType =
      known === 'application/zip'
        ? ZIPPED[extension]
        : (known ?? (head.includes(0) ? undefined : TEXT[extension]));
    if (mediaType !== undefined) return mediaType;
  } finally {
    await handle.close();
  }
  throw new DomainError(
    'invalid',
    'evidence_kind',
    'evidence is a PDF, a JPEG, PNG or WebP picture, a .docx or .xlsx, or text (.txt, .csv)',
  );
}
