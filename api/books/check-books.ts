import type { Db, Trx } from '../../db/connect.ts';
import { type BookCheckResult, SAMPLES } from '../../db/queries/book-checks/book-check.ts';
import { runBookChecks, streamFrozenStatements } from '../../db/queries/book-checks/run-book-checks.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import { contentHash } from '../pdf/content-hash.ts';

export interface BookReport {
  ok: boolean;
  checks: BookCheckResult[];
}

/** Every book-keeping rule over the whole database, in one snapshot; changes nothing. Refused (403) to whom `books.check` is not given. */
export async function checkBooks(db: Db, identity: Identity): Promise<BookReport> {
  const reason = whyNot(identity.role, 'books.check');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, reportOnBooks, {
    readOnly: true,
    // One snapshot: a run or a payout that commits meanwhile must not look like a difference.
    isolation: 'repeatable read',
    statementTimeoutMs: 0,
  });
}

/** The report as this transaction sees the books. */
export async function reportOnBooks(trx: Trx): Promise<BookReport> {
  const checks = [...(await runBookChecks(trx)), await checkStatementHashes(trx)];
  return { ok: checks.every((check) => check.ok), checks };
}

async function checkStatementHashes(trx: Trx): Promise<BookCheckResult> {
  const broken: { statementNo: string; contentSha256: string; found: string }[] = [];
  for await (const { no, document, contentSha256 } of streamFrozenStatements(trx)) {
    const hash = hashOf(document);
    if (hash !== contentSha256) broken.push({ statementNo: no, contentSha256, found: hash });
  }
  return {
    code: 'statement_hash',
    title: 'Every statement’s document has the hash it was issued with',
    ok: broken.length === 0,
    violations: broken.length,
    sample: broken.slice(0, SAMPLES),
  };
}

/** A document with a fraction in it was never issued by this program: that is a finding, not a failure of the check. */
function hashOf(document: object): string {
  try {
    return contentHash(document);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
