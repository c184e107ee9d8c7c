import { open } from 'node:fs/promises';
import { writeAudit } from '../../db/queries/audit.ts';
import { type DisputeWhole, insertDisputeFile, readDispute } from '../../db/queries/disputes.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { keepFile } from '../http/uploads/keep-file.ts';
import type { Upload } from '../http/uploads/receive-upload.ts';

export const EVIDENCE_MAX_BYTES = 10 << 20;

/** Keeps a file beside a dispute, as it came. Refused (422) `evidence_kind` for what is no PDF, picture, docx or text. */
export async function keepEvidence(
  { db, dataDir }: Services,
  identity: Identity,
  disputeId: number,
  upload: Upload,
): Promise<DisputeWhole> {
  const reason = whyNot(identity.role, 'disputes.answer');
  if (reason) throw refuse('forbidden', reason);
  const read = () => inTransaction(db, identity, (trx) => readDispute(trx, disputeId), { readOnly: true });
  // Before the file is kept: nobody fills the disk under a dispute that is not theirs.
  found(await read(), 'dispute', disputeId);
  const mediaType = await readKind(upload.path);
  const { sha256, sizeBytes } = await keepFile(dataDir, upload.path);
  return inTransaction(db, identity, async (trx) => {
    await insertDisputeFile(trx, {
      ...{ disputeId, name: upload.name, mediaType, sizeBytes, sha256 },
      uploadedBy: actorId(identity)!,
    });
    await writeAudit(trx, identity, {
      action: 'disputes.file',
      entity: 'dispute',
      entityId: disputeId,
      after: { name: upload.name, sha256 },
    });
    return (await readDispute(trx, disputeId))!;
  });
}

/** By the first bytes, whatever the name says. */
async function readKind(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const head = Buffer.alloc(4096);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    const kind = kindOf(head.subarray(0, bytesRead));
    if (kind) return kind;
  } finally {
    await handle.close();
  }
  const message = 'file: evidence is a PDF, a PNG, JPEG or WebP picture, a docx or a text file';
  throw new DomainError('invalid', 'evidence_kind', message, { errors: { file: message } });
}

function kindOf(head: Buffer): string | undefined {
  const ascii = head.subarray(0, 12).toString('latin1');
  if (ascii.startsWith('%PDF-')) return 'application/pdf';
  if (ascii.startsWith('\x89PNG\r\n')) return 'image/png';
  if (ascii.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (ascii.startsWith('RIFF') && ascii.endsWith('WEBP')) return 'image/webp';
  if (ascii.startsWith('PK\x03\x04')) return 'application/zip';
  if (head.length > 0 && !head.includes(0)) return 'text/plain';
  return undefined;
}
