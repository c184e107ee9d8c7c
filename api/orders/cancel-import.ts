import type { Db } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { readImport } from '../../db/queries/imports.ts';
import { requestCancel } from '../../db/queries/order-import.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNotCancelImport } from '../domain/import.ts';
import { whyNot } from '../domain/permission.ts';

/**
 * Cancels an import: one that waits at once, one that runs within a second, and nothing of it is in. Refuses an unknown
 * one (404) and one that is over (409 `import_over`).
 */
export async function cancelImport(db: Db, identity: Identity, importId: number): Promise<void> {
  const reason = whyNot(identity.role, 'imports.cancel');
  if (reason) throw refuse('forbidden', reason);
  await inTransaction(db, identity, async (trx) => {
    const isAsked = await requestCancel(trx, importId);
    const row = await readImport(trx, importId);
    if (row === undefined) throw new DomainError('not_found', 'not_found', `there is no import ${importId}`);
    const over = isAsked ? undefined : whyNotCancelImport(row.status);
    if (over) throw refuse('conflict', over);
    await writeAudit(trx, identity, {
      action: 'imports.cancel',
      entity: 'order_import',
      entityId: importId,
      after: { status: row.status, cancelRequested: true },
    });
  });
}
