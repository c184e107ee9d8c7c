import { open } from 'node:fs/promises';
import { writeAudit } from '../../db/queries/audit.ts';
import {
  type DocumentKind,
  type DocumentRow,
  insertDocument,
  readDocument,
} from '../../db/queries/contract-documents.ts';
import { readContract } from '../../db/queries/contracts.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { keepFile } from '../http/uploads/keep-file.ts';
import type { Upload } from '../http/uploads/receive-upload.ts';

export type PaperKind = Exclude<DocumentKind, 'text'>;

/** What a paper may be, by its first bytes: nothing a browser would run. */
const FORMATS: readonly [format: string, magic: string][] = [
  ['pdf', '25504446'],
  ['png', '89504e47'],
  ['jpg', 'ffd8ff'],
  ['docx', '504b0304'],
];

/** Keeps a paper that is no contract text: a signed scan, a guardian's consent, evidence of a promise kept. */
export async function keepPaper(
  { db, dataDir }: Services,
  identity: Identity,
  { contractId, kind }: { contractId: number; kind: PaperKind },
  upload: Upload,
): Promise<DocumentRow> {
  const reason = whyNot(identity.role, 'contracts.upload');
  if (reason) throw refuse('forbidden', reason);
  const staff = { seesInternals: true };
  await inTransaction(db, identity, async (trx) =>
    found(await readContract(trx, contractId, staff), 'contract', contractId),
  );
  const format = await formatOf(upload.path);
  const { sha256, sizeBytes } = await keepFile(dataDir, upload.path);
  return inTransaction(db, identity, async (trx) => {
    const id = await insertDocument(trx, {
      contractId,
      versionNo: null,
      kind,
      fileName: upload.name,
      format,
      sizeBytes,
      sha256,
      outcome: 'kept',
      source: null,
      text: null,
      pageSpans: [],
      warnings: [],
      refusalCode: null,
      refusalMessage: null,
      uploadedBy: actorId(identity),
    });
    await writeAudit(trx, identity, {
      action: 'contracts.keep-paper',
      entity: 'contract',
      entityId: contractId,
      after: { documentId: id, kind, file: upload.name, sha256 },
    });
    const { text: _text, pageSpans: _spans, ...document } = (await readDocument(trx, id))!;
    return document;
  });
}

async function formatOf(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    const head = buffer.subarray(0, bytesRead).toString('hex');
    const known = FORMATS.find(([, magic]) => head.startsWith(magic));
    if (known) return known[0];
  } finally {
    await handle.close();
  }
  throw new DomainError('invalid', 'paper_kind', 'a paper is a PDF, a PNG or JPEG picture, or a .docx');
}
