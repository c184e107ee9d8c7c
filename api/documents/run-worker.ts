import { Worker } from 'node:worker_threads';
import type { WorkerAnswer } from './extract-worker.ts';
import type { WorkerLimits } from './limits.ts';
import type { ReadAnswer, ReadRequest } from './read-in-worker.ts';
import { refuseDocument } from './refusal.ts';

/** Two at a time: a third waits, so that many uploads together cannot take the machine's memory. */
const MAX_AT_ONCE = 2;
const WATCH_MILLISECONDS = 100;

let running = 0;
const waiting: (() => void)[] = [];

/** Reads a file in a thread of its own, ended when it takes too long or too much. Throws the refusal it came to. */
export async function readInWorker(request: ReadRequest, limits: WorkerLimits): Promise<ReadAnswer> {
  if (running >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await readOnce(request, limits);
  } finally {
    const next = waiting.shift();
    // the place is handed on, never given back and taken again
    if (next === undefined) running--;
    else next();
  }
}

async function readOnce(request: ReadRequest, limits: WorkerLimits): Promise<ReadAnswer> {
  const worker = new Worker(new URL('./extract-worker.ts', import.meta.url), {
    workerData: request,
    execArgv: [],
    // a reader's own complaints about a file are nobody's business
    stdout: true,
    stderr: true,
    resourceLimits: {
      maxOldGenerationSizeMb: limits.maxHeapMegabytes,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
  });
  const { promise, resolve, reject } = Promise.withResolvers<ReadAnswer>();
  const killer = setTimeout(() => reject(refuseDocument('document_too_slow')), limits.maxMilliseconds);
  const watch = () => watchBuffers(worker, limits, reject);
  worker.once('online', watch);
  const watcher = setInterval(watch, WATCH_MILLISECONDS);
  worker.once('message', (message: WorkerAnswer) => {
    if ('answer' in message) resolve(message.answer);
    else if ('refusal' in message) reject(refuseDocument(message.refusal, message.details));
    else reject(new Error(`A document reader failed: ${message.failure}`));
  });
  worker.once('error', (error: Error & { code?: string }) => {
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuseDocument('document_too_complex') : error);
  });
  worker.once('exit', () => reject(new Error('A document reader ended without an answer.')));
  try {
    return await promise;
  } finally {
    clearTimeout(killer);
    clearInterval(watcher);
    await worker.terminate();
  }
}

/** A worker's limits count its heap alone; what its buffers take is asked for. */
function watchBuffers(worker: Worker, limits: WorkerLimits, reject: (error: Error) => void): void {
  worker.getHeapStatistics().then(
    (statistics) => {
      if (statistics.external_memory > limits.maxBufferMegabytes * 2 ** 20) {
        reject(refuseDocument('document_too_complex'));
      }
    },
    // it has ended in the meantime
    () => undefined,
  );
}
