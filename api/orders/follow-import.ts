import type { Db } from '../../db/connect.ts';
import { reportProgress } from '../../db/queries/order-import.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Identity } from '../domain/identity.ts';
import type { ByteProgress } from '../files/bomb.ts';

export interface Follower {
  progress: ByteProgress;
  /** Aborted by the caller's own signal or by a cancel request in the database. */
  signal: AbortSignal;
  /** Ends the reports; none is under way afterwards. */
  stop(): Promise<void>;
}

export interface Followed {
  db: Db;
  identity: Identity;
  onProgress?: (progress: { bytesRead: number; bytesTotal: number }) => void;
  signal?: AbortSignal;
}

const INTERVAL_MS = 500;

/** Twice a second says how far an import is, on a connection of its own, and looks whether somebody cancelled it. */
export function followImport(followed: Followed, importId: number, bytesTotal: number): Follower {
  const progress: ByteProgress = { bytesRead: 0 };
  const controller = new AbortController();
  const signals = [controller.signal, ...(followed.signal ? [followed.signal] : [])];
  let underWay: Promise<void> | undefined;

  async function report(): Promise<void> {
    followed.onProgress?.({ bytesRead: progress.bytesRead, bytesTotal });
    try {
      const isCancelled = await inTransaction(followed.db, followed.identity, (trx) =>
        reportProgress(trx, importId, progress.bytesRead),
      );
      if (isCancelled) controller.abort();
    } catch {
      // a report that does not arrive is no reason to stop an import
    }
  }

  const timer = setInterval(() => {
    underWay ??= report().finally(() => {
      underWay = undefined;
    });
  }, INTERVAL_MS);

  return {
    progress,
    signal: AbortSignal.any(signals),
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
