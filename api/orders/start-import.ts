import { stat } from 'node:fs/promises';
import { writeAudit } from '../../db/queries/audit.ts';
import { insertQueuedImport, isFileKnown } from '../../db/queries/imports.ts';
import { saveMapping } from '../../db/queries/order-import-mappings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import { DEFAULT_LIMITS } from '../files/limits.ts';
import type { Services } from '../http/context.ts';
import { keptPath } from '../http/uploads/keep-file.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { chooseReading, headerKey } from './choose-reading.ts';
import type { Mapping } from './mapping.schema.ts';
import { openOrderFile } from './reading/order-file.ts';

export interface StartRequest {
  /** What the preview answered: sha256 of the kept file. */
  fileToken: string;
  fileName: string;
  mapping?: Mapping;
  /** Keeps the mapping under this name for files with the same headers. */
  saveMappingAs?: string;
}

/**
 * Queues the import of a previewed file and answers its id: the row and its job are written together or not at all.
 * Refuses an unknown file (404 `file_unknown_token`), one that neither profile nor mapping reads, and a mapping that does
 * not fit it.
 */
export async function startImport(
  { db, dataDir }: Services,
  identity: Identity,
  { fileToken, fileName, mapping, saveMappingAs }: StartRequest,
): Promise<number> {
  const reason = whyNot(identity.role, 'imports.create');
  if (reason) throw refuse('forbidden', reason);
  const path = keptPath(dataDir, fileToken);
  const isKnown = await inTransaction(db, identity, (trx) => isFileKnown(trx, fileToken), { readOnly: true });
  const sizeBytes = (await stat(path).catch(() => undefined))?.size;
  if (!isKnown || sizeBytes === undefined)
    throw new DomainError('not_found', 'file_unknown_token', 'There is no such file; upload it again.');
  const file = await openOrderFile(path, DEFAULT_LIMITS);
  return inTransaction(db, identity, async (trx) => {
    const reading = await chooseReading(trx, file, { mapping });
    const { platform } = reading.plan;
    const createdBy = actorId(identity);
    const kept =
      saveMappingAs === undefined || mapping === undefined ? undefined : { ...mapping, name: saveMappingAs };
    const mappingId = kept
      ? await saveMapping(trx, {
          name: kept.name,
          platform,
          headerKey: headerKey(file.header),
          mapping: kept,
          createdBy,
        })
      : reading.mappingId;
    const importId = await insertQueuedImport(trx, {
      fileName,
      fileSha256: fileToken,
      profile: reading.profile,
      platform,
      mapping: kept ?? reading.mapping,
      mappingId,
      bytesTotal: sizeBytes,
      createdBy,
    });
    await enqueue(trx, 'import', { importId });
    await writeAudit(trx, identity, {
      action: 'imports.queue',
      entity: 'order_import',
      entityId: importId,
      after: { file: fileName, sha256: fileToken, profile: reading.profile, platform },
    });
    return importId;
  });
}
