import { Worker } from 'node:worker_threads';
import { refusePhoto } from '../refusal.ts';
import type { PairAnswer, PairRequest } from './compare-worker.ts';
import type { PhotoComparison } from './comparison.ts';
import type { PhotoZones } from './zones.ts';

/** What one pair may cost. */
export interface PairLimits {
  /** Of the thread's own work: a busy machine makes a pair slow, not hopeless. */
  maxWorkMilliseconds: number;
  /** By the clock, however busy the machine is. */
  maxMilliseconds: number;
  /** Of pictures and the engine, beside the script's own heap. */
  maxBufferMegabytes: number;
}

export const PAIR_LIMITS: PairLimits = {
  maxWorkMilliseconds: 8_000,
  maxMilliseconds: 60_000,
  maxBufferMegabytes: 900,
};

const HEAP_MEGABYTES = 256;
/** The engine's memory only grows; a fresh thread after many pairs gives it back. */
const PAIRS_PER_THREAD = 100;
const WATCH_MILLISECONDS = 250;

let thread: { worker: Worker; pairs: number } | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Compares a shipped unit's photo with the sealed one, in a thread of its own, one pair after the other. Zones are in
 * pixels of the upright sealed photo. Throws the refusals of a photo; what cannot be compared is an outcome.
 */
export function comparePhotos(
  sealed: Uint8Array,
  shipped: Uint8Array,
  zones: PhotoZones = {},
  limits: PairLimits = PAIR_LIMITS,
): Promise<PhotoComparison> {
  const mine = last.then(() => compareNext({ sealed, shipped, zones }, limits));
  last = mine.catch(() => undefined);
  return mine;
}

async function compareNext(request: PairRequest, limits: PairLimits): Promise<PhotoComparison> {
  thread ??= { worker: startWorker(), pairs: 0 };
  const { worker } = thread;
  thread.pairs++;
  const { promise, resolve, reject } = Promise.withResolvers<PhotoComparison>();
  const answered = (message: PairAnswer) => {
    if ('answer' in message) resolve(message.answer);
    else if ('refusal' in message) reject(refusePhoto(message.refusal, message.details));
    else reject(new BrokenThread(`Comparing photos failed: ${message.failure}`));
  };
  const failed = (error: Error & { code?: string }) =>
    reject(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? giveUp('photo_too_complex')
        : new BrokenThread(error.message),
    );
  const ended = () => reject(new BrokenThread('The thread that compares photos ended without an answer.'));
  worker.once('message', answered).once('error', failed).once('exit', ended);
  worker.ref();
  const stop = watch(worker, limits, reject);
  worker.postMessage(request);
  try {
    const comparison = await promise;
    if (thread.pairs >= PAIRS_PER_THREAD) endThread();
    return comparison;
  } catch (error) {
    // after a refusal of a photo the thread is as good as before
    if (error instanceof BrokenThread || broken.has(error as Error)) endThread();
    throw error;
  } finally {
    stop();
    worker.off('message', answered).off('error', failed).off('exit', ended);
    worker.unref();
  }
}

/** The thread itself is in doubt. */
class BrokenThread extends Error {}

const broken = new WeakSet<Error>();

/** A refusal after which the thread is ended with what it was doing. */
function giveUp(code: 'photo_too_slow' | 'photo_too_complex'): Error {
  const refusal = refusePhoto(code);
  broken.add(refusal);
  return refusal;
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), {
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: 32 },
  });
  // a thread that dies between two pairs is replaced at the next
  worker.on('error', () => undefined);
  worker.once('exit', () => {
    if (thread?.worker === worker) thread = undefined;
  });
  return worker;
}

function endThread(): void {
  const ending = thread?.worker;
  thread = undefined;
  void ending?.terminate();
}

/** Ends a pair that takes too long or too much; a thread's own limits count its heap alone. */
function watch(worker: Worker, limits: PairLimits, reject: (error: Error) => void): () => void {
  const start = performance.now();
  let before: Promise<NodeJS.CpuUsage> | undefined = worker.cpuUsage();
  before.catch(() => {
    before = undefined;
  });
  const timer = setInterval(async () => {
    const [used, first, heap] = await Promise.all([
      worker.cpuUsage(),
      before,
      worker.getHeapStatistics(),
    ]).catch(() => []);
    const elapsed = performance.now() - start;
    const worked = used && first ? (used.user + used.system - first.user - first.system) / 1000 : elapsed;
    if (worked > limits.maxWorkMilliseconds || elapsed > limits.maxMilliseconds)
      reject(giveUp('photo_too_slow'));
    else if (heap && heap.external_memory > limits.maxBufferMegabytes * 2 ** 20)
      reject(giveUp('photo_too_complex'));
  }, WATCH_MILLISECONDS);
  return () => clearInterval(timer);
}
