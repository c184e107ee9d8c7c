import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../../db/connect.ts';
import { runRaw } from '../../db/queries/sessions.ts';
import { DomainError } from '../domain/error.ts';

const QUARTER_HOUR_SECONDS = 15 * 60;

export interface LoginLock {
  /** Counts an attempt before the password is looked at, so that attempts sent together are counted too. 429 when locked. */
  attempt(account: string, address: string): Promise<void>;
  /** The password was right: the account starts over. */
  succeed(account: string): Promise<void>;
  /** The password was wrong: it also counts against the address it came from. */
  fail(address: string): Promise<void>;
}

/**
 * Ten wrong passwords within 15 minutes lock an account for 15 minutes, on every process; a hundred lock an address.
 * An account that does not exist is counted and locked in the same way, so the answer tells nothing.
 */
export function createLoginLock(db: Db): LoginLock {
  const accounts = limiter(db, 'account', 10);
  const addresses = limiter(db, 'address', 100);
  return {
    async attempt(account, address) {
      const ofAddress = await addresses.get(address);
      if (ofAddress && ofAddress.consumedPoints >= 100) throw locked();
      try {
        await accounts.consume(nameOf(account));
      } catch (error) {
        throw error instanceof RateLimiterRes ? locked() : error;
      }
    },
    async succeed(account) {
      await accounts.delete(nameOf(account));
    },
    async fail(address) {
      await addresses.penalty(address);
    },
  };
}

function limiter(db: Db, keyPrefix: string, points: number): RateLimiterPostgres {
  const shared = { keyPrefix, points, duration: QUARTER_HOUR_SECONDS, blockDuration: QUARTER_HOUR_SECONDS };
  return new RateLimiterPostgres({
    ...shared,
    storeClient: {
      query: ({ text, values }: { text: string; values: unknown[] }) => runRaw(db, text, values),
    },
    storeType: 'client',
    tableName: 'login_attempt',
    tableCreated: true,
    // With the table out of reach each process counts for itself: never open.
    insuranceLimiter: new RateLimiterMemory(shared),
  });
}

/** The table's key has 255 characters; e-mail addresses are told apart without regard to case. */
const nameOf = (account: string): string => account.toLowerCase().slice(0, 240);

function locked(): DomainError {
  return new DomainError(
    'too_many',
    'too_many_attempts',
    'Too many attempts: please try again in 15 minutes.',
  );
}
