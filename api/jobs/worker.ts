import { PgBoss } from 'pg-boss';
import { failLostImports } from '../../db/queries/import-jobs.ts';
import { inTransaction } from '../../db/transaction.ts';
import { keepBookCheck } from '../books/keep-check.ts';
import { SYSTEM } from '../domain/identity.ts';
import type { Services } from '../http/context.ts';
import { type ComparePhotos, runPhotoComparison } from '../inspections/run-photo-comparison.ts';
import type { JobData } from './enqueue.ts';
import { makeRounds } from './rounds.ts';
import { runImportJob } from './run-import-job.ts';

export interface Worker {
  /** Takes no new job, stops the one at work cleanly and lets it wait for another worker; at most 20 s. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  /** Where the queue is: the database as the app's role. The worker has two connections of its own. */
  databaseUrl: string;
  /** Told when an attempt at a job ended here, done or to be tried again. */
  onEnd?: (job: JobData['import']) => void;
  /** How photos are compared; without it this worker leaves them to others. */
  comparePhotos?: ComparePhotos;
}

const POLL_SECONDS = 1;
const LIFE_SIGN_SECONDS = 4;
const WATCH_SECONDS = 5;
const SWEEP_MS = 30_000;
const ROUND_MS = 15 * 60_000;
const STOP_MS = 20_000;

/**
 * Does long work, one job at a time, beside any number of other processes on the same database. A worker that dies is
 * silent: after 15 s its job is handed to another one, which starts it from the beginning.
 */
export async function startWorker(services: Services, options: WorkerOptions): Promise<Worker> {
  const { log } = services;
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    max: 2,
    migrate: false,
    // The clock of what the migrations put on it: the books, every night.
    schedule: true,
    // The app's role owns no index and looks into nobody's vacuum.
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: WATCH_SECONDS,
    monitorIntervalSeconds: WATCH_SECONDS,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'job queue'));
  await boss.start();
  const stopping = new AbortController();
  const sweep = () =>
    inTransaction(services.db, SYSTEM, failLostImports).catch((error) =>
      log.warn({ err: error }, 'lost imports not looked for'),
    );
  // Before the first job: a sweep holds each lost import for a moment, and a job that meets it has to wait its turn again.
  await sweep();
  await boss.work<JobData['import']>(
    'import',
    { pollingIntervalSeconds: POLL_SECONDS, heartbeatRefreshSeconds: LIFE_SIGN_SECONDS },
    async ([job]) => {
      try {
        await runImportJob(services, job!.data.importId, AbortSignal.any([stopping.signal, job!.signal]));
      } finally {
        options.onEnd?.(job!.data);
      }
    },
  );
  await boss.work<JobData['check-books']>(
    'check-books',
    { pollingIntervalSeconds: POLL_SECONDS, heartbeatRefreshSeconds: LIFE_SIGN_SECONDS },
    async () => {
      const { id, rules, broken } = await keepBookCheck(services.db, SYSTEM);
      if (broken > 0) log.error({ checkId: id, rules, broken }, 'the books do not add up');
    },
  );
  const { comparePhotos } = options;
  if (comparePhotos)
    await boss.work<JobData['compare-photos']>(
      'compare-photos',
      { pollingIntervalSeconds: POLL_SECONDS, heartbeatRefreshSeconds: LIFE_SIGN_SECONDS },
      ([job]) =>
        runPhotoComparison(
          services,
          job!.data.comparisonId,
          comparePhotos,
          AbortSignal.any([stopping.signal, job!.signal]),
        ),
    );
  const rounds = () => makeRounds(services.db).catch((error) => log.warn({ err: error }, 'rounds not made'));
  await rounds();
  const timer = setInterval(sweep, SWEEP_MS);
  const roundTimer = setInterval(rounds, ROUND_MS);
  return {
    async stop() {
      clearInterval(timer);
      clearInterval(roundTimer);
      stopping.abort();
      await boss.stop({ graceful: true, timeout: STOP_MS });
    },
  };
}
