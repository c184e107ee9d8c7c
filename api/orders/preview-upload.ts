import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { insertFile } from '../../db/queries/order-import.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import { DEFAULT_LIMITS } from '../files/limits.ts';
import type { Services } from '../http/context.ts';
import { keepFile } from '../http/uploads/keep-file.ts';
import type { Upload } from '../http/uploads/receive-upload.ts';
import { chooseReading, type Reading } from './choose-reading.ts';
import { type OrderFile, openOrderFile } from './reading/order-file.ts';
import { suggestMapping } from './suggest-mapping.ts';

export interface UploadPreview {
  /** sha256 of the file, which is kept: an import is started with it. */
  fileToken: string;
  fileName: string;
  /** A profile's id, `mapping` when a saved mapping reads these headers, null when a mapping is needed. */
  recognised: string | null;
  /** The profile's or the mapping's name. */
  title: string | null;
  platform: string | null;
  encoding: string | null;
  delimiter: string | null;
  headers: string[];
  sampleRows: string[][];
  /** The saved mapping, or one to begin with; null when a profile reads the file. */
  suggestedMapping: unknown;
}

const SHOWN_CELL = 300;

/** Looks into an uploaded order file and keeps it; refuses (`file_…`) what cannot be one, of which nothing is kept. */
export async function previewUpload(
  { db, dataDir }: Services,
  identity: Identity,
  upload: Upload,
): Promise<UploadPreview> {
  const reason = whyNot(identity.role, 'imports.create');
  if (reason) throw refuse('forbidden', reason);
  const file = await openOrderFile(upload.path, DEFAULT_LIMITS);
  const reading = await inTransaction(db, identity, (trx) => readingOrNone(trx, file), { readOnly: true });
  const { sha256, sizeBytes } = await keepFile(dataDir, upload.path);
  await inTransaction(db, identity, async (trx) => {
    await insertFile(trx, { sha256, name: upload.name, sizeBytes });
    await writeAudit(trx, identity, {
      action: 'imports.preview',
      entity: 'order_file',
      entityId: sha256,
      after: { file: upload.name, sizeBytes },
    });
  });
  return {
    fileToken: sha256,
    fileName: upload.name,
    recognised: reading?.profile ?? null,
    title: reading?.recognised ?? null,
    platform: reading?.plan.platform ?? null,
    encoding: file.encoding,
    delimiter: file.delimiter,
    headers: file.header.names,
    sampleRows: file.sampleRows.map((row) => row.map((cell) => cell.slice(0, SHOWN_CELL))),
    suggestedMapping: reading === undefined ? suggestMapping(file.header.names) : reading.mapping,
  };
}

async function readingOrNone(trx: Trx, file: OrderFile): Promise<Reading | undefined> {
  try {
    return await chooseReading(trx, file, {});
  } catch (error) {
    if (error instanceof DomainError && error.code === 'file_unknown') return undefined;
    throw error;
  }
}
