import { readFile } from 'node:fs/promises';
import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { insertDocument } from '../../db/queries/contract-documents.ts';
import { holdStanding, readStanding, type VersionStanding } from '../../db/queries/contract-workflow.ts';
import { inTransaction } from '../../db/transaction.ts';
import { whyNotStep } from '../domain/contract-workflow.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { type KeptFile, keepFile } from '../http/uploads/keep-file.ts';
import type { Upload } from '../http/uploads/receive-upload.ts';
import { type Attached, attachText } from './attach-text.ts';
import type { ExtractedDocument } from './document.ts';
import { extractText } from './extract.ts';
import { recogniserOf } from './recogniser.ts';

export interface VersionPlace {
  contractId: number;
  versionId: number;
}

/**
 * Takes an uploaded contract into a draft: the original is kept byte for byte, its text becomes the version's. What
 * cannot be read is refused with the reader's reason, and kept all the same, so that somebody can look at it.
 */
export async function storeDocument(
  services: Services,
  identity: Identity,
  place: VersionPlace,
  upload: Upload,
): Promise<Attached> {
  const reason = whyNot(identity.role, 'contracts.upload');
  if (reason) throw refuse('forbidden', reason);
  const { db, dataDir } = services;
  // Looked at before the work of reading; decided on once more when the text is there.
  await inTransaction(db, identity, (trx) => refuseUnlessDraft(trx, identity, place, readStanding), {
    readOnly: true,
  });
  const kept = await keepFile(dataDir, upload.path);
  const read = await readOrRefuse(dataDir, upload);
  if (read instanceof DomainError)
    throw await keepRefused(services, identity, place, { upload, kept, refusal: read });
  return inTransaction(db, identity, async (trx) => {
    const standing = await refuseUnlessDraft(trx, identity, place, hold(identity));
    const attached = await attachText(trx, identity, standing, {
      fileName: upload.name,
      format: read.kind,
      sizeBytes: kept.sizeBytes,
      sha256: kept.sha256,
      source: read.source === 'ocr' ? 'ocr' : 'layer',
      text: read.text,
      pageSpans: read.pages ?? [],
      warnings: read.warnings,
    });
    await writeAudit(trx, identity, {
      action: 'contracts.upload',
      entity: 'contract',
      entityId: place.contractId,
      after: {
        versionNo: standing.versionNo,
        file: upload.name,
        sha256: kept.sha256,
        documentId: attached.document.id,
      },
    });
    return attached;
  });
}

/** Where the version stands when its text may still change; throws where it may not, or is not in sight. */
export async function refuseUnlessDraft(
  trx: Trx,
  identity: Identity,
  place: VersionPlace,
  readWhere: (trx: Trx, place: VersionPlace) => Promise<VersionStanding | undefined>,
): Promise<VersionStanding> {
  const standing = found(await readWhere(trx, place), 'version', place.versionId);
  const refusal = whyNotStep('edit', standing, identity.userId);
  if (refusal) throw refuse('conflict', refusal);
  return standing;
}

export const hold =
  ({ role }: Identity) =>
  (trx: Trx, place: VersionPlace) =>
    holdStanding(trx, role === 'anchor', place);

async function readOrRefuse(dataDir: string, upload: Upload): Promise<ExtractedDocument | DomainError> {
  try {
    const recogniser = await recogniserOf(dataDir);
    return await extractText(await readFile(upload.path), upload.name, { recogniser });
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

async function keepRefused(
  { db }: Services,
  identity: Identity,
  place: VersionPlace,
  { upload, kept, refusal }: { upload: Upload; kept: KeptFile; refusal: DomainError },
): Promise<DomainError> {
  const { code, message } = refusal;
  const documentId = await inTransaction(db, identity, async (trx) => {
    const { versionNo } = found(await readStanding(trx, place), 'version', place.versionId);
    const id = await insertDocument(trx, {
      contractId: place.contractId,
      versionNo,
      kind: 'text',
      fileName: upload.name,
      format: extensionOf(upload.name),
      sizeBytes: kept.sizeBytes,
      sha256: kept.sha256,
      outcome: 'refused',
      source: null,
      text: null,
      pageSpans: [],
      warnings: [],
      refusalCode: code,
      refusalMessage: message,
      uploadedBy: actorId(identity),
    });
    await writeAudit(trx, identity, {
      action: 'contracts.upload',
      entity: 'contract',
      entityId: place.contractId,
      after: { versionNo, file: upload.name, sha256: kept.sha256, documentId: id, refused: code },
    });
    return id;
  });
  return new DomainError(refusal.kind, code, message, { details: { ...refusal.details, documentId } });
}

export const extensionOf = (name: string): string =>
  /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? 'none';
