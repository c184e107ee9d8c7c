import { performance } from 'node:perf_hooks';
import type { Db } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import {
  type BookCheckRun,
  insertBookCheckRun,
  readNewestBookCheck,
} from '../../db/queries/book-check-runs.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import { checkBooks } from './check-books.ts';

/**
 * Checks every rule of the books and keeps what was found, for the night's job and for whoever asks. The check reads one
 * snapshot and writes nothing; its result is written after it. Refused (403) to whom `books.check` is not given.
 */
export async function keepBookCheck(db: Db, identity: Identity): Promise<BookCheckRun> {
  const reason = whyNot(identity.role, 'books.check');
  if (reason) throw refuse('forbidden', reason);
  const begunAt = performance.now();
  const { checks } = await checkBooks(db, identity);
  const tookMs = Math.round(performance.now() - begunAt);
  return inTransaction(db, identity, async (trx) => {
    const id = await insertBookCheckRun(trx, { checks, tookMs, askedBy: actorId(identity) });
    const broken = checks.filter(({ ok }) => !ok).map(({ code }) => code);
    await writeAudit(trx, identity, {
      action: 'books.check',
      entity: 'book_check_run',
      entityId: id,
      after: { rules: checks.length, broken },
    });
    return (await readNewestBookCheck(trx))!;
  });
}
