import { fromKysely, PgBoss } from 'pg-boss';
import type { Trx } from '../../db/connect.ts';

/** The queues the migrations made, and what a job of each carries. */
export interface JobData {
  import: { importId: number };
  'compare-photos': { comparisonId: number };
  'check-books': Record<string, never>;
}

/**
 * Puts a job into a queue in the caller's own transaction: work that is announced is work that is queued, or neither is.
 * The client knows that transaction alone and is gone with it.
 */
export async function enqueue<Q extends keyof JobData>(trx: Trx, queue: Q, data: JobData[Q]): Promise<void> {
  const boss = new PgBoss({
    db: fromKysely(trx),
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', () => {}); // what goes wrong here is thrown by send as well
  await boss.start();
  try {
    const id = await boss.send(queue, data);
    if (id === null) throw new Error(`queue ${queue} did not take the job`);
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
}
