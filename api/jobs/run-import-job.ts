import { writeAudit } from '../../db/queries/audit.ts';
import { giveUpImport, type ImportJob, requeueImport, takeUpImport } from '../../db/queries/import-jobs.ts';
import { findUser } from '../../db/queries/users.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, type Reason } from '../domain/error.ts';
import { type Identity, SYSTEM } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { keptPath } from '../http/uploads/keep-file.ts';
import { importOrders } from '../orders/import-orders.ts';

const MAX_ATTEMPTS = 3;

/**
 * Imports the file of a queued import as the person who asked for it. Throws when it must be tried again: another worker
 * is still at it, this one is being stopped, or something broke that is nobody's refusal.
 */
export async function runImportJob(services: Services, importId: number, signal: AbortSignal): Promise<void> {
  const started = await takeUp(services, importId);
  if (started === undefined) return;
  const { job, identity } = started;
  try {
    await importOrders({
      db: services.db,
      dataDir: services.dataDir,
      identity,
      importId,
      file: { path: keptPath(services.dataDir, job.fileSha256), name: job.fileName },
      ...(job.mapping === null ? { profile: job.profile } : { mapping: job.mapping }),
      signal,
    });
  } catch (error) {
    if (signal.aborted) {
      await inTransaction(services.db, SYSTEM, (trx) => requeueImport(trx, importId));
      throw error;
    }
    // A refusal is the import's answer and stands in its row; anything else may pass.
    if (error instanceof DomainError) return;
    services.log.error({ err: error, importId }, 'import failed');
    throw error;
  }
}

/** undefined: there is nothing to do, and the row says why. */
async function takeUp(
  { db, log }: Services,
  importId: number,
): Promise<{ job: ImportJob; identity: Identity } | undefined> {
  return inTransaction(db, SYSTEM, async (trx) => {
    const job = await takeUpImport(trx, importId, MAX_ATTEMPTS);
    if (job === 'over') return undefined;
    if (job === 'busy') throw new Error(`import ${importId} is still held by another worker`);
    const user = job === 'spent' || job.createdBy === null ? undefined : await findUser(trx, job.createdBy);
    const reason = job === 'spent' ? SPENT : whyNotFor(user);
    if (job !== 'spent' && user !== undefined && reason === undefined) {
      const { id: userId, role, anchorId, teamId, scope } = user;
      return { job, identity: { userId, role, anchorId, teamId, scope } };
    }
    const failure = `${reason!.code}: ${reason!.message}`;
    await giveUpImport(trx, importId, failure);
    await writeAudit(trx, SYSTEM, {
      action: 'imports.give-up',
      entity: 'order_import',
      entityId: importId,
      after: { status: 'failed', failure },
    });
    log.warn({ importId, failure }, 'import given up');
    return undefined;
  });
}

/** The right to import is looked up again: it may be gone since the import was asked for. */
function whyNotFor(user: { role: Identity['role']; banned: boolean } | undefined): Reason | undefined {
  const isGone = user === undefined || user.banned || whyNot(user.role, 'imports.create') !== undefined;
  return isGone ? REQUESTER_MAY_NOT : undefined;
}

const SPENT: Reason = {
  code: 'import_gave_up',
  message: `The import was started ${MAX_ATTEMPTS} times and never finished; nothing of it is in. Look at the server's log, then import the file again.`,
};
const REQUESTER_MAY_NOT: Reason = {
  code: 'requester_may_not_import',
  message: 'The person who asked for this import may not import any more; nothing of it is in.',
};
