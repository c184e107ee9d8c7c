import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../../db/connect.ts';
import { runRaw } from '../../db/queries/sessions.ts';
import { findByCode } from '../../db/queries/verification.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError } from '../domain/error.ts';
import { SYSTEM } from '../domain/identity.ts';
import { contentHash } from '../pdf/content-hash.ts';

export type Verified =
  | { result: 'unchanged'; statementNo: string; month: string; hashPrefix: string }
  | { result: 'unknown' };

/**
 * Whether a printed statement is one of ours, and still what was issued: number, month and the beginning of its hash, to be
 * compared with the paper. Nothing else is told, to nobody. A statement whose document was changed is unknown. Refused (404): what cannot be a code.
 */
export async function verifyCode(db: Db, typed: string): Promise<Verified> {
  const code = readCode(typed);
  if (code === undefined) throw new DomainError('not_found', 'not_found', 'this is no code of a statement');
  const found = await inTransaction(db, SYSTEM, (trx) => findByCode(trx, code), { readOnly: true });
  const unchanged = found.find(({ document, contentSha256 }) => contentHash(document) === contentSha256);
  if (!unchanged) return { result: 'unknown' };
  const { no, month, contentSha256 } = unchanged;
  return { result: 'unchanged', statementNo: no, month, hashPrefix: contentSha256.slice(0, 8) };
}

/** What a hand writes is taken as meant: small letters, spaces and any hyphen, O for 0, I or L for 1. */
function readCode(typed: string): string | undefined {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : undefined;
}

const PER_MINUTE = 30;
const limiters = new WeakMap<Db, RateLimiterPostgres>();

/** Thirty questions a minute from one address, counted for all processes together: codes are not to be guessed. */
export async function countQuestion(db: Db, address: string): Promise<void> {
  const shared = { keyPrefix: 'verify', points: PER_MINUTE, duration: 60 };
  let limiter = limiters.get(db);
  if (!limiter) {
    limiter = new RateLimiterPostgres({
      ...shared,
      storeClient: {
        query: ({ text, values }: { text: string; values: unknown[] }) => runRaw(db, text, values),
      },
      storeType: 'client',
      tableName: 'login_attempt',
      tableCreated: true,
      insuranceLimiter: new RateLimiterMemory(shared),
    });
    limiters.set(db, limiter);
  }
  try {
    await limiter.consume(address);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new DomainError(
      'too_many',
      'too_many_attempts',
      'Too many questions: please try again in a minute.',
    );
  }
}
