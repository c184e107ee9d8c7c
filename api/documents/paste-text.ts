import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeAudit } from '../../db/queries/audit.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { type KeptFile, keepFile } from '../http/uploads/keep-file.ts';
import { type Attached, attachText } from './attach-text.ts';
import type { PastedText } from './documents.schema.ts';
import { readPastedText } from './plain-text.ts';
import { hold, refuseUnlessDraft, type VersionPlace } from './store-document.ts';

/** Takes pasted text into a draft; it is kept as a file as well, so that it has a hash and can be handed out. */
export async function pasteText(
  { db, dataDir }: Services,
  identity: Identity,
  place: VersionPlace,
  { text: pasted, fileName }: PastedText,
): Promise<Attached> {
  const reason = whyNot(identity.role, 'contracts.upload');
  if (reason) throw refuse('forbidden', reason);
  const { text, warnings } = readPastedText(pasted);
  const kept = await keepText(dataDir, pasted);
  return inTransaction(db, identity, async (trx) => {
    const standing = await refuseUnlessDraft(trx, identity, place, hold(identity));
    const { sha256, sizeBytes } = kept;
    const file = { fileName, format: 'txt', sizeBytes, sha256, source: 'pasted' as const, text };
    const attached = await attachText(trx, identity, standing, { ...file, pageSpans: [], warnings });
    await writeAudit(trx, identity, {
      action: 'contracts.paste',
      entity: 'contract',
      entityId: place.contractId,
      after: { versionNo: standing.versionNo, sha256, documentId: attached.document.id },
    });
    return attached;
  });
}

async function keepText(dataDir: string, text: string): Promise<KeptFile> {
  const folder = path.join(dataDir, 'uploads');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = path.join(folder, randomUUID());
  try {
    await writeFile(aside, text, { mode: 0o600 });
    return await keepFile(dataDir, aside);
  } finally {
    await rm(aside, { force: true });
  }
}
